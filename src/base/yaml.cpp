#include "base/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <charconv>
#include <string>

#include "base/text.h"

namespace blogbind {
namespace {

constexpr int deepest = 50;
constexpr std::size_t most_values = 100'000;

/// YAML 1.2.2 §10.3.2.
Json plain_value(const std::string& text) {
    const std::string lowered = ascii_lowered(text);
    if (text.empty() || text == "~" || lowered == "null") return {};
    if (lowered == "true" || lowered == "false") return lowered == "true";
    if (const auto integer = parsed_integer(text); integer && std::to_string(*integer) == text) return *integer;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size() && is_ascii_digit(text.back());
    return is_number ? Json(number) : Json(text);
}

class Reader {
  public:
    Json value(const YAML::Node& node, int depth) {
        if (is_too_much_ || ++count_ > most_values || depth > deepest) {
            is_too_much_ = true;
            return {};
        }
        if (node.IsScalar()) return node.Tag() == "?" ? plain_value(node.Scalar()) : Json(node.Scalar());
        if (node.IsSequence()) {
            Json::Array values;
            for (const YAML::Node& item : node) values.push_back(value(item, depth + 1));
            return values;
        }
        if (!node.IsMap()) return {};
        Json::Object values;
        for (const auto& item : node)
            if (item.first.IsScalar()) values.emplace_back(item.first.Scalar(), value(item.second, depth + 1));
        return values;
    }
    [[nodiscard]] bool is_too_much() const { return is_too_much_; }

  private:
    std::size_t count_ = 0;
    bool is_too_much_ = false;
};

}  // namespace

Result<Json> parse_yaml(std::string_view text) {
    try {
        Reader reader;
        Json value = reader.value(YAML::Load(std::string(text)), 0);
        if (reader.is_too_much()) return fail(ErrorKind::refused, "too many values, or too deep ones");
        return value;
    } catch (const YAML::Exception& error) {
        return fail(ErrorKind::unreadable,
                    fmt::format("line {}, column {}: {}", error.mark.line + 1, error.mark.column + 1, error.msg));
    }
}

}  // namespace blogbind
