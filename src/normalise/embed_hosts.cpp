#include "normalise/embed_hosts.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace blogbind::normalise {

namespace {

/// The part of `text` after `mark` up to one of `ends`; empty if `mark` is missing.
std::string_view between(std::string_view text, std::string_view mark, std::string_view ends) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + mark.size());
    return text.substr(0, text.find_first_of(ends));
}

std::string as_is(const Url& url) { return url.text(); }

bool is_video_id(std::string_view id) {
    return id.size() >= 8 && id.size() <= 16 && std::ranges::all_of(id, [](char c) {
               return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_';
           });
}

std::string youtube(const Url& url) {
    std::string id;
    for (const std::string_view mark : {"/embed/", "/v/", "/shorts/", "/live/", "youtu.be/", "?v=", "&v=", "/vi/"}) {
        const std::string_view found = between(url.text(), mark, "/?&#\"");
        if (is_video_id(found)) id = found;
    }
    const auto list = url.parameter("list");
    if (id.empty()) return list ? "https://www.youtube.com/playlist?list=" + *list : url.text();
    std::string address = "https://www.youtube.com/watch?v=" + id;
    const std::string start = url.parameter("start").value_or("");
    if (!start.empty() && parsed_integer(start)) address += "&t=" + start;
    return address;
}

std::string vimeo(const Url& url) {
    const std::string_view id = between(url.text(), "/video/", "/?&#");
    return id.empty() ? url.text() : "https://vimeo.com/" + std::string(id);
}

std::string dailymotion(const Url& url) {
    const std::string_view id = between(url.text(), "/video/", "/?&#");
    return id.empty() ? url.text() : "https://www.dailymotion.com/video/" + std::string(id);
}

std::string videopress(const Url& url) {
    return "https://videopress.com/v/" + std::string(between(url.text(), "/embed/", "/?&#"));
}

/// Their frames are at the page's address with a word before or behind it.
std::string without_embed(const Url& url) {
    std::string path = url.path();
    constexpr std::string_view word = "/embed";
    const std::size_t at = path.find(word);
    const bool is_whole = at != std::string::npos && (at + word.size() == path.size() || path[at + word.size()] == '/');
    if (is_whole) path.erase(at, word.size());
    return url.without_query().with_path(path).text();
}

/// The player is told the address.
std::string told_address(const Url& url) {
    for (const char* name : {"url", "href"})
        if (const auto value = url.parameter(name))
            if (const auto told = Url::parse(*value); told && told->is_web()) return told->text();
    return url.text();
}

std::string giphy(const Url& url) {
    return "https://giphy.com/gifs/" + std::string(between(url.text(), "/embed/", "/?&#"));
}

struct Service {
    std::string_view host;  // that host and those under it
    std::string_view path;  // part of the address; empty: any
    EmbedKind kind;
    std::string_view name;
    std::string (*address)(const Url&);
};

