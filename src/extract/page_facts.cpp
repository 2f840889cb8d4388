#include "extract/page_facts.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "extract/prose.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t field_count = static_cast<std::size_t>(PageField::site_home) + 1;

/// Meanings that only count in the post itself: side bars have dates, terms and authors of other posts.
constexpr std::array post_fields{PageField::subtitle, PageField::author, PageField::published, PageField::updated,
                                 PageField::category, PageField::tag,    PageField::featured,  PageField::title};

bool is_post_field(PageField field) { return std::ranges::find(post_fields, field) != post_fields.end(); }

constexpr std::size_t in_body = 10000;  // added to the rank of what a body holds: only where nothing else is

struct Find {
    const markup::Element* element;
    bool outside;
    std::size_t rank;
};

/// Comments have authors, dates and links to other pages of their own.
bool is_comment_area(const markup::Element& element, markup::Ancestors& ancestors) {
    constexpr std::string_view names = "comments-area comment-list commentlist wp-block-comments comment-navigation";
    return markup::attribute(element, "id") == "comments" || markup::has_class_of(element, names) ||
           comment_item_rules().matches(element, CommentItem::numbered, ancestors);
}

/// A post's foot, which no body holds, but which says who wrote it and when.
bool is_post_footer(const markup::Element& element) {
    return markup::is_named(element, "footer") || markup::has_class_of(element, "post-footer entry-footer");
}

/// Some themes name the author only there.
bool is_author_box(const markup::Element& element) {
    return markup::has_class_of(element, "author-bio author-box author-info");
}

/// Knows at each element whether the walk is inside the post, and whether it is in something beside it (aside).
class Collector {
  public:
    explicit Collector(const Article* article)
        : anchor_(article != nullptr ? article->anchor : nullptr),
          body_(article != nullptr ? article->body : nullptr) {}

    std::array<std::vector<Find>, field_count> fields;
    std::vector<Find> headings;

    void collect(const markup::Element& parent, bool inside, bool aside) {
        walk(parent, [&](const markup::Element& element) {
            if (&element == body_ && body_ != anchor_) {
                collect_head(element);
                return Step::past;
            }
            if (is_comment_area(element, ancestors_)) return Step::past;
            const bool enters = &element == anchor_;
            const bool belongs = inside && (is_post_footer(element) || is_author_box(element));
            const bool leaves = !aside && !belongs && is_elsewhere(element);
            note(element, inside || enters, aside || leaves);
            if (!enters && !leaves) return Step::into;
            collect(element, (inside || enters) && !leaves, aside || leaves);
            return Step::past;
        });
    }

  private:
    /// The body is the author's, but a byline may stand before its first real paragraph, or behind it if that is a
    /// summary or the caption of the first picture.
    void collect_head(const markup::Element& body) {
        constexpr std::size_t real_paragraph = 120;
        constexpr int head_paragraphs = 1;
        int paragraphs = 0;
        walk(body, [&](const markup::Element& element) {
            const bool is_paragraph =
                markup::is_named(element, "p") && markup::has_more_text(element, real_paragraph - 1);
            paragraphs += is_paragraph ? 1 : 0;
            if (is_paragraph || paragraphs > head_paragraphs) return Step::past;
            if (markup::is_named(element, "h1") && markup::has_text(element))
                headings.push_back({&element, false, in_body});
            const auto match = page_rules().match(element, ancestors_);
            if (match && (match->role == PageField::author || match->role == PageField::published))
                fields[static_cast<std::size_t>(match->role)].push_back({&element, true, match->rank + in_body});
            return Step::into;
        });
    }

    void note(const markup::Element& element, bool inside, bool aside) {
        if (markup::is_named(element, "h1") && !aside && markup::has_text(element))
            headings.push_back({&element, !inside, 0});
        const auto match = page_rules().match(element, ancestors_);
        if (!match || (aside && is_post_field(match->role))) return;
        fields[static_cast<std::size_t>(match->role)].push_back({&element, !inside, match->rank});
    }

    const markup::Element* anchor_;
    const markup::Element* body_;
    markup::Ancestors ancestors_;
};

const markup::Element* first_small_heading(const markup::Element& body) {
    const markup::Element* found = nullptr;
    walk(body, [&](const markup::Element& element) {
        if (found == nullptr && markup::is_one_of(element, "h2 h3 h4") && markup::has_text(element)) found = &element;
        return found != nullptr ? Step::past : Step::into;
    });
    return found;
}

}  // namespace

PageFacts::PageFacts(const markup::Element& document, const Article* article) : fields_(field_count) {
    Collector collector(article);
    collector.collect(document, false, false);
    std::ranges::stable_sort(collector.headings, {}, &Find::outside);
    for (const Find& find : collector.headings) headings_.push_back(find.element);
    if (article != nullptr && std::ranges::all_of(collector.headings, &Find::outside))
        heading_in_body_ = first_small_heading(*article->body);
    for (std::size_t i = 0; i < field_count; ++i) {
        std::ranges::stable_sort(collector.fields[i], {},
                                 [](const Find& find) { return std::tuple(find.outside, find.rank); });
        for (const Find& find : collector.fields[i]) fields_[i].push_back(find.element);
    }
}

const std::vector<const markup::Element*>& PageFacts::all(PageField field) const {
    return fields_[static_cast<std::size_t>(field)];
}

const markup::Element* PageFacts::first(PageField field) const {
    const auto& found = all(field);
    return found.empty() ? nullptr : found.front();
}

std::optional<DateTime> date_of(const markup::Element& element) {
    for (const char* name : {"datetime", "content", "title", "data-published", "data-date", "data-datetime"})
        if (const std::string_view value = markup::attribute(element, name); !value.empty())
            if (std::optional<DateTime> date = parse_written_date(value)) return date;
    const std::string text = markup::collapsed_text(element);
    return text.size() < 120 ? parse_written_date(text) : std::nullopt;
}

}  // namespace blogbind::extract
