#include "source/wordpress_export.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "extract/extract.h"
#include "markup/body.h"
#include "source/fetch_page.h"
#include "support/fake_fetcher.h"

using namespace blogbind;

namespace {

std::string export_of(const std::string& items) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\" "
           "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Harbour &amp; Fog</title>"
           "<link>https://blog.example</link><description>Boats</description><language>en-GB</language>"
           "<wp:base_blog_url>https://blog.example</wp:base_blog_url>"
           "<wp:author><wp:author_id>4</wp:author_id><wp:author_login>mara</wp:author_login>"
           "<wp:author_display_name><![CDATA[Mara Ellingsen]]></wp:author_display_name></wp:author>" +
           items + "</channel></rss>";
}

std::string exported(int id, const std::string& title, const std::string& date, const std::string& more = {}) {
    const std::string number = std::to_string(id);
    return "<item><title>" + title + "</title><link>https://blog.example/p" + number +
           "/</link><dc:creator>mara</dc:creator><guid>https://blog.example/?p=" + number +
           "</guid><content:encoded><![CDATA[Text of " + number + ".]]></content:encoded><wp:post_id>" + number +
           "</wp:post_id><wp:post_date>" + date + "</wp:post_date><wp:post_type>post</wp:post_type>" +
           (more.find("<wp:status>") == std::string::npos ? "<wp:status>publish</wp:status>" : "") + more + "</item>";
}

std::string exported_comment(int id, int parent, const std::string& more = {}) {
    return "<wp:comment><wp:comment_id>" + std::to_string(id) + "</wp:comment_id><wp:comment_author>Ilse" +
           "</wp:comment_author><wp:comment_date>2020-01-02 09:00:0" + std::to_string(id) +
           "</wp:comment_date><wp:comment_content><![CDATA[One\n\ntwo]]></wp:comment_content><wp:comment_parent>" +
           std::to_string(parent) + "</wp:comment_parent>" +
           (more.find("approved") == std::string::npos ? "<wp:comment_approved>1</wp:comment_approved>" : "") + more +
           "</wp:comment>";
}

Source piped(std::string bytes) { return {SourceKind::wordpress_export, std::nullopt, {}, std::move(bytes)}; }

struct Read {
    Result<Listing> listing;
    Report report;
};

Read read_export(const std::vector<Source>& sources, const Inclusion& include = {}) {
    tests::FakeFetcher nobody;
    DiscoverOptions options;
    options.include = include;
    Read read{fail(ErrorKind::usage, ""), {}};
    read.listing = read_wordpress_export(sources, {options, nobody, read.report});
    return read;
}

std::string titles_in(const Result<Listing>& listing) {
    if (!listing) return listing.error().message;
    std::string all;
    for (const Entry& entry : listing->entries) all += (all.empty() ? "" : "|") + entry.title;
    return all;
}

Post bound_post_of(Entry& entry, Report& report) {
    tests::FakeFetcher nobody;
    const auto page = fetch_page(entry, nobody, report);
    REQUIRE(page);
    auto post = extract::extract_post(entry, *page, report);
    REQUIRE(post);
    return *std::move(post);
}

}  // namespace

TEST_CASE("WordPress export: the published posts by date, with the blog's name and address") {
    const Read all =
        read_export({piped(export_of(exported(3, "C", "2020-03-01 00:00:00") + exported(1, "A", "2020-01-01 00:00:00") +
                                     exported(2, "B &amp;amp; b", "2020-02-01 00:00:00")))});
    CHECK(titles_in(all.listing) == "A|B & b|C");
    CHECK(all.listing->title == "Harbour & Fog");
    CHECK(all.listing->address->text() == "https://blog.example/");
    CHECK(all.listing->source_kind == "WordPress export");
    CHECK(all.listing->entries[0].permalink->text() == "https://blog.example/p1/");
    CHECK(all.report.issues().empty());
}

