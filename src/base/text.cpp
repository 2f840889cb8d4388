#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace blogbind {

namespace {

/// Invisible characters beyond ASCII that surround text on pages, in UTF-8.
constexpr std::string_view no_break_space = "\u00a0";
constexpr std::array<std::string_view, 3> wide_spaces{no_break_space, "\ufeff", "\u200b"};

/// The length of the white space at the start of `text`; 0 if there is none.
std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_space(text.front())) return 1;
    for (std::string_view space : wide_spaces)
        if (text.starts_with(space)) return space.size();
    return 0;
}

std::size_t trailing_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_space(text.back())) return 1;
    for (std::string_view space : wide_spaces)
        if (text.ends_with(space)) return space.size();
    return 0;
}

/// False for nearly all letters, which need no further look.
bool may_begin_space(char c) { return static_cast<unsigned char>(c) <= ' ' || c == no_break_space.front(); }

/// The length of the white space at `at` within a text; 0 if there is none.
std::size_t inner_space(std::string_view text, std::size_t at) {
    if (is_ascii_space(text[at])) return 1;
    const bool is_fixed = text[at] == no_break_space.front() && text.substr(at).starts_with(no_break_space);
    return is_fixed ? no_break_space.size() : 0;
}

bool same_letter(char a, char b) { return ascii_lower(a) == ascii_lower(b); }

}  // namespace

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_alpha(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex_digit_value(char c) {
    if (is_ascii_digit(c)) return c - '0';
    const char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_ascii(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t eight = 0;
    for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, text.data(), sizeof eight);
        if ((eight & high_bits) != 0) return false;
    }
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lowered(std::string_view text) {
    std::string lowered(text);
    std::ranges::transform(lowered, lowered.begin(), ascii_lower);
    return lowered;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, same_letter); }

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    return part.empty() || !std::ranges::search(text, part, same_letter).empty();
}

std::string_view trimmed(std::string_view text) {
    while (const std::size_t length = leading_space(text)) text.remove_prefix(length);
    while (const std::size_t length = trailing_space(text)) text.remove_suffix(length);
    return text;
}

std::string collapsed(std::string_view text) {
    text = trimmed(text);
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && (!may_begin_space(text[end]) || inner_space(text, end) == 0)) ++end;
        out.append(text.substr(0, end));
        if (end < text.size()) out += ' ';
        while (end < text.size() && inner_space(text, end) > 0) end += inner_space(text, end);
        text.remove_prefix(end);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const std::size_t end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    auto at = text.begin();
    while ((at = std::find_if_not(at, text.end(), is_ascii_space)) != text.end()) {
        const auto end = std::find_if(at, text.end(), is_ascii_space);
        words.emplace_back(at, end);
        at = end;
    }
    return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += separator;
        out += part;
    }
    return out;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    if (from.empty()) return std::string(text);
    std::string out;
    for (std::size_t end; (end = text.find(from)) != std::string_view::npos; text.remove_prefix(end + from.size()))
        out.append(text.substr(0, end)).append(to);
    return out.append(text);
}

bool has_word(std::string_view list, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || is_ascii_space(list[at - 1]);
        const bool ends = end == list.size() || is_ascii_space(list[end]);
        if (starts && ends) return true;
    }
    return false;
}

std::optional<long long> parsed_integer(std::string_view text) {
    long long value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

}  // namespace blogbind
