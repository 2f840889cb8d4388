#include "media/picture_texts.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace blogbind::media {
namespace {

constexpr std::string Image::*texts[] = {&Image::source, &Image::alt, &Image::caption};

void append(std::string& out, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    char bytes[sizeof size];
    std::memcpy(bytes, &size, sizeof size);
    out.append(bytes, sizeof size).append(text);
}

std::string_view taken(std::string_view& bytes) {
    std::uint32_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    const std::string_view text = bytes.substr(sizeof size, size);
    bytes.remove_prefix(sizeof size + size);
    return text;
}

}  // namespace

PictureTexts::PictureTexts(std::span<const Image> images, Spill& spill) : place_(spill) {
    std::string packed;
    for (const Image& image : images)
        for (const auto text : texts) append(packed, image.*text);
    if (!packed.empty() && !place_.put(packed)) kept_ = std::move(packed);
}

std::vector<Image> PictureTexts::take() {
    const std::string packed = place_.is_current() ? place_.packed() : std::exchange(kept_, {});
    std::vector<Image> images;
    for (std::string_view rest = packed; !rest.empty();) {
        Image& image = images.emplace_back();
        for (const auto text : texts) image.*text = taken(rest);
    }
    return images;
}

}  // namespace blogbind::media
