// What an archive's writing and its reading share. Only for archive.cpp and archive_index.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string_view>

#include "net/archive.h"

namespace blogbind {

inline constexpr std::size_t record_head_size = 64U << 10;  // enough of a record to know what it is
inline constexpr std::uint64_t whole_file = std::numeric_limits<std::uint64_t>::max();
inline constexpr int whole = 200;
inline constexpr std::string_view run_end = "blogbind-run: complete";

std::filesystem::path index_of(const std::filesystem::path& path);

}  // namespace blogbind
