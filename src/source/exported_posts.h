// The list of posts that an owner's export holds.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/entry.h"
#include "source/source.h"

namespace blogbind {

struct ExportedPost {
    std::string title;
    std::optional<Url> permalink;
    std::optional<DateTime> published;
    std::function<Result<Given>(Report&)> given;
    std::vector<Url> aliases{};
};

struct ExportedBlog {
    std::string title;
    std::optional<Url> home;
    std::vector<ExportedPost> posts, pages;
    std::size_t left_out = 0;  ///< posts that are not for readers
};

/// Oldest first. Pages come where they are asked for, or alone. Error unreadable: there is nothing.
Result<Listing> exported_listing(ExportedBlog blog, const Source& source, bool with_pages);
/// "the export “a.json”" for people, and whatever else names a source.
std::string export_name(const Source& source);

}  // namespace blogbind
