#include "media/picture_kind.h"

#include <doctest/doctest.h>

#include <string_view>

namespace blogbind::media {

using namespace std::string_view_literals;

TEST_CASE("picture_kind: decided by the first bytes") {
    struct Case {
        std::string_view name, bytes;
        PictureKind expected;
    };
    const Case cases[] = {
        {"JPEG", "\xFF\xD8\xFF\xE0"sv, PictureKind::jpeg},
        {"PNG", "\x89PNG\r\n\x1A\n\0"sv, PictureKind::other},
        {"GIF", "GIF89a\1"sv, PictureKind::other},
        {"WebP", "RIFF\1\1\1\1WEBPVP8 "sv, PictureKind::other},
        {"AVIF",
         "\0\0\0\x1C"
         "ftypavif"sv,
         PictureKind::other},
        {"HEIC",
         "\0\0\0\x18"
         "ftypheic"sv,
         PictureKind::other},
        {"SVG", "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"sv, PictureKind::other},
        {"page with a drawing", "<!DOCTYPE html><html><svg></svg>"sv, PictureKind::none},
        {"video",
         "\0\0\0\x1C"
         "ftypisom"sv,
         PictureKind::none},
        {"text", "not found"sv, PictureKind::none},
        {"nothing", ""sv, PictureKind::none},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(picture_kind(c.bytes) == c.expected);
    }
}

TEST_CASE("not_a_picture: says what came instead") {
    CHECK(not_a_picture("") == "is empty");
    CHECK(not_a_picture("<!doctype html><title>Log in</title>") == "is a web page");
    CHECK(not_a_picture("{}") == "is no picture");
}

}  // namespace blogbind::media
