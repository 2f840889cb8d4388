#include "net/content_encoding.h"

#include <doctest/doctest.h>

#include "base/gzip.h"

namespace blogbind {

namespace {

using namespace std::string_literals;

// "salt road\n", as each coding's own tool packs it.
const std::string zlib = "\x78\x9c\x2b\x4e\xcc\x29\x51\x28\xca\x4f\x4c\xe1\x02\x00\x15\x28\x03\x85"s;
const std::string raw = "\x2b\x4e\xcc\x29\x51\x28\xca\x4f\x4c\xe1\x02\x00"s;
const std::string brotli = "\x8b\x04\x80salt road\n\x03"s;
const std::string zstd = "\x28\xb5\x2f\xfd\x04\x58\x51\x00\x00salt road\n\x0f\x11\xd2\x7f"s;

}  // namespace

TEST_CASE("content_encoding: every coding is undone, and what is none is left alone") {
    const std::string text = "salt road\n", page = "<!doctype html><p>salt road";
    struct Case {
        std::string_view name, encodings;
        std::string body, expected;
    };
    const Case cases[] = {
        {"gzip", "gzip", gzip_member(text), text},
        {"its old name, in capitals", "X-GZIP", gzip_member(text), text},
        {"two members", "gzip", gzip_member("salt ") + gzip_member("road\n"), text},
        {"rubbish behind it", "gzip", gzip_member(text) + "\r\n", text},
        {"zlib", "deflate", zlib, text},
        {"deflate without its wrapping", "deflate", raw, text},
        {"brotli", "br", brotli, text},
        {"zstd", "zstd", zstd, text},
        {"one upon the other", "gzip, br", brotli, text},
        {"twice", "gzip, gzip", gzip_member(gzip_member(text)), text},
        {"declared, but not done", "gzip", page, page},
        {"declared, but not done, without a mark", "br", page, page},
        {"identity", "identity", page, page},
        {"nothing to unpack", "gzip", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<std::string> decoded = decoded_content(c.body, c.encodings, 100);
        REQUIRE(decoded.has_value());
        CHECK(*decoded == c.expected);
    }
}

TEST_CASE("content_encoding: bombs and damage are told apart") {
    std::string damaged = gzip_member(std::string(300, 'a') + std::string(300, 'b'));
    damaged[12] ^= 0x7f;
    const std::string bomb = gzip_member(std::string(20U << 20, '\0')), whole = gzip_member("salt road");
    struct Case {
        std::string_view name, encodings;
        std::string body;
        ErrorKind kind;
    };
    const Case cases[] = {
        {"bomb", "gzip", bomb, ErrorKind::refused},
        {"bomb in a bomb", "gzip, gzip", gzip_member(bomb), ErrorKind::refused},
        {"damaged", "gzip", damaged, ErrorKind::unreadable},
        {"broken off", "gzip", whole.substr(0, whole.size() - 9), ErrorKind::unreadable},
        {"brotli broken off", "br", brotli.substr(0, 6), ErrorKind::unreadable},
        {"zstd broken off", "zstd", zstd.substr(0, 12), ErrorKind::unreadable},
        {"unknown", "compress", "x", ErrorKind::unreadable},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<std::string> decoded = decoded_content(c.body, c.encodings, 1U << 20);
        REQUIRE_FALSE(decoded.has_value());
        CHECK(decoded.error().kind == c.kind);
    }
}

}  // namespace blogbind
