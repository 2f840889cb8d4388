#include "media/image_names.h"

#include <tuple>

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

const std::string& ImageNames::path(const Image& image, std::string_view source, const Digest& sha256,
                                    std::string_view media_type) {
    if (const auto known = by_content_.find(sha256); known != by_content_.end()) return *known->second;
    const std::string begin = "images/" + readable_part(image, source) + "-";
    const std::string_view extension = media_type == "image/png" ? ".png" : ".jpg";
    const std::string hex = hex_of(sha256);
    // Six digits are enough but for a coincidence; then the next ones decide.
    std::size_t digits = 6;
    auto place = taken_.end();
    bool is_new = false;
    do std::tie(place, is_new) = taken_.insert(begin + hex.substr(0, digits++) + std::string(extension));
    while (!is_new && digits <= hex.size());
    by_content_.emplace(sha256, &*place);
    return *place;
}

}  // namespace blogbind::media
