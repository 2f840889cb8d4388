// Quotations: their source stands after them, and sentences that a layout only repeats are dropped.
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::string_view pull_classes =
    "wp-block-pullquote pullquote pull-quote pull_quote pullQuote PullQuote graf--pullquote is-style-pullquote";

bool is_pull_quote(const Element& element) {
    if (markup::is_named(element, "aside") && attribute(element, "epub:type") == "pullquote") return true;
    for (const std::string_view name : split_words(attribute(element, "class")))
        if (has_word(pull_classes, name)) return true;
    return false;
}

/// Letters and digits only: quotation marks and dots do not make another sentence.
std::string comparable(std::string_view text) {
    std::string letters;
    const std::string folded = case_folded(text);
    for (std::size_t at = 0; at < folded.size();)
        if (const char32_t character = next_character(folded, at);
            is_letter(character) || (character >= '0' && character <= '9'))
            append_character(letters, character);
    return letters;
}

std::vector<Element*> pull_quotes_in(Element& root) {
    std::vector<Element*> found;
    Node* node = markup::next_in_order(root, root);
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool is_pull = element != nullptr && is_pull_quote(*element) && markup::has_text(*element);
        if (is_pull) found.push_back(element);
        node = is_pull ? markup::next_after_subtree(*node, root) : markup::next_in_order(*node, root);
    }
    return found;
}

/// What the quotation itself says, without who said it.
std::string own_words(const Element& pull) {
    std::string words;
    const Node* node = markup::next_in_order(pull, pull);
    while (node != nullptr) {
        const Element* element = node->ToElement();
        const bool is_source = element != nullptr && (markup::is_one_of(*element, "cite footer figcaption") ||
                                                      markup::has_class(*element, "attribution"));
        if (node->ToText() != nullptr) words += node->Value();
        node = is_source ? markup::next_after_subtree(*node, pull) : markup::next_in_order(*node, pull);
    }
    return collapsed(words);
}

/// Whether `words` stand in `whole` twice. Few letters prove nothing: they stand within other words.
bool is_repeated(std::string_view words, std::string_view whole) {
    constexpr std::size_t few = 6;
    if (words.size() < few) return false;
    const std::size_t first = whole.find(words);
    return first != std::string_view::npos && whole.find(words, first + words.size()) != std::string_view::npos;
}

Element& make_aside(Task& task, Element& pull) {
    Element* aside = task.body.new_element("aside");
    markup::insert_before(pull, *aside);
    markup::set_attribute(*aside, "class", "pullquote");
    markup::set_attribute(*aside, "epub:type", "pullquote");
    markup::set_attribute(*aside, "role", "doc-pullquote");
    markup::set_attribute(*aside, "aria-label", task.phrases.text(Phrase::pull_quote));
    markup::move_children(pull, *aside);
    markup::remove(pull);
    std::vector<Element*> quotations;
    markup::each_element(*aside, [&](Element& element) {
        if (markup::is_named(element, "blockquote")) quotations.push_back(&element);
    });
    for (Element* quotation : quotations) markup::unwrap(*quotation);
    return *aside;
}

void settle_pull_quotes(Task& task) {
    const std::vector<Element*> pulls = pull_quotes_in(task.root());
    if (pulls.empty()) return;
    const std::string whole = comparable(markup::text_content(task.root()));
    for (Element* pull : pulls) {
        const std::string words = own_words(*pull);
        if (!is_repeated(comparable(words), whole)) {
            make_aside(task, *pull);
        } else if (task.repeated_quotes == RepeatedQuotes::keep) {
            markup::set_attribute(make_aside(task, *pull), "aria-hidden", "true");
        } else {
            constexpr std::size_t longest_shown = 80;
            task.note(IssueCode::quote_repeated, "the pull quote “" + shortened(words, longest_shown) + "”");
            markup::remove(*pull);
        }
    }
}

bool is_block(const Node& node) { return node.ToElement() != nullptr && !markup::is_phrasing(node); }

