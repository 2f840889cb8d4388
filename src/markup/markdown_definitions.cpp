#include <algorithm>

#include "base/text.h"
#include "markup/markdown_parts.h"

namespace blogbind::markup {
namespace {

constexpr std::size_t most_terms = 5;  // more lines than that are prose with a colon in it

/// What follows ": " at the beginning of a line.
std::optional<std::string_view> meaning_at(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start > 3 || !(line.substr(start).starts_with(": ") || line.substr(start).starts_with(":\t")))
        return std::nullopt;
    return trimmed(line.substr(start + 2));
}

}  // namespace

std::optional<MarkdownDefinitions> definitions_in(std::span<const std::string_view> lines) {
    MarkdownDefinitions found;
    for (const std::string_view line : lines) {
        if (const auto meaning = meaning_at(line)) {
            found.meanings.emplace_back(*meaning);
        } else if (found.meanings.empty()) {
            found.terms.emplace_back(trimmed(line));
        } else {
            found.meanings.back().append("\n").append(line.substr(std::min(line.find_first_not_of(' '), line.size())));
        }
    }
    if (found.meanings.empty() || found.terms.size() > most_terms) return std::nullopt;
    return found;
}

}  // namespace blogbind::markup
