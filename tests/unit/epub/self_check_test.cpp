// Mistakes that must never reach a reader.
#include <doctest/doctest.h>

#include <functional>

#include "epub/publication.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

std::string& text_of(Publication& publication, std::size_t file) {
    return std::get<std::string>(publication.files[file].bytes);
}

Publication sound() {
    Publication publication;
    publication.manifest = {{"nav", "nav.xhtml", "application/xhtml+xml", "nav"},
                            {"c", "text/c.xhtml", "application/xhtml+xml", ""}};
    publication.spine = {"nav", "c"};
    publication.files = {{.path = "EPUB/nav.xhtml", .bytes = "<p><a href=\"text/c.xhtml#x\">c</a></p>"},
                         {.path = "EPUB/text/c.xhtml", .bytes = "<p id=\"x\"><a href=\"../nav.xhtml\">n</a></p>"}};
    return publication;
}

}  // namespace

TEST_CASE("self_check: a sound publication passes") { CHECK(self_check(sound())); }

TEST_CASE("self_check: the first breach is named") {
    struct Case {
        std::string_view name, expected;
        std::function<void(Publication&)> spoil;
    };
    const Case cases[] = {
        {"id twice in the manifest", "the manifest has the id c twice",
         [](Publication& p) {
             p.manifest.push_back({"c", "x.css", "text/css", ""});
         }},
        {"file missing", "the file x.css is missing",
         [](Publication& p) {
             p.manifest.push_back({"x", "x.css", "text/css", ""});
         }},
        {"two files of one name", "the file EPUB/nav.xhtml stands twice",
         [](Publication& p) { p.files.push_back({.path = "EPUB/nav.xhtml", .bytes = ""}); }},
        {"no navigation document", "there are 0 navigation documents",
         [](Publication& p) { p.manifest[0].properties = ""; }},
        {"not in the spine", "text/c.xhtml is not in the spine", [](Publication& p) { p.spine.pop_back(); }},
        {"unknown in the spine", "the spine names z, the manifest does not",
         [](Publication& p) { p.spine.push_back("z"); }},
        {"link to no file", "EPUB/text/c.xhtml: nothing is at d.xhtml",
         [](Publication& p) { text_of(p, 1) = "<p id=\"x\"><a href=\"d.xhtml\">d</a></p>"; }},
        {"link to no place", "EPUB/nav.xhtml: nothing is at text/c.xhtml#x",
         [](Publication& p) { text_of(p, 1) = "<p></p>"; }},
        {"id twice in a document", "EPUB/text/c.xhtml: the id x stands twice",
         [](Publication& p) { text_of(p, 1) = "<p id=\"x\"><b id=\"x\"></b></p>"; }},
        {"not well-formed", "EPUB/text/c.xhtml: line 1: <p> is not closed",
         [](Publication& p) { text_of(p, 1) = "<p>"; }},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Publication publication = sound();
        c.spoil(publication);
        const Status status = self_check(publication);
        REQUIRE_FALSE(status);
        CHECK(status.error().message == c.expected);
    }
}
