// The ZIP container (OCF). https://www.w3.org/TR/epub-33/#sec-ocf
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/file.h"
#include "base/result.h"
#include "epub/publication.h"

namespace blogbind::epub {

/// Writes the publication beside `target` and renames; the old file stays until the new one is whole. Byte for byte
/// the same for the same publication. Files are deflated on `threads` threads. Error unwritable.
Status write_container(const Publication& publication, const Spill& spill, const std::filesystem::path& target,
                       unsigned threads);

/// How many bytes the container will have; nothing is written.
std::size_t container_size(const Publication& publication, const Spill& spill, unsigned threads);

}  // namespace blogbind::epub
