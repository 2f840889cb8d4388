// Questions about a picture's address. The rules that lead to originals are in image_originals.cpp.
#include "normalise/image_addresses.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "normalise/size_tokens.h"

namespace blogbind::normalise {

namespace {

constexpr std::array<std::string_view, 13> image_extensions{"jpg",  "jpeg", "png", "gif", "webp", "avif", "svg",
                                                            "heic", "tif",  "bmp", "jpe", "jfif", "tiff"};

// Whole file names, without extension, that are never the author's picture.
constexpr std::array<std::string_view, 12> placeholder_names{"1x1",   "1x1.trans",   "blank",       "spacer",
                                                             "pixel", "loading",     "loader",      "lazy_placeholder",
                                                             "grey",  "placeholder", "transparent", "clear"};

// Parts of addresses of blurred previews.
constexpr std::array<std::string_view, 6> preview_parts{"/max/34/", "?q=20", "blur_", ",w_20,", "/w_20,", "lqip"};

// Parts of addresses of what only counts, decorates or stands for a person.
constexpr std::array<std::string_view, 17> furniture_parts{"vgwort.de/",
                                                           "//pixel.wp.com/",
                                                           "//stats.wp.com/",
                                                           "feeds.feedburner.com/",
                                                           "/~r/",
                                                           "blogblog.com/",
                                                           "/pixel.gif",
                                                           "doubleclick.net/",
                                                           "/b.gif?",
                                                           "statcounter.com/",
                                                           "gravatar.com/avatar",
                                                           "/avatar/",
                                                           "amazon-adsystem.com",
                                                           "ir-na.amazon",
                                                           "ir-de.amazon",
                                                           "addtoany.com/",
                                                           "google-analytics.com/"};

std::string_view file_stem(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

/// "data:image/gif;base64,…" of a blank picture, or a drawing that shows nothing.
bool is_blank_data(std::string_view address) {
    return address.size() < 300 || (address.starts_with("data:image/svg") && address.size() < 2000);
}

}  // namespace

bool names_image(std::string_view path) {
    path = path.substr(0, path.find_first_of("?#"));
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string extension = ascii_lowered(path.substr(dot + 1));
    return std::ranges::find(image_extensions, extension) != image_extensions.end();
}

bool is_placeholder(std::string_view address) {
    address = trimmed(address);
    if (address.empty() || address.starts_with("about:") || address.starts_with('#')) return true;
    if (address.starts_with("data:")) return is_blank_data(address);
    if (address.starts_with("blob:")) return true;
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    const std::string stem = ascii_lowered(file_stem(path.substr(path.rfind('/') + 1)));
    if (std::ranges::find(placeholder_names, stem) != placeholder_names.end()) return true;
    return std::ranges::any_of(preview_parts, [&](auto part) { return address.find(part) != std::string_view::npos; });
}

bool is_furniture_image(const Url& url) {
    const std::string& text = url.text();
    return std::ranges::any_of(furniture_parts, [&](auto part) { return text.find(part) != std::string::npos; });
}

int width_in_address(const Url& url) {
    if (const auto dimensions = size_suffix(url.path())) return dimensions->width;
    for (const char* name : {"w", "width", "resize", "fit"})
        if (const auto value = url.parameter(name))
            if (const int width = leading_number(*value); width > 0) return width;
    return token_width(url.path());
}

std::string picture_name(const Url& url) {
    if (url.scheme() == "data") return {};
    const std::string whole = last_path_segment(url);
    std::string_view name = file_stem(whole);
    if (const auto dimensions = size_suffix(whole)) name = std::string_view(whole).substr(0, dimensions->at);
    for (const std::string_view mark : {"-scaled", "-rotated"})
        if (name.ends_with(mark)) name.remove_suffix(mark.size());
    return ascii_lowered(name);
}

}  // namespace blogbind::normalise
