// What the book can truly claim about its accessibility. https://www.w3.org/TR/epub-a11y-11/
#pragma once

#include <cstddef>
#include <string>

#include "base/phrases.h"
#include "model/book.h"

namespace blogbind::epub {

struct PictureDescriptions {
    std::size_t pictures = 0;     ///< in chapters and comments, each place counted
    std::size_t undescribed = 0;  ///< announced as "photo" or "photo without description"
    [[nodiscard]] bool is_complete() const { return undescribed == 0; }
};
PictureDescriptions count_descriptions(const Book& book, const Phrases& phrases);
/// What cannot be said by the other properties; at most 500 characters.
std::string accessibility_summary(const Book& book, const Phrases& phrases);

}  // namespace blogbind::epub
