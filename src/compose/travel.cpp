#include "compose/travel.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::compose {

namespace {

// Fewer are no journey, and no index that anybody would look into.
constexpr std::size_t least_stops = 3, least_places = 2, least_pictures = 12;
constexpr std::size_t longest_caption = 200;

/// What stands under the picture; empty if the element is no figure. Galleries have titles, and figures of their own
/// for each picture.
std::string caption_of(const markup::Element& element) {
    if (!markup::is_named(element, "figure") || markup::has_class(element, "gallery")) return {};
    const markup::Element* caption = element.FirstChildElement("figcaption");
    if (caption == nullptr || markup::first_descendant(element, "img") == nullptr) return {};
    return shortened(nfc(markup::collapsed_text(*caption)), longest_caption);
}

std::size_t count_captions(const markup::Body& body) {
    std::size_t count = 0;
    markup::each_element(body.root(), [&](const markup::Element& element) { count += !caption_of(element).empty(); });
    return count;
}

std::set<std::string> ids_in(const markup::Body& body) {
    std::set<std::string> ids;
    markup::each_element(body.root(), [&](const markup::Element& element) {
        if (const auto id = markup::attribute(element, "id"); !id.empty()) ids.emplace(id);
    });
    return ids;
}

/// The figure's own id, or a new one.
std::string anchor_of(markup::Element& figure, std::set<std::string>& taken) {
    if (const auto id = markup::attribute(figure, "id"); !id.empty()) return std::string(id);
    std::string id;
    for (std::size_t n = 1; id.empty() || taken.contains(id); ++n) id = fmt::format("picture-{}", n);
    taken.insert(id);
    markup::set_attribute(figure, "id", id);
    return id;
}

/// "Huế" of "Huế, Vietnam": there is little room on a map.
std::string short_name(const std::string& place) { return collapsed(place.substr(0, place.find(','))); }

}  // namespace

std::vector<Stop> itinerary_of(const std::vector<Chapter>& chapters) {
    std::vector<Stop> stops;
    std::set<std::string> places;
    std::size_t posts = 0;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const Chapter& chapter = chapters[i];
        if (chapter.part > 1) continue;
        ++posts;
        std::string place = chapter.place;
        if (place.empty() && chapter.position) place = in_degrees(*chapter.position);
        if (place.empty() || !chapter.published) continue;
        places.insert(case_folded(place));
        stops.push_back({i, std::move(place), chapter.position});
    }
    const bool is_journey = stops.size() >= least_stops && places.size() >= least_places && stops.size() * 2 >= posts;
    return is_journey ? stops : std::vector<Stop>();
}

std::vector<CaptionedPicture> captioned_pictures(std::vector<Chapter>& chapters) {
    std::size_t count = 0;
    for (const Chapter& chapter : chapters) {
        if (count < least_pictures) count += count_captions(chapter.body);
        rest(chapter);
    }
    if (count < least_pictures) return {};
    std::vector<CaptionedPicture> pictures;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        std::set<std::string> taken = ids_in(chapters[i].body);
        markup::each_element(chapters[i].body.root(), [&](markup::Element& element) {
            if (std::string caption = caption_of(element); !caption.empty())
                pictures.push_back({i, anchor_of(element, taken), std::move(caption)});
        });
        rest(chapters[i]);
    }
    return pictures;
}

std::vector<RoutePoint> route_of(const std::vector<Stop>& itinerary) {
    std::vector<RoutePoint> route;
    bool is_still = true;
    for (const Stop& stop : itinerary) {
        if (!stop.position || (!route.empty() && route.back().position == *stop.position)) continue;
        is_still = route.empty();
        route.push_back({short_name(stop.place), *stop.position});
    }
    return is_still ? std::vector<RoutePoint>() : route;
}

}  // namespace blogbind::compose
