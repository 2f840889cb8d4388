// A worker that reads hostile files gives up, before the first of them, whatever it could do harm with.
#pragma once

namespace blogbind::media {

enum class FilesAllowed {
    none,
    fonts,  ///< fonts and the libraries' own data may be read; nothing may be written
};

/// As far as the system can: no new files, sockets, programs or core dumps, and bounded memory. For the whole process.
void enter_sandbox(FilesAllowed files);

}  // namespace blogbind::media
