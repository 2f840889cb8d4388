#include "net/warc_reader.h"
#include "base/shared_file.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "base/gzip.h"
#include "unit/base/temporary_folder.h"

namespace blogbind {

namespace {

using Kind = WarcStep::Kind;

constexpr std::size_t all = 1U << 20;

std::string record_text(std::string_view block, std::string_view end = "\r\n\r\n") {
    return fmt::format("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {}\r\n\r\n{}{}", block.size(), block, end);
}

class WrittenWarc {
  public:
    explicit WrittenWarc(std::string_view bytes) {
        const auto path = folder_.path() / "a.warc";
        std::ofstream(path, std::ios::binary) << bytes;
        Result<SharedFile> file = SharedFile::open(path, SharedFile::Mode::read);
        REQUIRE(file.has_value());
        file_ = *std::move(file);
    }
    [[nodiscard]] const SharedFile& file() const { return *file_; }

  private:
    TemporaryFolder folder_;
    std::optional<SharedFile> file_;
};

/// "Salt|Fog|end": the blocks, and how the file ends.
std::string told(std::string_view bytes, std::size_t most = all) {
    const WrittenWarc warc(bytes);
    WarcReader reader(warc.file(), 0, most);
    std::string text;
    for (;;) {
        const WarcStep step = reader.next();
        if (step.kind == Kind::end) return text + "end";
        if (step.kind == Kind::torn) return text + fmt::format("torn at {}", step.record.offset);
        if (step.kind == Kind::damaged) return text + fmt::format("damaged at {}", step.record.offset);
        CHECK(step.record.offset + step.record.length <= bytes.size());
        text += step.record.block + "|";
    }
}

}  // namespace

TEST_CASE("warc_reader: records end in several ways") {
    struct Case {
        std::string_view name, end;
    };
    const Case cases[] = {
        {"as the standard says", "\r\n\r\n"}, {"not at all", ""},
        {"one line break", "\r\n"},           {"one line feed", "\n"},
        {"two line feeds", "\n\n"},           {"more than two", "\r\n\r\n\r\n\r\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const std::string salt = record_text("Salt", c.end), fog = record_text("Fog", c.end);
        CHECK(told(salt + fog) == "Salt|Fog|end");
        CHECK(told(gzip_member(salt) + gzip_member(fog)) == "Salt|Fog|end");
    }
}

TEST_CASE("warc_reader: the beginning of a record is had without what stands behind it") {
    const std::string block = std::string(20000, 's') + "end", text = record_text(block);
    for (const std::string& bytes : {text, gzip_member(text), text.substr(0, 9000)}) {
        const WrittenWarc warc(bytes);
        for (const std::size_t most : {std::size_t{0}, std::size_t{5}, std::size_t{5000}}) {
            const WarcStep step = WarcReader(warc.file(), 0, most).peek();
            REQUIRE(step.kind == Kind::record);
            CHECK(step.record.field("WARC-Type") == "resource");
            CHECK(step.record.block == block.substr(0, most));
        }
    }
    const WrittenWarc whole(text), torn(text.substr(0, 9000)), damaged("no record");
    CHECK(WarcReader(whole.file(), 0, all).peek().record.block == block);
    CHECK(WarcReader(torn.file(), 0, all).peek().kind == Kind::torn);
    CHECK(WarcReader(damaged.file(), 0, all).peek().kind == Kind::damaged);
}

TEST_CASE("warc_reader: any record can be entered by its offset") {
    for (const bool is_packed : {false, true}) {
        CAPTURE(is_packed);
        std::string bytes;
        for (const std::string_view block : {"Salt", "", "Fog"})
            bytes += is_packed ? gzip_member(record_text(block)) : record_text(block);
        const WrittenWarc warc(bytes);
        WarcReader reader(warc.file(), 0, all);
        for (WarcStep step = reader.next(); step.kind == Kind::record; step = reader.next()) {
            const WarcStep again = WarcReader(warc.file(), step.record.offset, all).next();
            CHECK(again.kind == Kind::record);
            CHECK(again.record.block == step.record.block);
            CHECK(again.record.length == step.record.length);
        }
    }
}

TEST_CASE("warc_reader: what is no whole record is told") {
    struct Case {
        std::string_view name;
        std::string bytes;
        std::string expected;
    };
    const std::string salt = record_text("Salt"), packed = gzip_member(salt);
    const auto at = [](std::string_view what, const std::string& after) {
        return fmt::format("Salt|{} at {}", what, after.size());
    };
    const Case cases[] = {
        {"an empty file", "", "end"},
        {"cut off in the head", salt + salt.substr(0, 20), at("torn", salt)},
        {"cut off in the block", salt + salt.substr(0, salt.size() - 6), at("torn", salt)},
        {"a packed one cut off", packed + packed.substr(0, packed.size() - 1), at("torn", packed)},
        {"zeros, as a power failure leaves them", packed + std::string(5000, '\0'), at("damaged", packed)},
        {"no length", "WARC/1.0\r\nWARC-Type: resource\r\n\r\n", "damaged at 0"},
        {"a length below zero", "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "damaged at 0"},
        {"a length beyond all numbers", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "damaged at 0"},
        {"a length beyond the file", "WARC/1.0\r\nContent-Length: 9223372036854775807\r\n\r\nx", "torn at 0"},
        {"a packed one shorter than it says", gzip_member("WARC/1.0\r\nContent-Length: 9\r\n\r\nx"), "damaged at 0"},
        {"packed as a whole", gzip_member(salt + salt), "damaged at 0"},
        {"a head without end", "WARC/1.0\r\n" + std::string(1U << 20, 'x'), "damaged at 0"},
        {"a packed head without end", gzip_member("WARC/1.0\r\n" + std::string(1U << 20, 'x')), "damaged at 0"},
        {"a page", "<html></html>", "damaged at 0"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(told(c.bytes) == c.expected);
    }
}

TEST_CASE("warc_reader: millions of empty lines, packed small, are not unpacked to the end") {
    const std::string lines(64U << 20, '\n');
    CHECK(told(gzip_member(record_text("Salt") + lines)) == "damaged at 0");
    CHECK(told(gzip_member(lines + record_text("Salt"))) == "damaged at 0");
}

TEST_CASE("warc_reader: of a long block only the beginning is kept") {
    const std::string block(3U << 20, 'x');
    CHECK(told(record_text(block) + record_text("Fog"), 4) == "xxxx|Fog|end");
    CHECK(told(gzip_member(record_text(block)) + gzip_member(record_text("Fog")), 4) == "xxxx|Fog|end");
}

}  // namespace blogbind
