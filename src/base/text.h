// Small questions and changes to byte strings that hold UTF-8. ASCII rules only; scripts are utf8.h's matter.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_ascii_digit(char c);
bool is_ascii_alpha(char c);
char ascii_lower(char c);
/// The value of a hexadecimal digit; -1 if `c` is none.
int hex_digit_value(char c);
bool is_ascii(std::string_view text);
std::string ascii_lowered(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view part);

/// Without leading and trailing white space: ASCII, U+00A0, U+FEFF and U+200B.
std::string_view trimmed(std::string_view text);
/// Trimmed, and every run of ASCII white space and U+00A0 is one space.
std::string collapsed(std::string_view text);
/// Pieces between separators, empty ones included.
std::vector<std::string_view> split(std::string_view text, char separator);
/// Words between ASCII white space, no empty ones.
std::vector<std::string_view> split_words(std::string_view text);
/// Calls `visit` with each of them.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t start = at;
        while (at < text.size() && !is_ascii_space(text[at])) ++at;
        if (at > start) visit(text.substr(start, at - start));
    }
}
/// Pieces of a temporary would point nowhere.
std::vector<std::string_view> split(std::same_as<std::string> auto&& text, char separator) = delete;
std::vector<std::string_view> split_words(std::same_as<std::string> auto&& text) = delete;
std::string joined(const std::vector<std::string>& parts, std::string_view separator);
std::string replaced(std::string_view text, std::string_view from, std::string_view to);
/// Whether `list`, words between white space, holds `word` (class attributes, rel).
bool has_word(std::string_view list, std::string_view word);
/// The whole of `text` as a decimal number; nothing if it is not one or does not fit.
std::optional<long long> parsed_integer(std::string_view text);

}  // namespace blogbind
