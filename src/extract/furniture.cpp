#include "extract/furniture.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/furniture_leads.h"
#include "extract/furniture_lines.h"
#include "extract/furniture_links.h"
#include "extract/furniture_names.h"
#include "extract/furniture_related.h"
#include "extract/platforms.h"
#include "extract/titles.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

constexpr std::size_t longest_furniture = 400;
constexpr std::size_t longest_lead = 200;  // letters of a first paragraph; bylines stand before it

bool holds_picture(const Element& element) {
    return markup::is_named(element, "img") || markup::first_descendant(element, "img") != nullptr;
}

/// Plug-ins wrap what an author wrote now and then: much text outside links is never furniture.
bool is_too_much(const Element& element, std::size_t whole) {
    if (!markup::has_more_text(element, longest_furniture)) return false;
    const std::size_t own = link_share(element).plain;
    return own > longest_furniture && (own * 3 > whole || markup::has_class(element, "code-block"));
}

/// Whether the element's parent holds other words than its own.
bool has_text_beside(const Element& element) {
    const Node* parent = element.Parent();
    for (const Node* node = parent != nullptr ? parent->FirstChild() : nullptr; node != nullptr;
         node = node->NextSibling())
        if (node != &element && markup::has_text(*node)) return true;
    return false;
}

/// A link whose only words are for screen readers would be empty without them.
bool names_link(const Element& element) {
    const Node* parent = element.Parent();
    if (parent == nullptr || !markup::is_named(*parent, "a") || !markup::has_class(element, "screen-reader-text"))
        return false;
    const Element& link = *parent->ToElement();
    return !has_text_beside(element) && !holds_picture(link);
}

/// Takes elements away and keeps note of them.
class Sweep {
  public:
    explicit Sweep(std::vector<LeftOut>& left_out) : left_out_(left_out) {}

    void remove(Element& element, std::string_view reason) {
        note_left_out(element, reason, left_out_);
        markup::remove(element);
    }
    void remove(const std::vector<Element*>& elements, std::string_view reason) {
        for (Element* element : elements) remove(*element, reason);
    }

  private:
    std::vector<LeftOut>& left_out_;
};

/// A lesser heading that has a title's class and leads nowhere: themes have it on questions and recipes in a text.
bool heads_text(const Element& element) {
    if (!markup::is_one_of(element, "h3 h4 h5 h6") || !markup::has_class(element, "entry-title")) return false;
    return link_share(element).linked == 0 && !markup::is_inside(element, "a");
}

void drop_named(Element& root, Sweep& sweep) {
    const std::size_t whole = link_share(root).plain;
    std::vector<Element*> doomed;
    markup::Ancestors ancestors;
    const auto visit = [&](const Element& element) {
        const bool is_named = furniture_rules().match(element, ancestors) || has_furniture_name(element);
        if (!is_named || is_too_much(element, whole) || names_link(element) || heads_text(element)) return Step::into;
        doomed.push_back(const_cast<Element*>(&element));
        return Step::past;
    };
    walk(root, visit);
    sweep.remove(doomed, "name");
}

/// Labels stand alone in a block: a paragraph, a heading, a list item.
void drop_lines(Element& root, Sweep& sweep) {
    markup::each_element_bottom_up(root, [&](Element& element) {
        if (!markup::is_one_of(element, "p div h2 h3 h4 h5 h6 li span strong a small")) return;
        const Element* first = element.FirstChildElement();
        if (first != nullptr && (!markup::is_phrasing(*first) || holds_picture(element))) return;
        const bool is_inline = markup::is_phrasing(element);
        if (is_inline && has_text_beside(element)) return;
        const std::string text = markup::collapsed_text(element);
        if (!text.empty() && text.size() <= 300 &&
            (is_furniture_line(text) || is_reading_time(text) || is_update_text(text)))
            sweep.remove(element, "label");
    });
}

/// "Related posts" and what stands below it.
void drop_related(Element& root, Sweep& sweep) {
    const std::vector<Element*> headings = related_headings_in(root);
    for (Element* heading : std::views::reverse(headings))  // inner ones first: they may go with outer ones
        sweep.remove(related_posts(*heading, root), "other posts");
}

/// Lines in the text that lead to other posts, list tags or ask for subscriptions.
void drop_led_lines(Element& root, Sweep& sweep) {
    markup::each_element_bottom_up(root, [&](Element& element) {
        if (!markup::is_one_of(element, "p div h2 h3 h4 h5 h6 blockquote")) return;
        const Element* first = element.FirstChildElement();
        if (first != nullptr && (!markup::is_phrasing(*first) || holds_picture(element))) return;
        const std::string text = markup::collapsed_text(element);
        if (text.empty() || text.size() > longest_furniture) return;
        const std::size_t linked = link_share(element).linked;
        if (is_cross_link(text, linked)) return sweep.remove(element, "other posts");
        if (is_term_list(text, linked)) return sweep.remove(element, "terms");
        if (is_disclosure(text)) return sweep.remove(element, "disclosure");
        if (is_invitation(text)) sweep.remove(element, "invitation");
    });
}

/// "About the author" and the few words up to the end of what holds it.
void drop_author_notes(Element& root, Sweep& sweep) {
    constexpr std::size_t longest_note = 900;
    std::vector<Element*> headings;
    markup::each_element(root, [&](Element& element) {
        const bool can_head =
            markup::is_one_of(element, "h2 h3 h4 h5 h6 p") || (markup::is_named(element, "div") && is_line(element));
        if (can_head && is_author_heading(markup::collapsed_text(element))) headings.push_back(&element);
    });
    for (Element* heading : std::views::reverse(headings)) {  // inner ones first: they may go with outer ones
        std::vector<Element*> doomed{heading};
        std::size_t letters = 0;
        for (Element* next = heading->NextSiblingElement(); next != nullptr; next = next->NextSiblingElement()) {
            doomed.push_back(next);
            letters += markup::text_length(*next);
        }
        if (letters > longest_note) continue;
        sweep.remove(doomed, "about the author");
    }
}

