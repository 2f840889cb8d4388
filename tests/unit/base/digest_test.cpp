#include "base/digest.h"

#include <doctest/doctest.h>

#include "base/hash.h"

namespace blogbind {

TEST_CASE("digest: there and back") {
    for (const std::string_view text : {"", "a ferry", "a lighthouse"}) {
        const std::string hex = sha256_hex(text);
        CHECK(hex_of(digest_in(hex)) == hex);
    }
    CHECK(digest_in(sha256_hex("a")) != digest_in(sha256_hex("b")));
}

}  // namespace blogbind
