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

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

ImageNames::Name ImageNames::name(const Image& image, std::string_view source, const Digest& sha256,
                                  std::string_view media_type) {
    const auto content_of = [this](std::uint32_t row) { return bytes_of(rows_[row].content); };
    const auto path_of = [this](std::uint32_t row) { return rows_[row].path; };
    if (const std::uint32_t known = by_content_.row(bytes_of(sha256), content_of); known != RowTable::none)
        return {rows_[known].path, false};
    const std::string begin = "images/" + readable_part(image, source) + "-";
    const std::string_view extension = media_type == "image/png" ? ".png" : ".jpg";
    const std::string hex = hex_of(sha256);
    // Six digits are enough but for a coincidence; then the next ones decide.
    std::size_t digits = 6;
    std::string path;
    do path = begin + hex.substr(0, digits++) + std::string(extension);
    while (by_path_.row(path, path_of) != RowTable::none && digits <= hex.size());
    const auto row = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back({sha256, paths_.kept(path)});
    by_content_.set(bytes_of(sha256), row, content_of);
    by_path_.set(path, row, path_of);
    return {rows_.back().path, true};
}

}  // namespace blogbind::media
