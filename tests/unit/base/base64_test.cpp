#include "base/base64.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("base64: RFC 4648 §10, there and back") {
    struct Case { std::string_view bytes, text; };
    const Case cases[] = {{"", ""},           {"f", "Zg=="},         {"fo", "Zm8="},        {"foo", "Zm9v"},
                          {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}, {"\xFF\xFE", "//4="}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(base64_encoded(c.bytes) == c.text);
        CHECK(base64_decoded(c.text) == c.bytes);
    }
}

TEST_CASE("base64: white space, missing padding and the alphabet of addresses are forgiven, other characters are not") {
    CHECK(base64_decoded("Zm9v\r\n YmE") == "fooba");
    CHECK(base64_decoded("__4") == "\xFF\xFE");
    CHECK_FALSE(base64_decoded("Zm9v!").has_value());
}
