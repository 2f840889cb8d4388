#include "source/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/toml.h"
#include "base/yaml.h"

namespace blogbind {
namespace {

struct Fence {
    std::string_view opening;
    std::array<std::string_view, 2> closing;
    Result<Json> (*parse)(std::string_view text);
};
constexpr std::array fences{Fence{"---", {"---", "..."}, parse_yaml}, Fence{"+++", {"+++", "+++"}, parse_toml},
                            Fence{";;;", {";;;", ";;;"}, parse_json}};

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!line.empty() && is_ascii_space(line.back())) line.remove_suffix(1);
    return line;
}

Json with_lowered_names(const Json& value) {
    Json::Object fields;
    if (const Json::Object* object = value.object())
        for (const auto& [name, field] : *object) fields.emplace_back(ascii_lowered(name), field);
    return fields;
}

FrontMatter taken(const Result<Json>& fields, std::string_view text) {
    if (!fields) return {Json(Json::Object()), text, fields.error().message};
    return {with_lowered_names(*fields), text, {}};
}

std::optional<FrontMatter> fenced(std::string_view file) {
    std::string_view rest = file;
    const std::string_view first = next_line(rest);
    const auto fence = std::ranges::find(fences, first, &Fence::opening);
    if (fence == fences.end()) return std::nullopt;
    const std::string_view start = rest;
    while (!rest.empty()) {
        const std::size_t length = start.size() - rest.size();
        if (const std::string_view line = next_line(rest);
            std::ranges::find(fence->closing, line) != fence->closing.end())
            return taken(fence->parse(start.substr(0, length)), rest);
    }
    return std::nullopt;
}

/// A JSON object that ends at a line of its own "}".
std::optional<FrontMatter> braced(std::string_view file) {
    if (!file.starts_with('{') || file.starts_with("{{") || file.starts_with("{%")) return std::nullopt;
    const std::size_t end = file.find("\n}");
    if (end == std::string_view::npos) return std::nullopt;
    const Result<Json> fields = parse_json(file.substr(0, end + 2));
    if (!fields) return std::nullopt;
    return taken(fields, file.substr(end + 2));
}

constexpr std::array<std::string_view, 10> line_names{"title", "date",   "modified", "category", "tags",
                                                      "slug",  "author", "authors",  "summary",  "status"};

/// Lines of "Title: …" up to an empty one; the first must be of a name that such lines bear.
std::optional<FrontMatter> in_lines(std::string_view file) {
    Json::Object fields;
    std::string_view rest = file;
    while (!rest.empty()) {
        const std::string_view line = next_line(rest);
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        const std::string name = ascii_lowered(line.substr(0, std::min(colon, line.size())));
        const bool is_known = std::ranges::find(line_names, name) != line_names.end();
        const bool is_field = colon != std::string_view::npos && name.find(' ') == std::string::npos;
        if (!is_field || (fields.empty() && !is_known)) return std::nullopt;
        fields.emplace_back(name, std::string(trimmed(line.substr(colon + 1))));
    }
    const bool has_title = std::ranges::any_of(fields, [](const auto& field) { return field.first == "title"; });
    if (fields.size() < 2 || !has_title) return std::nullopt;
    return FrontMatter{std::move(fields), rest, {}};
}

const Json& field(const Json& fields, std::string_view name) {
    const std::size_t dot = name.find('.');
    return dot == std::string_view::npos ? fields[name] : fields[name.substr(0, dot)][name.substr(dot + 1)];
}

std::string words_of(const Json& value) {
    if (const std::string* text = value.string()) return std::string(trimmed(*text));
    if (const std::int64_t* number = value.integer()) return std::to_string(*number);
    if (const double* number = value.number()) return fmt::format("{}", *number);
    return std::string(value.text("name"));
}

}  // namespace

FrontMatter read_front_matter(std::string_view file) {
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    for (auto read : {fenced, braced, in_lines})
        if (auto found = read(file)) return *std::move(found);
    return {{}, file, {}};
}

std::string field_text(const Json& fields, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (std::string words = words_of(field(fields, name)); !words.empty()) return words;
    return {};
}

std::vector<std::string> field_list(const Json& fields, std::initializer_list<std::string_view> names) {
    std::vector<std::string> all;
    const auto add = [&all](std::string_view words) {
        if (!words.empty() && std::ranges::find(all, words) == all.end()) all.emplace_back(words);
    };
    for (const std::string_view name : names) {
        const Json& value = field(fields, name);
        if (const Json::Array* list = value.array()) {
            for (const Json& item : *list) add(words_of(item));
        } else {
            const std::string words = words_of(value);
            for (const std::string_view part : split(words, ',')) add(trimmed(part));
        }
    }
    return all;
}

std::optional<DateTime> field_date(const Json& fields, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const auto parse : {parse_date, parse_written_date})
            if (auto date = parse(words_of(field(fields, name)))) return date;
    return std::nullopt;
}

std::optional<double> field_number(const Json& fields, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const Json& value = field(fields, name);
        if (const std::int64_t* integer = value.integer()) return static_cast<double>(*integer);
        if (const double* number = value.number()) return *number;
    }
    return std::nullopt;
}

bool field_flag(const Json& fields, std::string_view name) {
    if (const bool* flag = field(fields, name).boolean()) return *flag;
    const std::string words = ascii_lowered(words_of(field(fields, name)));
    return words == "true" || words == "yes";
}

}  // namespace blogbind
