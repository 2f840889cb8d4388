// Pictures as the texts name them.
#include "compose/shown_pictures.h"

#include "markup/xhtml_writer.h"
#include "support/posts.h"

using namespace blogbind;
using namespace blogbind::compose;

namespace {

Resource picture(std::string path) {
    Resource resource;
    resource.path = std::move(path);
    return resource;
}

}  // namespace

TEST_CASE("shown_pictures: a text shows what stands in the book's folder") {
    std::set<std::string, std::less<>> paths;
    collect_shown_pictures(
        test::body_of("<p><img src=\"../images/a.jpg\"/><img src=\"https://blog.example/b.jpg\"/></p>"), paths);
    CHECK(paths == std::set<std::string, std::less<>>{"images/a.jpg"});
}

TEST_CASE("shown_pictures: texts and comments follow a picture that gets another name") {
    Book book;
    book.chapters.emplace_back().body =
        test::body_of("<p><img src=\"../images/a.png\"/><img src=\"../images/b.png\"/></p>");
    Appendix& appendix = book.chapters[0].appendices.emplace_back();
    appendix.comments.all().push_back(test::comment("1", "", "Ada", "<p><img src=\"../images/a.png\"/></p>"));
    book.resources = {picture("images/a.png"), picture("images/b.png")};
    replace_pictures(book, {picture("images/a.jpg"), picture("images/b.png")});
    CHECK(book.resources[0].path == "images/a.jpg");
    CHECK(markup::inner_xhtml(book.chapters[0].body.root()) ==
          "<p><img src=\"../images/a.jpg\"/><img src=\"../images/b.png\"/></p>");
    CHECK(markup::inner_xhtml(appendix.comments[0].body.root()) == "<p><img src=\"../images/a.jpg\"/></p>");
}
