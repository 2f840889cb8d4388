#include "cli/route_map.h"

#include <cmath>
#include <utility>
#include <vector>

#include "cli/drawn_picture.h"
#include "compose/travel.h"
#include "media/coastlines.h"

namespace blogbind::cli {
namespace {

int millionths(double degrees) { return static_cast<int>(std::lround(degrees * 1e6)); }

}  // namespace

Status add_map(Book& book, media::Workshop& workshop, Spill& spill, Report& report) {
    std::vector<Position> positions;
    media::MapOrder order{.route = {}, .language = book.metadata.language, .coastlines = {}};
    for (const compose::RoutePoint& point : compose::route_of(book.itinerary)) {
        positions.push_back(point.position);
        order.route.push_back({point.place, millionths(point.position.latitude), millionths(point.position.longitude)});
    }
    if (positions.empty()) return {};
    order.coastlines = media::coastlines_for(positions);
    const Result<media::Picture> picture = workshop.draw_map(order);
    if (!picture) {
        lose_drawing(book, IssueCode::map_missing, "its map could not be drawn", report);
        return {};
    }
    Result<Resource> drawn = drawn_picture(*picture, "images/map", spill);
    if (!drawn) return fail(drawn.error());
    book.map = *std::move(drawn);
    if (!order.coastlines.empty()) book.coastlines = media::coastline_source;
    return {};
}

}  // namespace blogbind::cli
