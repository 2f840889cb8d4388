#include "extract/comment_fields.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <unordered_set>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/comment_byline.h"
#include "extract/comment_names.h"
#include "extract/page_addresses.h"
#include "extract/partial_copy.h"
#include "extract/platforms.h"
#include "extract/titles.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

/// How likes are told in the languages of WordPress.com; the count is the first number in the text.
constexpr std::array<std::string_view, 10> like_phrases{"liked by",  "gefällt", "les gusta a", "le gusta a",
                                                        "aimé par",  "piace a", "curtido por", "leuk gevonden",
                                                        "gillas av", "disukai"};
constexpr std::array<std::string_view, 6> removal_phrases{"This comment has been removed", "This comment was deleted",
                                                          "This comment has been deleted", "[deleted]",
                                                          "Dieser Kommentar wurde",        "Comment removed"};
constexpr std::array<std::string_view, 5> ping_labels{"Pingback:", "Trackback:", "Pingback :", "Trackback :", "Ping:"};
constexpr std::array<const char*, 3> own_badges{"blog-author", "post-author", "by-post-author"};
constexpr std::size_t no_rank = std::numeric_limits<std::size_t>::max();
constexpr std::size_t name_rank = no_rank - 2;  // what a name tells, behind what a platform is known for

struct Found {
    const Element* element = nullptr;
    std::size_t rank = no_rank;

    void offer(const Element& candidate, std::size_t candidate_rank) {
        if (candidate_rank < rank) *this = {&candidate, candidate_rank};
    }
};

/// Null if there are no words.
markup::Text* first_words(Node& root) {
    for (Node* child = root.FirstChild(); child != nullptr; child = child->NextSibling()) {
        markup::Text* text = child->ToText() != nullptr ? child->ToText() : first_words(*child);
        if (text != nullptr && markup::has_text(*text)) return text;
    }
    return nullptr;
}

bool may_be_name(const Element& element) {
    return markup::has_text(element) && !markup::has_more_text(element, 200) &&
           !is_action_label(markup::collapsed_text(element));
}

bool has_letters(const Node& node) {
    const std::string text = markup::text_content(node);
    for (std::size_t at = 0; at < text.size();)
        if (is_letter(next_character(text, at))) return true;
    return false;
}

class CommentReader {
  public:
    CommentReader(const CommentPlace& place, const CommentBounds& bounds, const std::optional<Url>& base)
        : place_(place), bounds_(bounds), base_(base) {
        comment_.kind = place.kind;
        comment_.by_post_author = place.by_post_author;
        for (const Element* element : place.elements) survey(*element);
        choose_author();
    }

    std::optional<Comment> read() {
        if (date_.element == nullptr) find_plain_date();
        find_ping();
        if (!author_.element) find_plain_author();
        read_byline();
        read_body();
        const bool is_empty = comment_.body.is_empty() && comment_.author.empty() && !comment_.removed;
        return is_empty ? std::nullopt : std::optional(std::move(comment_));
    }

  private:
    [[nodiscard]] bool is_other_comment(const Element& element) const {
        return bounds_.contains(&element) && std::ranges::find(place_.elements, &element) == place_.elements.end();
    }

    void survey(const Element& root) {
        note(root);
        walk(root, [&](const Element& element) {
            if (is_other_comment(element)) return Step::past;
            return note(element) ? Step::into : Step::past;
        });
    }

    /// False if nothing of interest can stand inside.
    bool note(const Element& element) {
        for (const char* badge : own_badges)
            comment_.by_post_author = comment_.by_post_author || markup::has_class(element, badge);
        if (const auto match = comment_field_rules().match(element))
            return note_field(element, match->role, match->rank);
        const auto field = named_comment_field(element);
        if (field && markup::has_text(element) && !is_in_furniture(element))
            return note_field(element, *field, name_rank);
        return true;
    }

    [[nodiscard]] bool is_in_furniture(const Element& element) const {
        return std::ranges::any_of(furniture_, [&](const Element* each) { return holds(*each, element); });
    }

