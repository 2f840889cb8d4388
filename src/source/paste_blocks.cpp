// The post's text in a paste: paragraphs, headings, captions, quotations, lists.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "series/pointers.h"
#include "source/paste.h"

namespace blogbind {
namespace {

constexpr std::size_t longest_caption = 160;  // characters
constexpr std::size_t shortest_paragraph = 180;

bool is_rule(std::string_view line) {
    line = trimmed(line);
    return line.size() >= 3 && line.find_first_not_of(line[0]) == std::string_view::npos &&
           (line[0] == '=' || line[0] == '-' || line[0] == '~');
}

std::string_view bullet_text(std::string_view line) {
    line = trimmed(line);
    for (std::string_view mark : {"* ", "- ", "• ", "· ", "– "})
        if (line.starts_with(mark)) return trimmed(line.substr(mark.size()));
    return {};
}

std::string_view numbered_text(std::string_view line) {
    line = trimmed(line);
    std::size_t digits = 0;
    while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
    if (digits == 0 || digits > 3 || !line.substr(digits).starts_with(". ")) return {};
    return trimmed(line.substr(digits + 2));
}

using Lines = std::vector<std::string_view>;
using LineText = std::string_view (*)(std::string_view line);

bool all_lines(const Lines& lines, LineText text) {
    return std::all_of(lines.begin(), lines.end(), [text](std::string_view line) { return !text(line).empty(); });
}

std::string_view quoted_text(std::string_view line) {
    line = trimmed(line);
    return line.starts_with('>') ? trimmed(line.substr(1)) : std::string_view();
}

/// Lines broken at a width belong together; others were broken by the author.
bool is_wrapped(const Lines& lines) {
    return std::all_of(lines.begin(), lines.end() - 1, [](std::string_view line) {
        const std::size_t width = character_count(line);
        return width >= 45 && width <= 110;
    });
}

void add_items(const Lines& lines, PasteKind kind, LineText text, std::vector<PasteBlock>& blocks) {
    for (std::string_view line : lines) blocks.push_back(PasteBlock{kind, {std::string(text(line))}});
}

PasteBlock joined_block(const Lines& lines, PasteKind kind, LineText text) {
    PasteBlock block{kind, {}};
    for (std::string_view line : lines) {
        const std::string words(trimmed(text(line)));
        if (block.lines.empty() || !is_wrapped(lines)) {
            block.lines.push_back(words);
        } else {
            block.lines.back() += " " + words;
        }
    }
    return block;
}

std::string_view whole_line(std::string_view line) { return line; }

/// Lines between two empty ones.
void add_group(Lines lines, std::vector<PasteBlock>& blocks) {
    if (lines.size() >= 3 && is_rule(lines.front())) lines.erase(lines.begin());  // boxed heading
    if (lines.size() >= 2 && is_rule(lines[1])) {
        blocks.push_back(PasteBlock{PasteKind::heading, {std::string(trimmed(lines[0]))}});
        lines.erase(lines.begin(), lines.begin() + 2);
    }
    if (lines.empty() || (lines.size() == 1 && is_rule(lines[0]))) return;
    if (all_lines(lines, bullet_text)) return add_items(lines, PasteKind::bullet, bullet_text, blocks);
    if (lines.size() >= 2 && all_lines(lines, numbered_text))
        return add_items(lines, PasteKind::number, numbered_text, blocks);
    if (all_lines(lines, quoted_text)) return blocks.push_back(joined_block(lines, PasteKind::quotation, quoted_text));
    const bool long_lines =
        std::all_of(lines.begin(), lines.end(), [](std::string_view line) { return character_count(line) > 110; });
    if (lines.size() > 1 && long_lines) {  // one paragraph a line, without empty lines between
        for (std::string_view line : lines)
            blocks.push_back(PasteBlock{PasteKind::paragraph, {std::string(trimmed(line))}});
        return;
    }
    blocks.push_back(joined_block(lines, PasteKind::paragraph, whole_line));
}

/// “…” as a whole, or with a name behind a dash.
bool is_quotation(std::string_view text) {
    struct Pair {
        std::string_view open, close;
    };
    constexpr std::array pairs{Pair{"“", "”"}, Pair{"„", "“"}, Pair{"«", "»"}, Pair{"\"", "\""}};
    for (const Pair& pair : pairs) {
        if (!text.starts_with(pair.open)) continue;
        const std::size_t at = text.find(pair.close, pair.open.size());
        if (at == std::string_view::npos) return false;
        const std::string_view rest = trimmed(text.substr(at + pair.close.size()));
        if (rest.empty()) return true;
        const bool attributed = rest.starts_with("—") || rest.starts_with("–") || rest.starts_with("- ");
        return attributed && character_count(rest) <= 120;
    }
    return false;
}

bool ends_sentence(std::string_view text) {
    for (std::string_view end : {".", "!", "…", "”", ":", ";", ")", "\"", "»"})
        if (text.ends_with(end)) return true;
    return false;
}

/// "c Wikipedia", "Photograph: AFP": only pictures have these.
bool has_credit(std::string_view text) {
    const std::string folded = case_folded(text);
    for (std::string_view mark :
         {"photo", "foto", "©", "– c ", "- c ", " c wikipedia", "(c)", "image:", "picture:", "afp", "getty"})
        if (folded.find(mark) != std::string::npos) return true;
    return false;
}

bool has_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const std::string_view four = text.substr(at, 4);
        const bool digits = std::all_of(four.begin(), four.end(), is_ascii_digit);
        const bool alone =
            (at == 0 || !is_ascii_digit(text[at - 1])) && (at + 4 == text.size() || !is_ascii_digit(text[at + 4]));
        if (digits && alone && (four[0] == '1' || four[0] == '2')) return true;
    }
    return false;
}

