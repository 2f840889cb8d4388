// A book taken apart, for looking at it as a whole: what the assertions ask.
#pragma once

#include <tinyxml2.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/epub_reader.h"

namespace blogbind::testing {

using test::ZipEntry;
using Element = tinyxml2::XMLElement;

/// A line of the manifest.
struct Item {
    std::string id, href, path, media_type, properties;
};

/// A content document.
struct Document {
    std::string path;
    const std::string* bytes = nullptr;
    const Element* root = nullptr;
    const Element* body = nullptr;
    std::string types;  ///< all values of epub:type in it

    [[nodiscard]] bool is(std::string_view type) const;
};

/// A metadata property; `refines` is empty for one of the book itself.
struct Property {
    std::string name, refines, value;
};

/// All pointers lead into the book itself.
struct CheckedBook {
    std::vector<ZipEntry> entries;
    std::map<std::string, const ZipEntry*, std::less<>> files;
    std::vector<std::unique_ptr<tinyxml2::XMLDocument>> trees;
    const Element* package = nullptr;
    const Element* metadata = nullptr;
    const Element* ncx = nullptr;
    std::vector<Item> manifest;
    std::vector<Property> properties;
    std::vector<Document> documents;  ///< in the order of the spine
    std::vector<const Document*> chapters, appendices;
    const Document* nav = nullptr;
    std::string language;
    bool right_to_left = false;  ///< its language is written so
    bool vertical = false;
    bool has_cover = false;  ///< some part of it says so: then all must

    /// Whether the user gave this option, as the record says.
    [[nodiscard]] bool is_made_with(std::string_view option) const;
    [[nodiscard]] const Item* item(std::string_view id) const;
    /// The values of a property of the book itself.
    [[nodiscard]] std::vector<std::string> values(std::string_view property) const;
    /// Elements of the metadata with this name.
    [[nodiscard]] std::vector<const Element*> metadata_elements(std::string_view name) const;
};

/// Throws std::runtime_error if there is no package document, or something that it names cannot be read.
CheckedBook taken_apart(std::vector<ZipEntry> entries);

/// All elements below and including `root`, in document order; only those named `name`, unless it is empty.
std::vector<const Element*> elements(const Element* root, std::string_view name = {});
/// Empty if there is none.
std::string_view value(const Element* element, const char* attribute);
bool has(const Element* element, const char* attribute);
/// All text, white space collapsed.
std::string words(const Element* element);
/// Only what stands directly in the element.
std::string own_words(const Element* element);
bool has_scheme(std::string_view reference);
/// Where a link in `from` leads, without its fragment.
std::string target_of(std::string_view reference, std::string_view from);
std::string_view fragment_of(std::string_view reference);

}  // namespace blogbind::testing