    bool note_field(const Element& element, CommentField field, std::size_t rank) {
        switch (field) {
            case CommentField::author:
                if (may_be_name(element)) authors_.push_back({&element, rank});
                break;
            case CommentField::date: note_date(element, rank); break;
            case CommentField::body: bodies_.push_back({&element, rank}); break;
            case CommentField::removed: comment_.removed = true; break;
            case CommentField::likes: note_likes(element); return false;
            case CommentField::furniture: furniture_.insert(&element); return true;
        }
        return true;
    }

    /// The surest; a name within a line about the writer rather than the whole line.
    void choose_author() {
        for (const Found& candidate : authors_) author_.offer(*candidate.element, candidate.rank);
        Found inner;
        for (const Found& candidate : authors_)
            if (candidate.element != author_.element && holds(*author_.element, *candidate.element))
                inner.offer(*candidate.element, candidate.rank);
        if (inner.element != nullptr) author_ = inner;
    }

    void note_date(const Element& element, std::size_t rank) {
        if (rank >= date_.rank) return;
        const std::optional<DateTime> date = comment_date(element);
        if (!date) return;
        date_ = {&element, rank};
        comment_.published = date;
    }

    void note_likes(const Element& element) {
        furniture_.insert(&element);
        std::optional<int> likes = likes_in(markup::collapsed_text(element));
        if (const auto number = parsed_integer(markup::collapsed_text(element))) likes = static_cast<int>(*number);
        walk(element, [&](const Element& inner) {
            if (const auto count = parsed_integer(markup::attribute(inner, "data-like-count")))
                likes = static_cast<int>(std::clamp<long long>(*count, 0, 10000000));
            return Step::into;
        });
        if (likes && *likes > 0) comment_.likes = likes;
    }

    /// A link from another site has no writer but the page that links: its title is the name.
    void find_ping() {
        const std::string text = markup::collapsed_text(*place_.elements.front());
        for (const std::string_view label : ping_labels)
            if (comment_.kind == CommentKind::comment && text.starts_with(label))
                comment_.kind = label.front() == 'T' ? CommentKind::trackback : CommentKind::pingback;
        if (!is_ping()) return;
        const Element* link = nullptr;
        walk(author_.element != nullptr ? *author_.element : *place_.elements.front(), [&](const Element& element) {
            if (furniture_.contains(&element)) return Step::past;
            if (link == nullptr && markup::is_named(element, "a") && foreign_target(element)) link = &element;
            return Step::into;
        });
        if (link != nullptr && markup::has_text(*link)) author_ = {link, 0};
    }

    [[nodiscard]] bool is_ping() const {
        return comment_.kind == CommentKind::pingback || comment_.kind == CommentKind::trackback;
    }

    /// A theme's "Pingback:" is none of the other site's words; it may be all that stands beside the link.
    void drop_ping_label() {
        if (markup::Text* words = first_words(comment_.body.root())) {
            const std::string text(trimmed(words->Value()));
            for (const std::string_view label : ping_labels)
                if (text.starts_with(label)) words->SetValue(text.substr(label.size()).c_str());
        }
        if (!has_letters(comment_.body.root())) comment_.body = markup::Body();
    }

    /// Without names the date is the first short text that is one; a whole paragraph only if nothing stands before it.
    void find_plain_date() {
        bool is_first = true;
        const auto look = [&](const Element& element) {
            if (date_.element != nullptr || is_other_comment(element) || furniture_.contains(&element))
                return Step::past;
            const bool is_leaf = element.FirstChildElement() == nullptr && markup::has_text(element);
            if (is_leaf && !markup::has_more_text(element, 60) && (is_first || markup::is_phrasing(element)))
                note_date(element, no_rank - 1);
            is_first = is_first && !is_leaf;
            return Step::into;
        };
        for (const Element* element : place_.elements) walk(*element, look);
    }

