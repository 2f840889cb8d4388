#include "source/source.h"

#include <doctest/doctest.h>

#include "source/content_kind.h"
#include "source/foreign_markup.h"

using namespace blogbind;

TEST_CASE("content decides what a file is") {
    struct Case {
        std::string_view name, bytes;
        ContentKind kind;
        std::string_view called;
    };
    const Case cases[] = {
        {"doctype", "<!DOCTYPE html><title>x</title>", ContentKind::html, ""},
        {"comment first", "\n<!-- saved -->\n<html>", ContentKind::html, ""},
        {"xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html>", ContentKind::html, ""},
        {"fragment", "<p>Hello", ContentKind::html, ""},
        {"text", "Hello, harbour.\n\nIt rained.", ContentKind::text, ""},
        {"text with a tag", "I wrote <b> into my notes.", ContentKind::text, ""},
        {"text like a program", "MZ was his name.", ContentKind::text, ""},
        {"empty", " \n\t", ContentKind::empty, "empty"},
        {"pdf", "%PDF-1.7 …", ContentKind::other, "a PDF document"},
        {"jpeg", "\xFF\xD8\xFF\xE0", ContentKind::other, "a JPEG picture"},
        {"zip", "PK\x03\x04", ContentKind::other, "a ZIP archive"},
        {"book", "PK\x03\x04" "aaaabbbbccccddddeeeeffffggmimetypeapplication/epub+zip", ContentKind::other,
         "an EPUB book"},
        {"feed", "<?xml version=\"1.0\"?><rss version=\"2.0\">", ContentKind::other, "an RSS feed"},
        {"mail", "From: <Saved by Blink>\nContent-Type: multipart/related;", ContentKind::other, "an MHTML archive"},
        {"json", "{\"posts\": []}", ContentKind::other, "a JSON file"},
        {"binary", std::string_view("abc\0def\x01\x02", 9), ContentKind::other, "a binary file of an unknown kind"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Content content = content_kind(c.bytes);
        CHECK(content.kind == c.kind);
        if (c.kind == ContentKind::other) CHECK(content.name == c.called);
    }
}

TEST_CASE("detect tells addresses from names of files") {
    const auto typed = detect("http://example.org/blog/", {}, {});
    REQUIRE(typed.has_value());
    CHECK(typed->kind == SourceKind::web_page);
    CHECK(detect("www.example.org", {}, {})->url->text() == "https://www.example.org/");
    CHECK(detect("example.org/2019/05/fog/", {}, {})->url->text() == "https://example.org/2019/05/fog/");
    const auto missing = detect("no-such-file.html", {}, {});
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().kind == ErrorKind::usage);
}

TEST_CASE("foreign_markup: texts whose language is not read are told by their names") {
    CHECK(foreign_markup("content/Fog.ADOC") ==
          "is AsciiDoc, which blogbind does not read; asciidoctor makes a web page of it, which it does");
    CHECK(foreign_markup("fog.rst") ==
          "is reStructuredText, which blogbind does not read; pandoc makes Markdown of it, which it does");
    CHECK(foreign_markup("fog.org").has_value());
    for (const char* name : {"fog.md", "fog.txt", "rst", "blog.example.org/index.html"}) {
        CAPTURE(name);
        CHECK_FALSE(foreign_markup(name).has_value());
    }
}
