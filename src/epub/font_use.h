// Which characters a book shows, and in which of its own fonts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "epub/publication.h"
#include "template/template_set.h"

namespace blogbind::epub {

/// A font's `language` when it holds signs that belong to none: arrows, weather, faces.
inline constexpr std::string_view symbols = "symbols";

/// The characters of all documents, each once and sorted, by the primary language of the element that they stand in.
/// Symbols stand under `symbols`.
std::map<std::string, std::string> shown_characters(const Publication& publication, const Spill& spill);

/// The style sheet that has the book's fonts used. Error usage: its template is wrong.
Result<std::string> font_sheet(const std::vector<Font>& fonts, const TemplateSet& templates);
/// The document with classes where a font of one language is to be used.
std::string with_font_classes(std::string_view document, const std::vector<Font>& fonts);

}  // namespace blogbind::epub
