// JSON-LD: what a page tells search engines of its post.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/position.h"
#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

struct StructuredData {
    std::string type;  ///< "BlogPosting"; empty if no node describes a post
    std::string headline, published, updated, language, image, place;
    std::optional<Position> position;  ///< of the place
    std::string site_name, site_url;
    std::vector<std::string> authors;
    std::vector<std::string> keywords;
    bool describes_listing = false;  ///< a CollectionPage, a Blog, a SearchResultsPage and no post
};

/// From all script[type="application/ld+json"] of the document. Of several posts the one whose address is `canonical`.
StructuredData read_structured_data(const markup::Element& document, const std::optional<Url>& canonical);

/// JSON as pages carry it, with the comment and CDATA wrappers, raw control characters and trailing commas that
/// break parsers taken out.
std::string tidied_json(std::string_view text);

}  // namespace blogbind::extract
