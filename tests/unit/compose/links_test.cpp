// Where links lead once the posts are chapters.
#include "compose/links.h"

#include <fmt/format.h>

#include <array>

#include "markup/xhtml_writer.h"
#include "support/posts.h"

using namespace blogbind;
using compose::LinkMap;

namespace {

Chapter chapter(std::string file, std::string_view html) {
    Chapter chapter;
    chapter.file = std::move(file);
    chapter.body = test::body_of(html);
    return chapter;
}

/// Chapter "a" whose text is `html`; "b" has the ids "steps" and comments 7 and "x y".
std::string rewritten(std::string_view html) {
    std::array<Chapter, 1> a{chapter("text/a.xhtml", html)};
    std::array<Chapter, 2> b{chapter("text/b.xhtml", "<p>B</p>"), chapter("text/b_2.xhtml", "<h2 id=\"steps\">S</h2>")};
    Appendix& appendix = b[1].appendices.emplace_back();
    appendix.file = "text/b-comments.xhtml";
    appendix.comments.all().push_back(test::comment("7", "", "Jo"));
    appendix.comments.all().push_back(test::comment("x y", "", "Jo"));
    LinkMap links;
    links.add(Url::parse("https://blog.example/a/"), {}, a);
    links.add(Url::parse("https://blog.example/b/"), {*Url::parse("https://blog.example/?p=2")}, b);
    links.rewrite(0, a[0]);
    return markup::inner_xhtml(a[0].body.root());
}

}  // namespace

TEST_CASE("links: to places in the book they lead there, all others stay") {
    struct Case {
        std::string_view name, href, expected;
    };
    const Case cases[] = {
        {"another post", "https://blog.example/b/", "b.xhtml"},
        {"http, www and tracking", "http://www.blog.example/b?utm_source=x", "b.xhtml"},
        {"an alias", "https://blog.example/?p=2", "b.xhtml"},
        {"a place in a continuation", "https://blog.example/b/#steps", "b_2.xhtml#steps"},
        {"a place that is gone", "https://blog.example/b/#more-12", "b.xhtml"},
        {"a comment", "https://blog.example/b/#comment-7", "b-comments.xhtml#comment-7"},
        {"a comment on a later page", "https://blog.example/b/comment-page-2/#comment-7", "b-comments.xhtml#comment-7"},
        {"a comment as Blogger writes it", "https://blog.example/b/#c7", "b-comments.xhtml#comment-7"},
        {"a comment with an odd id", "https://blog.example/b/#comment-x%20y", "b-comments.xhtml#comment-x_20y"},
        {"all comments", "https://blog.example/b/#comments", "b-comments.xhtml"},
        {"a place in the same post", "#here", "#here"},
        {"the same place by its address", "https://blog.example/a/#here", "#here"},
        {"elsewhere", "https://other.example/b/", "https://other.example/b/"},
        {"mail", "mailto:jo@example.org", "mailto:jo@example.org"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto paragraph = [](std::string_view href) {
            return fmt::format(R"(<p id="here"><a href="{}">x</a></p>)", href);
        };
        CHECK(rewritten(paragraph(c.href)) == paragraph(c.expected));
    }
}

TEST_CASE("links: one to a place that the post lacks becomes text") {
    CHECK(rewritten("<p><a href=\"#nowhere\">x</a></p>") == "<p>x</p>");
}
