#include "cli/route_map.h"

#include <cmath>
#include <vector>

#include "base/hash.h"
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
        report.add(IssueCode::map_missing, book.metadata.title, "its map could not be drawn");
        book.losses.push_back(report.issues().back());
        return {};
    }
    const Result<Spill::Piece> piece = spill.append(picture->bytes);
    if (!piece) return fail(piece.error());
    Resource map;
    map.path = "images/map.png";
    map.media_type = picture->media_type;
    map.bytes = *piece;
    map.sha256 = sha256_hex(picture->bytes);
    map.width = picture->width;
    map.height = picture->height;
    book.map = std::move(map);
    if (!order.coastlines.empty()) book.coastlines = media::coastline_source;
    return {};
}

}  // namespace blogbind::cli
