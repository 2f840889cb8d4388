// One post that several sources have: text from the first, what readers wrote from all.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "extract/extract.h"
#include "source/discover.h"
#include "source/fetch_page.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

const std::string home = "https://harbour.example/";
const std::string interface = "https://public-api.wordpress.com/rest/v1.1/sites/harbour.example";

/// A file as WordPress's own export writes it: a post without comments, and one with a comment.
Source export_of_two() {
    Source source;
    source.kind = SourceKind::wordpress_export;
    source.path = "harbour.xml";
    const auto item = [](int number, std::string_view comments) {
        return fmt::format(
            "<item><title>P{0}</title><link>https://harbour.example/old/p{0}/</link><guid isPermaLink=\"false\">"
            "https://harbour.example/?p={0}</guid><content:encoded><![CDATA[<p>Text of the export {0}</p>]]>"
            "</content:encoded><wp:post_id>{0}</wp:post_id><wp:post_date>2020-01-0{0} 10:00:00</wp:post_date>"
            "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>{1}</item>",
            number, comments);
    };
    source.bytes =
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Harbour</title>" +
        item(1, "") +
        item(2,
             "<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Ann</wp:comment_author>"
             "<wp:comment_content>Cold?</wp:comment_content><wp:comment_approved>1</wp:comment_approved>"
             "<wp:comment_parent>0</wp:comment_parent></wp:comment>") +
        "</channel></rss>";
    return source;
}

Source blog() {
    Source source;
    source.kind = SourceKind::wordpress_com;
    source.url = Url::parse(home);
    return source;
}

/// The same posts at other addresses, and one more.
void answer_blog(tests::FakeFetcher& fetcher) {
    const auto json = [&](const std::string& address, std::string body) {
        fetcher.answer(address, {std::move(body), 200, {}, "application/json"});
    };
    fetcher.page(home, "<!DOCTYPE html><meta name=generator content='WordPress.com'><p>Home");
    json(interface, R"({"name":"Harbour","URL":"https://harbour.example"})");
    std::string posts;
    for (int number = 1; number <= 3; ++number)
        posts += fmt::format(
            R"({2}{{"ID":{0},"title":"P{0} live","URL":"https://harbour.example/new/p{0}/","guid":"https://harbour.example/?p={0}","date":"2020-01-0{0}T10:00:00+00:00","content":"<p>Text of the blog {0}<\/p>","discussion":{{"comment_count":{1}}}}})",
            number, number == 3 ? 0 : 2, number == 1 ? "" : ",");
    json(interface + "/posts/?number=100&offset=0&order=ASC", R"({"found":3,"posts":[)" + posts + "]}");
    for (int number = 1; number <= 2; ++number)
        json(fmt::format("{}/posts/{}/replies/?number=100&offset=0&order=ASC", interface, number),
             R"({"found":2,"comments":[{"ID":7,"author":{"name":"Ann"},"content":"<p>Cold?</p>","like_count":2},)"
             R"({"ID":8,"parent":{"ID":7},"author":{"name":"Juno"},"content":"<p>Yes.</p>"}]})");
}

struct Bound {
    std::vector<std::string> lines;  ///< "title: text | comments"
    Report report;
};

Bound bound(const std::vector<Source>& sources, tests::FakeFetcher& fetcher) {
    Bound all;
    auto listing = discover(sources, fetcher, {}, all.report);
    REQUIRE(listing);
    for (Entry& entry : listing->entries) {
        const auto page = fetch_page(entry, fetcher, all.report);
        REQUIRE(page);
        const auto post = extract::extract_post(entry, *page, all.report);
        REQUIRE(post);
        std::string line = post->title + ": " + markup::collapsed_text(post->body.root()) + " |";
        for (const Comment& comment : post->comments)
            line += fmt::format(" {}<{} {}", comment.id, comment.parent.value_or(""), comment.author);
        all.lines.push_back(std::move(line));
    }
    return all;
}

}  // namespace

TEST_CASE("an export and its blog are one: the export's words, everybody's comments") {
    tests::FakeFetcher fetcher;
    answer_blog(fetcher);
    const Bound all = bound({export_of_two(), blog()}, fetcher);
    CHECK(all.lines == std::vector<std::string>{"P1: Text of the export 1 | 7< Ann 8<7 Juno",
                                                "P2: Text of the export 2 | 7< Ann 8<7 Juno",
                                                "P3 live: Text of the blog 3 |"});
    CHECK(all.report.issues().empty());
    CHECK(fetcher.count("https://harbour.example/old/p1/") == 0);  // nothing is missing
}

TEST_CASE("of sources that have the same post the first gives the words") {
    tests::FakeFetcher fetcher;
    answer_blog(fetcher);
    const Bound all = bound({blog(), export_of_two()}, fetcher);
    CHECK(all.lines == std::vector<std::string>{"P1 live: Text of the blog 1 | 7< Ann 8<7 Juno",
                                                "P2 live: Text of the blog 2 | 7< Ann 8<7 Juno",
                                                "P3 live: Text of the blog 3 |"});
}

TEST_CASE("the list says where the parts of a post come from") {
    tests::FakeFetcher fetcher;
    answer_blog(fetcher);
    Report report;
    const auto listing = discover({export_of_two(), blog()}, fetcher, {}, report);
    REQUIRE(listing);
    REQUIRE(listing->entries.size() == 3);
    CHECK(listing->entries[0].reason ==
          "in the export “harbour.xml”, and listed by the blog’s WordPress.com interface");
}
