// Trees for these tests, written as markup.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "markup/html_parser.h"

namespace blogbind::markup {

inline Body fragment(std::string_view html) {
    Result<ParsedHtml> parsed = parse_fragment(html);
    REQUIRE(parsed.has_value());
    return std::move(parsed->body);
}

}  // namespace blogbind::markup
