// What the book says of itself.
#include "compose/metadata.h"

#include <fmt/format.h>

#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::vector<Post> two_posts() {
    std::vector<Post> posts;
    posts.push_back(test::post("https://blog.example/2023/12/a/", "Part A", "2023-12-30T10:00:00Z"));
    posts.push_back(test::post("https://blog.example/2024/01/b/", "Part B", "2024-01-02T10:00:00Z"));
    for (Post& post : posts) {
        post.site_title = "A Blog";
        post.authors = {"Ada Kestrel"};
    }
    return posts;
}

std::string identifier(std::string_view address, const BookOptions& options = {}) {
    Listing listing;
    listing.address = Url::parse(address);
    return book_identifier(two_posts(), listing, options);
}

}  // namespace

TEST_CASE("metadata: language tags are written as BCP 47 wants them, or not at all") {
    struct Case {
        std::string_view tag, expected;
    };
    const Case cases[] = {
        {"en_us", "en-US"}, {"EN", "en"},    {"zh-hans-cn", "zh-Hans-CN"}, {"es-419", "es-419"}, {"und", ""},
        {"", ""},           {"english", ""}, {"de-x-private", "de"},       {" pt-br ", "pt-BR"}, {"iw-IL", "he-IL"}};
    for (const Case& c : cases) {
        CAPTURE(c.tag);
        CHECK(language_tag(c.tag) == c.expected);
    }
}

TEST_CASE("metadata: the identity follows the series' address") {
    const std::string plain = identifier("https://blog.example/series/x/");
    CHECK(plain.starts_with("urn:uuid:"));
    CHECK(plain[23] == '5');
    CHECK(identifier("http://blog.example/series/x/?utm_source=mail#top") == plain);
    CHECK(identifier("https://blog.example/series/y/") != plain);
    BookOptions options;
    options.id = "second edition";
    CHECK(identifier("https://blog.example/series/x/", options) != plain);
}

TEST_CASE("metadata: a book without any address is known by its first post's title and text") {
    std::vector<Post> posts = two_posts();
    for (Post& post : posts) post.permalink.reset();
    const std::string before = book_identifier(posts, {}, {});
    CHECK(book_identifier(posts, {}, {}) == before);
    posts.front().title = "Another";
    CHECK(book_identifier(posts, {}, {}) != before);
}

TEST_CASE("metadata: the title is the user's, else the series', else the blog's, else the first post's") {
    std::vector<Post> posts = two_posts();
    Listing listing;
    CHECK(describe(posts, listing, {}).title == "A Blog");
    for (Post& post : posts) post.site_title.clear();
    CHECK(describe(posts, listing, {}).title == "Part A");
    listing.title = "The  Series";
    CHECK(describe(posts, listing, {}).title == "The Series");
    BookOptions options;
    options.title = "My title";
    CHECK(describe(posts, listing, options).title == "My title");
}

TEST_CASE("metadata: authors and subjects stand in order of frequency") {
    std::vector<Post> posts = two_posts();
    posts[0].authors = {"Bo Lind", "Ada Kestrel"};
    posts[0].tags = {"Uncategorized", "Boats", "Travel"};
    posts[1].tags = {"travel"};
    const BookMetadata metadata = describe(posts, {}, {});
    CHECK(metadata.authors == std::vector<std::string>{"Ada Kestrel", "Bo Lind"});
    CHECK(metadata.subjects == std::vector<std::string>{"Travel", "Boats"});
}

TEST_CASE("metadata: rights name years and authors, or the licence that all posts share") {
    std::vector<Post> posts = two_posts();
    CHECK(describe(posts, {}, {}).rights ==
          "© 2023–2024 Ada Kestrel; each comment © its writer. Personal reading copy of a public blog.");
    for (Post& post : posts) post.licence = "https://creativecommons.org/licenses/by-sa/4.0/";
    CHECK(describe(posts, {}, {}).rights == "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)");
}

TEST_CASE("metadata: the publisher is the blog and its host; of texts that are of no blog, who wrote them") {
    std::vector<Post> posts = two_posts();
    CHECK(describe(posts, {}, {}).publisher == "A Blog (blog.example)");
    for (Post& post : posts) {
        post.site_title.clear();
        post.permalink.reset();
    }
    CHECK(describe(posts, {}, {}).publisher == "Ada Kestrel");
}

TEST_CASE("metadata: the book was modified when its newest post or comment was, and never after the bound") {
    std::vector<Post> posts = two_posts();
    CHECK(rfc3339_utc(describe(posts, {}, {}).modified) == "2024-01-02T10:00:00Z");
    posts[0].comments.all().push_back(test::comment("1", "", "Jo"));
    posts[0].comments[0].published = parse_date("2024-02-01T12:00:00+02:00");
    CHECK(rfc3339_utc(describe(posts, {}, {}).modified) == "2024-02-01T10:00:00Z");
    BookOptions options;
    options.latest = parse_date("2024-01-15T00:00:00Z")->utc();
    CHECK(rfc3339_utc(describe(posts, {}, options).modified) == "2024-01-15T00:00:00Z");
    for (Post& post : posts) post.published.reset();
    posts[0].comments.all().clear();
    CHECK(rfc3339_utc(describe(posts, {}, {}).modified) == "2000-01-01T00:00:00Z");
}

TEST_CASE("metadata: the description is long enough to be one and short enough to be read") {
    std::vector<Post> posts = two_posts();
    posts[0].site_description = "Walks";
    posts[0].body = test::body_of(fmt::format("<p>{:x>900} end</p>", ""));
    const std::string description = book_description(posts);
    CHECK(description.starts_with("Walks. xxx"));
    CHECK(description.size() <= 610);
}
