#include "series/evidence.h"

#include <doctest/doctest.h>

#include <map>

#include "markup/html_parser.h"

using namespace blogbind;
using namespace blogbind::series;

namespace {

const std::map<EvidenceKind, std::string> names{
    {EvidenceKind::series_box, "list"},       {EvidenceKind::index_post, "index"},
    {EvidenceKind::pointer_next, "next"},     {EvidenceKind::pointer_previous, "previous"},
    {EvidenceKind::part_title, "title"},      {EvidenceKind::category, "category"},
    {EvidenceKind::navigation, "navigation"}, {EvidenceKind::mention, "mention"}};

struct ReadPage {
    PagePart part;
    std::optional<extract::Article> article;
    extract::Metadata metadata;
};

ReadPage page_with(std::string_view title, std::string_view inside, std::string_view outside) {
    std::string text;
    for (int i = 0; i < 4; ++i)
        text += "<p>We waited under the clock that has shown ten past four since the year of the great fog.</p>";
    const std::string html =
        "<!DOCTYPE html><body class='single'><article class='post hentry'><h1 class='entry-title'>" +
        std::string(title) + "</h1><div class='entry-content'>" + text + std::string(inside) + text +
        "</div></article>" + std::string(outside) + "</body>";
    ReadPage page;
    page.part.url = Url::parse("http://example.org/b/");
    page.part.document = std::move(markup::parse_document(html)->body);
    page.article = extract::find_article(page.part.document.root(), {}, extract::ProseMap(page.part.document.root()));
    REQUIRE(page.article.has_value());
    page.metadata = extract::read_metadata(page.part.document.root(), &*page.article, page.part.url);
    return page;
}

/// "kind path" of each, parted by bars.
std::string evidence_in(std::string_view inside, std::string_view outside = {}) {
    const ReadPage page = page_with("Harbour Lights – Part B: Rope", inside, outside);
    std::string all;
    for (const Evidence& evidence : read_evidence(page.part, *page.article, page.metadata))
        all += (all.empty() ? "" : " | ") + names.at(evidence.kind) + (evidence.url ? " " + evidence.url->path() : "");
    return all;
}

}  // namespace

TEST_CASE("evidence: what the author's text says of other parts") {
    const struct {
        std::string_view name, inside, expected;
    } cases[] = {
        {"bare pointer", "<p>My next Harbour Lights review <a href=/c/>HERE</a></p>", "next /c/"},
        {"pointer in the link", "<p><a href=/c/>The next leg of the journey</a></p>", "next /c/"},
        {"part named before it", "<p>Part A can be read <a href=/a/>here</a></p>", "previous /a/"},
        {"whole title", "<p>As in <a href=/a/>Harbour Lights – Part A: Tar</a></p>", "title /a/"},
        {"another series' title", "<p>As in <a href=/m/>Moor Walk – Part A: Peat</a></p>", ""},
        {"list of parts",
         "<ul><li><a href=/a/>Part A: tar</a></li><li>Part B</li><li><a href=/c/>Part C: fog</a></li></ul>",
         "list /a/ | list /c/"},
        {"index", "<p>All four parts are listed on the <a href=/i/>trip index</a>.</p>", "index /i/"},
        {"only mentioned", "<p>The priest, met in Part A of this review, was there.</p>", "mention"},
        {"an ordinary link", "<p>The <a href=/bread/>bread</a> was stale.</p>", ""},
        {"a picture", "<p>My next photograph <a href=/x.jpg>HERE</a></p>", ""},
        {"its own second page", "<p>Next page <a href=/b/2/>here</a></p>", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(evidence_in(c.inside) == c.expected);
    }
}

TEST_CASE("evidence: sidebars, related posts and comments say nothing") {
    const std::string_view title = "<a href=/z/>Harbour Lights – Part Z</a>";
    for (const std::string_view around : {"<aside>", "<div class='jp-relatedposts'>", "<div id='comments'>"}) {
        CAPTURE(around);
        CHECK(evidence_in({}, std::string(around) + std::string(title)).empty());
        CHECK(evidence_in(std::string(around) + std::string(title) + "</aside></div>").empty());
    }
}

TEST_CASE("an index may list posts of any title, if it says little else") {
    const auto index_of = [](std::string_view items, std::string_view tag = "ul") {
        const std::string html =
            "<!DOCTYPE html><body class='page'><article class='post hentry'><h1 "
            "class='entry-title'>All my Korea posts</h1><div class='entry-content'><p>In the order of "
            "the journey.</p><" +
            std::string(tag) + ">" + std::string(items) + "</" + std::string(tag) + "></div></article></body>";
        ReadPage page;
        page.part.url = Url::parse("http://example.org/korea/");
        page.part.document = std::move(markup::parse_document(html)->body);
        page.article =
            extract::find_article(page.part.document.root(), {}, extract::ProseMap(page.part.document.root()));
        REQUIRE(page.article.has_value());
        page.metadata = extract::read_metadata(page.part.document.root(), &*page.article, page.part.url);
        const auto index = read_index(page.part, *page.article, page.metadata);
        return index && index->is_mixed ? index->parts.size() : 0;
    };
    const std::string four =
        "<li><a href=/one/>Arriving in Seoul in the rain</a></li><li><a href=/two/>The night train to Busan</a></li>"
        "<li><a href=/three/>Jeju, part 1: the ferry</a></li><li><a href=/four/>Jeju, part 2: the crater</a></li>";
    CHECK(index_of(four + "<li><a href=/five/>A kitchen in Gyeongju</a></li>") == 5);
    CHECK(index_of(four) == 0);
    CHECK(index_of(four + "<li><a href=/one/>Arriving in Seoul in the rain</a></li>") == 0);
    CHECK(index_of(four + "<li><a href=http://other.example/five/>A kitchen in Gyeongju</a></li>") == 0);
    const std::string told =
        "<li>Then it rained for a week and nobody in the house had anything to say about it, so we went "
        "to see <a href=/x/>the sea</a> instead, as one does there.</li>";
    CHECK(index_of(four + told + told + told + told) == 0);
}

TEST_CASE("an index is a page of parts that is no part itself") {
    const std::string list =
        "<ol><li><a href=/a/>Part A: Tar</a></li><li><a href=/c/>Part B: Rope</a></li><li><a href=/d/>Part C: "
        "Fog</a></li></ol>";
    const auto index_of = [&](std::string_view title) {
        const ReadPage page = page_with(title, list, {});
        return read_index(page.part, *page.article, page.metadata);
    };
    const auto index = index_of("All the Lights");
    REQUIRE(index.has_value());
    CHECK(index->parts.size() == 3);
    CHECK_FALSE(index_of("Harbour Lights – Part D").has_value());
}
