// What the two steps of collecting notes share.
#pragma once

#include <string_view>
#include <vector>

#include "normalise/passes.h"

namespace blogbind::normalise {

/// A note of the author's: the places in the text that refer to it, in order, and an element with its words.
struct FoundNote {
    std::vector<markup::Element*> references;  ///< each is replaced by the book's own mark
    markup::Element* words = nullptr;
};

/// "Notes", "Footnotes:", … in the languages of many blogs.
bool is_notes_title(std::string_view words);

/// Notes whose mark is a link to the words further down.
std::vector<FoundNote> linked_notes(Task& task);

/// Notes whose words stand in the text itself, next to their mark: side notes, tooltips, shortcodes. Marks that
/// `linked` already uses are left to it.
std::vector<FoundNote> inline_notes(Task& task, const std::vector<FoundNote>& linked);

}  // namespace blogbind::normalise
