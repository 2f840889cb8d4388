// JSON values: read leniently enough for what pages carry, written with keys in insertion order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace blogbind {

class Json {
  public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;  ///< in order; keys are unique when read

    Json() = default;  ///< null
    Json(std::nullptr_t) {}
    Json(bool value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(unsigned value) : value_(std::int64_t{value}) {}
    Json(std::int64_t value) : value_(value) {}
    Json(long long value) : value_(std::int64_t{value}) {}
    Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
    Json(double value) : value_(value) {}
    Json(const char* value) : value_(std::string(value)) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(std::string_view value) : value_(std::string(value)) {}
    Json(Array value) : value_(std::move(value)) {}
    Json(Object value) : value_(std::move(value)) {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] const double* number() const { return std::get_if<double>(&value_); }

    /// The member `key`, or a null value if this is no object or has none.
    [[nodiscard]] const Json& operator[](std::string_view key) const;
    /// The member's text; empty if it is not a string.
    [[nodiscard]] std::string_view text(std::string_view key) const;

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// RFC 8259, at most 200 levels deep; bad UTF-8 and lone surrogates are repaired first.
Result<Json> parse_json(std::string_view text);
/// One line, no spaces after separators, only what must be escaped is escaped.
std::string json_line(const Json& value);
/// Indented by two spaces, closing line break.
std::string json_text(const Json& value);

/// The text that json_text() has for an object, made member by member: of a long list one item at a time is in memory.
class JsonObjectText {
  public:
    void add(std::string_view name, const Json& value);
    /// A list of item(0), …, item(count - 1).
    void add_list(std::string_view name, std::size_t count, const std::function<Json(std::size_t)>& item);
    /// REQUIRES: nothing is called afterwards.
    [[nodiscard]] std::string take();

  private:
    void begin_member(std::string_view name);
    std::string text_ = "{";
};

}  // namespace blogbind
