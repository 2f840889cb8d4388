// Classes of paragraphs: which are set flush, and which stand apart (epub-output §8).
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

constexpr std::size_t one_line = 90;  // characters
constexpr std::size_t enough = 6;     // paragraphs that make a habit

bool is_running(const Element& element) {
    const std::string_view own_class = attribute(element, "class");
    return markup::is_named(element, "p") && (own_class.empty() || own_class == "first" || own_class == "spaced");
}

/// The author's rhythm is the blank line: most paragraphs are one line long.
bool has_spaced_paragraphs(const Element& root) {
    std::size_t all = 0;
    std::size_t short_ones = 0;
    for (const Element* block = root.FirstChildElement("p"); block != nullptr; block = block->NextSiblingElement("p")) {
        if (!is_running(*block)) continue;
        ++all;
        short_ones += markup::has_more_text(*block, one_line - 1) ? 0 : 1;
    }
    return all >= enough && short_ones * 10 > all * 6;
}

bool follows_running_text(const Element& paragraph) {
    const Element* before = paragraph.PreviousSiblingElement();
    return before != nullptr && is_running(*before);
}

}  // namespace

void set_paragraph_classes(Task& task) {
    const bool is_spaced = has_spaced_paragraphs(task.root());
    std::vector<Element*> paragraphs;
    markup::each_element(task.root(), [&](Element& element) {
        if (is_running(element)) paragraphs.push_back(&element);
    });
    for (Element* paragraph : paragraphs) {
        if (is_spaced && paragraph->Parent() == &task.root())
            markup::set_attribute(*paragraph, "class", "spaced");
        else if (!follows_running_text(*paragraph))
            markup::set_attribute(*paragraph, "class", "first");
        else
            paragraph->DeleteAttribute("class");
    }
}

void set_comment_classes(Task& task) {
    markup::each_element(task.root(), [](Element& element) {
        if (markup::is_named(element, "p") && attribute(element, "class") != "attribution")
            markup::set_attribute(element, "class", "c-text");
    });
}

}  // namespace blogbind::normalise
