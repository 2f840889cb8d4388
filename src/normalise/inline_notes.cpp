// Notes whose words stand beside their mark.
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "normalise/notes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::string_view words_classes = "modern-footnotes-footnote__note sidenote marginnote footnote_tooltip";
constexpr std::string_view tooltip_classes = "footnote footnote-ref tooltip-footnote easy-footnote";

/// The mark directly before the words, if the plug-in printed one; else a new element there.
Element* mark_before(Task& task, Element& words) {
    Node* before = words.PreviousSibling();
    while (before != nullptr && before->ToText() != nullptr && !markup::has_text(*before))
        before = before->PreviousSibling();
    if (before != nullptr && (markup::is_named(*before, "sup") || markup::is_named(*before, "a")) &&
        markup::collapsed_text(*before).size() <= 5)
        return before->ToElement();
    Element* mark = task.body.new_element("span");
    markup::insert_before(words, *mark);
    return mark;
}

bool is_taken(const Element& mark, const std::unordered_set<const Node*>& taken) {
    for (const Node* node = &mark; node != nullptr; node = markup::next_in_order(*node, mark))
        if (taken.contains(node)) return true;
    for (const Node* node = mark.Parent(); node != nullptr; node = node->Parent())
        if (taken.contains(node)) return true;
    return false;
}

bool is_tooltip(const Element& element) {
    return markup::is_one_of(element, "sup a") && markup::has_class_of(element, tooltip_classes) &&
           trimmed(attribute(element, "title")).size() >= 9;
}

/// "[ref]words[/ref]" in one piece of text; the plug-in that understood it is gone.
void cut_shortcodes(Task& task, Node& text, std::vector<FoundNote>& notes) {
    std::string_view value = text.Value();
    std::size_t begin = value.find("[ref]");
    std::size_t end = value.find("[/ref]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return;
    const std::string whole(value);
    Node* place = &text;
    std::size_t at = 0;
    const auto add_text = [&](std::string_view piece) {
        markup::Text* added = task.body.new_text(piece);
        markup::insert_after(*place, *added);
        place = added;
    };
    while (begin != std::string::npos && end != std::string::npos && begin < end) {
        add_text(std::string_view(whole).substr(at, begin - at));
        Element* mark = task.body.new_element("span");
        markup::insert_after(*place, *mark);
        place = mark;
        Element* words = markup::append_element(task.root(), "div", whole.substr(begin + 5, end - begin - 5));
        notes.push_back({{mark}, words});
        at = end + 6;
        begin = whole.find("[ref]", at);
        end = whole.find("[/ref]", at);
    }
    add_text(std::string_view(whole).substr(at));
    markup::remove(text);
}

}  // namespace

std::vector<FoundNote> inline_notes(Task& task, const std::vector<FoundNote>& linked) {
    std::unordered_set<const Node*> taken;
    for (const FoundNote& note : linked) taken.insert(note.references.begin(), note.references.end());
    std::vector<Element*> words;
    std::vector<Element*> tooltips;
    std::vector<Node*> texts;
    Element& root = task.root();
    for (Node* node = markup::next_in_order(root, root); node != nullptr; node = markup::next_in_order(*node, root)) {
        Element* element = node->ToElement();
        if (element == nullptr) {
            if (std::string_view(node->Value()).find("[ref]") != std::string_view::npos) texts.push_back(node);
        } else if (markup::has_class_of(*element, words_classes)) {
            words.push_back(element);
        } else if (is_tooltip(*element)) {
            tooltips.push_back(element);
        }
    }
    std::vector<FoundNote> notes;
    for (Element* note : words) {
        Element* mark = mark_before(task, *note);
        if (markup::has_text(*note) && !is_taken(*mark, taken)) notes.push_back({{mark}, note});
    }
    for (Element* mark : tooltips)
        if (!is_taken(*mark, taken))
            notes.push_back({{mark}, markup::append_element(root, "div", collapsed(attribute(*mark, "title")))});
    for (Node* text : texts) cut_shortcodes(task, *text, notes);
    return notes;
}

}  // namespace blogbind::normalise
