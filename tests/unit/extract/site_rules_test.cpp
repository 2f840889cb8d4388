#include "extract/site_rules.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extract/extract.h"
#include "extract/metadata.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

/// A theme whose class names say nothing, with a long side story before the post.
const std::string odd_page =
    "<title>Site</title><div class=x1>" + std::string(prose) + std::string(prose) + std::string(prose) +
    "</div><h2 class=x2>Night ferry</h2><i class=x3>By Juno Vale</i><b class=x4>1 May 2019</b>"
    "<div class=x5><p>We left at midnight.</p><p class=x6>Buy my mug.</p></div>"
    "<div class=x7><b>Ann</b> <p>Was it cold?</p><div class=x7><b>Juno</b> <p>Yes.</p></div></div>"
    "<a class=x8 href='/2019/06/day-ferry/'>go on</a>";

const std::string rules_for_it = R"(["blog.example"]
body = ".x5"
remove = [".none", ".x6"]
title = ["h1.x2", "h2.x2"]
author = ".x3"
date = ".x4"
comments = ".x7"
next = ".x8"
)";

Post read(const std::string& toml, Report& report, std::string_view address = "https://blog.example/2019/05/p/") {
    PagePart part = part_of(odd_page, address);
    const Result<SiteRules> rules = SiteRules::parse(toml);
    REQUIRE(rules);
    rules->apply(part);
    auto post = extract_post(Entry{}, page_of(std::move(part)), report);
    REQUIRE(post);
    return *std::move(post);
}

}  // namespace

TEST_CASE("rules: what the user points at goes before all evidence") {
    Report report;
    const Post post = read(rules_for_it, report);
    CHECK(post.title == "Night ferry");
    CHECK(markup::collapsed_text(post.body.root()) == "We left at midnight.");
    CHECK(post.authors == std::vector<std::string>{"Juno Vale"});
    REQUIRE(post.published);
    CHECK(iso_day(*post.published) == "2019-05-01");
    REQUIRE(post.next);
    CHECK(post.next->text() == "https://blog.example/2019/06/day-ferry/");
    REQUIRE(post.comments.size() == 2);
    CHECK(markup::collapsed_text(post.comments[0].body.root()).find("Was it cold?") != std::string::npos);
    CHECK(post.comments[1].parent == post.comments[0].id);
    CHECK(report.issues().empty());
}

TEST_CASE("rules: the explanation names each rule and what it took away") {
    Report report;
    const Post post = read(rules_for_it, report);
    CHECK(post.explanation.evidence == "rule body = “.x5” of blog.example");
    REQUIRE(post.explanation.rules.size() == 7);
    CHECK(std::ranges::all_of(post.explanation.rules, &AppliedRule::matched));
    const auto title = std::ranges::find(post.explanation.rules, "title", &AppliedRule::name);
    CHECK(title->selector == "h2.x2");
    REQUIRE_FALSE(post.explanation.left_out.empty());
    CHECK(post.explanation.left_out.front().reason == "rule");
    CHECK(post.explanation.left_out.front().text == "Buy my mug.");
}

TEST_CASE("rules: one that finds nothing is told, and the page is read without it") {
    Report report;
    const Post post = read("['blog.example']\nbody = '.story'\ndate = '.x3'\nremove = '.advert'\n", report);
    CHECK(markup::collapsed_text(post.body.root()).starts_with("The ferry left at midnight"));
    REQUIRE(report.issues().size() == 2);
    CHECK(report.count(IssueCode::rule_unmatched) == 2);
    CHECK(report.issues()[0].detail == "the rule body = “.story” finds nothing");
    CHECK(report.issues()[1].detail == "the rule date = “.x3” finds nothing");  // it holds no date
}

TEST_CASE("rules: the longest name of a host counts") {
    const std::string toml =
        "['*']\ntitle = '.x3'\n[blog.example]\ntitle = '.x2'\n['deep.blog.example']\ntitle = '.x4'\n";
    struct Case {
        std::string_view name, address, title;
    };
    const Case cases[] = {
        {"the host", "https://www.blog.example/a/", "Night ferry"},
        {"below it", "https://en.blog.example/a/", "Night ferry"},
        {"a longer name", "https://deep.blog.example/a/", "1 May 2019"},
        {"another host that ends alike", "https://myblog.example/a/", "By Juno Vale"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Report report;
        CHECK(read(toml, report, c.address).title == c.title);
    }
}

TEST_CASE("rules: what is wrong with a file is one sentence") {
    struct Case {
        std::string_view name, toml, message;
    };
    const Case cases[] = {
        {"no TOML", "[blog", "line 1"},
        {"no host", "title = 'h1'", "“title” stands before the first host, as in [\"blog.example\"]"},
        {"unknown rule", "['a.example']\nheadline = 'h1'",
         "“headline” of “a.example” is no rule; there are body, remove, title, date, author, comments, next"},
        {"no selector", "['a.example']\ntitle = 'h1['", "“title” of “a.example”: “h1[” is no selector: "},
        {"a number", "['a.example']\ntitle = 3", "“title” of “a.example” is no selector"},
        {"a list of numbers", "['a.example']\ntitle = [3]", "“title” of “a.example” is no selector"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto rules = SiteRules::parse(c.toml);
        REQUIRE_FALSE(rules);
        CHECK(rules.error().kind == ErrorKind::usage);
        CHECK(rules.error().message.starts_with(c.message));
        CHECK(rules.error().message.find('\n') == std::string::npos);
    }
}

}  // namespace blogbind::extract
