#include "media/image_names.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace blogbind::media {
namespace {

constexpr std::string_view digits = "3fa2c1d4e5f60718293a4b5c6d7e8f903fa2c1d4e5f60718293a4b5c6d7e8f90";
const Digest hash = digest_in(digits);

Image image(std::string caption, std::string alt) { return {{}, {}, std::move(alt), std::move(caption), {}}; }

}  // namespace

TEST_CASE("image names: from the caption, else the description, else the file") {
    struct Case {
        std::string_view name, caption, alt, source, expected;
    };
    const Case cases[] = {
        {"caption", "Night ferry", "A ship", "https://e.org/IMG_1.jpg", "images/night-ferry-3fa2c1.jpg"},
        {"description", "", "A ship", "https://e.org/IMG_1.jpg", "images/a-ship-3fa2c1.jpg"},
        {"file", "", "", "https://e.org/IMG_1.jpg?w=300", "images/img-1-3fa2c1.jpg"},
        {"no Latin letters anywhere", "咸興", "", "https://e.org/%E5%92%B8.jpg", "images/picture-3fa2c1.jpg"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        ImageNames names;
        CHECK(names.name(image(std::string(c.caption), std::string(c.alt)), c.source, hash, "image/jpeg").path ==
              c.expected);
    }
}

TEST_CASE("image names: forty characters are enough") {
    ImageNames names;
    const std::string_view path = names.name(image(std::string(300, 'x'), ""), "", hash, "image/png").path;
    CHECK(path == "images/" + std::string(40, 'x') + "-3fa2c1.png");
}

TEST_CASE("image names: the same content keeps its name, other content gets another") {
    ImageNames names;
    const ImageNames::Name first = names.name(image("Harbour", ""), "", hash, "image/jpeg");
    CHECK(first.is_new);
    const ImageNames::Name again = names.name(image("Another caption", ""), "", hash, "image/jpeg");
    CHECK_FALSE(again.is_new);
    CHECK(again.path == first.path);
    Digest similar = hash;
    similar.back() = 1;
    const ImageNames::Name other = names.name(image("Harbour", ""), "", similar, "image/jpeg");
    CHECK(other.is_new);
    CHECK(other.path != first.path);
}

}  // namespace blogbind::media
