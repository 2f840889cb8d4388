// What the sources of static blogs say of a post before its text: YAML between lines of "---", TOML between "+++", a
// JSON object, or Pelican's lines of "Title: …".
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"

namespace blogbind {

struct FrontMatter {
    Json fields;            ///< an object, names in lower case; null if there is none
    std::string_view text;  ///< what follows
    std::string problem;    ///< why it could not be read; empty if all is well
};

FrontMatter read_front_matter(std::string_view file);

/// The first of the fields that has words, or a number; "cover.image" is a field within another.
std::string field_text(const Json& fields, std::initializer_list<std::string_view> names);
/// All values of the fields: lists, words between commas, or the names of people ("author: {name: …}").
std::vector<std::string> field_list(const Json& fields, std::initializer_list<std::string_view> names);
std::optional<DateTime> field_date(const Json& fields, std::initializer_list<std::string_view> names);
std::optional<double> field_number(const Json& fields, std::initializer_list<std::string_view> names);
/// True if it says so: true, "true", "yes".
bool field_flag(const Json& fields, std::string_view name);

}  // namespace blogbind
