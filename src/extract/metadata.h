// What a page says of its post outside the body: JSON-LD, OpenGraph, microformats, meta and link elements, bylines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "extract/article.h"
#include "extract/page_facts.h"
#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

struct Metadata {
    std::optional<Url> canonical;
    std::vector<Url> aliases;  ///< short links and the like
    std::string title, subtitle, language, site_title, site_description, place, licence;
    std::optional<Position> position;
    std::optional<Url> site_url;
    std::vector<std::string> authors, tags;  ///< tags: categories first
    std::vector<Url> category_urls;          ///< archive pages that this post is listed on, narrowest first
    std::optional<DateTime> published, updated;
    std::optional<Url> previous, next;  ///< post navigation, by date; not comment paging
    std::optional<Url> lead_image;      ///< og:image or the featured picture
};
/// `article` may be missing (listings). `url` is the page's own address, if known. What the user's rules point at goes
/// before all else.
Metadata read_metadata(const markup::Element& document, const Article* article, const std::optional<Url>& url,
                       const RuledParts& ruled = {});
/// The same where the facts of `document` are at hand.
Metadata read_metadata(const markup::Element& document, const PageFacts& facts, const std::optional<Url>& url,
                       const RuledParts& ruled = {});

}  // namespace blogbind::extract
