// Crawls as sources: WARC files, several of them, and WACZ archives.
#include "source/web_archive.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

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
using namespace std::string_literals;
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

/// As other programs write it, unpacked.
std::string record(std::string_view address, std::string_view body) {
    const std::string message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + std::string(body);
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nWARC-Date: 2020-01-01T10:00:00Z\r\nContent-Type: "
        "application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        address, message.size(), message);
}

// Records of fog and rain as `zstd --no-check --no-dictID -D` packs them, with that of snow for dictionary.
const std::string packed_fog =
    "\x28\xb5\x2f\xfd\x20\xeb\xcd\x00\x00\x68\x57\x66\x6f\x67\x38\x46\x6f\x67\x2e\x0d\x0a\x0d\x0a\x03\x00\x41\x24\xc8"
    "\xdb\xd2\x21\x38\x6a\xae"s;
const std::string packed_rain =
    "\x28\xb5\x2f\xfd\x20\xed\xc5\x00\x00\x70\x57\x72\x61\x69\x6e\x52\x61\x69\x6e\x2e\x0d\x0a\x0d\x0a\x02\x00\x15\xa0"
    "\x88\xe0\xa8\xb9\x02"s;

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

TEST_CASE("a crawl answers for an address that it has spelt otherwise") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.warc", record("https://harbour.example/quay%285%29.jpg", "Quay") +
                                              record("https://harbour.example/pier(6).jpg", "Pier")));
    const auto sources = opened({folder / "a.warc"});
    REQUIRE(sources);
    CHECK(fetched(sources->front(), "https://harbour.example/quay(5).jpg") == "Quay");
    CHECK(fetched(sources->front(), "https://harbour.example/pier%286%29.jpg") == "Pier");
    CHECK(fetched(sources->front(), "https://harbour.example/pier(7).jpg") ==
          "https://harbour.example/pier(7).jpg is not in a.warc");
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
    const std::string index = cdxj_line(capture, "data.warc.gz");
    const std::string pages =
        "{\"format\": \"json-pages-1.0\"}\n{\"url\": \"https://harbour.example/fog/\"}\n"
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

    REQUIRE(write_file(folder / "one.warc.gz", gzip_member("WARC/1.0\r\nContent-Length: 900\r\n\r\nand no more")));
    const auto torn = opened({folder / "one.warc.gz"});
    REQUIRE_FALSE(torn);
    CHECK(torn.error().message == "one.warc is no WARC file from byte 0 on");
}

TEST_CASE("a crawl that was packed as a whole is read as if it were not, and no index of it is believed") {
    const TemporaryFolder folder;
    const std::string both =
        record("https://harbour.example/fog/", "Fog.") + record("https://harbour.example/rain/", "Rain.");
    REQUIRE(write_file(folder / "a.warc.gz", gzip_member(both)));
    Capture wrong{.offset = 7, .length = 9, .time = fog.time, .status = 200};
    wrong.url = fog.url.text();
    REQUIRE(write_file(folder / "a.warc.gz.cdxj", cdxj_line(wrong, "a.warc.gz")));
    const auto sources = opened({folder / "a.warc.gz"});
    REQUIRE(sources);
    CHECK(fetched(sources->front(), "https://harbour.example/fog/") == "Fog.");
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");
    CHECK(sources->front().site->damages().empty());
}

TEST_CASE("a crawl may be packed with Zstandard, with the dictionary that stands at its beginning") {
    const TemporaryFolder folder;
    const std::string dictionary = record("https://harbour.example/snow/", "Snow.");
    std::string head = "\x5d\x2a\x4d\x18"s;
    for (const int shift : {0, 8, 16, 24}) head += static_cast<char>(dictionary.size() >> shift & 0xff);
    REQUIRE(write_file(folder / "a.warc.zst", head + dictionary + packed_fog + packed_rain));
    const auto sources = opened({folder / "a.warc.zst"});
    REQUIRE(sources);
    CHECK(sources->front().url->text() == "https://harbour.example/fog/");
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");
    CHECK(sources->front().site->damages().empty());

    REQUIRE(write_file(folder / "b.warc.zst", head + dictionary + packed_fog + packed_rain.substr(0, 20)));
    const auto torn = opened({folder / "b.warc.zst"});
    REQUIRE(torn);
    CHECK(fetched(torn->front(), "https://harbour.example/fog/") == "Fog.");
}

TEST_CASE("an index in the classic form is as good as any") {
    const TemporaryFolder folder;
    const std::string first = warc_response(fog).bytes, second = warc_response(rain).bytes;
    const std::string index = fmt::format(
        " CDX N b a m s k r M S V g\n"
        "example,harbour)/rain 20190501080100 https://harbour.example/rain/ text/html 200 ABC - - {} {} data.warc.gz\n"
        "example,harbour)/broken 20190501080100 https://harbour.example/broken/\n",
        second.size(), first.size());
    REQUIRE(write_file(folder / "crawl.wacz",
                       test::zip_file({{"archive/data.warc.gz", first + second}, {"indexes/index.cdx", index}})));
    const auto sources = opened({folder / "crawl.wacz"});
    REQUIRE(sources);
    CHECK(fetched(sources->front(), "https://harbour.example/rain/") == "Rain.");
    CHECK(fetched(sources->front(), "https://harbour.example/fog/") ==
          "https://harbour.example/fog/ is not in crawl.wacz");  // the index names all that counts
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
