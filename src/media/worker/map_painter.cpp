#include "media/worker/map_painter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "media/coastlines.h"
#include "media/worker/cover_text.h"
#include "media/worker/destroyer.h"
#include "media/worker/geometry.h"
#include "media/worker/map_frame.h"
#include "media/worker/map_labels.h"
#include "media/worker/shapefile.h"

namespace blogbind::media {
namespace {

constexpr int edge = 1600;

// Of light, 0 to 1: a map must be clear in the sixteen greys of electronic paper, and in print.
constexpr double sea = 1, land = 0.9, shore = 0.62, ink = 0.1;
constexpr double shore_width = 2, route_width = 5, halo = 8, dot = 10;
constexpr double letter_height = 50;
constexpr const char* letters = "EB Garamond, Noto Serif, Noto Serif CJK KR, Amiri, Noto Serif Hebrew";

using Layout = std::unique_ptr<PangoLayout, Destroyer<g_object_unref>>;

void set_light(cairo_t* context, double light) { cairo_set_source_rgb(context, light, light, light); }

// --- the earth ---------------------------------------------------------------------------------------------------

void trace(cairo_t* context, std::span<const Position> ring, const MapFrame& frame, int turns) {
    bool is_first = true;
    for (const Position& position : ring) {
        const MapPlace place = frame.place_turned(position, turns);
        (is_first ? cairo_move_to : cairo_line_to)(context, place.x, place.y);
        is_first = false;
    }
    cairo_close_path(context);
}

bool shows(const MapFrame& frame, std::span<const Position> ring, int turns) {
    const MapExtent& extent = frame.extent();
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (const Position& position : ring) {
        const double longitude = position.longitude + 360.0 * turns;
        west = std::min(west, longitude);
        east = std::max(east, longitude);
        south = std::min(south, position.latitude);
        north = std::max(north, position.latitude);
    }
    return west < extent.east && extent.west < east && south < extent.north && extent.south < north;
}

void fill_outlines(cairo_t* context, const std::string& file, const MapFrame& frame, double light) {
    const auto draw = [&](std::span<const Position> ring) {
        for (const int turns : {-1, 0, 1}) {
            if (!shows(frame, ring, turns)) continue;
            trace(context, ring, frame, turns);
            set_light(context, light);
            cairo_fill_preserve(context);
            set_light(context, shore);
            cairo_set_line_width(context, shore_width);
            cairo_stroke(context);
        }
    };
    (void)each_ring(file, draw);
}

void draw_earth(cairo_t* context, const std::string& folder, const MapFrame& frame) {
    set_light(context, sea);
    cairo_paint(context);
    if (folder.empty()) return;
    fill_outlines(context, folder + std::string(coarse_land), frame, land);
    constexpr double widest_with_lakes = 60;  // degrees: on wider maps they are but specks
    if (frame.extent().east - frame.extent().west < widest_with_lakes)
        fill_outlines(context, folder + std::string(coarse_lakes), frame, sea);
}

// --- the route ---------------------------------------------------------------------------------------------------

void draw_arrow(cairo_t* context, const MapPlace& from, const MapPlace& to) {
    constexpr double size = 26, least_leg = 110;
    const double dx = to.x - from.x, dy = to.y - from.y;
    if (std::hypot(dx, dy) < least_leg) return;
    const double direction = std::atan2(dy, dx), spread = std::numbers::pi / 7;
    const MapPlace tip{from.x + dx * 0.5 + std::cos(direction) * size / 2,
                       from.y + dy * 0.5 + std::sin(direction) * size / 2};
    cairo_move_to(context, tip.x, tip.y);
    for (const double side : {direction - spread, direction + spread})
        cairo_line_to(context, tip.x - std::cos(side) * size, tip.y - std::sin(side) * size);
    cairo_close_path(context);
    cairo_fill(context);
}

void draw_route(cairo_t* context, const std::vector<MapPlace>& route) {
    set_light(context, ink);
    cairo_set_line_width(context, route_width);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    for (const MapPlace& place : route) cairo_line_to(context, place.x, place.y);
    cairo_stroke(context);
    for (std::size_t i = 1; i < route.size(); ++i) draw_arrow(context, route[i - 1], route[i]);
}

void draw_dot(cairo_t* context, const MapPlace& place, double light) {
    cairo_arc(context, place.x, place.y, dot, 0, 2 * std::numbers::pi);
    set_light(context, light);
    cairo_fill_preserve(context);
    set_light(context, ink);
    cairo_set_line_width(context, route_width);
    cairo_stroke(context);
}

// --- names -------------------------------------------------------------------------------------------------------

struct Stop {
    MapPlace place;
    Layout name;
    Size size;
};

Layout laid_out(cairo_t* context, const std::string& name, const std::string& language) {
    Layout layout(pango_cairo_create_layout(context));
    pango_context_set_language(pango_layout_get_context(layout.get()), pango_language_from_string(language.c_str()));
    const std::unique_ptr<PangoFontDescription, Destroyer<pango_font_description_free>> font(
        pango_font_description_new());
    pango_font_description_set_family(font.get(), letters);
    pango_font_description_set_absolute_size(font.get(), letter_height * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), name.data(), static_cast<int>(name.size()));
    pango_layout_set_width(layout.get(), edge / 3 * PANGO_SCALE);
    pango_layout_set_height(layout.get(), -1);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    return layout;
}

/// Each place once, however often the route comes through.
std::vector<Stop> stops_of(cairo_t* context, const MapOrder& order, const std::vector<MapPlace>& route) {
    std::vector<Stop> stops;
    for (std::size_t i = 0; i < route.size(); ++i) {
        const bool is_known = std::ranges::any_of(
            stops, [&](const Stop& stop) { return stop.place.x == route[i].x && stop.place.y == route[i].y; });
        if (is_known) continue;
        Layout name = laid_out(context, single_line(order.route[i].name), order.language);
        int width = 0, height = 0;
        pango_layout_get_pixel_size(name.get(), &width, &height);
        stops.push_back({route[i], std::move(name), {width, height}});
    }
    return stops;
}

void draw_name(cairo_t* context, const Stop& stop, const LabelBox& box) {
    PangoRectangle ink_box, box_of_text;
    pango_layout_get_pixel_extents(stop.name.get(), &ink_box, &box_of_text);
    cairo_move_to(context, box.left - box_of_text.x, box.top - box_of_text.y);
    pango_cairo_layout_path(context, stop.name.get());
    set_light(context, sea);
    cairo_set_line_width(context, halo);
    cairo_stroke_preserve(context);
    set_light(context, ink);
    cairo_fill(context);
}

void draw_names(cairo_t* context, const std::vector<Stop>& stops, const std::vector<MapPlace>& route, Size map) {
    std::vector<MapPlace> places;
    std::vector<Size> sizes;
    for (const Stop& stop : stops) {
        places.push_back(stop.place);
        sizes.push_back(stop.size);
    }
    const std::vector<std::optional<LabelBox>> boxes = placed_labels(places, sizes, route, map);
    for (std::size_t i = 0; i < stops.size(); ++i)
        if (boxes[i]) draw_name(context, stops[i], *boxes[i]);
}

void draw_border(cairo_t* context, Size map) {
    set_light(context, shore);
    cairo_set_line_width(context, 2 * shore_width);
    cairo_rectangle(context, 0, 0, map.width, map.height);
    cairo_stroke(context);
}

cairo_status_t append_bytes(void* out, const unsigned char* bytes, unsigned size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<Picture> paint_map(const MapOrder& order) {
    constexpr std::size_t most_points = 2000;
    if (order.route.empty() || order.route.size() > most_points)
        return fail(ErrorKind::usage, "a map shows 1 to 2000 points");
    std::vector<Position> positions;
    for (const MapPoint& point : order.route) positions.push_back({point.latitude / 1e6, point.longitude / 1e6});
    const MapFrame frame(positions, edge);
    std::vector<MapPlace> route;
    for (const Position& position : positions) route.push_back(frame.place(position));

    const Size size = frame.size();
    const std::unique_ptr<cairo_surface_t, Destroyer<cairo_surface_destroy>> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height));
    const std::unique_ptr<cairo_t, Destroyer<cairo_destroy>> context(cairo_create(surface.get()));
    draw_earth(context.get(), order.coastlines, frame);
    draw_route(context.get(), route);
    const std::vector<Stop> stops = stops_of(context.get(), order, route);
    for (const Stop& stop : stops) draw_dot(context.get(), stop.place, &stop == &stops.front() ? sea : ink);
    draw_names(context.get(), stops, route, size);
    draw_border(context.get(), size);

    Picture picture{{}, "image/png", size.width, size.height, size.width, size.height};
    if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &picture.bytes) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::unreadable, "the map cannot be written");
    return picture;
}

}  // namespace blogbind::media
