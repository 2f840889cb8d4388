#include "net/archive.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include "base/file.h"
#include "base/gzip.h"
#include "net/cdx.h"
#include "net/warc_reader.h"
#include "unit/base/temporary_folder.h"
#include "unit/net/kept_blog.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Mode = SharedFile::Mode;

std::vector<std::string> types_in(const fs::path& path) {
    const Result<SharedFile> file = SharedFile::open(path, Mode::read);
    REQUIRE(file.has_value());
    WarcReader reader(*file, 0, 1000);
    std::vector<std::string> types;
    for (WarcStep step = reader.next(); step.kind == WarcStep::Kind::record; step = reader.next())
        types.emplace_back(step.record.field("WARC-Type"));
    return types;
}

void write(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }
std::string bytes_of(const fs::path& path) { return *read_file(path, 1U << 30); }

}  // namespace

TEST_CASE("archive: what was kept is had again, by whoever opens the file next") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "deep" / "blog.warc.gz";
    {
        const auto archive = opened(path, clock);
        CHECK_FALSE(fs::exists(path));  // nothing yet
        REQUIRE(archive->append(page("https://blog.example/a", "Salt.", {{"content-type", "text/html"}})).has_value());
        CHECK(body_of(*archive, "https://blog.example/a") == "Salt.");
    }
    const auto archive = opened(path, clock, Mode::read);
    const Result<Answer> answer = archive->load(*archive->newest(url("https://blog.example/a#comments")));
    REQUIRE(answer.has_value());
    CHECK(answer->body == "Salt.");
    CHECK(answer->header("content-type") == "text/html");
    CHECK(answer->time == morning);
    CHECK(answer->is_archived);
    CHECK(answer->record.starts_with("urn:uuid:"));
    CHECK_FALSE(archive->newest(url("https://blog.example/b")).has_value());
    CHECK(types_in(path) == std::vector<std::string>{"warcinfo", "response", "request"});
}

TEST_CASE("archive: a vanished page does not hide what it was") {
    TemporaryFolder folder;
    TestClock clock;
    const auto archive = opened(folder.path() / "a.warc.gz", clock);
    REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
    REQUIRE(archive->append(page("https://blog.example/a", "Gone.", {}, 410)).has_value());
    CHECK(archive->newest(url("https://blog.example/a"))->status == 410);
    CHECK(body_of(*archive, "https://blog.example/a") == "Salt.");
}

TEST_CASE("archive: the same exchange twice in one second is two records") {
    TemporaryFolder folder;
    TestClock clock;
    const auto archive = opened(folder.path() / "a.warc.gz", clock);
    const Result<Kept> first = archive->append(page("https://blog.example/a", "Gone.", {}, 410));
    const Result<Kept> second = archive->append(page("https://blog.example/a", "Gone.", {}, 410));
    REQUIRE(second.has_value());
    CHECK(first->record != second->record);
}

TEST_CASE("archive: the same bytes are kept once") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    {
        const auto archive = opened(path, clock);
        const Result<Kept> first = archive->append(page("https://blog.example/a", "Salt."));
        Answer again = page("https://blog.example/a", "Salt.", {{"x-new", "1"}});
        again.time += 1h;
        const Result<Kept> second = archive->append(again);
        REQUIRE(second.has_value());
        CHECK(second->record == first->record);
        CHECK(second->time == morning);
        const Result<Kept> elsewhere = archive->append(page("https://blog.example/b", "Salt."));
        CHECK(elsewhere->record != first->record);
    }
    const auto archive = opened(path, clock);
    CHECK(types_in(path) ==
          std::vector<std::string>{"warcinfo", "response", "request", "revisit", "request", "revisit", "request"});
    CHECK(body_of(*archive, "https://blog.example/b") == "Salt.");
    const Result<Answer> answer = archive->load(*archive->newest(url("https://blog.example/a")));
    CHECK(answer->header("x-new") == "1");
    CHECK(answer->time == morning);
}

TEST_CASE("archive: a torn last record is cut off, wherever it is torn, and all before it is whole") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    {
        const auto archive = opened(path, clock);
        REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
    }
    const std::string whole = bytes_of(path);
    {
        const auto archive = opened(path, clock);
        REQUIRE(archive->append(page("https://blog.example/b", "Fog.")).has_value());
    }
    const std::string longer = bytes_of(path);
    REQUIRE(longer.starts_with(whole));
    for (std::size_t size = whole.size() + 1; size < longer.size(); ++size) {
        CAPTURE(size);
        write(path, longer.substr(0, size));
        const auto archive = opened(path, clock);
        CHECK(body_of(*archive, "https://blog.example/a") == "Salt.");
        const std::uintmax_t left = fs::file_size(path);
        CHECK(left >= whole.size());
        CHECK(longer.substr(0, left) == bytes_of(path));
        REQUIRE(archive->append(page("https://blog.example/c", "Rain.")).has_value());
        CHECK(body_of(*opened(path, clock), "https://blog.example/c") == "Rain.");
    }
}

