// WARC files that cannot be entered at a record: packed as a whole by gzip, or with Zstandard, perhaps with a
// dictionary (https://iipc.github.io/warc-specifications/specifications/warc-zstd/). They are unpacked into a scratch
// file.
#pragma once

#include <memory>
#include <string>

#include "base/byte_source.h"
#include "base/result.h"
#include "net/warc_files.h"

namespace blogbind {

/// The file itself, if records can be read from anywhere in it; else its unpacked bytes, as far as they are whole,
/// under a name that no index of the packed file knows. Errors: unwritable: there is no room for a scratch file;
/// refused: it unpacks to more than is allowed.
Result<WarcFile> enterable(WarcFile file);

/// Whether Zstandard's bytes begin the file of a web archive. `start`: its first bytes.
bool is_zstd_warc(std::string_view start);

}  // namespace blogbind
