// The content documents: which words stand where. The markup around them is in the templates.
#pragma once

#include <string>

#include "epub/plan.h"
#include "epub/typesetter.h"
#include "model/book.h"

namespace blogbind::epub {

/// One document of the plan as XHTML. What is wrong with a template is remembered by the typesetter.
std::string content_document(const Document& document, const Book& book, const Plan& plan, Typesetter& typesetter);

/// What each document's head needs. `language` is that of the text which the book's own words stand in.
TemplateValues frame_values(const Document& document, const Book& book, const Typesetter& typesetter,
                            std::string_view language);

/// front_pages.cpp
std::string front_document(const Document& document, const Book& book, Typesetter& typesetter);
std::string part_document(const Document& document, const Book& book, Typesetter& typesetter);
/// travel_pages.cpp
std::string itinerary_document(const Document& document, const Book& book, Typesetter& typesetter);
std::string picture_index_document(const Document& document, const Book& book, Typesetter& typesetter);
/// colophon.cpp
std::string sources_document(const Document& document, const Book& book, Typesetter& typesetter);
std::string colophon_document(const Document& document, const Book& book, Typesetter& typesetter);
/// navigation.cpp
std::string contents_document(const Document& document, const Book& book, const Plan& plan, Typesetter& typesetter);

}  // namespace blogbind::epub
