// What a book of a journey has beside its chapters: where they lead, and what their pictures show.
#pragma once

#include <string>
#include <vector>

#include "base/position.h"
#include "model/book.h"

namespace blogbind::compose {

/// The chapters with a date and a place, in reading order; a place that only its position is known of is called by
/// that. Empty unless they are at least three, and half of all, at two places or more.
std::vector<Stop> itinerary_of(const std::vector<Chapter>& chapters);

/// The pictures with captions, in reading order; empty unless they are at least twelve. Their figures get ids.
std::vector<CaptionedPicture> captioned_pictures(std::vector<Chapter>& chapters);

struct RoutePoint {
    std::string place;
    Position position;
};
/// The itinerary's places, without the country, that are known to lie somewhere, the same place twice in a row once;
/// empty unless they are at least two different ones.
std::vector<RoutePoint> route_of(const std::vector<Stop>& itinerary);

}  // namespace blogbind::compose
