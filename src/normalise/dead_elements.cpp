// What a book cannot use: scripts, styles, forms, controls, drawings of the page.
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::Element;
using markup::Node;

namespace {

constexpr markup::NameSet silent =
    "script style link meta title base template head noembed noframes map area col colgroup svg canvas track param "
    "source datalist progress meter dialog slot portal frame frameset applet bgsound keygen";
constexpr markup::NameSet controls = "input button select textarea option optgroup output fieldset legend label";
constexpr std::size_t prose = 400;  // a form with so much text wraps a page, not a question

// Polls and the like, which are a form in all but name.
constexpr std::string_view form_classes = "wp-polls pd-embed poll-embed crowdsignal-poll subscription-widget-wrap";

bool is_form_like(const Element& element) {
    if (markup::is_named(element, "form")) return true;
    for (const std::string_view name : split_words(markup::attribute(element, "class")))
        if (has_word(form_classes, name)) return true;
    return false;
}

/// A <source> is data for <picture>, and collect_images has yet to read it.
bool is_picture_source(const Element& element) {
    return markup::is_named(element, "source") && element.Parent() != nullptr &&
           markup::is_named(*element.Parent(), "picture");
}

bool is_marginal_label(const Element& element) { return markup::has_class(element, "margin-toggle"); }

enum class Fate { keep, drop, drop_and_tell, unwrap };

Fate fate_of(const Element& element) {
    if (markup::is_one_of(element, silent)) return is_picture_source(element) ? Fate::keep : Fate::drop;
    if (is_form_like(element)) return markup::has_more_text(element, prose) ? Fate::unwrap : Fate::drop_and_tell;
    if (!markup::is_one_of(element, controls)) return Fate::keep;
    // Side notes hide behind labels; their text is no control's.
    if (markup::is_one_of(element, "fieldset legend label")) {
        return is_marginal_label(element) ? Fate::drop : Fate::unwrap;
    }
    return Fate::drop;
}

std::string name_of(const Element& element) {
    const std::string words = collapsed(markup::text_content(element));
    return std::string(element.Name()) + (words.empty() ? "" : " \"" + words.substr(0, 60) + "\"");
}

}  // namespace

void drop_dead_elements(Task& task) {
    Element& root = task.root();
    Node* node = root.FirstChild();
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool is_markup = element == nullptr && node->ToText() == nullptr;  // comments, declarations
        const Fate fate = element != nullptr ? fate_of(*element) : is_markup ? Fate::drop : Fate::keep;
        if (fate == Fate::drop_and_tell) task.note(IssueCode::element_dropped, name_of(*element));
        Node* next = fate == Fate::keep || fate == Fate::unwrap ? markup::next_in_order(*node, root)
                                                                : markup::next_after_subtree(*node, root);
        if (fate == Fate::unwrap)
            markup::unwrap(*element);
        else if (fate != Fate::keep)
            markup::remove(*node);
        node = next;
    }
}

}  // namespace blogbind::normalise
