#include "source/pasted_text.h"

#include <doctest/doctest.h>

#include "extract/extract.h"
#include "source/paste.h"

using namespace blogbind;

namespace {

/// The shape of a page copied from a browser: no author, no dates, no links, captions like headings.
constexpr std::string_view pasted =
    "The ferry to Gull Rock leaves at seven from a pier that the town has been meaning to repair since my father was a "
    "boy, and every morning somebody on board remarks on it as though nobody ever had before in all those years.\n"
    "\n\n"
    "The pier at seven in the morning\n"
    "\n"
    "We shared the deck with a piano, two goats and a priest who was learning Dutch from a cassette. He had reached "
    "the "
    "lesson about bicycles, and by the time the island came up he could ask for a pump in three different tones of "
    "voice.\n"
    "\n"
    "What Does the Lighthouse Keeper Eat?\n"
    "\n"
    "The lighthouse keeper eats what the boat brings: herring, flour, and on the first of the month a lemon. He asked "
    "us "
    "what the mainland was eating nowadays and wrote the answers into the lighthouse log, between wind and "
    "visibility.\n"
    "\n"
    "“The sea is a poor cook, but she never closes.” — Keeper – in ‘Letters’\n"
    "\n"
    "My next Gull Rock review\xC2\xA0 HERE\n"
    "\n\n"
    "5 thoughts on “Gull Rock – Part A: The Ferry\n"
    "\n"
    "  1. I once met that priest.\n"
    "\n"
    "    His Dutch was better than mine.\n"
    "\n"
    "    Liked by 2 people\n"
    "\n"
    "    1. Then you know about the pump.\n"
    "\n"
    "      1. I do.\n"
    "Sadly.\n"
    "\n"
    "      Liked by 1 person\n"
    "\n"
    "  2. What became of the goats?\n"
    "\n\n"
    "Leave a Reply\n"
    "\n"
    "Fill in your details below or click an icon to log in:\n"
    "Connecting to %s";

Post post_of(std::string_view text, Report& report) {
    Page page;
    page.parts.push_back(pasted_page(text, "notes", std::nullopt, report));
    auto post = extract::extract_post(Entry{}, page, report);
    REQUIRE(post.has_value());
    return *std::move(post);
}

}  // namespace

TEST_CASE("a paste shows its title only above the comments") {
    const Paste paste = read_paste(pasted);
    CHECK(paste.title == "Gull Rock – Part A: The Ferry");
    REQUIRE(paste.heading.has_value());
    CHECK(paste.heading->declared == 5);
    CHECK(paste.author.empty());
}

TEST_CASE("captions, headings, quotations and pointers are told apart by the text around them") {
    const Paste paste = read_paste(pasted);
    REQUIRE(paste.blocks.size() == 7);
    CHECK(paste.blocks[0].kind == PasteKind::paragraph);
    CHECK(paste.blocks[1].kind == PasteKind::caption);
    CHECK(paste.blocks[3].kind == PasteKind::heading);
    CHECK(paste.blocks[5].kind == PasteKind::quotation);
    CHECK(paste.blocks[6].kind == PasteKind::paragraph);
}

TEST_CASE("nested numbered comments keep their depth, likes and line breaks, and the form is dropped") {
    const Paste paste = read_paste(pasted);
    REQUIRE(paste.comments.size() == 4);
    CHECK(paste.comments[0].depth == 1);
    CHECK(paste.comments[0].blocks.size() == 2);
    CHECK(paste.comments[0].likes == 2);
    CHECK(paste.comments[1].depth == 2);
    CHECK_FALSE(paste.comments[1].likes.has_value());
    CHECK(paste.comments[2].depth == 3);
    CHECK(paste.comments[2].blocks[0].lines == std::vector<std::string>{"I do.", "Sadly."});
    CHECK(paste.comments[2].likes == 1);
    CHECK(paste.comments[3].depth == 1);
    CHECK(paste.comments[3].blocks.size() == 1);
}