    /// Without names the writer is what stands out before the date, or right after it: bold, cited, a heading, a link.
    void find_plain_author() {
        bool after_date = false;
        const auto look = [&](const Element& element) {
            const bool is_next = date_.element != nullptr && element.PreviousSiblingElement() == date_.element;
            after_date = (after_date && !is_next) || &element == date_.element;
            if (author_.element != nullptr || after_date || is_other_comment(element) || furniture_.contains(&element))
                return Step::past;
            if (markup::is_one_of(element, "b strong cite a h3 h4 h5 h6") && may_be_name(element) &&
                !markup::has_more_text(element, 80) && !(date_.element && holds(element, *date_.element))) {
                author_ = {&element, 0};
                return Step::past;
            }
            return Step::into;
        };
        for (const Element* element : place_.elements) walk(*element, look);
    }

    [[nodiscard]] bool is_left_out(const Element& element) const {
        return furniture_.contains(&element) || is_other_comment(element) || &element == author_.element ||
               &element == date_.element || markup::is_one_of(element, "script style form button noscript");
    }

    /// Text of a byline without badges and "says:".
    [[nodiscard]] std::string name_in(const Element& element) const {
        markup::Body copy("span");
        append_part(copy, copy.root(), element,
                    [&](const Element& inner) { return furniture_.contains(&inner) || &inner == date_.element; });
        const std::string text = markup::collapsed_text(copy.root());
        return name_before_date(text).value_or(commenter_name(text));
    }

    /// Where the name has no element of its own: "written by Ann on May 1, 2019".
    void read_plain_byline() {
        constexpr int levels = 3;
        const Node* up = date_.element;
        for (int level = 0; up != nullptr && comment_.author.empty() && level < levels; ++level, up = up->Parent()) {
            comment_.author = name_before_date(markup::collapsed_text(*up)).value_or("");
            if (std::ranges::find(place_.elements, up->ToElement()) != place_.elements.end()) break;
        }
    }

    void read_byline() {
        if (author_.element == nullptr) return read_plain_byline();
        comment_.author = name_in(*author_.element);
        for (const std::string_view label : ping_labels)
            if (comment_.author.starts_with(label) && comment_.kind == CommentKind::comment)
                comment_.kind = label.front() == 'T' ? CommentKind::trackback : CommentKind::pingback;
        if (const std::optional<Url> url = author_link()) comment_.author_url = url->text();
    }

    /// The writer's own page, around the name or in it; not the comment's address.
    [[nodiscard]] std::optional<Url> author_link() const {
        for (const Node* up = author_.element; up != nullptr; up = up->Parent()) {
            if (markup::is_named(*up, "a")) return foreign_target(*up->ToElement());
            if (!markup::is_phrasing(*up)) break;
        }
        const Element* link = markup::first_descendant(*author_.element, "a");
        return link != nullptr ? foreign_target(*link) : std::nullopt;
    }

    /// Where a link leads that does not lead to the comment itself.
    [[nodiscard]] std::optional<Url> foreign_target(const Element& link) const {
        const std::optional<Url> url = link_target(link, base_);
        const bool leads_here = url && base_ && same_page_key(*url) == same_page_key(*base_);
        const bool is_own = url && (url->parameter("replytocom") || leads_here || (url->fragment() && !is_ping()));
        return is_own ? std::nullopt : url;
    }

    /// The surest body that holds neither writer nor date; a wrapper of everything is none. Known platforms have one
    /// in a comment, names may be said of several parts.
    [[nodiscard]] std::vector<const Element*> named_bodies() const {
        Found best;
        std::vector<const Element*> bodies;
        for (const Found& body : bodies_) {
            const bool wraps_author = author_.element != nullptr && holds(*body.element, *author_.element);
            const bool wraps_date = date_.element != nullptr && holds(*body.element, *date_.element);
            const bool is_known = !bodies.empty() && holds(*bodies.back(), *body.element);
            if (wraps_author || wraps_date || is_known || body.rank > best.rank) continue;
            if (body.rank < best.rank) bodies.clear();
            best.offer(*body.element, body.rank);
            if (bodies.empty() || body.rank == name_rank) bodies.push_back(body.element);
        }
        return bodies;
    }