/// Ends in an upper-case word that a link stood on.
bool is_pointer_line(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? text : text.substr(space + 1);
    return last == "HERE" || last == "NEXT" || text.ends_with("READ MORE") || series::is_bare_pointer(last);
}

std::string text_of(const PasteBlock& block) {
    std::string text;
    for (const std::string& line : block.lines) text += (text.empty() ? "" : " ") + line;
    return collapsed(text);
}

bool is_short_line(const PasteBlock& block) {
    if (block.kind != PasteKind::paragraph || block.lines.size() != 1) return false;
    const std::string text = text_of(block);
    if (character_count(text) > longest_caption || is_pointer_line(text)) return false;
    return !ends_sentence(text) || has_credit(text);
}

bool is_long(const PasteBlock& block) {
    return block.kind == PasteKind::paragraph && character_count(text_of(block)) >= shortest_paragraph;
}

/// Words that carry meaning: long enough, folded.
std::set<std::string> content_words(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (std::size_t at = 0; at <= text.size();) {
        const char32_t c = at < text.size() ? next_character(text, at) : (++at, U' ');
        if (is_letter(c)) {
            append_character(word, c);
            continue;
        }
        if (character_count(word) > 3) words.insert(case_folded(word));
        word.clear();
    }
    return words;
}

double share_in(const std::set<std::string>& words, const std::set<std::string>& text) {
    if (words.empty()) return 0;
    const auto common =
        std::count_if(words.begin(), words.end(), [&text](const std::string& word) { return text.contains(word); });
    return static_cast<double>(common) / static_cast<double>(words.size());
}

double capitalised_share(std::string_view text) {
    double words = 0, capital = 0;
    for (std::string_view word : split_words(text)) {
        std::size_t at = 0;
        const char32_t first = next_character(word, at);
        if (!is_letter(first)) continue;
        ++words;
        if (case_folded(word.substr(0, at)) != word.substr(0, at)) ++capital;
    }
    return words == 0 ? 0 : capital / words;
}

/// A heading names what comes; a caption names what was there. Found on a real capture: 0.6, 0.4 and 0.7.
bool is_heading(std::string_view line, const std::set<std::string>& before, const std::set<std::string>& after) {
    if (has_credit(line) || has_year(line)) return false;
    const auto words = content_words(line);
    const double in_before = share_in(words, before), in_after = share_in(words, after);
    return in_after >= 0.6 && in_after >= in_before + 0.4 && capitalised_share(line) >= 0.7;
}

std::set<std::string> words_of(const PasteBlock* block) {
    return block == nullptr ? std::set<std::string>() : content_words(text_of(*block));
}

}  // namespace

std::vector<PasteBlock> read_blocks(const std::vector<std::string_view>& lines) {
    std::vector<PasteBlock> blocks;
    Lines group;
    for (std::string_view line : lines) {
        if (!trimmed(line).empty()) {
            group.push_back(line);
        } else if (!group.empty()) {
            add_group(std::exchange(group, {}), blocks);
        }
    }
    if (!group.empty()) add_group(std::move(group), blocks);
    for (PasteBlock& block : blocks)
        if (block.kind == PasteKind::paragraph && is_quotation(text_of(block))) block.kind = PasteKind::quotation;
    return blocks;
}

void tell_captions_from_headings(std::vector<PasteBlock>& blocks) {
    if (std::count_if(blocks.begin(), blocks.end(), is_long) < 3) return;  // too little text to tell
    const PasteBlock* before = nullptr;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_long(blocks[i])) before = &blocks[i];
        if (!is_short_line(blocks[i])) continue;
        const auto after = std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, blocks.end(), is_long);
        const bool heading =
            is_heading(text_of(blocks[i]), words_of(before), words_of(after == blocks.end() ? nullptr : &*after));
        blocks[i].kind = heading ? PasteKind::heading : PasteKind::caption;
    }
}

}  // namespace blogbind
