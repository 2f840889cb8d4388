#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "extract/extract.h"
#include "model/image.h"
#include "source/discover.h"
#include "source/fetch_page.h"
#include "source/local_fetcher.h"
#include "source/local_posts.h"
#include "source/saved_page.h"
#include "support/fake_fetcher.h"

using namespace blogbind;
namespace fs = std::filesystem;

namespace {

/// A folder that vanishes with the test.
struct Folder {
    Folder() : path(fs::temp_directory_path() / ("blogbind-test-" + std::to_string(getpid()))) {
        fs::create_directories(path / "p_files");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};

Request request(std::string_view address) { return Request{*Url::parse(address), std::nullopt}; }

}  // namespace

TEST_CASE("pages tell where they were saved from") {
    CHECK(saved_from("<!DOCTYPE html>\n<!-- saved from url=(0024)http://example.org/fog/ -->")->text() ==
          "http://example.org/fog/");
    CHECK(saved_from("<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: http://example.org/fog/ \n saved "
                     "date: …-->")
              ->text() == "http://example.org/fog/");
    CHECK_FALSE(saved_from("<!DOCTYPE html><p>plain").has_value());
}

TEST_CASE("pictures that were saved beside a page are used, and only those below its folder") {
    const Folder folder;
    REQUIRE(write_file(folder.path / "p_files" / "sea & sky.jpg", "jpeg").has_value());
    Source source;
    source.kind = SourceKind::saved_page;
    source.path = folder.path / "p.html";
    source.bytes =
        "<!DOCTYPE html><link rel=canonical href='http://example.org/p/'><img src='./p_files/sea%20&amp;%20sky.jpg'>"
        "<img src='p_files/absent.jpg'><img src='../../etc/passwd'>";
    Report report;
    const auto part = saved_page(source, report);
    REQUIRE(part.has_value());
    CHECK(part->url->text() == "http://example.org/p/");
    const markup::Element* picture = markup::first_descendant(part->document.root(), "img");
    const std::string address(markup::attribute(*picture, "src"));
    CHECK(address.starts_with("file:///"));
    tests::FakeFetcher none;
    LocalFetcher fetcher(none, {folder.path});
    const auto response = fetcher.fetch(request(address));
    REQUIRE(response.has_value());
    CHECK(response->body == "jpeg");
    CHECK(markup::attribute(*picture->NextSiblingElement(), "src") == "p_files/absent.jpg");
}

TEST_CASE("LocalFetcher answers data: addresses, refuses other folders, passes on the rest") {
    tests::FakeFetcher next;
    next.page("http://example.org/", "page");
    LocalFetcher fetcher(next, {"/nonexistent-folder"});
    const auto base64 = fetcher.fetch(request("data:image/png;base64,aGVs bG8="));
    REQUIRE(base64.has_value());
    CHECK(base64->body == "hello");
    CHECK(base64->media_type() == "image/png");
    CHECK(fetcher.fetch(request("data:,a%20b"))->body == "a b");
    CHECK_FALSE(fetcher.fetch(request("data:image/png;base64,@@")).has_value());
    const auto outside = fetcher.fetch(request("file:///etc/hostname"));
    REQUIRE_FALSE(outside.has_value());
    CHECK(outside.error().kind == ErrorKind::refused);
    CHECK(fetcher.fetch(request("http://example.org/"))->body == "page");
}

TEST_CASE("a photograph within a page goes to the book whole, and the post knows its file's name") {
    const std::string photograph = "data:image/jpeg;base64," + std::string(40'000, 'A');
    std::string text;
    for (int i = 0; i < 6; ++i)
        text += "<p>Fog came up the slip before breakfast and sat down among the boats as if it had paid for them.</p>";
    Source source;
    source.kind = SourceKind::saved_page;
    source.path = "somewhere/fog.html";
    source.bytes =
        "<!DOCTYPE html><body class=single><article class=hentry><h1 class=entry-title>Fog</h1>"
        "<div class=entry-content>" +
        text + "<img src='" + photograph + "'></div></article>";
    Report report;
    const auto entry = local_post(source, {}, report);
    REQUIRE(entry.has_value());
    REQUIRE(entry->page.has_value());
    const auto post = extract::extract_post(*entry, *entry->page, report);
    REQUIRE(post.has_value());
    CHECK(post->source_file == "fog.html");
    const markup::Element* picture = markup::first_descendant(post->body.root(), "img");
    REQUIRE(picture != nullptr);
    const auto address = Url::parse(markup::attribute(*picture, "src"));
    REQUIRE(address.has_value());
    CHECK(ImageCandidate{*address}.is_saved());
    CHECK(report.issues().empty());
}

TEST_CASE("names of files may be in any encoding; what is told of them is text") {
    Source source;
    source.kind = SourceKind::pasted_text;
    source.path = "no\xE4.txt";
    source.bytes = "It rained.\n\nThen it stopped.\n";
    Report report;
    const auto entry = local_post(source, {}, report);
    REQUIRE(entry.has_value());
    CHECK(entry->reason == "the text “no�.txt”");
    REQUIRE(entry->page);
    CHECK(entry->page->parts.front().source_file == "no�.txt");
    report.add(IssueCode::post_without_body, source.path.string(), source.path.string() + ": it is empty");
    CHECK(issue_message(report.issues().front()) == "no�.txt: it is empty; the page was left out");
}

TEST_CASE("of many saved pages only some are kept in memory, and the others are read again as they were") {
    constexpr std::size_t count = 110;
    const Folder folder;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(1000 + i);
        const std::string page = "<!DOCTYPE html><link rel=canonical href='http://example.org/" + number +
                                 "/'><title>Day " + number + "</title><article><h1>Day " + number + "</h1><p>On day " +
                                 number + " the road went along the river, as before.</p></article>";
        REQUIRE(write_file(folder.path / (number + ".html"), page).has_value());
    }
    fs::remove_all(folder.path / "p_files");
    tests::FakeFetcher fetcher;
    Report report;
    auto source = detect(folder.path.string(), std::nullopt, std::nullopt);
    REQUIRE(source.has_value());
    auto listing = discover({*std::move(source)}, fetcher, {}, report);
    REQUIRE(listing.has_value());
    REQUIRE(listing->entries.size() == count);
    CHECK(std::ranges::count_if(listing->entries, [](const Entry& entry) { return entry.page.has_value(); }) < 105);
    for (Entry& entry : listing->entries) {
        CAPTURE(entry.title);
        const auto page = fetch_page(entry, fetcher, report, {});
        REQUIRE(page.has_value());
        CHECK(page->parts.front().url == entry.permalink);
        const auto post = extract::extract_post(entry, *page, report);
        REQUIRE(post.has_value());
        CHECK(markup::text_content(post->body.root()).find("On d" + entry.title.substr(1)) != std::string::npos);
    }
    CHECK(report.issues().empty());
}
