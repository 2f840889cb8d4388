// Headings: below the chapter's own, without gaps, and not that one again.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::Element;
using markup::Node;

namespace {

constexpr markup::NameSet levels = "h1 h2 h3 h4 h5 h6";

std::vector<Element*> headings_of(Element& root) {
    std::vector<Element*> headings;
    markup::each_element(root, [&](Element& element) {
        if (markup::is_one_of(element, levels) && !markup::has_class(element, "notes-title"))
            headings.push_back(&element);
    });
    return headings;
}

/// Letters and digits only: themes change quotes and dashes in one place and not in the other.
std::string comparable(std::string_view text) {
    std::string letters;
    const std::string folded = case_folded(text);
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t character = next_character(folded, at);
        if (is_letter(character) || (character >= U'0' && character <= U'9')) append_character(letters, character);
    }
    return letters;
}

}  // namespace

void drop_repeated_title(Task& task) {
    constexpr int near_top = 3;  // blocks before which a title still opens the text
    const std::string title = comparable(task.post.title);
    if (title.empty()) return;
    for (Element* heading : headings_of(task.root()))
        if (markup::is_named(*heading, "h1") && comparable(markup::text_content(*heading)) == title)
            markup::remove(*heading);
    int position = 0;
    for (Element* block = task.root().FirstChildElement(); block != nullptr && position < near_top;) {
        Element* next = block->NextSiblingElement();
        if (markup::is_one_of(*block, levels) && comparable(markup::text_content(*block)) == title)
            markup::remove(*block);
        else
            ++position;
        block = next;
    }
}

void number_headings(Task& task) {
    std::vector<int> open;  // levels in the source of the headings that this one stands under
    for (Element* heading : headings_of(task.root())) {
        const int level = heading->Name()[1] - '0';
        while (!open.empty() && open.back() >= level) open.pop_back();
        open.push_back(level);
        constexpr const char* names[] = {"h2", "h3", "h4", "h5", "h6"};
        markup::rename(*heading, names[std::min<std::size_t>(open.size() - 1, 4)]);
    }
}

void embolden_headings(Task& task) {
    for (Element* heading : headings_of(task.root())) {
        Element* bold = markup::append_element(*heading, "b");
        while (heading->FirstChild() != bold) bold->InsertEndChild(heading->FirstChild());
        markup::rename(*heading, "p");
    }
}

}  // namespace blogbind::normalise
