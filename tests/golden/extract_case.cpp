#include <array>
#include <cstdio>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include "base/json.h"
#include "base/text.h"
#include "golden/recorded_blog.h"
#include "golden/stage.h"
#include "source/readers.h"
#include "support/site.h"

namespace blogbind::testing {
namespace {

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::array<char, 65536> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        text.append(buffer.data(), count);
    if (::pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return text;
}

/// "input.html", "input.xml": whatever it is.
std::filesystem::path input_of(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().stem() == "input") return entry.path();
    throw std::runtime_error("there is no input");
}

std::string indented(const std::string& line) {
    const Result<Json> json = parse_json(line);
    if (!json) throw std::runtime_error(json.error().message);
    return json_text(*json);
}

}  // namespace

Outputs source_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind) {
    std::optional<RecordedBlog> blog;
    if (RecordedBlog::is_in(folder)) blog.emplace(folder);
    const std::string input = blog ? blog->arguments() : "'" + input_of(folder).string() + "' --no-archive";
    const auto told = [&](const std::string& command) {
        return output_of("'" + blogbind.string() + "' " + command + " --quiet " + input);
    };
    std::string posts;
    const std::string lines = told("extract --as json");
    for (const std::string_view line : split(trimmed(lines), '\n')) posts += indented(std::string(line));
    const std::string here = std::filesystem::canonical(folder).string();  // local pictures are named by it
    return {{"listing.json", told("list --json")}, {"posts.json", replaced(posts, here, "{case}")}};
}

std::string kinds_without_case(const std::filesystem::path& folder) {
    std::set<std::string> shown;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (const Result<Json> listing = parse_json(file_text(entry.path() / "listing.json")))
            shown.insert(std::string(listing->text("source_kind")));
    std::string missing;
    for (const Reader& reader : readers()) {
        const bool is_own = reader.read != nullptr || reader.read_answer != nullptr;
        if (is_own && !shown.contains(std::string(reader.label)))
            missing += "no folder is a " + std::string(reader.label) + '\n';
    }
    return missing;
}

Outputs extract_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind) {
    const std::string url(trimmed(file_text(folder / "url")));
    const std::string lines =
        output_of("'" + blogbind.string() + "' extract --as json --quiet " +
                  (url.empty() ? "" : "--url '" + url + "' ") + "'" + (folder / "input.html").string() + "'");
    return {{"expected.json", indented(lines)}};
}

}  // namespace blogbind::testing
