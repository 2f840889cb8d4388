// The text of a post as WordPress keeps it – classic or of blocks, with shortcodes –, as it shows it.
#pragma once

#include <string_view>

#include "base/report.h"
#include "markup/body.h"
#include "source/wordpress_blog.h"

namespace blogbind {

struct WordpressText {
    std::string_view raw;
    long long post = 0;          ///< whose uploads a gallery without names shows
    std::string_view footnotes;  ///< JSON of the block editor; empty if there are none
    std::string_view where;      ///< for the report
};

/// Root "section". Pictures lead to the uploaded originals.
markup::Body wordpress_content(const WordpressText& text, const WordpressBlog& blog, Report& report);

}  // namespace blogbind
