// What cmark does not know of Markdown, as text: footnotes, tables and lists of definitions. Only for markdown.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::markup {

struct MarkdownNote {
    std::string label;  ///< "1" of "[^1]: …"
    std::string text;   ///< Markdown, no longer indented
};

/// A text without its notes.
struct MarkdownText {
    std::string text;
    std::vector<MarkdownNote> notes;
};

/// Takes out "[^label]: …" with the indented lines that follow, but for those in fenced code.
MarkdownText without_notes(std::string_view text);

enum class Alignment { none, left, centre, right };

struct MarkdownTable {
    std::size_t start = 0;  ///< the line that holds the headings
    std::vector<Alignment> columns;
    std::vector<std::vector<std::string>> rows;  ///< the first holds the headings; all are as long as `columns`
};

/// GitHub Flavored Markdown #tables-extension-: what begins within the lines of a paragraph, if anything does.
std::optional<MarkdownTable> table_in(std::span<const std::string_view> lines);

/// What terms mean, as kramdown, goldmark and PHP Markdown Extra write it: lines of terms, below them ": meaning".
struct MarkdownDefinitions {
    std::vector<std::string> terms, meanings;  ///< terms: none where they stand in the paragraph before
};

/// The lines of one paragraph; nothing if none begins with a colon.
std::optional<MarkdownDefinitions> definitions_in(std::span<const std::string_view> lines);

}  // namespace blogbind::markup
