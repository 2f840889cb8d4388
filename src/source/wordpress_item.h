// One item of a WordPress export: a post, a page, an upload, or something that is not for readers.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/report.h"
#include "markup/xml_units.h"
#include "model/given.h"
#include "source/discover.h"
#include "source/wordpress_blog.h"

namespace blogbind {

/// What decides whether and where a post is bound.
struct WordpressItem {
    long long id = 0;
    std::string type, status, title;
    bool is_protected = false;
    std::optional<Url> permalink;
    std::optional<Url> alias;  ///< the address by its number, which API and feeds tell, too
    std::optional<DateTime> published;
};
WordpressItem wordpress_item(const markup::XmlElement& item, const WordpressBlog& blog);

/// Whether the post is one for readers, or asked for all the same. Its type is not looked at.
bool is_included(const WordpressItem& item, const Inclusion& include);

/// The post with all its fields but those that tell where it was read.
Given wordpress_post(const markup::XmlElement& item, const WordpressBlog& blog, Report& report);

}  // namespace blogbind
