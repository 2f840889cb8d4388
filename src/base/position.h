// A point on the earth, as pages and files tell it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace blogbind {

/// WGS 84, in degrees; north and east are positive.
struct Position {
    double latitude = 0, longitude = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// From two decimal numbers. Nothing if one is none or lies beyond the earth, or if both are 0: that is what software
/// writes where it knows nothing, and lies in the open sea.
std::optional<Position> parsed_position(std::string_view latitude, std::string_view longitude);
/// From both in one text, latitude first: "57.64;10.4", "57.64, 10.4" or "57.64 10.4".
std::optional<Position> parsed_position(std::string_view pair);

/// The one that is nearest to all others together, as of a day's photographs: a single one far away does not count.
/// Nothing if there are none.
std::optional<Position> central_position(std::span<const Position> positions);
/// To hundredths of a degree, about a kilometre: a place, but nobody's door.
Position to_a_kilometre(Position position);
/// "35.18°N 129.08°E".
std::string in_degrees(Position position);

}  // namespace blogbind
