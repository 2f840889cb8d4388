#include "cli/making.h"

#include <filesystem>

namespace blogbind::cli {
namespace {

/// "https://name:password@blog.example/" is nobody else's business.
std::string without_credentials(std::string address) {
    const std::size_t start = address.find("//") + 2;
    const std::size_t at = address.substr(0, address.find_first_of("/?#", start)).rfind('@');
    if (at != std::string::npos && at >= start) address.erase(start, at + 1 - start);
    return address;
}

std::string source_name(const Source& source) {
    if (is_address(source)) return without_credentials(source.url->text());
    if (source.path.empty()) return "-";
    const std::filesystem::path& path = source.path;
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

std::string shared_value(const std::string& value, ValueKind kind) {
    switch (kind) {
        case ValueKind::address: return without_credentials(value);
        case ValueKind::file: return std::filesystem::path(value).filename().string();
        case ValueKind::other: break;
    }
    return value;
}

}  // namespace

Making making_of(const Options& options, const std::vector<Source>& sources) {
    Making making;
    for (const Source& source : sources) making.sources.push_back(source_name(source));
    for (const auto& [name, value] : options.given)
        if (const auto kind = shaping_kind(name)) making.options.emplace_back(name, shared_value(value, *kind));
    making.rules = options.discover.rules.text();
    return making;
}

}  // namespace blogbind::cli
