#include "media/embedder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "markup/html_parser.h"
#include "markup/xhtml_writer.h"
#include "unit/media/sample_pictures.h"

namespace blogbind::media {
namespace {

using test::sample_jpeg;

/// Answers from a table; what is not in it is 404.
class Shelf : public Fetcher {
  public:
    std::map<std::string, std::string> files;
    std::vector<Request> asked;
    bool has_no_memory = false;

    Result<Response> fetch(const Request& request) override {
        const std::scoped_lock lock(mutex_);
        asked.push_back(request);
        if (has_no_memory) throw std::bad_alloc();
        const auto file = files.find(request.url.text());
        Response response{request.url, {}, file == files.end() ? 404 : 200, {}, {}, {}};
        if (file != files.end()) response.body = file->second;
        return response;
    }
    [[nodiscard]] std::ptrdiff_t count(std::string_view address) const {
        return std::ranges::count(asked, address, [](const Request& request) { return request.url.text(); });
    }

  private:
    std::mutex mutex_;
};

Image image(std::string source, std::vector<ImageCandidate> candidates = {}) {
    if (candidates.empty()) candidates.push_back({*Url::parse(source), 0, 0, false});
    return {std::move(source), std::move(candidates), "", "", {}};
}

ImageCandidate candidate(std::string_view address, int width = 0, bool guessed = false) {
    return {*Url::parse(address), width, 0, guessed};
}

Post post_with(std::vector<Image> images) {
    Post post;
    post.permalink = Url::parse("https://blog.example/post/");
    post.language = "en";
    std::string html;
    for (const Image& image : images)
        html += "<figure class=photo><p class=frame><img src='" + image.source + "'></p></figure>";
    post.body = std::move(markup::parse_fragment(html)->body);
    post.images = std::move(images);
    return post;
}

struct Bench {
    Shelf shelf;
    Workshop workshop{1};
    Spill spill = *Spill::create();
    Report report;

