#include "base/hash.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("hash: sha256_hex agrees with the published examples") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("hash: uuid5 agrees with other programs") {
    CHECK(uuid5(uuid_url_space, "http://www.example.com/") == "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
    CHECK(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}