TEST_CASE("comments name who wrote them and when, with or without “says”") {
    Report report;
    const Post post = post_of(
        "Fog\n\nThe horn carries further in the fog than on a clear day, or so the harbour master says.\n\nNobody "
        "waits at the quay before it has sounded twice.\n\n3 Comments\n\nAnn says:\nJanuary 3, 2020 at 10:00 "
        "am\n\nCold?\n\nReply\n\n"
        "Bo Quay\n4 January 2020\n\nOnly at first.\n\nReply\n\nNobody, I think.\nI was there on 4 January 2020.\n",
        report);
    REQUIRE(post.comments.size() == 3);
    CHECK(post.comments[0].author == "Ann");
    CHECK(rfc3339(*post.comments[0].published) == "2020-01-03T10:00:00Z");
    CHECK(markup::block_text(post.comments[0].body.root()) == "Cold?");
    CHECK(post.comments[1].author == "Bo Quay");
    CHECK(rfc3339(*post.comments[1].published) == "2020-01-04");
    CHECK(post.comments[2].author.empty());
    CHECK(markup::block_text(post.comments[2].body.root()) == "Nobody, I think.\n\nI was there on 4 January 2020.");
}

TEST_CASE("a paste becomes a post like any other") {
    Report report;
    const Post post = post_of(pasted, report);
    CHECK(post.title == "Gull Rock – Part A: The Ferry");
    CHECK(post.comments_declared == 5);
    REQUIRE(post.comments.size() == 4);
    CHECK(post.comments[0].id == "1");
    CHECK(post.comments[1].parent == "1");
    CHECK(post.comments[2].parent == "2");
    CHECK_FALSE(post.comments[3].parent.has_value());
    CHECK(post.comments[0].author.empty());
    CHECK(post.comments[0].likes == 2);
    CHECK(report.count(IssueCode::pictures_absent) == 1);
}

TEST_CASE("a text without comments takes its title from its first line, else from its file") {
    Report report;
    CHECK(read_paste("A Short Walk\n\nBy Ann Ferry\n\n4 min read\n\nWe walked.").title == "A Short Walk");
    CHECK(read_paste("A Short Walk\n\nBy Ann Ferry\n\n4 min read\n\nWe walked.").author == "Ann Ferry");
    CHECK(read_paste("A Short Walk\n\nBy Ann Ferry\n\n4 min read\n\nWe walked.").blocks.size() == 1);
    CHECK(post_of("It rained all day and we stayed in.\n\nThen it stopped and we did not.", report).title == "notes");
}

TEST_CASE("other pastes: underlined headings, bullets, mail quotes, wrapped lines") {
    const Paste paste = read_paste(
        "Title\n=====\n\nHarbour\n-------\n* rope\n* tar\n\n> as she said\n> last week\n\n"
        "These lines were broken by a program at a width that\nnobody chose, and so they belong to one paragraph\nas "
        "before.");
    CHECK(paste.title == "Title");
    REQUIRE(paste.blocks.size() == 5);
    CHECK(paste.blocks[0].kind == PasteKind::heading);
    CHECK(paste.blocks[1].kind == PasteKind::bullet);
    CHECK(paste.blocks[3].kind == PasteKind::quotation);
    CHECK(paste.blocks[4].lines.size() == 1);
}

TEST_CASE("comment headings of many languages") {
    struct Case {
        std::string_view line;
        int declared;
        std::string_view title;
    };
    const Case cases[] = {
        {"One thought on “Fog”", 1, "Fog"},
        {"12 responses to \"Fog\"", 12, "Fog"},
        {"7 Comments", 7, ""},
        {"No comments:", 0, ""},
        {"3 Gedanken zu „Nebel“", 3, "Nebel"},
        {"Ein Gedanke zu “Nebel”", 1, "Nebel"},
        {"4 Kommentare", 4, ""},
        {"Kommentare (5)", 5, ""},
        {"2 comentarios en “Niebla”", 2, "Niebla"},
        {"2 réflexions sur « Brume »", 2, "Brume"},
        {"2 pensieri su “Nebbia”", 2, "Nebbia"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        const auto heading = comment_heading(c.line);
        REQUIRE(heading.has_value());
        CHECK(heading->declared == c.declared);
        CHECK(heading->title == c.title);
    }
    for (std::string_view line : {"23 goats on a ferry", "Comments are welcome", "One thought on my mind"}) {
        CAPTURE(line);
        CHECK_FALSE(comment_heading(line).has_value());
    }
}
