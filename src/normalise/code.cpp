// Program text: one shape, whatever coloured it.
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

// Columns of line numbers that colouring programs put beside the text.
constexpr std::string_view number_classes =
    "rouge-gutter gutter line-numbers-rows lineno linenos lnt blob-num crayon-nums";

bool is_verse(const Element& pre) { return markup::has_class_of(pre, "wp-block-verse verse poem poetry"); }

/// Text as it is laid out: <br> and the ends of lines that are elements are line breaks, tabs are four spaces.
std::string laid_out_text(const Element& pre) {
    std::string text;
    for (const Node* node = &pre; node != nullptr; node = markup::next_in_order(*node, pre)) {
        if (node->ToText() != nullptr) text += node->Value();
        const bool begins_line = markup::is_one_of(*node, "div p li tr") && !text.empty() && text.back() != '\n';
        if (markup::is_named(*node, "br") || begins_line) text += '\n';
    }
    text = replaced(replaced(text, "\r\n", "\n"), "\t", "    ");
    const std::size_t begin = text.find_first_not_of("\r\n");
    const std::size_t last = text.find_last_not_of(" \r\n");
    return begin == std::string::npos ? std::string() : text.substr(begin, last - begin + 1);
}

/// A poem is no program: its lines wrap like prose.
void make_verse(Task& task, Element& pre) {
    Element* paragraph = task.body.new_element("p");
    markup::insert_before(pre, *paragraph);
    std::size_t blank = 0;
    const std::string text = laid_out_text(pre);
    for (const std::string_view line : split(text, '\n')) {
        if (trimmed(line).empty()) {
            ++blank;
            continue;
        }
        for (std::size_t breaks = paragraph->NoChildren() ? 0 : blank + 1; breaks > 0; --breaks)
            markup::append_element(*paragraph, "br");
        markup::append_text(*paragraph, line);
        blank = 0;
    }
    markup::remove(pre);
}

void settle(Task& task, Element& pre) {
    if (markup::first_descendant(pre, "img") != nullptr) return markup::rename(pre, "div");
    if (is_verse(pre)) return make_verse(task, pre);
    const std::string text = laid_out_text(pre);
    pre.DeleteChildren();
    markup::rename(pre, "pre");
    if (!text.empty()) markup::append_element(pre, "code", text);
}

}  // namespace

void tidy_code(Task& task) {
    std::vector<Element*> numbers;
    std::vector<Element*> blocks;
    Node* node = markup::next_in_order(task.root(), task.root());
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool is_number = element != nullptr && markup::has_class_of(*element, number_classes);
        const bool is_block = element != nullptr && markup::is_one_of(*element, "pre xmp listing plaintext");
        if (is_number)
            numbers.push_back(element);
        else if (is_block)
            blocks.push_back(element);
        node = is_number ? markup::next_after_subtree(*node, task.root()) : markup::next_in_order(*node, task.root());
    }
    for (Element* number : numbers) markup::remove(*number);
    while (!blocks.empty()) {  // the innermost of nested ones first
        settle(task, *blocks.back());
        blocks.pop_back();
    }
}

}  // namespace blogbind::normalise
