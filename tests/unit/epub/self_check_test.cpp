// Mistakes that must never reach a reader.
#include <doctest/doctest.h>

#include <functional>

#include "epub/publication.h"
#include "support/scratch.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

Publication sound(test::Scratch& scratch) {
    Publication publication;
    publication.manifest = {{"nav", "nav.xhtml", "application/xhtml+xml", "nav"},
                            {"c", "text/c.xhtml", "application/xhtml+xml", ""}};
    publication.spine = {"nav", "c"};
    publication.files = {scratch.file("EPUB/nav.xhtml", "<p><a href=\"text/c.xhtml#x\">c</a></p>"),
                         scratch.file("EPUB/text/c.xhtml", "<p id=\"x\"><a href=\"../nav.xhtml\">n</a></p>")};
    return publication;
}

}  // namespace

TEST_CASE("self_check: a sound publication passes") {
    test::Scratch scratch;
    CHECK(self_check(sound(scratch), scratch.spill()));
}

TEST_CASE("self_check: the first breach is named") {
    struct Case {
        std::string_view name, expected;
        std::function<void(Publication&)> spoil;
    };
    test::Scratch scratch;
    const auto becomes = [&](std::string_view text) {
        return [&scratch, text](Publication& p) { p.files[1] = scratch.file("EPUB/text/c.xhtml", text); };
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
         [&](Publication& p) { p.files.push_back(scratch.file("EPUB/nav.xhtml", "")); }},
        {"no navigation document", "there are 0 navigation documents",
         [](Publication& p) { p.manifest[0].properties = ""; }},
        {"not in the spine", "text/c.xhtml is not in the spine", [](Publication& p) { p.spine.pop_back(); }},
        {"unknown in the spine", "the spine names z, the manifest does not",
         [](Publication& p) { p.spine.push_back("z"); }},
        {"link to no file", "EPUB/text/c.xhtml: nothing is at d.xhtml",
         becomes("<p id=\"x\"><a href=\"d.xhtml\">d</a></p>")},
        {"link to no place in the same document", "EPUB/text/c.xhtml: nothing is at #y",
         becomes("<p id=\"x\"><a href=\"#y\">d</a></p>")},
        {"link to no place", "EPUB/nav.xhtml: nothing is at text/c.xhtml#x", becomes("<p></p>")},
        {"id twice in a document", "EPUB/text/c.xhtml: the id x stands twice",
         becomes("<p id=\"x\"><b id=\"x\"></b></p>")},
        {"not well-formed", "EPUB/text/c.xhtml: line 1: <p> is not closed", becomes("<p>")},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Publication publication = sound(scratch);
        c.spoil(publication);
        const Status status = self_check(publication, scratch.spill());
        REQUIRE_FALSE(status);
        CHECK(status.error().message == c.expected);
    }
}