    void read_body() {
        const auto left_out = [this](const Element& element) { return is_left_out(element); };
        const std::vector<const Element*> bodies = named_bodies();
        for (const Element* body : bodies) append_part(comment_.body, comment_.body.root(), *body, left_out);
        if (bodies.empty()) read_unnamed_body(left_out);
        drop_like_line();
        if (is_ping()) drop_ping_label();
        const std::string text = markup::collapsed_text(comment_.body.root());
        const auto says_removed = [&](std::string_view phrase) {
            return text.starts_with(phrase) && text.size() < 120;
        };
        comment_.removed = comment_.removed || std::ranges::any_of(removal_phrases, says_removed);
        if (comment_.removed) comment_.body = markup::Body();
    }

    /// What follows the byline, or, where that stands below, everything but the byline.
    void read_unnamed_body(const std::function<bool(const Element&)>& left_out) {
        const Element* start = last_of_byline();
        for (const Element* element : place_.elements)
            if (start == nullptr || holds(*element, *start))
                append_part(comment_.body, comment_.body.root(), *element, left_out, start);
            else
                append_part(comment_.body, comment_.body.root(), *element, left_out);
        drop_leading_residue();
        if (start == nullptr || !comment_.body.is_empty()) return;
        comment_.body = markup::Body();
        for (const Element* element : place_.elements)
            append_part(comment_.body, comment_.body.root(), *element, left_out);
    }

    [[nodiscard]] const Element* last_of_byline() const {
        const Element* last = nullptr;
        for (const Element* root : place_.elements)
            walk(*root, [&](const Element& element) {
                if (is_other_comment(element)) return Step::past;
                if (&element == author_.element || &element == date_.element) last = &element;
                return Step::into;
            });
        return last;
    }

    void drop_like_line() {
        Element* last = comment_.body.root().LastChildElement();
        if (last == nullptr || markup::has_more_text(*last, 80)) return;
        const std::optional<int> likes = likes_in(markup::collapsed_text(*last));
        if (!likes) return;
        comment_.likes = likes;
        markup::remove(*last);
    }

    /// "wrote on …:" leaves a colon and a line break behind.
    void drop_leading_residue() {
        Element& root = comment_.body.root();
        while (Node* first = root.FirstChild()) {
            if (const markup::Text* text = first->ToText()) {
                const std::string_view value = text->Value();
                const std::size_t begin = value.find_first_not_of(" \t\r\n:|-");
                if (begin == 0) return;
                if (begin != std::string_view::npos) {
                    first->SetValue(std::string(value.substr(begin)).c_str());
                    return;
                }
            } else if (!markup::is_named(*first, "br")) {
                return;
            }
            markup::remove(*first);
        }
    }

    const CommentPlace& place_;
    const CommentBounds& bounds_;
    const std::optional<Url>& base_;
    Comment comment_;
    Found author_, date_;
    std::vector<Found> authors_, bodies_;
    std::unordered_set<const Element*> furniture_;
};

}  // namespace

std::optional<int> likes_in(std::string_view text) {
    const std::string lowered = ascii_lowered(collapsed(text));
    const auto tells_likes = [&](std::string_view phrase) { return lowered.find(phrase) < 12; };
    if (lowered.size() > 80 || std::ranges::none_of(like_phrases, tells_likes)) return std::nullopt;
    const std::size_t begin = lowered.find_first_of("0123456789");
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t end = lowered.find_first_not_of("0123456789", begin);
    const auto count = parsed_integer(lowered.substr(begin, end == std::string::npos ? end : end - begin));
    return count && *count <= 10000000 ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

std::optional<Comment> read_comment(const CommentPlace& place, const CommentBounds& bounds,
                                    const std::optional<Url>& base) {
    return CommentReader(place, bounds, base).read();
}

}  // namespace blogbind::extract
