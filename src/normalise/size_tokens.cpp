#include "normalise/size_tokens.h"

#include <algorithm>

#include "base/text.h"

namespace blogbind::normalise {

namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    return end - at;
}

/// Whether `token` is "s320", "w640", "w640-h480", "h480", each with "-c", "-rw" and the like behind it.
bool is_google_size(std::string_view token) {
    if (token.size() < 2 || std::string_view("swh").find(token[0]) == std::string_view::npos) return false;
    const std::size_t digits = digits_at(token, 1);
    if (digits == 0 || digits > 5) return false;
    const std::string_view rest = token.substr(1 + digits);
    return rest.empty() || (rest[0] == '-' && rest.size() < 30 && std::ranges::all_of(rest, [](char c) {
                                return c == '-' || is_ascii_digit(c) || is_ascii_alpha(c);
                            }));
}

SizeToken google_token_of(std::string_view path, std::size_t at, std::size_t length) {
    const std::string_view token = path.substr(at, length);
    return {at, length, token[0] == 'h' ? 0 : leading_number(token.substr(1))};
}

}  // namespace

int leading_number(std::string_view text) {
    const std::size_t digits = digits_at(text, 0);
    if (digits == 0 || digits > 6) return 0;
    return static_cast<int>(parsed_integer(text.substr(0, digits)).value_or(0));
}

std::optional<SizeSuffix> size_suffix(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || path.size() - dot > 6) return std::nullopt;
    const std::size_t dash = path.substr(0, dot).rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const std::string_view size = path.substr(dash + 1, dot - dash - 1);
    const std::size_t wide = digits_at(size, 0);
    if (wide < 2 || wide > 4 || wide >= size.size() || size[wide] != 'x') return std::nullopt;
    const std::size_t high = digits_at(size, wide + 1);
    if (high < 2 || high > 4 || wide + 1 + high != size.size()) return std::nullopt;
    return SizeSuffix{dash, dot, leading_number(size)};
}

std::optional<SizeToken> google_token(std::string_view path) {
    if (const std::size_t equals = path.rfind('='); equals != std::string_view::npos)
        if (is_google_size(path.substr(equals + 1))) return google_token_of(path, equals + 1, path.size() - equals - 1);
    std::size_t end = path.rfind('/');
    while (end != std::string_view::npos && end > 0) {
        const std::size_t begin = path.rfind('/', end - 1);
        if (begin == std::string_view::npos) break;
        if (is_google_size(path.substr(begin + 1, end - begin - 1)))
            return google_token_of(path, begin + 1, end - begin - 1);
        end = begin;
    }
    return std::nullopt;
}

int token_width(std::string_view path) {
    if (const auto token = google_token(path)) return token->width;
    for (const std::string_view mark :
         {"/w_", ",w_", ":w_", "/max/", "resize:fit:", "/size/w", "/w:", "resize:width:"}) {
        const std::size_t at = path.find(mark);
        if (at == std::string_view::npos) continue;
        if (const int width = leading_number(path.substr(at + mark.size())); width > 0) return width;
    }
    return 0;
}

}  // namespace blogbind::normalise
