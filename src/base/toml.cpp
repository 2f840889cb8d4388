#include "base/toml.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <sstream>

namespace blogbind {
namespace {

template <typename Moment>
std::string written(const Moment& moment) {
    std::ostringstream text;
    text << moment;
    return text.str();
}

Json value_of(const toml::node& node) {
    if (const auto flag = node.value_exact<bool>()) return *flag;
    if (const auto number = node.value_exact<std::int64_t>()) return *number;
    if (const auto number = node.value_exact<double>()) return *number;
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto date = node.value_exact<toml::date>()) return written(*date);
    if (const auto time = node.value_exact<toml::time>()) return written(*time);
    if (const auto moment = node.value_exact<toml::date_time>()) return written(*moment);
    if (const toml::array* list = node.as_array()) {
        Json::Array values;
        for (const toml::node& item : *list) values.push_back(value_of(item));
        return values;
    }
    Json::Object values;
    if (const toml::table* table = node.as_table())
        for (const auto& [key, item] : *table) values.emplace_back(std::string(key.str()), value_of(item));
    return values;
}

}  // namespace

Result<Json> parse_toml(std::string_view text) {
    try {
        return value_of(toml::parse(text));
    } catch (const toml::parse_error& error) {
        return fail(ErrorKind::unreadable, fmt::format("line {}, column {}: {}", error.source().begin.line,
                                                       error.source().begin.column, error.description()));
    }
}

}  // namespace blogbind
