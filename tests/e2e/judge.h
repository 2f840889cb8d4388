// EPUBCheck's judgement of a book, from the service that Judge.java is.
#pragma once

#include <filesystem>
#include <string>

namespace blogbind::testing {

/// What EPUBCheck complains of; empty if it has neither an error nor a warning. Throws std::runtime_error if nobody
/// listens at the socket, or who does gives no answer.
std::string complaints_of_epubcheck(const std::filesystem::path& book, const std::filesystem::path& socket);

}  // namespace blogbind::testing
