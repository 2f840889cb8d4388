#include "media/picture_texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace blogbind::media {

TEST_CASE("picture texts: come back as they were, once and in their order") {
    const std::vector<Image> images{{"https://e.org/a.jpg", {}, "A ferry", "“Harbour” – at night", {}},
                                    {"", {}, "", std::string("with a\0 within", 14), {}},
                                    {"https://e.org/b.jpg", {}, "", "", {}}};
    Spill spill = *Spill::create();
    PictureTexts texts(images, spill);
    const std::vector<Image> taken = texts.take();
    REQUIRE(taken.size() == images.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
        CHECK(taken[i].source == images[i].source);
        CHECK(taken[i].alt == images[i].alt);
        CHECK(taken[i].caption == images[i].caption);
    }
}

TEST_CASE("picture texts: of a post without pictures there are none") {
    Spill spill = *Spill::create();
    CHECK(PictureTexts({}, spill).take().empty());
}

}  // namespace blogbind::media
