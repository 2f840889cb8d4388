// Crawls as sources: WARC files, several of them, and WACZ archives.
#include "source/web_archive.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "base/gzip.h"
#include "net/archive.h"
#include "net/cdx.h"
#include "net/site_copy.h"
#include "net/warc.h"
#include "support/fake_fetcher.h"
#include "support/zip_file.h"
#include "unit/base/temporary_folder.h"

using namespace blogbind;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_seconds morning{1'556'697'600s};

Answer page(std::string_view address, std::string body, std::chrono::seconds later = 0s) {
    Answer answer{.url = *Url::parse(address), .status = 200};
    answer.headers = {{"content-type", "text/html"}};
    answer.body = std::move(body);
    answer.time = morning + later;
    return answer;
}

/// Both stand at the beginning of files that hold nothing else.
const Answer fog = page("https://harbour.example/fog/", "Fog.");
const Answer rain = page("https://harbour.example/rain/", "Rain.", 60s);

std::string revisit(const Answer& answer, const Answer& original) {
    const WarcExchange first = warc_response(original);
    return warc_revisit(answer, {first.record, original.url.text(), original.time}, first.payload_digest).bytes;
}

Result<std::vector<Source>> opened(const std::vector<fs::path>& paths, std::optional<Url> url = std::nullopt) {
    std::vector<Source> sources;
    for (const fs::path& path : paths) {
        auto source = detect(path.string(), std::nullopt, url);
        if (!source) return fail(source.error());
        CHECK(source->kind == SourceKind::web_archive);
        sources.push_back(*std::move(source));
    }
    if (Status status = open_web_archives(sources); !status) return fail(status.error());
    return sources;
}

std::string fetched(const Source& source, std::string_view address) {
    CopyFetcher fetcher({source.site}, nullptr);
    const auto response = fetcher.fetch(Request{*Url::parse(address)});
    return response ? response->body : response.error().message;
}

}  // namespace

TEST_CASE("a crawl begins with its first page and answers for its site") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.warc.gz", warc_response(rain).bytes + warc_response(fog).bytes));
    const auto sources = opened({folder / "a.warc.gz"});
    REQUIRE(sources);
    CHECK(sources->front().url->text() == "https://harbour.example/fog/");  // the first in time
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");
    CHECK(fetched(sources->front(), "https://harbour.example/snow/") ==
          "https://harbour.example/snow/ is not in a.warc.gz");
    const auto named = opened({folder / "a.warc.gz"}, Url::parse("https://harbour.example/rain/"));
    CHECK(named->front().url->text() == "https://harbour.example/rain/");
}

TEST_CASE("files of one crawl are one, and refer to each other's records") {
    const TemporaryFolder folder;
    Answer again = fog;
    again.url = *Url::parse("https://harbour.example/fog/?again");
    REQUIRE(write_file(folder / "a.warc.gz", revisit(again, fog)));  // before what it refers to
    REQUIRE(write_file(folder / "b.warc.gz", warc_response(fog).bytes));
    const auto sources = opened({folder / "a.warc.gz", folder / "b.warc.gz"});
    REQUIRE(sources);
    REQUIRE(sources->size() == 1);
    CHECK(fetched(sources->front(), "https://harbour.example/fog/?again") == "Fog.");
    CHECK(sources->front().site->damages().empty());
    const auto whole_folder = opened({folder.path()});
    REQUIRE(whole_folder);
    CHECK(fetched(whole_folder->front(), "https://harbour.example/fog/") == "Fog.");
}

TEST_CASE("a WACZ archive is read in its place, by its index and from its seed") {
    const TemporaryFolder folder;
    const std::string first = warc_response(fog).bytes, second = warc_response(rain).bytes;
    Capture capture{.offset = first.size(), .length = second.size(), .time = rain.time, .status = 200};
    capture.url = rain.url.text();
    capture.media_type = "text/html";
    const std::string index = cdxj_text({capture}, "data.warc.gz");
    const std::string pages = "{\"format\": \"json-pages-1.0\"}\n{\"url\": \"https://harbour.example/fog/\"}\n"
                              "{\"url\": \"https://harbour.example/rain/\", \"seed\": true}\n";
    REQUIRE(write_file(folder / "crawl.wacz", test::zip_file({{"datapackage.json", "{}"},
                                                              {"archive/data.warc.gz", first + second},
                                                              {"archive/more.warc.gz", first},
                                                              {"indexes/index.cdx.gz", gzip_member(index)},
                                                              {"pages/pages.jsonl", pages}})));
    const auto sources = opened({folder / "crawl.wacz"});
    REQUIRE(sources);
    CHECK(sources->front().url->text() == "https://harbour.example/rain/");
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");
    CHECK(fetched(sources->front(), "https://harbour.example/fog/") == "Fog.");  // no index speaks of that file
}

TEST_CASE("what is damaged costs what stands behind it, and says so") {
    const TemporaryFolder folder;
    const std::string whole = warc_response(fog).bytes;
    REQUIRE(write_file(folder / "a.warc.gz", whole + "no record at all"));
    REQUIRE(write_file(folder / "b.warc.gz", warc_response(rain).bytes));
    const auto sources = opened({folder / "a.warc.gz", folder / "b.warc.gz"});
    REQUIRE(sources);
    CHECK(sources->front().site->damages() ==
          std::vector<std::string>{"a.warc.gz is no WARC file from byte " + std::to_string(whole.size()) + " on"});
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");

    REQUIRE(write_file(folder / "one.warc.gz", gzip_member("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nWARC/1.0\r\n"
                                                           "Content-Length: 0\r\n\r\n\r\n\r\n")));
    const auto packed = opened({folder / "one.warc.gz"});
    REQUIRE_FALSE(packed);
    CHECK(packed.error().message == "one.warc.gz is packed as a whole or damaged; unpack it with gunzip first");
}

TEST_CASE("beside a crawl the network answers for what it does not hold") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.warc.gz", warc_response(fog).bytes));
    const auto sources = opened({folder / "a.warc.gz"});
    REQUIRE(sources);
    tests::FakeFetcher network;
    network.page("https://harbour.example/fog/", "Fog, rewritten.");
    network.page("https://harbour.example/rain/", "Rain.");
    CopyFetcher fetcher({sources->front().site}, &network);
    CHECK(fetcher.fetch(Request{*Url::parse("https://harbour.example/fog/")})->body == "Fog.");
    CHECK(fetcher.fetch(Request{*Url::parse("https://harbour.example/rain/")})->body == "Rain.");
}
