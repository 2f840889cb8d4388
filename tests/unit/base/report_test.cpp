#include "base/report.h"

#include <doctest/doctest.h>

#include <set>

using namespace blogbind;

TEST_CASE("report: every issue has a name of its own") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < issue_code_count; ++i) names.insert(issue_name(static_cast<IssueCode>(i)));
    CHECK(names.size() == issue_code_count);
    CHECK(issue_name(IssueCode::post_unreachable) == "post_unreachable");
    CHECK(issue_name(IssueCode::book_oversized) == "book_oversized");
}

TEST_CASE("report: a message names the thing, what was wrong and what was done") {
    const Issue issue{IssueCode::post_unreachable, "https://example.org/a/", "the server answers 404"};
    CHECK(issue_message(issue) == "https://example.org/a/: the server answers 404; the post was left out");
    CHECK(
        issue_message({IssueCode::embed_replaced, "https://example.org/a/", "https://vimeo.com/1"}) ==
        "https://example.org/a/: https://vimeo.com/1 cannot be shown in a book; a description and a link stand in its "
        "place");
    CHECK(issue_message({IssueCode::pictures_absent, "", "the text has 12 captions but no pictures"}) ==
          "the text has 12 captions but no pictures; the words were kept");
}

TEST_CASE("report: a message names its subject once") {
    struct Case {
        std::string_view name, detail, message;
    };
    const Case cases[] = {
        {"a sentence", "https://example.org/a/ answered 404",
         "https://example.org/a/: answered 404; the post was left out"},
        {"a colon", "https://example.org/a/: no answer in time",
         "https://example.org/a/: no answer in time; the post was left out"},
        {"a longer address is another", "https://example.org/a/b answered 404",
         "https://example.org/a/: https://example.org/a/b answered 404; the post was left out"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Report report;
        report.add(IssueCode::post_unreachable, "https://example.org/a/", c.detail);
        CHECK(issue_message(report.issues().front()) == c.message);
    }
}

TEST_CASE("report: merged in order, counted by code") {
    Report first, second;
    first.add(IssueCode::image_unreachable, "a", "time-out");
    second.add(IssueCode::image_animated, "b", "the picture moves");
    second.add(IssueCode::image_unreachable, "c", "time-out");
    first.merge(std::move(second));
    REQUIRE(first.issues().size() == 3);
    CHECK(first.issues()[1].where == "b");
    CHECK(first.count(IssueCode::image_unreachable) == 2);
    CHECK(first.count(IssueCode::part_missing) == 0);
}

TEST_CASE("report: notes are no losses") {
    Report report;
    CHECK_FALSE(report.has_losses());
    report.add(IssueCode::image_animated, "a", "the picture moves");
    CHECK_FALSE(report.has_losses());
    report.add(IssueCode::comments_incomplete, "b", "the blog declares 5 comments, 4 were found");
    CHECK(report.has_losses());
}

TEST_CASE("report: severities have names") {
    CHECK(severity_name(issue_severity(IssueCode::post_without_body)) == "error");
    CHECK(severity_name(issue_severity(IssueCode::text_repaired)) == "warning");
    CHECK(severity_name(issue_severity(IssueCode::element_dropped)) == "note");
}
