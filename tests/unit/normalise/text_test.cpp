#include <doctest/doctest.h>

#include "unit/normalise/normalised.h"

using namespace blogbind;
using namespace blogbind::normalise;

TEST_CASE("text: white space and characters are what a browser shows") {
    const MarkupCase cases[] = {
        {"runs", "<p>  one \n <b> two</b>  </p>", "<p class=\"first\">one <b>two</b></p>"},
        {"invisible", "<p>o&shy;n&#x200B;e</p>", "<p class=\"first\">one</p>"},
        {"a fixed space alone", "<p>Quoi&nbsp;?</p>", "<p class=\"first\">Quoi\u00a0?</p>"},
        {"composed", "<p>e\u0301</p>", "<p class=\"first\">\u00e9</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("text: other scripts say their language") {
    const MarkupCase cases[] = {
        {"hangul", "<p>a 온돌 b</p>", "<p class=\"first\">a <span xml:lang=\"ko\" lang=\"ko\">온돌</span> b</p>"},
        {"arabic", "<p>سلمى</p>", "<p class=\"first\"><span dir=\"rtl\" xml:lang=\"ar\" lang=\"ar\">سلمى</span></p>"},
        {"han beside kana", "<p>東京の</p>", "<p class=\"first\"><span xml:lang=\"ja\" lang=\"ja\">東京の</span></p>"},
        {"han alone", "<p>北京</p>", "<p class=\"first\"><span xml:lang=\"zh\" lang=\"zh\">北京</span></p>"},
        {"said by the source", "<p><i lang=vi>Huế</i></p>",
         "<p class=\"first\"><i xml:lang=\"vi\" lang=\"vi\">Huế</i></p>"},
        {"nothing new", "<p><span lang=EN-GB>a</span> <span lang=und>b</span></p>", "<p class=\"first\">a b</p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("text: links are absolute, clean, or none") {
    const MarkupCase cases[] = {
        {"relative", "<p><a href=../x/?utm_source=y>a</a></p>",
         "<p class=\"first\"><a href=\"https://blog.example/2024/x/\">a</a></p>"},
        {"script", "<p><a href='javascript:x()'>a</a></p>", "<p class=\"first\">a</p>"},
        {"lost place", "<p><a href=#nowhere>a</a></p>", "<p class=\"first\">a</p>"},
        {"place", "<p><a href=#there>a</a></p><p id=there>b</p>",
         "<p class=\"first\"><a href=\"#s-there\">a</a></p><p id=\"s-there\">b</p>"},
        {"address as words", "<p><a href=https://www.x.example/y>https://www.x.example/y</a></p>",
         "<p class=\"first\"><a href=\"https://www.x.example/y\">x.example/y</a></p>"},
    };
    for (const MarkupCase& c : cases) {
        CAPTURE(c.name);
        CHECK(normalised(c.html) == c.expected);
    }
}

TEST_CASE("text: without an address relative links become words and are reported") {
    Post post = post_with("<p><a href=/x>a</a> <a href=https://y.example/>b</a></p>");
    post.permalink.reset();
    Report report;
    normalise::normalise(post, Phrases::in_language("en"), report);
    CHECK(body_of(post) == "<p class=\"first\">a <a href=\"https://y.example/\">b</a></p>");
    CHECK(report.count(IssueCode::link_unresolvable) == 1);
}
