// What killed programs, power failures, other programs and other people's files
// do to an archive.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "base/gzip.h"
#include "net/archive.h"
#include "net/warc_reader.h"
#include "unit/base/temporary_folder.h"
#include "unit/net/scripted_transport.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;

const std::chrono::sys_seconds noon{std::chrono::seconds(1'556'712'000)};
constexpr std::string_view page_a = "https://blog.example/a", page_b = "https://blog.example/b",
                           page_c = "https://blog.example/c";

class ArchiveOnDisk {
  public:
    explicit ArchiveOnDisk(std::string_view name = "a.warc.gz") : path_(folder_.path() / name) {}

    [[nodiscard]] Result<std::unique_ptr<Archive>> tried() const {
        return Archive::open(path_, SharedFile::Mode::append, [] { return noon; });
    }
    [[nodiscard]] std::unique_ptr<Archive> opened() const {
        auto archive = tried();
        REQUIRE_MESSAGE(archive.has_value(), archive.error().message);
        return *std::move(archive);
    }
    void set(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
    void add(std::string_view bytes) const { std::ofstream(path_, std::ios::binary | std::ios::app) << bytes; }
    void set_index(std::string_view text) const { std::ofstream(path_.string() + ".cdxj") << text; }
    [[nodiscard]] std::string bytes() const { return *read_file(path_, 1U << 30); }
    [[nodiscard]] std::string index() const { return *read_file(path_.string() + ".cdxj", 1U << 30); }
    [[nodiscard]] WarcRecord record(int number) const {
        const Result<SharedFile> file = SharedFile::open(path_, SharedFile::Mode::read);
        REQUIRE(file.has_value());
        WarcReader reader(*file, 0, 1000);
        for (; number > 0; --number) (void)reader.next();
        return reader.next().record;
    }

  private:
    TemporaryFolder folder_;
    fs::path path_;
};

void keep(Archive& archive, std::string_view address, std::string body, HeaderFields headers = {}, int status = 200) {
    Answer kept = answer(status, std::move(headers), std::move(body));
    kept.url = url(address);
    kept.time = noon;
    REQUIRE(archive.append(kept).has_value());
}

Result<Answer> held(const Archive& archive, std::string_view address) {
    const std::optional<Capture> capture = archive.newest_whole(url(address));
    if (!capture) return fail(ErrorKind::not_found, "not there");
    return archive.load(*capture);
}

std::string text_of(const Archive& archive, std::string_view address) {
    const Result<Answer> answer = held(archive, address);
    return answer ? answer->body : answer.error().message;
}

std::string foreign(std::string_view address, std::string_view message, std::string_view fields = "",
                    std::size_t more = 0) {
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2019-05-01T08:00:00Z\r\nWARC-Target-URI: "
        "{}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
        address, fields, message.size() + more, message);
}

}  // namespace

TEST_CASE(
    "archive: what a power failure leaves behind the last whole record "
    "is cut off") {
    const ArchiveOnDisk disk;
    keep(*disk.opened(), page_a, "Salt.");
    const std::string whole = disk.bytes();
    for (const std::size_t zeros : {1U, 4096U, 300'000U}) {
        CAPTURE(zeros);
        disk.set(whole + std::string(zeros, '\0'));
        CHECK(text_of(*disk.opened(), page_a) == "Salt.");
        CHECK(disk.bytes() == whole);
    }
    keep(*disk.opened(), page_b, std::string(5000, 'x'));
    std::string half_written = disk.bytes();
    std::fill(half_written.begin() + static_cast<std::ptrdiff_t>(whole.size()) + 40, half_written.end(), '\0');
    disk.set(half_written);
    CHECK(text_of(*disk.opened(), page_a) == "Salt.");
    CHECK(disk.bytes() == whole);
}

TEST_CASE("archive: what a program leaves torn is cut off by another that goes on") {
    const ArchiveOnDisk disk;
    const auto archive = disk.opened();
    keep(*archive, page_a, "Salt.");
    disk.add(gzip_member(foreign(page_b, "HTTP/1.1 200 OK\r\n\r\nFog.")).substr(0, 50));
    keep(*archive, page_c, "Rain.");
    CHECK(text_of(*archive, page_c) == "Rain.");
    CHECK(text_of(*disk.opened(), page_a) == "Salt.");
    CHECK(text_of(*disk.opened(), page_c) == "Rain.");
}

TEST_CASE(
    "archive: the index that one program writes holds what another has "
    "appended") {
    const ArchiveOnDisk disk;
    const auto one = disk.opened(), two = disk.opened();
    keep(*one, page_a, "Salt.");
    keep(*two, page_b, "Fog.");
    keep(*one, page_c, "Rain.");
    CHECK(text_of(*one, page_b) == "Fog.");
    REQUIRE(one->complete().has_value());
    const auto archive = disk.opened();
    CHECK(text_of(*archive, page_a) == "Salt.");
    CHECK(text_of(*archive, page_b) == "Fog.");
    CHECK(text_of(*archive, page_c) == "Rain.");
}

TEST_CASE(
    "archive: a length that lies in another crawler's file costs nothing "
    "of what stands behind it") {
    const ArchiveOnDisk disk("a.warc");
    const std::string ok = "HTTP/1.1 200 OK\r\n\r\nSalt.";
    disk.set(foreign(page_a, ok) + foreign(page_b, ok, "", 100'000) + foreign(page_c, ok));
    const std::string before = disk.bytes();
    CHECK_FALSE(disk.tried().has_value());
    CHECK(disk.bytes() == before);
}

TEST_CASE("archive: an index that lies gives no other page") {
    const ArchiveOnDisk disk;
    {
        const auto archive = disk.opened();
        keep(*archive, page_a, "Salt.");
        keep(*archive, page_b, "Fog.");
        REQUIRE(archive->complete().has_value());
    }
    const Capture second = *disk.opened()->newest(url(page_b)), first = *disk.opened()->newest(url(page_a));
    std::string index = disk.index();
    const std::string offset = fmt::format("\"offset\":\"{}\"", first.offset);
    index.replace(index.find(offset), offset.size(), fmt::format("\"offset\":\"{}\"", second.offset));
    disk.set_index(index);
    const auto archive = disk.opened();
    CHECK(text_of(*archive, page_a) != "Fog.");
    CHECK(text_of(*archive, page_b) == "Fog.");
}

TEST_CASE(
    "archive: a digest that lies in another crawler's file changes "
    "nothing that is kept later") {
    const ArchiveOnDisk disk;
    disk.set(gzip_member(foreign(page_a, "HTTP/1.1 200 OK\r\n\r\nFalse.",
                                 fmt::format("WARC-Payload-Digest: {}\r\n", warc_digest("Salt.")))));
    const auto archive = disk.opened();
    keep(*archive, page_b, "Salt.");
    CHECK(text_of(*archive, page_b) == "Salt.");
}

TEST_CASE(
    "archive: a file that a killed program has left empty begins as "
    "every archive does") {
    const ArchiveOnDisk disk;
    disk.set("");
    keep(*disk.opened(), page_a, "Salt.");
    CHECK(disk.record(0).field("WARC-Type") == "warcinfo");
    CHECK(disk.record(1).field("WARC-Type") == "response");
}

TEST_CASE(
    "archive: the same bytes with a corrected media type have the "
    "corrected one") {
    const ArchiveOnDisk disk;
    const auto archive = disk.opened();
    keep(*archive, page_a, "Salt.", {{"content-type", "text/html; charset=iso-8859-1"}});
    keep(*archive, page_a, "Salt.", {{"content-type", "text/html; charset=utf-8"}});
    CHECK(held(*archive, page_a)->header("content-type") == "text/html; charset=utf-8");
}

TEST_CASE("archive: a message without headers has none, and its body is whole") {
    const ArchiveOnDisk disk("a.warc");
    disk.set(foreign(page_a, "HTTP/1.1 200 OK\r\n\r\ncontent-encoding: br\r\nSalt."));
    const Result<Answer> answer = held(*disk.opened(), page_a);
    REQUIRE(answer.has_value());
    CHECK(answer->headers.empty());
    CHECK(answer->body == "content-encoding: br\r\nSalt.");
}

TEST_CASE("archive: a confirmed page without a digest gets no empty one") {
    const ArchiveOnDisk disk("a.warc");
    disk.set(foreign(page_a, "HTTP/1.1 200 OK\r\n\r\nSalt."));
    keep(*disk.opened(), page_a, "", {}, 304);
    for (const auto& [name, value] : disk.record(1).fields) {
        CAPTURE(name);
        CHECK_FALSE(value.empty());
    }
}

}  // namespace blogbind
