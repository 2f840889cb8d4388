// Losses in books of other languages than the issues'.
#include "epub/loss_reasons.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace blogbind;
using namespace blogbind::epub;

TEST_CASE("loss_reason: words are the book's, facts are what no language changes") {
    struct Case {
        IssueCode code;
        std::string_view detail, words, facts;
    };
    const Case cases[] = {
        {IssueCode::image_unreachable, "answered 404", "", "HTTP 404"},
        {IssueCode::image_unreachable, "answered no more", "", ""},
        {IssueCode::image_animated, "is animated", "ein bewegtes Bild: nur das erste Einzelbild ist hier", ""},
        {IssueCode::comments_incomplete, "the blog counts 7 comments, but 1 was found", "", "1 / 7"},
        {IssueCode::embed_replaced, "https://vimeo.example/1", "", "https://vimeo.example/1"},
        {IssueCode::link_unresolvable, "../light/", "ein Link, der nirgendwohin führt", "../light/"},
        {IssueCode::element_dropped, "form \"Go\"", "in einem Buch ohne Nutzen, weggelassen", "\"Go\""},
        {IssueCode::rule_unmatched, "the rule title = “h1.x” finds nothing", "eine Regel, die nichts findet", "“h1.x”"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.detail);
        const LossReason reason = loss_reason({c.code, "place", std::string(c.detail)}, Phrases::in_language("de"));
        CHECK(reason.words == c.words);
        CHECK(reason.facts == c.facts);
    }
}
