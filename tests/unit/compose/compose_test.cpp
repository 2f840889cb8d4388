// Posts become chapters and appendices of one book.
#include "compose/compose.h"

#include "compose/anchors.h"
#include "compose/cover.h"
#include "markup/xhtml_writer.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

std::vector<Post> posts_with_comments() {
    std::vector<Post> posts;
    posts.push_back(
        test::post("https://blog.example/a/", "A", "2024-05-03",
                   "<p id=\"title\"><a href=\"https://blog.example/b/\">b</a><a href=\"#title\">t</a></p>"));
    posts.push_back(test::post("https://blog.example/b/", "B", "2024-05-04"));
    posts[0].comments.all().push_back(test::comment("1", "", "Jo", "<p id=\"title\">One</p>"));
    posts[0].comments.all().push_back(test::comment("2", "", "A site"));
    posts[0].comments[1].kind = CommentKind::pingback;
    return posts;
}

Book composed(const BookOptions& options = {}, std::vector<Resource> resources = {}) {
    return compose::compose(posts_with_comments(), {}, options, std::move(resources), {}, {});
}

}  // namespace

TEST_CASE("compose: every post is a chapter, its comments an appendix, pingbacks last") {
    const Book book = composed();
    REQUIRE(book.chapters.size() == 2);
    CHECK(book.chapters[0].file == "text/2024-05-03-a.xhtml");
    CHECK(book.chapters[0].comments_bound == 1);
    CHECK(book.chapters[0].references_bound == 1);
    REQUIRE(book.chapters[0].appendices.size() == 1);
    REQUIRE(book.chapters[0].appendices[0].comments.size() == 2);
    CHECK(is_reference(book.chapters[0].appendices[0].comments[1]));
    CHECK(book.chapters[1].appendices.empty());
}

TEST_CASE("compose: links and ids fit the book") {
    const Book book = composed();
    CHECK(markup::inner_xhtml(book.chapters[0].body.root()) ==
          "<p id=\"title-of-post\"><a href=\"2024-05-04-b.xhtml\">b</a><a href=\"#title-of-post\">t</a></p>");
    CHECK(markup::inner_xhtml(book.chapters[0].appendices[0].comments[0].body.root()) == "<p>One</p>");
}

TEST_CASE("compose: texts and comments that may rest do so in the book, which is the same") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    std::vector<Post> posts = posts_with_comments();
    for (Post& post : posts) {
        post.body.may_rest_in(RestingPlace(*spill));
        post.comments.may_rest_in(RestingPlace(*spill));
        rest(post);
    }
    const Book book = compose::compose(std::move(posts), {}, {}, {}, {}, {});
    const Book other = composed();
    REQUIRE(book.chapters.size() == other.chapters.size());
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        CHECK(book.chapters[i].body.resting_place().is_current());
        CHECK(markup::xhtml(book.chapters[i].body.root()) == markup::xhtml(other.chapters[i].body.root()));
    }
    const CommentList& comments = book.chapters[0].appendices[0].comments;
    CHECK(comments.resting_place().is_current());
    CHECK(comments.size() == 2);
    CHECK(markup::inner_xhtml(comments[0].body.root()) == "<p>One</p>");
}

TEST_CASE("compose: comments are left out if the user wants none") {
    BookOptions options;
    options.comments = Comments::omit;
    const Book book = composed(options);
    CHECK(book.chapters[0].appendices.empty());
    CHECK(book.chapters[0].comments_bound == 0);
}

TEST_CASE("compose: pictures that no text shows are left out, the others stand in the order of their names") {
    std::vector<Resource> resources(3);
    resources[0].path = "images/z.jpg";
    resources[1].path = "images/unused.jpg";
    resources[2].path = "images/a.jpg";
    std::vector<Post> posts = posts_with_comments();
    posts[1].body = test::body_of("<p><img src=\"../images/z.jpg\"/><img src=\"../images/a.jpg\"/></p>");
    const Book book = compose::compose(std::move(posts), {}, {}, std::move(resources), {}, {});
    REQUIRE(book.resources.size() == 2);
    CHECK(book.resources[0].path == "images/a.jpg");
}

TEST_CASE("compose: the cover shows the widest landscape of the first chapter that has one") {
    std::vector<Resource> resources;
    for (const auto& [path, width, height] :
         {std::tuple{"images/tall.jpg", 1200, 1600}, std::tuple{"images/small.jpg", 600, 400},
          std::tuple{"images/wide.jpg", 1600, 900}}) {
        Resource& resource = resources.emplace_back();
        resource.path = path;
        resource.media_type = "image/jpeg";
        resource.width = width;
        resource.height = height;
    }
    std::vector<Post> posts = posts_with_comments();
    posts[1].body = test::body_of(
        "<p><img src=\"../images/tall.jpg\"/><img src=\"../images/small.jpg\"/><img src=\"../images/wide.jpg\"/></p>");
    const Book book = compose::compose(std::move(posts), {}, {}, std::move(resources), {}, {});
    const CoverPlan plan = plan_cover(book);
    REQUIRE(plan.picture != nullptr);
    CHECK(plan.picture->path == "images/wide.jpg");
    CHECK(plan.footer == "blog.example · 2024");
}

TEST_CASE("compose: anchors of comments are valid and different names") {
    CHECK(comment_anchor("1041") == "comment-1041");
    CHECK(comment_anchor("a b/ü") == "comment-a_20b_2f_c3_bc");
    CHECK(comment_anchor("a_b") != comment_anchor("a b"));
}