TEST_CASE("WordPress export: what is not for readers is bound on request only") {
    const std::string xml = export_of(
        exported(1, "public", "2020-01-01 00:00:00") + exported(2, "draft", "", "<wp:status>draft</wp:status>") +
        exported(3, "private", "2020-01-03 00:00:00", "<wp:status>private</wp:status>") +
        exported(4, "protected", "2020-01-04 00:00:00", "<wp:post_password>x</wp:post_password>") +
        exported(5, "trash", "2020-01-05 00:00:00", "<wp:status>trash</wp:status>") +
        "<item><title>menu</title><wp:post_id>6</wp:post_id><wp:post_type>nav_menu_item</wp:post_type></item>"
        "<item><title>page</title><link>https://blog.example/about/</link><wp:post_id>7</wp:post_id>"
        "<wp:post_date>2020-01-07 00:00:00</wp:post_date><wp:status>publish</wp:status>"
        "<wp:post_type>page</wp:post_type></item>");
    struct Case {
        std::string_view name;
        Inclusion include;
        std::string_view titles;
    };
    const Case cases[] = {
        {"nothing", {}, "public"},
        {"drafts", {.drafts = true}, "public|draft"},
        {"private", {.private_posts = true}, "public|private"},
        {"protected", {.protected_posts = true}, "public|protected"},
        {"trash", {.trash = true}, "public|trash"},
        {"pages", {.pages = true}, "public|page"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(titles_in(read_export({piped(xml)}, c.include).listing) == c.titles);
    }
}

TEST_CASE("WordPress export: pages stand in where there are no posts, and an empty export says so") {
    const std::string page =
        "<item><title>About</title><wp:post_id>7</wp:post_id><wp:post_type>page</wp:post_type></item>";
    CHECK(titles_in(read_export({piped(export_of(page))}).listing) == "About");
    CHECK(titles_in(read_export({piped(export_of(""))}).listing) == "standard input holds no posts");
    CHECK(titles_in(read_export({piped(export_of(exported(1, "x", "", "<wp:status>draft</wp:status>")))}).listing) ==
          "standard input holds no published posts; 1 others can be had with --include");
}

TEST_CASE("WordPress export: a post's fields, its time with the blog's offset, its picture and its threads") {
    const std::string picture =
        "<item><title>sea</title><wp:post_id>9</wp:post_id><wp:post_parent>1</wp:post_parent><wp:post_type>attachment"
        "</wp:post_type><wp:attachment_url>https://blog.example/sea.jpg</wp:attachment_url></item>";
    const std::string more =
        "<wp:post_date_gmt>2019-12-31 22:00:00</wp:post_date_gmt><category domain=\"category\">Coast</category>"
        "<category domain=\"post_tag\">fog</category><category domain=\"nav\">x</category>"
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>" +
        exported_comment(1, 0) + exported_comment(2, 1, "<wp:comment_user_id>4</wp:comment_user_id>") +
        exported_comment(3, 0, "<wp:comment_approved>0</wp:comment_approved>") +
        exported_comment(4, 0, "<wp:comment_approved>spam</wp:comment_approved>") +
        exported_comment(5, 99, "<wp:comment_type>pingback</wp:comment_type>") +
        exported_comment(6, 0, "<wp:comment_type>order_note</wp:comment_type>");
    Read all = read_export({piped(export_of(exported(1, "A", "2020-01-01 00:00:00", more) + picture))});
    REQUIRE(all.listing);
    const Post bound_post = bound_post_of(all.listing->entries.front(), all.report);
    CHECK(rfc3339(*bound_post.published) == "2020-01-01T00:00:00+02:00");
    CHECK(bound_post.authors == std::vector<std::string>{"Mara Ellingsen"});
    CHECK(bound_post.tags == std::vector<std::string>{"Coast", "fog"});
    CHECK(bound_post.language == "en-GB");
    CHECK(bound_post.aliases.front().text() == "https://blog.example/?p=1");
    CHECK(bound_post.lead_image->source == "https://blog.example/sea.jpg");
    CHECK(markup::collapsed_text(bound_post.body.root()) == "Text of 1.");
    CHECK(bound_post.sha256.size() == 64);
    REQUIRE(bound_post.comments.size() == 3);
    CHECK(bound_post.comments[1].parent == "1");
    CHECK(bound_post.comments[1].by_post_author);
    CHECK(bound_post.comments[2].kind == CommentKind::pingback);
    CHECK(markup::block_text(bound_post.comments[0].body.root()) == "One\n\ntwo");
}

TEST_CASE("WordPress export: several files are one source, and a post in two of them is one") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "blogbind-export-test";
    std::filesystem::create_directories(folder);
    REQUIRE(write_file(folder / "a.xml",
                       export_of(exported(2, "B", "2020-02-01 00:00:00") + exported(3, "C", "2020-03-01 00:00:00"))));
    REQUIRE(write_file(folder / "b.xml",
                       export_of(exported(3, "C", "2020-03-01 00:00:00") + exported(1, "A", "2020-01-01 00:00:00"))));
    const auto first = detect((folder / "a.xml").string(), {}, {}),
               second = detect((folder / "b.xml").string(), {}, {});
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->kind == SourceKind::wordpress_export);
    CHECK(first->bytes.empty());
    std::vector<Source> sources{*first, *second};
    Read all = read_export(sources);
    CHECK(titles_in(all.listing) == "A|B|C");
    CHECK(markup::collapsed_text(bound_post_of(all.listing->entries[1], all.report).body.root()) == "Text of 2.");
    CHECK(bound_post_of(all.listing->entries[0], all.report).source_file == "b.xml");
    std::filesystem::remove_all(folder);
}

TEST_CASE("WordPress export: what was broken is read, what breaks off is reported") {
    std::string xml =
        export_of(exported(1, "A \x01 & B", "2020-01-01 00:00:00") + exported(2, "caf\xE9", "2020-02-01 00:00:00"));
    Read whole = read_export({piped(xml)});
    CHECK(titles_in(whole.listing) == "A & B|café");
    CHECK(whole.report.issues().empty());
    CHECK(markup::collapsed_text(bound_post_of(whole.listing->entries[1], whole.report).body.root()) == "Text of 2.");

    const Read torn = read_export({piped(xml.substr(0, xml.rfind("<content:encoded>")))});
    CHECK(titles_in(torn.listing) == "A & B");
    CHECK(torn.report.count(IssueCode::listing_incomplete) == 1);
}
