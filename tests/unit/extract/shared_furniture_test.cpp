#include "extract/shared_furniture.h"

#include <doctest/doctest.h>

#include "markup/html_parser.h"
#include "markup/xhtml_writer.h"

namespace blogbind::extract {

namespace {

const std::string follow = "<p>Follow along on <a href='https://pictures.example/harbour'>Pictures</a></p>";
const std::string shop = "<p>Our map is in <a href='https://shop.example/map'>the shop</a> of the museum.</p>";

/// Three posts, each of one paragraph of its own between `head` and `tail`.
std::vector<Post> three_posts(const std::string& head, const std::string& tail) {
    std::vector<Post> posts(3);
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        posts[i].title = "Post " + number;
        posts[i].permalink = Url::parse("https://harbour.example/" + number + "/");
        std::string own =
            "<p>Day " + number + ": the ferry came late and the kiosk was open, so that nobody minded, and ";
        for (int k = 0; k < 4; ++k) own += "the man with the clock sat down beside us to tell of day " + number + ", ";
        posts[i].body = std::move(markup::parse_fragment(head + own + "as one does.</p>" + tail)->body);
    }
    return posts;
}

Post first_post(const std::string& tail) { return std::move(three_posts("", tail).front()); }

/// What is left beside the posts' own paragraphs, in the first post, and how many texts were told.
std::string left_of(std::vector<Post> posts, std::size_t& told) {
    Report report;
    drop_shared_furniture(posts, report);
    told = report.count(IssueCode::element_dropped);
    std::string left;
    for (const markup::Element* block = posts.front().body.root().FirstChildElement(); block != nullptr;
         block = block->NextSiblingElement())
        if (const std::string text = markup::collapsed_text(*block); !text.starts_with("Day "))
            left += (left.empty() ? "" : " | ") + text;
    return left;
}

}  // namespace

TEST_CASE("shared furniture: what all posts end with and leads away is dropped, what a writer may say stays") {
    struct Case {
        std::string name, head, tail, left;
        std::size_t told;
    };
    const std::string heading_and_links = "<h3>Elsewhere</h3><ul><li><a href='https://b.example/'>B</a></li></ul>";
    const std::string sign_off = "<p>Until next time, keep your feet dry and your rope coiled, dear reader!</p>";
    const Case cases[] = {
        {"a link away", "", follow, "", 1},
        {"several blocks, and a rule", "", shop + "<hr/>" + follow, "", 2},
        {"a heading goes with its list", "", heading_and_links, "", 2},
        {"at the beginning", follow, "", "", 1},
        {"a sign-off", "", sign_off, "Until next time, keep your feet dry and your rope coiled, dear reader!", 0},
        {"a sign-off before it", "", sign_off + follow,
         "Until next time, keep your feet dry and your rope coiled, dear reader!", 1},
        {"a sign-off behind it", "", follow + "<p>Mara</p>", "Follow along on Pictures | Mara", 0},
        {"a link to a post of the book", "", "<p>It began <a href='https://harbour.example/1/'>here</a>.</p>",
         "It began here.", 0},
        {"a link to the blog's own page", "", "<p>All are on <a href='https://harbour.example/all/'>the map</a>.</p>",
         "All are on the map.", 0},
        {"a picture", "", "<p><a href='https://b.example/'><img src='https://b.example/m.png'/>Mara</a></p>", "Mara",
         0},
        {"amid the text", "", follow + "<p>Something about nothing, said by everyone on every day there was.</p>",
         "Follow along on Pictures | Something about nothing, said by everyone on every day there was.", 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::size_t told = 0;
        CHECK(left_of(three_posts(c.head, c.tail), told) == c.left);
        CHECK(told == c.told);
    }
}

TEST_CASE("shared furniture: two posts, a minority of the posts, or other targets are not enough") {
    std::size_t told = 0;
    std::vector<Post> two = three_posts("", follow);
    two.pop_back();
    CHECK(left_of(std::move(two), told) == "Follow along on Pictures");

    std::vector<Post> seven = three_posts("", follow);
    for (int i = 0; i < 4; ++i) seven.push_back(first_post(""));
    CHECK(left_of(std::move(seven), told) == "Follow along on Pictures");

    std::vector<Post> pointers;
    for (const std::string target : {"a", "b", "c"}) {
        const std::string line = "<p>My next review is <a href='https://elsewhere.example/" + target + "'>HERE</a></p>";
        pointers.push_back(first_post(line));
    }
    CHECK(left_of(std::move(pointers), told) == "My next review is HERE");

    std::vector<Post> blogs = three_posts("", follow);
    blogs[1].permalink = Url::parse("https://other.example/1/");
    CHECK(left_of(std::move(blogs), told) == "Follow along on Pictures");
}

TEST_CASE("shared furniture: a post never loses a third of its text") {
    std::size_t told = 0;
    std::string long_one = "<p><a href='https://b.example/'>All about the harbour</a>";
    for (int i = 0; i < 12; ++i)
        long_one += ", which is told again and again in the words of this rather long paragraph";
    CHECK_FALSE(left_of(three_posts("", long_one + ".</p>"), told).empty());
    CHECK(told == 0);
}

TEST_CASE("shared furniture: the paragraph that comes first after it looks like a first one") {
    std::vector<Post> posts =
        three_posts("<p class='first'>Follow along on <a href='https://pictures.example/'>Pictures</a></p>", "");
    Report report;
    drop_shared_furniture(posts, report);
    CHECK(markup::attribute(*posts[1].body.root().FirstChildElement(), "class") == "first");
}

}  // namespace blogbind::extract
