#include <doctest/doctest.h>

#include "normalise/embed_hosts.h"
#include "unit/normalise/normalised.h"

using namespace blogbind;
using namespace blogbind::normalise;

TEST_CASE("embeds: people find the same thing at the address that is told") {
    const struct {
        std::string_view name, frame;
        EmbedKind kind;
        std::string_view address;
    } cases[] = {
        {"youtube", "https://www.youtube.com/embed/abcdefghijk?rel=0", EmbedKind::video,
         "https://www.youtube.com/watch?v=abcdefghijk"},
        {"vimeo", "https://player.vimeo.com/video/12345?h=1", EmbedKind::video, "https://vimeo.com/12345"},
        {"map", "https://www.google.com/maps/embed?pb=!1m1!2d10.75!3d59.91!5e0", EmbedKind::map,
         "https://www.openstreetmap.org/?mlat=59.91&mlon=10.75"},
        {"player", "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/x/y", EmbedKind::audio,
         "https://soundcloud.com/x/y"},
        {"advert", "https://ads.doubleclick.net/x", EmbedKind::dropped, "https://ads.doubleclick.net/x"},
        {"unknown", "https://widget.example/x", EmbedKind::other, "https://widget.example/x"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const Embed embed = embed_at(*Url::parse(c.frame));
        CHECK(embed.kind == c.kind);
        CHECK(embed.address == c.address);
    }
}

TEST_CASE("embeds: a window becomes a box and an issue") {
    Post post =
        post_with("<p>one</p><iframe title='The sea' src='https://www.youtube.com/embed/abcdefghijk'></iframe>");
    Report report;
    normalise::normalise(post, Phrases::in_language("en"), report);
    CHECK(body_of(post) ==
          "<p class=\"first\">one</p><div class=\"embed\"><p class=\"embed-line\"><b>Video</b>: The sea</p>"
          "<p class=\"embed-line\">Not included in this book. Online: "
          "<a href=\"https://www.youtube.com/watch?v=abcdefghijk\">youtube.com/watch?v=abcdefghijk</a></p></div>");
    CHECK(report.count(IssueCode::embed_replaced) == 1);
}
