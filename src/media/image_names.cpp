#include "media/image_names.h"

#include "base/utf8.h"
#include "net/url.h"

namespace blogbind::media {
namespace {

constexpr std::size_t longest_slug = 40;

std::string original_name(std::string_view source) {
    if (source.starts_with("data:")) return {};
    const auto address = Url::parse(source);
    const std::string name = address ? last_path_segment(*address) : std::string(source);
    return name.substr(0, name.rfind('.'));
}

std::string readable_part(const Image& image, std::string_view source) {
    for (const std::string& words : {image.caption, image.alt, original_name(source)})
        if (std::string found = slug(words, longest_slug); !found.empty()) return found;
    return "picture";
}

}  // namespace

std::string ImageNames::path(const Image& image, std::string_view source, std::string_view sha256,
                             std::string_view media_type) {
    if (const auto known = by_content_.find(sha256); known != by_content_.end()) return known->second;
    const std::string begin = "images/" + readable_part(image, source) + "-";
    const std::string_view extension = media_type == "image/png" ? ".png" : ".jpg";
    // Six digits are enough but for a coincidence; then the next ones decide.
    std::size_t digits = 6;
    std::string path;
    do path = begin + std::string(sha256.substr(0, digits++)) + std::string(extension);
    while (!taken_.insert(path).second && digits <= sha256.size());
    by_content_.emplace(sha256, path);
    return path;
}

}  // namespace blogbind::media
