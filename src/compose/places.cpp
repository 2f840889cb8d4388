#include "compose/places.h"

#include <fmt/format.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::compose {

namespace {

std::string key_of(std::string_view name) { return case_folded(nfc(collapsed(name))); }

/// What a row may call a post: addresses without their scheme and the like, everything else as it is written.
std::string post_key(std::string_view name) {
    const std::optional<Url> url = Url::parse(std::string(trimmed(name)));
    return url && url->is_web() ? same_page_key(*url) : key_of(name);
}

}  // namespace

Result<PlaceTable> PlaceTable::read(std::string_view text) {
    const Csv csv(text);
    for (const std::string_view column : {"place", "latitude", "longitude"})
        if (!csv.has(column)) return fail(ErrorKind::usage, fmt::format("has no column “{}”", column));
    PlaceTable table;
    for (std::size_t row = 0; row < csv.size(); ++row) {
        const std::string place = nfc(collapsed(csv.value(row, "place")));
        const std::string_view latitude = trimmed(csv.value(row, "latitude")),
                               longitude = trimmed(csv.value(row, "longitude"));
        const std::optional<Position> position = parsed_position(latitude, longitude);
        if (!position && !(latitude.empty() && longitude.empty()))
            return fail(ErrorKind::usage, fmt::format("row {}: “{}, {}” is no latitude and longitude in degrees",
                                                      row + 2, latitude, longitude));
        if (position) table.positions_.emplace(key_of(place), *position);
        if (const std::string_view post = trimmed(csv.value(row, "post")); !post.empty())
            table.posts_.emplace(post_key(post), Named{place, position});
    }
    return table;
}

const PlaceTable::Named* PlaceTable::named_for(const Post& post) const {
    std::vector<std::string> keys;
    if (post.permalink) keys.push_back(same_page_key(*post.permalink));
    keys.push_back(key_of(post.title));
    if (post.published) keys.push_back(iso_day(*post.published));
    for (const std::string& key : keys)
        if (const auto named = posts_.find(key); named != posts_.end()) return &named->second;
    return nullptr;
}

void PlaceTable::complete(std::vector<Post>& posts) const {
    std::map<std::string, Position, std::less<>> known = positions_;
    for (Post& post : posts) {
        if (const Named* named = named_for(post)) {
            if (!named->place.empty()) post.place = named->place;
            post.position = named->position;
        }
        const std::string key = key_of(post.place);
        if (key.empty()) {
            if (!post.position) post.position = post.photographed;
            continue;
        }
        if (const auto own = positions_.find(key); own != positions_.end() && !post.position)
            post.position = own->second;
        if (post.position) known.emplace(key, *post.position);
    }
    for (Post& post : posts) {
        if (post.position) continue;
        const auto place = known.find(key_of(post.place));
        post.position = place != known.end() ? place->second : post.photographed;
    }
}

}  // namespace blogbind::compose
