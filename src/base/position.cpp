#include "base/position.h"

#include <fmt/format.h>

#include <algorithm>
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

/// Good enough to tell near from far, over the date line as well.
double distance(const Position& a, const Position& b) {
    constexpr double radians = 3.14159265358979 / 180;
    const double across = std::abs(a.longitude - b.longitude);
    const double east = std::min(across, 360 - across) * std::cos((a.latitude + b.latitude) / 2 * radians);
    return std::hypot(a.latitude - b.latitude, east);
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

std::optional<Position> central_position(std::span<const Position> positions) {
    const auto distance_to_all = [&](const Position& one) {
        double sum = 0;
        for (const Position& other : positions) sum += distance(one, other);
        return sum;
    };
    const auto central = std::ranges::min_element(positions, {}, distance_to_all);
    return central == positions.end() ? std::nullopt : std::optional(*central);
}

Position to_a_kilometre(Position position) {
    const auto rounded = [](double degrees) { return std::round(degrees * 100) / 100; };
    return {rounded(position.latitude), rounded(position.longitude)};
}

std::string in_degrees(Position position) {
    return fmt::format("{:.2f}°{} {:.2f}°{}", std::abs(position.latitude), position.latitude < 0 ? 'S' : 'N',
                       std::abs(position.longitude), position.longitude < 0 ? 'W' : 'E');
}

}  // namespace blogbind
