// One finished book and, where it is wanted, its twin for Kobo devices: checked, then written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "cli/output.h"
#include "epub/publication.h"
#include "model/book.h"

namespace blogbind::cli {

enum class Twin { none, kepub };

struct Edition {
    epub::Publication book;
    std::optional<epub::Publication> twin;
};

/// A rendering of the book as it is; nothing if there is none yet.
using Draft = std::optional<epub::Publication>;

/// Error usage: a template is wrong; unreadable: the self-check found a breach.
Result<Edition> edition_of(const Book& book, const TemplateSet& templates, Twin twin, Spill& spill, Draft draft = {});

/// Writes the book to `path` and the twin beside it. Gives the files in that order. Error unwritable.
Result<std::vector<WrittenFile>> write_edition(const Edition& edition, const Spill& spill,
                                               const std::filesystem::path& path, unsigned threads);

}  // namespace blogbind::cli
