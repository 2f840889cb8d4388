// Miniature pages for the tests of this folder.
#pragma once

#include <string>
#include <string_view>

#include "markup/html_parser.h"
#include "model/page.h"

namespace blogbind::extract {

inline Url address(std::string_view text) { return *Url::parse(text); }

inline PagePart part_of(std::string_view html, std::string_view url = "https://blog.example/2019/05/night-ferry/",
                        PageRole role = PageRole::post) {
    PagePart part;
    part.role = role;
    part.url = part.requested = address(url);
    part.document = std::move(markup::parse_document(html)->body);
    return part;
}

inline Page page_of(PagePart part) {
    Page page;
    page.parts.push_back(std::move(part));
    return page;
}

/// Two sentences that are long enough to be prose.
inline constexpr std::string_view prose =
    "<p>The ferry left at midnight, as it had done every night since the bridge was closed to traffic.</p>"
    "<p>Nobody on board could say when the bridge would open again, and nobody seemed to mind very much.</p>";

}  // namespace blogbind::extract
