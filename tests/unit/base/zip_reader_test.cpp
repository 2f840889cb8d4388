// ZIP files from anywhere, the hostile ones too.
#include "base/zip_reader.h"

#include <doctest/doctest.h>

#include "base/file.h"
#include "support/zip_file.h"
#include "temporary_folder.h"

using namespace blogbind;
using test::ZipMember;

namespace {

Result<ZipReader> opened(const TemporaryFolder& folder, std::string_view bytes, const ZipLimits& limits = {}) {
    REQUIRE(write_file(folder / "a.zip", bytes));
    return ZipReader::open(folder / "a.zip", limits);
}

}  // namespace

TEST_CASE("zip_reader: entries come in the file's order, with their bytes") {
    const TemporaryFolder folder;
    const auto zip = opened(folder, test::zip_file({{"b.txt", "second"}, {"folder/", ""}, {"folder/a.txt", ""}}));
    REQUIRE(zip);
    REQUIRE(zip->entries().size() == 2);
    CHECK(zip->entries()[0].name == "b.txt");
    CHECK(zip->read(zip->entries()[0]).value() == "second");
    CHECK(zip->read(*zip->find("folder/a.txt")).value().empty());
    CHECK(zip->find("c.txt") == nullptr);
}

TEST_CASE("zip_reader: what is no ZIP file is said in one sentence that names it") {
    const TemporaryFolder folder;
    const std::string whole = test::zip_file({{"a.txt", std::string(500, 'a')}});
    struct Case {
        std::string_view name, bytes, part;
    };
    const Case cases[] = {
        {"empty", "", "a.zip is empty"},
        {"text", "Once upon a time there was no ZIP file.", "a.zip is no ZIP file"},
        {"cut", std::string_view(whole).substr(0, whole.size() / 2), "not a whole one"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto zip = opened(folder, c.bytes);
        REQUIRE_FALSE(zip);
        CHECK(zip.error().message.find(c.part) != std::string::npos);
    }
    CHECK(ZipReader::open(folder / "none.zip").error().kind == ErrorKind::not_found);
    CHECK(ZipReader::open(folder.path()).error().message.ends_with("is a folder"));
}

TEST_CASE("zip_reader: names that lead out of the file are refused") {
    const TemporaryFolder folder;
    for (const char* name : {"../a", "a/../../b", "/etc/passwd", "..\\a", "a/.."}) {
        CAPTURE(name);
        const auto zip = opened(folder, test::zip_file({{name, "x"}}));
        REQUIRE_FALSE(zip);
        CHECK(zip.error().kind == ErrorKind::refused);
    }
    CHECK(opened(folder, test::zip_file({{"a..b/...", "x"}})));
}

TEST_CASE("zip_reader: names are UTF-8, whatever the program that packed them took them for") {
    const TemporaryFolder folder;
    struct Case {
        std::string_view name, packed;
        unsigned flags;
    };
    const Case cases[] = {
        {"DOS", "K\x81ste.jpg", 0},
        {"Windows", "K\xfcste.jpg", 0},
        {"UTF-8 that is told", "K\xc3\xbcste.jpg", 0x800},
        {"UTF-8 that is not told", "K\xc3\xbcste.jpg", 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto zip =
            opened(folder, test::zip_file({{.name = std::string(c.packed), .bytes = "coast", .flags = c.flags}}));
        REQUIRE(zip);
        CHECK(zip->entries().front().name == "Küste.jpg");
        CHECK(zip->read(*zip->find("Küste.jpg")).value() == "coast");
    }
    const auto out = opened(folder, test::zip_file({{"../K\x81ste.jpg", "x"}}));
    REQUIRE_FALSE(out);
    CHECK(out.error().kind == ErrorKind::refused);
}

TEST_CASE("zip_reader: more than the limits allow is refused before anything is unpacked") {
    const TemporaryFolder folder;
    const std::string file = test::zip_file({{"a", std::string(60, 'a')}, {"b", std::string(60, 'b')}});
    CHECK(opened(folder, file, {.entries = 2, .entry_size = 60, .total_size = 120}));
    CHECK_FALSE(opened(folder, file, {.entries = 1}));
    CHECK_FALSE(opened(folder, file, {.entry_size = 59}));
    CHECK_FALSE(opened(folder, file, {.total_size = 119}));
}

TEST_CASE("zip_reader: damaged, encrypted and lying entries are errors of their own") {
    const TemporaryFolder folder;
    const auto zip = opened(folder, test::zip_file({{.name = "wrong checksum", .bytes = "text", .crc_error = 1},
                                                    {.name = "encrypted", .bytes = "text", .flags = 1},
                                                    {.name = "too short", .bytes = "text", .claimed = 40'000},
                                                    {.name = "sound", .bytes = "text"}}));
    REQUIRE(zip);
    CHECK(zip->read(*zip->find("wrong checksum")).error().kind == ErrorKind::unreadable);
    CHECK(zip->read(*zip->find("encrypted")).error().kind == ErrorKind::refused);
    CHECK_FALSE(zip->read(*zip->find("too short")));
    CHECK(zip->read(*zip->find("sound")).value() == "text");
}