/// A list whose every link leads within the page.
bool is_contents_list(const Element& element) {
    std::size_t within = 0, elsewhere = 0;
    markup::each_element(element, [&](const Element& inner) {
        if (!markup::is_named(inner, "a")) return;
        const std::string_view target = markup::attribute(inner, "href");
        ++(target.find('#') != std::string_view::npos && target.size() > 1 ? within : elsewhere);
    });
    return within >= 3 && elsewhere == 0;
}

/// "In this article" and the list below it: a book has contents of its own.
void drop_contents(Element& root, Sweep& sweep) {
    std::vector<Element*> headings;
    markup::each_element(root, [&](Element& element) {
        if (markup::is_one_of(element, "h2 h3 h4 h5 h6 p div summary span") && !markup::has_more_text(element, 60) &&
            is_contents_heading(markup::collapsed_text(element)))
            headings.push_back(&element);
    });
    for (Element* heading : std::views::reverse(headings)) {
        Element* list = heading->NextSiblingElement();
        if (list == nullptr || !is_contents_list(*list)) continue;
        sweep.remove(*list, "contents list");
        sweep.remove(*heading, "contents list");
    }
}

bool is_byline(const Element& element) {
    if (markup::is_one_of(element, "h1 h2 h3 h4 h5 h6") || markup::has_more_text(element, 120)) return false;
    if (holds_picture(element) || !markup::has_text(element)) return false;
    return is_byline_text(markup::collapsed_text(element));
}

/// The title again, and bylines in words: only before the first real paragraph.
void drop_head(Element& root, std::string_view title, Sweep& sweep) {
    std::vector<Element*> doomed;
    bool started = false;
    walk(root, [&](const Element& element) {
        if (started) return Step::past;
        if (markup::is_one_of(element, "h1 h2 h3")) {
            if (is_same_title(markup::collapsed_text(element), title)) doomed.push_back(const_cast<Element*>(&element));
            return Step::past;
        }
        if (!markup::is_one_of(element, "p div span time small address")) return Step::into;
        if (is_byline(element)) {
            doomed.push_back(const_cast<Element*>(&element));
            return Step::past;
        }
        started = markup::is_named(element, "p") && markup::has_more_text(element, longest_lead - 1);
        return Step::into;
    });
    sweep.remove(doomed, "title or byline");
}

/// Whether a reader finds something in what a node is, without what stands in it.
bool shows_something(const Node& node) {
    if (node.ToText() != nullptr) return markup::has_text(node);
    return markup::is_one_of(node, "img iframe video audio object embed svg canvas script math");
}

bool announces(const Element& line) {
    const std::string text = markup::collapsed_text(line);
    return text.ends_with(':') || text.ends_with("：");
}

/// The last heading, or a short line that ends in a colon, if nothing follows it; null if something does.
Element* label_at_end(Element& root) {
    constexpr std::size_t longest_label = 80;
    Element* last = nullptr;
    markup::each_element(root, [&](Element& element) {
        if (is_line(element)) last = &element;
    });
    if (last == nullptr || !markup::is_one_of(*last, "p div h2 h3 h4 h5 h6")) return nullptr;
    if (markup::is_inside(*last, "li td th dd figure blockquote")) return nullptr;
    for (const Node* node = last; node != nullptr; node = markup::next_in_order(*node, root))
        if (shows_something(*node) && !holds(*last, *node)) return nullptr;
    const std::string text = markup::collapsed_text(*last);
    const bool heads = markup::is_one_of(*last, "h2 h3 h4 h5 h6") && text.find_last_of(".!") != text.size() - 1;
    return text.size() <= longest_label && (heads || announces(*last)) ? last : nullptr;
}

/// Headings and announcements that nothing follows any more. A heading that ended the text from the start is the
/// author's last word.
void drop_labels_at_end(Element& root, const Element* last_word, Sweep& sweep) {
    while (Element* label = label_at_end(root)) {
        if (label == last_word && !announces(*label)) return;
        sweep.remove(*label, "label");
    }
}

/// Teasers of the site's other pages.
void drop_teasers(Element& root, std::string_view host, Sweep& sweep) {
    const std::vector<Element*> boxes = teaser_boxes(root, host);
    sweep.remove(boxes, "other posts");
    const std::vector<Element*> links = outer_links(root, host);
    sweep.remove(links, "other posts");
}

}  // namespace

void note_left_out(const Element& element, std::string_view reason, std::vector<LeftOut>& left_out) {
    constexpr std::size_t most = 300, longest_start = 80;
    if (left_out.size() < most && markup::has_text(element))
        left_out.push_back({std::string(reason), shortened(markup::collapsed_text(element), longest_start)});
}

void drop_furniture(markup::Body& body, std::string_view title, const std::optional<Url>& page,
                    std::vector<LeftOut>& left_out) {
    Element& root = body.root();
    Sweep sweep(left_out);
    const Element* last_word = label_at_end(root);
    drop_named(root, sweep);
    drop_head(root, title, sweep);
    drop_related(root, sweep);
    drop_author_notes(root, sweep);
    drop_contents(root, sweep);
    drop_lines(root, sweep);
    drop_led_lines(root, sweep);
    drop_teasers(root, page ? page->host() : std::string_view{}, sweep);
    drop_labels_at_end(root, last_word, sweep);
}

}  // namespace blogbind::extract
