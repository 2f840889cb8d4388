// Monthly exports of LiveJournal, Dreamwidth and their kin: XML of <livejournal> with an <entry> a post. Comments are
// not in it.
#pragma once

#include <span>

#include "base/result.h"
#include "model/entry.h"
#include "source/readers.h"

namespace blogbind {

bool is_journal_export(const FileStart& start);
/// Several months, named together, are one journal. What only friends may read comes with --include private.
Result<Listing> read_journal_export(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
