#include "media/worker/exif.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace blogbind::media {
namespace {

using namespace std::string_literals;

std::string directory(std::string_view entry) { return "Exif\0\0MM\0*\0\0\0\x08\0\x01"s + std::string(entry); }

}  // namespace

TEST_CASE("exif_orientation: read in both byte orders, and 1 for whatever makes no sense") {
    struct Case {
        std::string_view name;
        std::string data;
        int expected;
    };
    const Case cases[] = {
        {"big-endian", directory("\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s), 6},
        {"little-endian", "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"s, 8},
        {"other tag", directory("\x01\x13\0\x03\0\0\0\x01\0\x06\0\0"s), 1},
        {"out of range", directory("\x01\x12\0\x03\0\0\0\x01\0\x09\0\0"s), 1},
        {"cut off", "Exif\0\0MM\0*\0\0\0\x08\0\xFF\x01"s, 1},
        {"directory far outside", "Exif\0\0MM\0*\xFF\xFF\xFF\xFF"s, 1},
        {"not Exif", "http://ns.adobe.com/xap/1.0/"s, 1},
        {"empty", "", 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(exif_orientation(c.data) == c.expected);
    }
}

TEST_CASE("is_srgb_profile: known by its name in ASCII and in UTF-16") {
    CHECK(is_srgb_profile("ICC_PROFILE\0desc\0\0sRGB IEC61966-2.1"s));
    CHECK(is_srgb_profile("mluc\0s\0R\0G\0B\0 "s));
    CHECK_FALSE(is_srgb_profile("Adobe RGB (1998)"));
}

}  // namespace blogbind::media
