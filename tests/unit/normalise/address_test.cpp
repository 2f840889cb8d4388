#include <doctest/doctest.h>

#include "normalise/image_addresses.h"
#include "normalise/image_candidates.h"

using namespace blogbind;
using namespace blogbind::normalise;

TEST_CASE("addresses: hosts keep originals where their rules say") {
    const struct {
        std::string_view name, address, original;
    } cases[] = {
        {"photon", "https://i0.wp.com/h.example/a.jpg?resize=300%2C200&ssl=1", "https://h.example/a.jpg"},
        {"photon and size", "https://i1.wp.com/h.example/uploads/a-300x200.jpg?ssl=1",
         "https://h.example/uploads/a.jpg"},
        {"wordpress.com", "https://x.files.wordpress.com/2019/a.jpg?w=300", "https://x.files.wordpress.com/2019/a.jpg"},
        {"wordpress", "https://h.example/a-1024x768.jpg", "https://h.example/a.jpg"},
        {"blogger", "https://1.bp.blogspot.com/-x/s320/a.jpg", "https://1.bp.blogspot.com/-x/s0/a.jpg"},
        {"google", "https://lh3.googleusercontent.com/abc=w640-h480", "https://lh3.googleusercontent.com/abc=s0"},
        {"substack", "https://substackcdn.com/image/fetch/w_1456,c_limit/https%3A%2F%2Fs3.example%2Fa.png",
         "https://s3.example/a.png"},
        {"medium", "https://miro.medium.com/v2/resize:fit:1400/1*ab.jpeg", "https://miro.medium.com/v2/1*ab.jpeg"},
        {"squarespace", "https://images.squarespace-cdn.com/a.jpg?format=500w",
         "https://images.squarespace-cdn.com/a.jpg?format=original"},
        {"wix", "https://static.wixstatic.com/media/a~mv2.jpg/v1/fill/w_740/b.jpg",
         "https://static.wixstatic.com/media/a~mv2.jpg"},
        {"ghost", "https://h.example/content/images/size/w600/2020/a.jpg",
         "https://h.example/content/images/2020/a.jpg"},
        {"tumblr", "https://64.media.tumblr.com/x/tumblr_y_500.jpg", "https://64.media.tumblr.com/x/tumblr_y_1280.jpg"},
        {"imgur", "https://i.imgur.com/abcdefgm.jpg", "https://i.imgur.com/abcdefg.jpg"},
        {"next", "https://h.example/_next/image?url=%2Fa.jpg&w=640", "https://h.example/a.jpg"},
        {"cloudflare", "https://h.example/cdn-cgi/image/width=80/a.jpg", "https://h.example/a.jpg"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const std::vector<Url> found = original_addresses(*Url::parse(c.address));
        REQUIRE(!found.empty());
        CHECK(found.front().text() == c.original);
    }
    CHECK(original_addresses(*Url::parse("https://h.example/a.jpg")).empty());
}

TEST_CASE("addresses: sizes and names are read from them") {
    CHECK(width_in_address(*Url::parse("https://h.example/a-1024x768.jpg")) == 1024);
    CHECK(width_in_address(*Url::parse("https://h.example/a.jpg?w=300")) == 300);
    CHECK(width_in_address(*Url::parse("https://1.bp.blogspot.com/x/s1600/a.jpg")) == 1600);
    CHECK(picture_name(*Url::parse("https://h.example/Harbour-300x200.jpg")) == "harbour");
    CHECK(picture_name(*Url::parse("https://h.example/harbour-scaled.jpg")) == "harbour");
    CHECK(is_placeholder("/img/1x1.trans.gif"));
    CHECK(!is_placeholder("/img/blank-page-of-my-diary.jpg"));
}

TEST_CASE("srcset: addresses may hold commas") {
    const auto items = parse_srcset("https://c.example/w_1,h_2/a.jpg 800w, b.jpg 2x,c.jpg");
    REQUIRE(items.size() == 3);
    CHECK(items[0].address == "https://c.example/w_1,h_2/a.jpg");
    CHECK(items[0].width == 800);
    CHECK(items[1].density == 2);
    CHECK(items[2].address == "c.jpg");
}
