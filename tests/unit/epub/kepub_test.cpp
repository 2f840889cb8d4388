// The twin is the same book in other bytes.
#include "epub/kepub.h"

#include "base/hash.h"
#include "compose/compose.h"
#include "support/posts.h"
#include "support/scratch.h"

using namespace blogbind;
using namespace blogbind::epub;

TEST_CASE("kepub: every content document is woven, all else stays, and the record tells the new bytes") {
    std::vector<Post> posts;
    posts.push_back(
        test::post("https://blog.example/ferry/", "Ferry", "2024-05-03T21:40:00+02:00",
                   "<p id=\"kobo.1.1\">One. <a href=\"#book-inner\">Two.</a></p><p id=\"book-inner\">Three.</p>"));
    const Book book = compose::compose(std::move(posts), {}, {}, {}, {}, {});
    const Result<TemplateSet> templates = TemplateSet::load({});
    REQUIRE(templates);
    test::Scratch scratch;
    const Result<Publication> publication = render(book, *templates, scratch.spill());
    REQUIRE(publication);
    const Result<Publication> kepub = kepub_twin(*publication, book, scratch.spill());
    REQUIRE(kepub);
    const Publication& twin = *kepub;
    CHECK(self_check(twin, scratch.spill()));
    REQUIRE(twin.files.size() == publication->files.size());
    const std::string record = scratch.text(twin, "EPUB/meta/provenance.json");
    for (std::size_t i = 0; i + 1 < twin.files.size(); ++i) {
        const std::string& path = twin.files[i].path;
        CAPTURE(path);
        CHECK(path == publication->files[i].path);
        const std::string text = scratch.text(twin, path);
        const bool is_woven = text.find("<span class=\"koboSpan\" id=\"kobo.1.1\">") != std::string::npos;
        CHECK(is_woven == path.ends_with(".xhtml"));
        CHECK((text == scratch.text(*publication, path)) != is_woven);
        CHECK(record.find(sha256_hex(text)) != std::string::npos);
    }
}
