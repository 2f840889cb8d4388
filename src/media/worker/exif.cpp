#include "media/worker/exif.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace blogbind::media {
namespace {

/// Numbers of a TIFF file, in its byte order; 0 beyond its end.
class TiffNumbers {
  public:
    explicit TiffNumbers(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.starts_with("MM")) {}
    [[nodiscard]] std::uint32_t at(std::size_t offset, std::size_t size) const {
        if (offset > bytes_.size() || bytes_.size() - offset < size) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t place = big_endian_ ? offset + i : offset + size - 1 - i;
            value = value << 8 | static_cast<std::uint8_t>(bytes_[place]);
        }
        return value;
    }

  private:
    std::string_view bytes_;
    bool big_endian_;
};

}  // namespace

int exif_orientation(std::string_view app1) {
    using namespace std::string_view_literals;
    constexpr std::string_view mark = "Exif\0\0"sv;
    if (!app1.starts_with(mark)) return 1;
    const TiffNumbers tiff(app1.substr(mark.size()));
    if (tiff.at(2, 2) != 42) return 1;
    const std::size_t directory = tiff.at(4, 4);
    const std::uint32_t entries = std::min<std::uint32_t>(tiff.at(directory, 2), 200);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        if (tiff.at(entry, 2) != 0x0112) continue;
        const std::uint32_t orientation = tiff.at(entry + 8, 2);
        return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
    }
    return 1;
}

bool is_srgb_profile(std::string_view profile) {
    using namespace std::string_view_literals;
    // Old profiles are described in ASCII, newer ones in UTF-16.
    constexpr std::string_view names[] = {"sRGB"sv, "\0s\0R\0G\0B"sv};
    return std::ranges::any_of(names, [&](auto name) { return profile.find(name) != profile.npos; });
}

}  // namespace blogbind::media
