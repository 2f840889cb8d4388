// The files of templates/ as the build put them into the program.
#pragma once

#include <span>
#include <string_view>

namespace blogbind {

struct EmbeddedFile {
    std::string_view name, text;
};
std::span<const EmbeddedFile> embedded_files();

}  // namespace blogbind