// The first row that fits; rows with a path before rows without one.
constexpr std::array services{
    Service{"youtube.com", "", EmbedKind::video, "YouTube", youtube},
    Service{"youtube-nocookie.com", "", EmbedKind::video, "YouTube", youtube},
    Service{"youtu.be", "", EmbedKind::video, "YouTube", youtube},
    Service{"vimeo.com", "", EmbedKind::video, "Vimeo", vimeo},
    Service{"dailymotion.com", "", EmbedKind::video, "Dailymotion", dailymotion},
    Service{"videopress.com", "/embed/", EmbedKind::video, "VideoPress", videopress},
    Service{"video.wordpress.com", "/embed/", EmbedKind::video, "VideoPress", videopress},
    Service{"ted.com", "", EmbedKind::video, "TED", as_is},
    Service{"facebook.com", "/plugins/video", EmbedKind::video, "Facebook", told_address},
    Service{"facebook.com", "/plugins/post", EmbedKind::other, "Facebook", told_address},
    Service{"facebook.com", "/plugins/", EmbedKind::dropped, "", as_is},
    Service{"tiktok.com", "", EmbedKind::video, "TikTok", as_is},
    Service{"bilibili.com", "", EmbedKind::video, "Bilibili", as_is},
    Service{"rutube.ru", "", EmbedKind::video, "Rutube", as_is},
    Service{"giphy.com", "/embed/", EmbedKind::video, "Giphy", giphy},
    Service{"spotify.com", "", EmbedKind::audio, "Spotify", without_embed},
    Service{"soundcloud.com", "", EmbedKind::audio, "SoundCloud", told_address},
    Service{"bandcamp.com", "", EmbedKind::audio, "Bandcamp", as_is},
    Service{"mixcloud.com", "", EmbedKind::audio, "Mixcloud", as_is},
    Service{"podcasts.apple.com", "", EmbedKind::audio, "Apple Podcasts", as_is},
    Service{"podigee.io", "", EmbedKind::audio, "Podigee", as_is},
    Service{"anchor.fm", "", EmbedKind::audio, "Anchor", without_embed},
    Service{"instagram.com", "", EmbedKind::other, "Instagram", without_embed},
    Service{"openstreetmap.org", "", EmbedKind::map, "OpenStreetMap", as_is},
    Service{"komoot.com", "", EmbedKind::map, "Komoot", without_embed},
    Service{"komoot.de", "", EmbedKind::map, "Komoot", without_embed},
    Service{"alltrails.com", "", EmbedKind::map, "AllTrails", as_is},
    Service{"strava.com", "", EmbedKind::map, "Strava", without_embed},
    Service{"polarsteps.com", "", EmbedKind::map, "Polarsteps", as_is},
    Service{"gist.github.com", "", EmbedKind::other, "GitHub", as_is},
    Service{"codepen.io", "", EmbedKind::other, "CodePen", as_is},
    Service{"slideshare.net", "", EmbedKind::other, "SlideShare", as_is},
    Service{"scribd.com", "", EmbedKind::other, "Scribd", as_is},
    Service{"issuu.com", "", EmbedKind::other, "Issuu", as_is},
    Service{"amazon-adsystem.com", "", EmbedKind::dropped, "", as_is},
    Service{"doubleclick.net", "", EmbedKind::dropped, "", as_is},
    Service{"googlesyndication.com", "", EmbedKind::dropped, "", as_is},
    Service{"getyourguide.com", "", EmbedKind::dropped, "", as_is},
    Service{"booking.com", "", EmbedKind::dropped, "", as_is},
    Service{"widgets.wp.com", "", EmbedKind::dropped, "", as_is},
    Service{"jetpack.wordpress.com", "", EmbedKind::dropped, "", as_is},
    Service{"platform.twitter.com", "/widgets/", EmbedKind::dropped, "", as_is},
    Service{"googletagmanager.com", "", EmbedKind::dropped, "", as_is},
    Service{"disqus.com", "", EmbedKind::dropped, "", as_is},
};

bool is_google_map(const Url& url) {
    const std::string_view host = url.host();
    const bool is_google = host.starts_with("maps.google.") || host.find(".google.") != std::string_view::npos ||
                           host.starts_with("google.");
    return is_google && (host.starts_with("maps.") || url.path().starts_with("/maps"));
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 20 &&
           std::ranges::all_of(text, [](char c) { return is_ascii_digit(c) || c == '.' || c == '-'; });
}

struct Coordinates {
    std::string latitude, longitude;
};

/// "ll=59.9,10.7" and "q=59.9,10.7", or the frame's own "!2d10.7!3d59.9".
std::optional<Coordinates> coordinates_of(const Url& url) {
    for (const char* name : {"ll", "q", "center", "sll"}) {
        const auto value = url.parameter(name);
        if (!value) continue;
        const auto parts = split(*value, ',');
        if (parts.size() == 2 && is_number(trimmed(parts[0])) && is_number(trimmed(parts[1])))
            return Coordinates{std::string(trimmed(parts[0])), std::string(trimmed(parts[1]))};
    }
    const std::string decoded = percent_decoded(url.text());
    const std::string_view longitude = between(decoded, "!2d", "!&");
    const std::string_view latitude = between(decoded, "!3d", "!&");
    if (!is_number(latitude) || !is_number(longitude)) return std::nullopt;
    return Coordinates{std::string(latitude), std::string(longitude)};
}

Embed google_map(const Url& url) {
    Embed map{EmbedKind::map, "Google Maps", url.text(), {}};
    if (const auto place = coordinates_of(url)) {
        map.service = "OpenStreetMap";
        map.address = "https://www.openstreetmap.org/?mlat=" + place->latitude + "&mlon=" + place->longitude;
        map.place = place->latitude + ", " + place->longitude;
    }
    return map;
}

}  // namespace

Embed embed_at(const Url& url) {
    if (is_google_map(url)) return google_map(url);
    const std::string_view host = url.host();
    for (const Service& service : services) {
        const bool fits = host == service.host ||
                          (host.ends_with(service.host) && host[host.size() - service.host.size() - 1] == '.');
        if (fits && url.text().find(service.path) != std::string::npos)
            return {service.kind, service.name, service.address(url), {}};
    }
    return {EmbedKind::other, {}, url.text(), {}};
}

}  // namespace blogbind::normalise