/// <cite> or <footer> that stands alone in its block says who is quoted; within a sentence it is part of it.
bool names_source(const Element& element) {
    if (markup::is_named(element, "footer")) return markup::is_inside(element, "blockquote");
    if (!markup::is_named(element, "cite") || !markup::is_inside(element, "blockquote aside")) return false;
    const Node* parent = element.Parent();
    if (!is_block(*parent)) return false;
    if (!markup::is_named(*parent, "p")) return true;
    for (const Node* before = element.PreviousSibling(); before != nullptr; before = before->PreviousSibling()) {
        if (markup::is_named(*before, "br")) return true;
        if (markup::has_text(*before)) return false;
    }
    return true;
}

}  // namespace

void mark_quotations(Task& task) {
    if (!task.is_comment()) settle_pull_quotes(task);
    std::vector<Element*> sources;
    markup::each_element(task.root(), [&](Element& element) {
        if (names_source(element) && markup::has_text(element)) sources.push_back(&element);
    });
    for (Element* source : sources) {
        if (markup::is_named(*source, "cite") && markup::is_named(*source->Parent(), "p"))
            markup::insert_after(*source->Parent(), *source);  // out of the paragraph that it closes
        markup::rename(*source, "p");
        markup::remove_attributes(*source);
        markup::set_attribute(*source, "class", "attribution");
    }
}

namespace {

/// "— Name" as the last paragraph of a quotation.
bool opens_with_dash(const Element& paragraph) {
    const std::string words = markup::collapsed_text(paragraph);
    if (words.size() > 200) return false;
    for (const std::string_view dash : {"—", "–", "― ", "-- ", "~ "})
        if (words.starts_with(dash) && words.size() > dash.size()) return true;
    return false;
}

bool is_attribution(const Element& element) {
    return markup::is_named(element, "p") && (markup::has_class(element, "attribution") || opens_with_dash(element));
}

/// The attributions at the end of the quotation go behind it.
void move_attributions(Element& quotation) {
    Element* last = quotation.LastChildElement();
    while (last != nullptr && is_attribution(*last) && last->PreviousSiblingElement() != nullptr) {
        Element* before = last->PreviousSiblingElement();
        markup::set_attribute(*last, "class", "attribution");
        markup::insert_after(quotation, *last);
        last = before;
    }
    const Element* next = quotation.NextSiblingElement();
    if (next != nullptr && markup::has_class(*next, "attribution"))
        markup::set_attribute(quotation, "class", "tagged");
    else
        quotation.DeleteAttribute("class");
}

bool follows_quotation(const Element& paragraph) {
    const Element* before = paragraph.PreviousSiblingElement();
    while (before != nullptr && markup::has_class(*before, "attribution")) before = before->PreviousSiblingElement();
    return before != nullptr && markup::is_one_of(*before, "blockquote aside");
}

}  // namespace

void settle_quotations(Task& task) {
    std::vector<Element*> quotations;
    std::vector<Element*> paragraphs;
    markup::each_element(task.root(), [&](Element& element) {
        if (markup::is_named(element, "blockquote") ||
            (markup::is_named(element, "aside") && markup::has_class(element, "pullquote")))
            quotations.push_back(&element);
        else if (markup::has_class(element, "attribution"))
            paragraphs.push_back(&element);
    });
    for (Element* quotation : quotations)
        if (markup::is_named(*quotation, "blockquote")) move_attributions(*quotation);
    for (Element* aside : quotations) {
        if (!markup::is_named(*aside, "aside")) continue;
        for (Element* child = aside->FirstChildElement("p"); child != nullptr; child = child->NextSiblingElement("p"))
            if (!markup::has_class(*child, "attribution")) markup::set_attribute(*child, "class", "pull");
    }
    for (Element* paragraph : paragraphs)
        if (!follows_quotation(*paragraph) && !markup::is_named(*paragraph->Parent(), "aside"))
            paragraph->DeleteAttribute("class");
}

}  // namespace blogbind::normalise
