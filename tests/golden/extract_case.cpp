#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "base/json.h"
#include "base/text.h"
#include "golden/stage.h"
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

}  // namespace

Outputs extract_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind) {
    const std::string url(trimmed(file_text(folder / "url")));
    const std::string lines =
        output_of("'" + blogbind.string() + "' extract --as json --quiet " +
                  (url.empty() ? "" : "--url '" + url + "' ") + "'" + (folder / "input.html").string() + "'");
    const Result<Json> json = parse_json(lines);
    if (!json) throw std::runtime_error(json.error().message);
    return {{"expected.json", json_text(*json)}};
}

}  // namespace blogbind::testing
