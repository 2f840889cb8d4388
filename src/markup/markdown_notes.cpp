#include <algorithm>

#include "base/text.h"
#include "markup/markdown_parts.h"

namespace blogbind::markup {
namespace {

/// Whether lines stand within fenced code (CommonMark 0.30 #fenced-code-blocks).
class Fence {
  public:
    void read(std::string_view line) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
        if (line.empty() || (line[0] != '`' && line[0] != '~')) return;
        const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
        if (length < 3) return;
        if (length_ == 0) {
            mark_ = line[0];
            length_ = length;
        } else if (line[0] == mark_ && length >= length_ && trimmed(line.substr(length)).empty()) {
            length_ = 0;
        }
    }
    [[nodiscard]] bool is_open() const { return length_ > 0; }

  private:
    char mark_ = 0;
    std::size_t length_ = 0;
};

/// How far a line is indented; a tab counts as four.
std::size_t indentation(std::string_view line) {
    std::size_t width = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t') break;
        width += c == '\t' ? 4 : 1;
    }
    return width;
}

std::string_view dedented(std::string_view line) {
    if (line.starts_with('\t')) return line.substr(1);
    return line.substr(std::min({line.find_first_not_of(' '), line.size(), std::size_t{4}}));
}

/// "[^label]: text" at the beginning of a line.
std::optional<MarkdownNote> note_at(std::string_view line) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    if (start > 3 || !line.substr(start).starts_with("[^")) return std::nullopt;
    const std::size_t end = line.find("]:", start);
    if (end == std::string_view::npos || end == start + 2) return std::nullopt;
    const std::string_view label = line.substr(start + 2, end - start - 2);
    if (label.find_first_of(" []") != std::string_view::npos) return std::nullopt;
    return MarkdownNote{std::string(label), std::string(trimmed(line.substr(end + 2))) + '\n'};
}

}  // namespace

MarkdownText without_notes(std::string_view text) {
    MarkdownText result;
    Fence fence;
    MarkdownNote* open = nullptr;  // what indented lines belong to
    bool is_after_blank = false;
    for (const std::string_view line : split(text, '\n')) {
        const bool is_blank = trimmed(line).empty();
        if (open != nullptr) {
            const bool goes_on = is_blank || indentation(line) >= 2 || !is_after_blank;
            if (goes_on && !note_at(line)) {
                open->text.append(dedented(line)).append("\n");
                is_after_blank = is_blank;
                continue;
            }
            open = nullptr;
        }
        if (!fence.is_open()) {
            if (auto note = note_at(line)) {
                open = &result.notes.emplace_back(*std::move(note));
                is_after_blank = false;
                continue;
            }
        }
        fence.read(line);
        result.text.append(line).append("\n");
    }
    return result;
}

}  // namespace blogbind::markup
