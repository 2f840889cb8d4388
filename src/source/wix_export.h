// The table (CSV) of posts that Wix gives to the owner of a blog, each text in the JSON of its editor.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_wix_export(const FileStart& start);
/// A text that cannot be read is replaced by the plain one beside it.
Result<Listing> read_wix_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
