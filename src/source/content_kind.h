// What a file is, by its first bytes: names do not count.
#pragma once

#include <string>
#include <string_view>

namespace blogbind {

enum class ContentKind { html, text, empty, other };

struct Content {
    ContentKind kind = ContentKind::other;
    std::string name;  ///< of what cannot be read, for people: "a PDF document"
};
Content content_kind(std::string_view bytes);
/// A ZIP archive, and no book in one.
bool is_zip(std::string_view bytes);

}  // namespace blogbind
