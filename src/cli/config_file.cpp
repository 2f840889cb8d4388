// Options from and into TOML.
#include "cli/config_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <map>
#include <sstream>

#include "base/file.h"
#include "base/toml.h"
#include "cli/options.h"

namespace blogbind::cli {
namespace {

constexpr std::size_t largest_config = 1U << 20;

Status set_from_value(Options& options, std::string_view name, const Json& value) {
    if (const bool* flag = value.boolean()) return *flag ? set_option(options, name, "") : Status{};
    if (const std::int64_t* number = value.integer()) return set_option(options, name, std::to_string(*number));
    if (const double* number = value.number()) return set_option(options, name, fmt::format("{}", *number));
    if (const std::string* text = value.string()) return set_option(options, name, *text);
    if (const Json::Array* list = value.array()) {
        for (const Json& item : *list)
            if (Status status = set_from_value(options, name, item); !status) return status;
        return {};
    }
    return fail(ErrorKind::usage, fmt::format("“{}” has a value of a kind that options do not take", name));
}

}  // namespace

Status load_config(Options& options, const std::filesystem::path& file) {
    const Result<std::string> text = read_file(file, largest_config);
    if (!text) return fail(ErrorKind::usage, text.error().message);
    const Result<Json> table = parse_toml(*text);
    if (!table) return fail(ErrorKind::usage, fmt::format("{}, {}", file.string(), table.error().message));
    for (const auto& [key, value] : *table->object())
        if (Status status = set_from_value(options, key, value); !status)
            return fail(ErrorKind::usage, fmt::format("{}: {}", file.string(), status.error().message));
    return {};
}

Status save_config(const Options& options) {
    std::map<std::string, std::vector<std::string>> values;
    for (const auto& [name, value] : options.given) values[name].push_back(value);
    toml::table table;
    for (const auto& [name, list] : values) {
        if (list.front().empty()) {
            table.insert(name, true);
        } else if (list.size() == 1) {
            table.insert(name, list.front());
        } else {
            toml::array array;
            for (const std::string& value : list) array.push_back(value);
            table.insert(name, std::move(array));
        }
    }
    std::ostringstream text;
    text << table << '\n';
    return write_file(options.save_config, text.str());
}

}  // namespace blogbind::cli
