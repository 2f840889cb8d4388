#include "net/captures.h"

#include <doctest/doctest.h>

#include "base/hash.h"
#include "net/transport.h"

namespace blogbind {

namespace {

std::string address(int number) { return "https://blog.example/" + std::to_string(number); }
std::string digest(int number) { return "sha256:" + sha256_hex(std::to_string(number)); }

struct Facts {
    std::uint64_t offset = 0;
    int page = 0;
    int status = 200;
    bool is_revisit = false;
    std::string payload = "sha256:" + sha256_hex("Salt.");
    std::string type = "text/html";
};

void add(Captures& captures, const Facts& facts) {
    const std::string url = address(facts.page);
    captures.add({.offset = facts.offset,
                  .length = 9,
                  .time = std::chrono::sys_seconds(std::chrono::seconds(facts.offset)),
                  .status = facts.status,
                  .is_revisit = facts.is_revisit,
                  .payload_digest = facts.payload,
                  .media_type = facts.type,
                  .url = url});
}

}  // namespace

TEST_CASE("captures: each of many is found by its address and by its payload") {
    Captures captures;
    for (int i = 0; i < 3000; ++i) add(captures, {.offset = 100U + i, .page = i, .payload = digest(i)});
    CHECK(captures.settle() == 0);
    for (int i = 0; i < 3000; ++i) {
        CAPTURE(i);
        REQUIRE(captures.newest(address(i)).has_value());
        CHECK(captures.newest(address(i))->offset == 100U + i);
        CHECK(captures.newest(address(i))->url == address(i));
        REQUIRE(captures.holder(digest(i)).has_value());
        CHECK(captures.holder(digest(i))->payload_digest == digest(i));
        CHECK(captures.holder(digest(i))->url == address(i));
    }
    CHECK_FALSE(captures.newest(address(3000)).has_value());
    CHECK_FALSE(captures.holder(digest(3000)).has_value());
    CHECK_FALSE(captures.holder("").has_value());
}

TEST_CASE("captures: digests stay as they were written") {
    for (const std::string& written :
         {digest(1), std::string("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), std::string("sha256:AB"), std::string(),
          "sha256:" + std::string(64, 'A'), "sha256:" + std::string(63, 'a') + "g"}) {
        Captures captures;
        add(captures, {.payload = written});
        captures.settle();
        CHECK(captures[0].payload_digest == written);
        CHECK(captures.holder(written).has_value() == !written.empty());
    }
}

TEST_CASE("captures: the newest of an address is the last of the file, whatever the order of the index") {
    Captures captures;
    add(captures, {.offset = 30, .status = 410, .payload = digest(1)});
    add(captures, {.offset = 20, .status = not_modified, .is_revisit = true, .payload = ""});
    add(captures, {.offset = 10, .type = "text/plain"});
    captures.settle();
    CHECK(captures.newest(address(0))->offset == 30);
    const Capture whole = *captures.newest_whole(address(0));
    CHECK(whole.offset == 20);
    CHECK(whole.base_offset == 10);
    CHECK(whole.payload_offset == 10);
    CHECK(whole.is_unmodified);
    CHECK(whole.media_type == "text/plain");
    CHECK(whole.payload_digest == captures[0].payload_digest);
}

TEST_CASE("captures: a revisit refers to another address's payload, also to one behind it, or is dropped") {
    Captures captures;
    add(captures, {.offset = 10, .page = 1, .is_revisit = true});
    add(captures, {.offset = 20, .page = 2});
    add(captures, {.offset = 30, .page = 3, .is_revisit = true, .type = ""});
    add(captures, {.offset = 40, .page = 4, .is_revisit = true, .payload = digest(4)});
    CHECK(captures.settle() == 1);
    CHECK(captures.size() == 3);
    for (const int page : {1, 3}) {
        const Capture found = *captures.newest(address(page));
        CHECK(found.payload_offset == 20);
        CHECK(found.base_offset == found.offset);
        CHECK(found.media_type == "text/html");
    }
    CHECK_FALSE(captures.newest(address(4)).has_value());
}

TEST_CASE("captures: what an address brings again is confirmed, and nothing else") {
    Captures captures;
    add(captures, {.offset = 10, .payload = digest(1)});
    add(captures, {.offset = 20, .status = 404, .payload = digest(2)});
    captures.settle();
    CHECK(captures.confirmed(address(0), 200, digest(1))->offset == 10);
    CHECK(captures.confirmed(address(0), not_modified, "")->offset == 10);
    CHECK_FALSE(captures.confirmed(address(0), 200, digest(2)).has_value());
    CHECK_FALSE(captures.confirmed(address(0), 404, digest(2)).has_value());
    CHECK_FALSE(captures.confirmed(address(1), 200, digest(1)).has_value());
}

TEST_CASE("captures: the first page is the earliest that is one") {
    Captures captures;
    CHECK_FALSE(captures.first_page().has_value());
    add(captures, {.offset = 10, .page = 1, .type = "image/png"});
    add(captures, {.offset = 20, .page = 2, .status = 404});
    add(captures, {.offset = 40, .page = 3});
    add(captures, {.offset = 30, .page = 4});
    captures.settle();
    CHECK(captures.first_page()->url == address(4));
}

}  // namespace blogbind