    /// The embedder's work on one post after the other.
    std::unique_ptr<Embedder> embedded(std::vector<Post>& posts,
                                       PictureOptions options = {200, 200, 80, false, false}) {
        auto embedder = std::make_unique<Embedder>(shelf, workshop, spill, options, 2);
        for (Post& post : posts) embedder->begin(post);
        for (Post& post : posts) embedder->finish(post, Phrases::in_language("en"), report);
        return embedder;
    }
    std::unique_ptr<Embedder> embedded(Post& post, PictureOptions options = {200, 200, 80, false, false}) {
        std::vector<Post> posts;
        posts.push_back(std::move(post));
        auto embedder = embedded(posts, options);
        post = std::move(posts.front());
        return embedder;
    }
};

const std::string large = sample_jpeg({.width = 400, .height = 300});
const std::string medium = sample_jpeg({.width = 120, .height = 90});
const std::string tiny = sample_jpeg({.width = 2, .height = 2});

}  // namespace

TEST_CASE("embedder: a picture becomes a resource with its origin") {
    Bench bench;
    bench.shelf.files["https://e.org/ferry.jpg"] = large;
    Post post = post_with({image("https://e.org/ferry.jpg")});
    post.images[0].alt = "A ferry";
    const auto embedder = bench.embedded(post);

    const std::vector<Resource> resources = embedder->take_resources();
    REQUIRE(resources.size() == 1);
    const Resource& resource = resources.front();
    CHECK(resource.path.starts_with("images/a-ferry-"));
    CHECK(resource.media_type == "image/jpeg");
    CHECK(resource.width == 200);
    CHECK(resource.height == 150);
    CHECK(resource.source == "https://e.org/ferry.jpg");
    CHECK(resource.source_width == 400);
    CHECK(resource.source_sha256.size() == 64);
    CHECK(test::seen_jpeg(*bench.spill.read(resource.bytes, 0, resource.bytes.size)).width == 200);
    CHECK(markup::inner_xhtml(post.body.root()) == "<figure class=\"photo\"><p class=\"frame\"><img src=\"../" +
                                                       resource.path +
                                                       "\" class=\"w100\" alt=\"A ferry\"/></p></figure>");
    CHECK(embedder->counts().found == 1);
    CHECK(embedder->counts().embedded == 1);
    CHECK(embedder->counts().described == 1);
    CHECK(bench.report.issues().empty());
}

TEST_CASE("embedder: a post's list of pictures is taken when they are begun, and its words are not lost") {
    Bench bench;
    bench.shelf.files["https://e.org/ferry.jpg"] = large;
    Post post = post_with({image("https://e.org/ferry.jpg"), image("https://e.org/gone.jpg")});
    post.images[1].alt = "A lighthouse";
    post.images[0].caption = "Harbour at night";
    Embedder embedder(bench.shelf, bench.workshop, bench.spill, {200, 200, 80, false, false}, 2);
    embedder.begin(post);
    CHECK(post.images.empty());
    embedder.finish(post, Phrases::in_language("en"), bench.report);
    CHECK(markup::text_content(post.body.root()).find("A lighthouse") != std::string::npos);
    const std::vector<Resource> resources = embedder.take_resources();
    REQUIRE(resources.size() == 1);
    CHECK(resources.front().path.starts_with("images/harbour-at-night-"));
}

TEST_CASE("embedder: asks as a reader of the post would") {
    Bench bench;
    bench.shelf.files["https://e.org/a.jpg"] = sample_jpeg({});
    Post post = post_with({image("https://e.org/a.jpg")});
    bench.embedded(post);
    REQUIRE(bench.shelf.asked.size() == 1);
    CHECK(bench.shelf.asked[0].referrer == Url::parse("https://blog.example/post/"));
    CHECK(bench.shelf.asked[0].accept == "image/*");
    CHECK(bench.shelf.asked[0].body_limit == 30U << 20);
}

TEST_CASE("embedder: what is gone is looked for in the copies of the post's time, but no guess is") {
    Bench bench;
    Post post = post_with({image("https://e.org/a-300.jpg",
                                 {candidate("https://e.org/a.jpg", 0, true), candidate("https://e.org/a-300.jpg")})});
    post.published = parse_date("2019-05-01T08:00:00Z");
    bench.embedded(post);
    const auto is_rescue = [](const Request& request) { return request.rescue == Rescue::at_once; };
    REQUIRE(std::ranges::count_if(bench.shelf.asked, is_rescue) == 1);
    const Request& last = bench.shelf.asked.back();
    CHECK(is_rescue(last));
    CHECK(last.url.text() == "https://e.org/a-300.jpg");
    CHECK(last.written == post.published->utc());
}

TEST_CASE("embedder: the address that suits the device, and the next when it fails") {
    const std::string page = "<!DOCTYPE html><html>sorry</html>";
    struct Case {
        std::string_view name;
        std::map<std::string, std::string> files;
        std::vector<ImageCandidate> candidates;
        std::string_view expected;
        std::size_t requests;
    };
    const Case cases[] = {
        {"smallest that is large enough",
         {{"https://e.org/400", large}, {"https://e.org/9000", large}},
         {candidate("https://e.org/9000", 9000), candidate("https://e.org/400", 400)},
         "https://e.org/400",
         1},
        {"guess that does not exist",
         {{"https://e.org/120", medium}},
         {candidate("https://e.org/full", 0, true), candidate("https://e.org/120", 120)},
         "https://e.org/120",
         2},
        {"page instead of a picture",
         {{"https://e.org/400", page}, {"https://e.org/120", medium}},
         {candidate("https://e.org/400", 400), candidate("https://e.org/120", 120)},
         "https://e.org/120",
         2},
        {"smaller than it was said to be",
         {{"https://e.org/u", medium}, {"https://e.org/180", large}},
         {candidate("https://e.org/u"), candidate("https://e.org/180", 180)},
         "https://e.org/180",
         2},
        {"placeholder first",
         {{"https://e.org/u", tiny}, {"https://e.org/v", large}},
         {candidate("https://e.org/u"), candidate("https://e.org/v")},
         "https://e.org/v",
         2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Bench bench;
        bench.shelf.files = c.files;
        Post post = post_with({image("key", c.candidates)});
        const auto embedder = bench.embedded(post);
        const std::vector<Resource> resources = embedder->take_resources();
        REQUIRE(resources.size() == 1);
        CHECK(resources.front().source == c.expected);
        CHECK(bench.shelf.asked.size() == c.requests);
        CHECK(bench.report.issues().empty());
    }
}

TEST_CASE("embedder: one request for one address, one resource for the same bytes, named after their first use") {
    Bench bench;
    bench.shelf.files["https://e.org/a.jpg"] = large;
    bench.shelf.files["https://e.org/copy.jpg"] = large;
    std::vector<Post> posts;
    posts.push_back(post_with({image("https://e.org/a.jpg")}));
    posts.push_back(post_with({image("https://e.org/copy.jpg"), image("https://e.org/a.jpg")}));
    posts[0].images[0].caption = "First";
    posts[1].images[0].caption = "Second";
    const auto embedder = bench.embedded(posts);
    CHECK(bench.shelf.count("https://e.org/a.jpg") == 1);
    const std::vector<Resource> resources = embedder->take_resources();
    REQUIRE(resources.size() == 1);
    CHECK(resources.front().path.starts_with("images/first-"));
    CHECK(embedder->counts().embedded == 3);
}

TEST_CASE("embedder: a lost picture leaves a notice and an issue") {
    std::string cut = sample_jpeg({.width = 640, .height = 960, .noisy = true});
    cut.resize(cut.size() / 2);
    struct Case {
        std::string_view name;
        std::map<std::string, std::string> files;
        IssueCode code;
        std::string_view detail;
    };
    const Case cases[] = {
        {"not there", {}, IssueCode::image_unreachable, "answered 404"},
        {"a page", {{"https://e.org/a.jpg", "<html>"}}, IssueCode::image_unreadable, "is a web page"},
        {"cut off", {{"https://e.org/a.jpg", cut}}, IssueCode::image_unreadable, "is cut off after 48 %"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Bench bench;
        bench.shelf.files = c.files;
        Post post = post_with({image("https://e.org/a.jpg")});
        const auto embedder = bench.embedded(post);
        CHECK(embedder->take_resources().empty());
        CHECK(embedder->counts().missing == 1);
        REQUIRE(bench.report.issues().size() == 1);
        CHECK(bench.report.issues()[0].code == c.code);
        CHECK(bench.report.issues()[0].where == "https://e.org/a.jpg");
        CHECK(bench.report.issues()[0].detail == c.detail);
        CHECK(markup::first_descendant(post.body.root(), "figure") == nullptr);
        CHECK(markup::has_class(*post.body.root().FirstChildElement(), "lost"));
    }
}

TEST_CASE("embedder: a lost picture is known by the largest address that the page names") {
    Bench bench;
    Image lost = image("https://e.org/a.jpg?w=304");
    lost.candidates = {{*Url::parse("https://e.org/a.jpg?w=0"), 0, 0, true},
                       {*Url::parse("https://e.org/a.jpg?w=1024"), 1024, 0, false},
                       {*Url::parse("https://e.org/a.jpg?w=304"), 304, 0, false}};
    Post post = post_with({lost});
    (void)bench.embedded(post);
    REQUIRE(bench.report.issues().size() == 1);
    CHECK(bench.report.issues()[0].where == "https://e.org/a.jpg?w=1024");
}

TEST_CASE("embedder: an animation is kept as a still and reported") {
    Bench bench;
    bench.shelf.files["https://e.org/a.gif"] = test::sample_gif(3);
    Post post = post_with({image("https://e.org/a.gif")});
    const auto embedder = bench.embedded(post);
    CHECK(bench.report.count(IssueCode::image_animated) == 1);
    CHECK(embedder->counts().embedded == 1);
}

TEST_CASE("embedder: a tracker's pixel vanishes without a trace") {
    Bench bench;
    bench.shelf.files["https://e.org/pixel"] = tiny;
    Post post = post_with({image("https://e.org/pixel")});
    const auto embedder = bench.embedded(post);
    CHECK(markup::inner_xhtml(post.body.root()).empty());
    CHECK(embedder->counts().found == 0);
    CHECK(bench.report.issues().empty());
}

TEST_CASE("embedder: without pictures nothing is asked, and descriptions stay") {
    Bench bench;
    Post post = post_with({image("https://e.org/a.jpg")});
    post.images[0].alt = "A ferry";
    const auto embedder = bench.embedded(post, {200, 200, 80, false, true});
    CHECK(bench.shelf.asked.empty());
    CHECK(markup::inner_xhtml(post.body.root()) == "<p class=\"caption\">A ferry</p>");
    CHECK(embedder->take_resources().empty());
}

TEST_CASE("embedder: what ends a picture's thread reaches whoever waits for the picture") {
    Bench bench;
    bench.shelf.has_no_memory = true;
    Embedder embedder(bench.shelf, bench.workshop, bench.spill, {}, 1);
    Post post = post_with({image("https://e.org/a.jpg"), image("https://e.org/b.jpg")});
    embedder.begin(post);
    CHECK_THROWS_AS(embedder.finish(post, Phrases::in_language("en"), bench.report), std::bad_alloc);
}

TEST_CASE("embedder: may be thrown away while pictures are under way") {
    Bench bench;
    bench.shelf.files["https://e.org/a.jpg"] = large;
    Embedder embedder(bench.shelf, bench.workshop, bench.spill, {}, 1);
    for (int i = 0; i < 50; ++i) {
        Post post = post_with({image("https://e.org/a.jpg"), image("https://e.org/b.jpg")});
        embedder.begin(post);
    }
}

}  // namespace blogbind::media
