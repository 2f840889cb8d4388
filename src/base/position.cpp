#include "base/position.h"

#include <charconv>
#include <cmath>
#include <string>

#include "base/text.h"

namespace blogbind {

namespace {

std::optional<double> degrees(std::string_view text, double most) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return is_number && std::abs(value) <= most ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Position> parsed_position(std::string_view latitude, std::string_view longitude) {
    const std::optional<double> north = degrees(latitude, 90), east = degrees(longitude, 180);
    if (!north || !east || (*north == 0 && *east == 0)) return std::nullopt;
    return Position{*north, *east};
}

std::optional<Position> parsed_position(std::string_view pair) {
    pair = trimmed(pair);
    const std::size_t cut = pair.find_first_of(";, \t");
    if (cut == std::string_view::npos) return std::nullopt;
    std::string_view rest = trimmed(pair.substr(cut));
    if (rest.starts_with(';') || rest.starts_with(',')) rest.remove_prefix(1);
    return parsed_position(pair.substr(0, cut), rest);
}

}  // namespace blogbind
