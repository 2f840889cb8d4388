// Headings that editors without a menu of styles left as bold paragraphs.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/utf8.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

namespace {

using markup::attribute;
using markup::Element;

constexpr markup::NameSet levels = "h1 h2 h3 h4 h5 h6";

bool is_running(const Element& element) {
    const std::string_view own_class = attribute(element, "class");
    return markup::is_named(element, "p") && (own_class.empty() || own_class == "first" || own_class == "spaced");
}

/// The <b> or <strong> that is all there is in a paragraph; null if there is more, or none.
template <class Paragraph>  // Element, const or not
Paragraph* only_bold(Paragraph& paragraph) {
    Paragraph* bold = nullptr;
    for (auto* node = paragraph.FirstChild(); node != nullptr; node = node->NextSibling()) {
        if (node->ToText() != nullptr && !markup::has_text(*node)) continue;
        if (bold != nullptr || !markup::is_one_of(*node, "b strong")) return nullptr;
        bold = node->ToElement();
    }
    return bold;
}

/// A name, not a sentence, a label or a date.
bool is_name(std::string_view text) {
    constexpr std::size_t longest = 80;
    constexpr std::string_view sentence_marks = ".!?:;,";
    if (text.empty() || character_count(text) > longest || parse_written_date(text)) return false;
    for (const std::string_view quote : {"”", "’", "“", "»", "«", "\"", "'", ")"})
        if (text.ends_with(quote)) text.remove_suffix(quote.size());
    if (text.empty() || sentence_marks.find(text.back()) != std::string_view::npos) return false;
    for (const std::string_view mark : {"…", "。", "？", "！", "："})
        if (text.ends_with(mark)) return false;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) letters += is_letter(next_character(text, at)) ? 1 : 0;
    return letters > 1;
}

bool introduces(std::string_view heading, const Element& next) {
    constexpr std::size_t prose = 60;  // characters: verses and addresses have shorter lines
    if (markup::is_one_of(next, "ul ol")) return true;
    return is_running(next) && only_bold(next) == nullptr &&
           markup::text_length(next) >= std::max(prose, heading.size());
}

/// What stands before a heading: the end of a section, so not another heading nor a second bold line.
bool ends_section(const Element& before) {
    return !markup::is_one_of(before, levels) && !(markup::is_named(before, "p") && only_bold(before) != nullptr);
}

bool is_heading(const Element& paragraph) {
    const Element* before = paragraph.PreviousSiblingElement();
    const Element* next = paragraph.NextSiblingElement();
    if (before == nullptr || next == nullptr || !is_running(paragraph)) return false;
    const Element* bold = only_bold(paragraph);
    if (bold == nullptr || markup::first_descendant(*bold, "a") != nullptr ||
        markup::first_descendant(*bold, "br") != nullptr || markup::first_descendant(*bold, "img") != nullptr)
        return false;
    const std::string text = markup::collapsed_text(*bold);
    return is_name(text) && ends_section(*before) && introduces(text, *next);
}

/// The level of what stands under the last true heading, or beside the first one.
int level_for(const Element& paragraph) {
    constexpr int deepest = 6;
    constexpr int alone = 3;
    const auto level_of = [](const Element& heading) { return heading.Name()[1] - '0'; };
    for (const Element* before = &paragraph; before != nullptr; before = before->PreviousSiblingElement())
        if (markup::is_one_of(*before, levels)) return std::min(level_of(*before) + 1, deepest);
    for (const Element* after = &paragraph; after != nullptr; after = after->NextSiblingElement())
        if (markup::is_one_of(*after, levels)) return level_of(*after);
    return alone;
}

void make_heading(Element& paragraph, int level) {
    constexpr const char* names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    markup::unwrap(*only_bold(paragraph));
    paragraph.DeleteAttribute("class");
    markup::rename(paragraph, names[level - 1]);
}

}  // namespace

void promote_bold_lines(Task& task) {
    struct Found {
        Element* paragraph;
        int level;
    };
    std::vector<Found> found;  // all are judged before one is changed
    for (Element* block = task.root().FirstChildElement(); block != nullptr; block = block->NextSiblingElement())
        if (is_heading(*block)) found.push_back({block, level_for(*block)});
    for (const Found& heading : found) make_heading(*heading.paragraph, heading.level);
}

}  // namespace blogbind::normalise
