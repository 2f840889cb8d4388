// What the user pointed at.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "net/url.h"

namespace blogbind {

enum class SourceKind { web_page, saved_page, folder, pasted_text };
std::string_view source_kind_name(SourceKind kind);

struct Source {
    SourceKind kind = SourceKind::web_page;
    std::optional<Url> url;      ///< web_page: what to fetch; else where it came from, if the user said so
    std::filesystem::path path;  ///< empty for web_page and standard input
    std::string bytes;           ///< of a file, whole
};

/// What `argument` is follows from its content: an address, a file's first bytes, a folder. `-` is standard input.
/// `forced` overrules ("saved_page"). Error usage: neither an address nor an existing path; unreadable: a kind of
/// file that cannot be read.
Result<Source> detect(std::string_view argument, std::optional<SourceKind> forced, std::optional<Url> url);

}  // namespace blogbind