TEST_CASE("archive: damage within is told, not cut off") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    {
        const auto archive = opened(path, clock);
        REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
    }
    std::string bytes = bytes_of(path);
    bytes[60] ^= 0x55;  // in the first record
    write(path, bytes);
    for (const std::string& content : {bytes, std::string("PK\3\4 no archive at all"), std::string(100'000, 'x')}) {
        CAPTURE(content.substr(0, 8));
        write(path, content);
        const auto archive = Archive::open(path, Mode::append, clock.reader());
        REQUIRE_FALSE(archive.has_value());
        CHECK(archive.error().kind == ErrorKind::unreadable);
        CHECK(bytes_of(path) == content);
    }
}

TEST_CASE("archive: two programs and several threads append to one file, and nothing is lost") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    const auto one = opened(path, clock), two = opened(path, clock);
    const auto append = [&](Archive& archive, int first) {
        for (int i = first; i < first + 25; ++i)
            CHECK(archive.append(page("https://blog.example/" + std::to_string(i), std::to_string(i))).has_value());
    };
    std::thread a([&] { append(*one, 0); }), b([&] { append(*two, 25); }), c([&] { append(*one, 50); });
    a.join(), b.join(), c.join();
    const auto archive = opened(path, clock, Mode::read);
    for (int i = 0; i < 75; ++i)
        CHECK(body_of(*archive, "https://blog.example/" + std::to_string(i)) == std::to_string(i));
}

TEST_CASE("archive: the index is only a help") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz", index = path.string() + ".cdxj";
    {
        const auto archive = opened(path, clock);
        REQUIRE(archive->append(page("https://blog.example/a", "Salt.")).has_value());
        REQUIRE(archive->complete().has_value());
        REQUIRE(archive->append(page("https://blog.example/b", "Fog.")).has_value());
    }
    const std::string good = bytes_of(index);
    CHECK(good.starts_with("example,blog)/a 20190501080000 {\"url\":\"https://blog.example/a\""));
    for (const std::string& content :
         {good, std::string(), good.substr(0, 60), std::string("rubbish\n"),
          good + "a 20190501080000 {\"url\":\"x\",\"offset\":\"99999\",\"length\":\"1\"}\n"}) {
        write(index, content);
        const auto archive = opened(path, clock);
        CHECK(body_of(*archive, "https://blog.example/a") == "Salt.");
        CHECK(body_of(*archive, "https://blog.example/b") == "Fog.");
    }
}

TEST_CASE("archive: the index that grows run by run is the one that is made at once") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz", index = path.string() + ".cdxj";
    std::vector<std::string> seen;
    for (const bool is_kept : {true, false, true}) {  // the index of the run before
        if (!is_kept) fs::remove(index);
        const auto archive = opened(path, clock);
        for (const std::string& name : {"c" + std::to_string(seen.size()), std::string("b"), std::string("d")})
            REQUIRE(archive->append(page("https://blog.example/" + name, "Salt and " + name)).has_value());
        REQUIRE(archive->complete().has_value());
        seen.push_back(bytes_of(index));
        fs::remove(index);
        REQUIRE(opened(path, clock)->complete().has_value());
        CHECK(bytes_of(index) == seen.back());
        clock.now += std::chrono::hours(48);
    }
    CHECK(std::ranges::count(seen.back(), '\n') == 9);
}

TEST_CASE("archive: other crawlers' files are read") {
    TemporaryFolder folder;
    TestClock clock;
    const std::string http =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nSalt \r\n3;x=y\r\npan\r\n0\r\n\r\n";
    const std::string record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2019-05-01T08:00:00Z\r\n"
        "WARC-Target-URI: <https://blog.example/a>\r\nContent-Type: application/http;msgtype=response\r\n"
        "Content-Length: " +
        std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
    const fs::path plain = folder.path() / "a.warc", packed = folder.path() / "b.warc.gz";
    write(plain, record + record);
    write(packed, gzip_member(record) + gzip_member(record));
    CHECK(body_of(*opened(plain, clock, Mode::read), "https://blog.example/a") == "Salt pan");
    CHECK(body_of(*opened(packed, clock, Mode::read), "https://blog.example/a") == "Salt pan");
}

TEST_CASE("archive: secrets do not get into it") {
    TemporaryFolder folder;
    TestClock clock;
    const fs::path path = folder.path() / "a.warc.gz";
    REQUIRE(opened(path, clock)
                ->append(page("https://blog.example/a", "Salt.", {{"set-cookie", "login=1234"}}))
                .has_value());
    const auto archive = opened(path, clock);
    CHECK(archive->load(*archive->newest(url("https://blog.example/a")))->header("set-cookie").empty());
}

}  // namespace blogbind
