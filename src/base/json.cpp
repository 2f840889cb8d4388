#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace blogbind {

namespace {

constexpr std::size_t deepest = 200;

/// The code unit that "\u1234" at the start of `text` stands for; nothing if none does.
std::optional<unsigned> escaped_unit(std::string_view text) {
    if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
    unsigned unit = 0;
    const char* end = text.data() + 6;
    const auto [stopped, error] = std::from_chars(text.data() + 2, end, unit, 16);
    return error == std::errc{} && stopped == end ? std::optional(unit) : std::nullopt;
}

bool is_high_surrogate(std::optional<unsigned> unit) { return unit && *unit >= 0xd800 && *unit <= 0xdbff; }
bool is_low_surrogate(std::optional<unsigned> unit) { return unit && *unit >= 0xdc00 && *unit <= 0xdfff; }

/// Controls and non-characters that no XML document can hold, however they are written.
bool is_forbidden(std::optional<unsigned> unit) {
    if (!unit) return false;
    const bool control = *unit < 0x20 && *unit != '\t' && *unit != '\n' && *unit != '\r';
    return control || *unit == 0xfffe || *unit == 0xffff;
}

/// Appends the escape at the start of `text`, half a surrogate pair as U+FFFD, and tells how long it was.
std::size_t append_escape(std::string& out, std::string_view text) {
    const std::optional<unsigned> unit = escaped_unit(text);
    const bool pair = is_high_surrogate(unit) && is_low_surrogate(escaped_unit(text.substr(6)));
    const bool bad = !pair && (is_high_surrogate(unit) || is_low_surrogate(unit) || is_forbidden(unit));
    const std::size_t length = pair ? 12 : bad ? 6 : 2;
    out += bad ? std::string_view("\\ufffd") : text.substr(0, length);
    return std::min(length, text.size());
}

/// Whether there is anything that `with_repaired_strings` might change.
bool may_need_repair(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20; });
}

/// What pages write and the grammar forbids: half surrogate pairs and bare line breaks within strings.
std::string with_repaired_strings(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool in_string = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\\') {
            at += append_escape(out, text.substr(at));
            continue;
        }
        if (c == '"') in_string = !in_string;
        if (in_string && static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
        ++at;
    }
    return out;
}

/// One member for each key: with the last value, at the place of the first.
Json::Object with_unique_keys(Json::Object members) {
    std::vector<std::size_t> by_key(members.size());
    std::iota(by_key.begin(), by_key.end(), std::size_t{0});
    std::ranges::stable_sort(by_key, {}, [&](std::size_t i) -> const std::string& { return members[i].first; });
    std::vector<bool> repeated(members.size(), false);
    for (std::size_t i = 1, first = 0; i < by_key.size(); ++i) {
        if (members[by_key[i]].first != members[by_key[first]].first) {
            first = i;
            continue;
        }
        members[by_key[first]].second = std::move(members[by_key[i]].second);
        repeated[by_key[i]] = true;
    }
    Json::Object unique;
    unique.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i)
        if (!repeated[i]) unique.push_back(std::move(members[i]));
    return unique;
}

/// Builds our value from the parser's events, on a stack of the arrays and objects that are open.
class Builder {
  public:
    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(std::int64_t value) { return put(value); }
    bool number_unsigned(std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return put(static_cast<double>(value));
        return put(static_cast<std::int64_t>(value));
    }
    bool number_float(double value, const std::string& /*text*/) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }  // no part of JSON text
    bool start_object(std::size_t /*size*/) { return open(Json::Object{}); }
    bool start_array(std::size_t /*size*/) { return open(Json::Array{}); }
    bool key(std::string& name) {
        open_.back().key = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string& /*token*/, const std::exception& /*error*/) {
        error_ = fmt::format("wrong at byte {}", position);
        return false;
    }

    [[nodiscard]] Json take() { return std::move(root_); }
    [[nodiscard]] const std::string& error() const { return error_; }

  private:
    struct Open {
        std::variant<Json::Array, Json::Object> value;
        std::string key;  ///< of the member that comes next
    };

    bool open(std::variant<Json::Array, Json::Object> value) {
        if (open_.size() == deepest) {
            error_ = fmt::format("nested deeper than {} levels", deepest);
            return false;
        }
        open_.push_back({std::move(value), {}});
        return true;
    }

    bool close() {
        std::variant<Json::Array, Json::Object> value = std::move(open_.back().value);
        open_.pop_back();
        if (auto* array = std::get_if<Json::Array>(&value)) return put(std::move(*array));
        return put(with_unique_keys(std::move(std::get<Json::Object>(value))));
    }

    bool put(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Open& parent = open_.back();
        if (auto* array = std::get_if<Json::Array>(&parent.value))
            array->push_back(std::move(value));
        else
            std::get<Json::Object>(parent.value).emplace_back(std::move(parent.key), std::move(value));
        return true;
    }

    std::vector<Open> open_;
    Json root_;
    std::string error_ = "no JSON";
};

/// Appends a value, on one line or with each item on its own.
class Writer {
  public:
    enum class Layout { line, indented };
    Writer(std::string& out, Layout layout, std::size_t depth = 0) : out_(out), layout_(layout), depth_(depth) {}

    void write(const Json& value) {
        if (value.is_null()) out_ += "null";
        if (value.boolean()) out_ += *value.boolean() ? "true" : "false";
        if (value.integer()) out_ += std::to_string(*value.integer());
        if (value.number()) out_ += std::isfinite(*value.number()) ? fmt::format("{}", *value.number()) : "null";
        if (value.string()) write_string(*value.string());
        if (value.array()) write_items('[', *value.array(), ']', [&](const Json& item) { write(item); });
        if (value.object()) write_items('{', *value.object(), '}', [&](const auto& member) { write_member(member); });
    }
    void write_string(std::string_view text) {
        out_ += '"';
        while (true) {
            const auto end = std::ranges::find_if(text, needs_escape);
            out_.append(text.begin(), end);
            if (end == text.end()) break;
            write_escape(*end);
            text.remove_prefix(static_cast<std::size_t>(end - text.begin()) + 1);
        }
        out_ += '"';
    }

  private:
    template <class Items, class WriteItem>
    void write_items(char open, const Items& items, char close, WriteItem write_item) {
        out_ += open;
        ++depth_;
        for (const auto& item : items) {
            if (&item != &items.front()) out_ += ',';
            break_line();
            write_item(item);
        }
        --depth_;
        if (!items.empty()) break_line();
        out_ += close;
    }

    void write_member(const std::pair<std::string, Json>& member) {
        write_string(member.first);
        out_ += layout_ == Layout::indented ? ": " : ":";
        write(member.second);
    }

    static bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

    void write_escape(char c) {
        constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
        const std::size_t name = named.find(c);
        if (name != std::string_view::npos)
            out_.append({'\\', names[name]});
        else
            out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }

    void break_line() {
        if (layout_ == Layout::indented) out_.append(1, '\n').append(2 * depth_, ' ');
    }

    std::string& out_;
    Layout layout_;
    std::size_t depth_;
};

std::string written(const Json& value, Writer::Layout layout) {
    std::string text;
    Writer(text, layout).write(value);
    return text;
}

}  // namespace

const Json& Json::operator[](std::string_view key) const {
    static const Json absent;
    const Object* members = object();
    if (!members) return absent;
    const auto found = std::ranges::find(*members, key, &Object::value_type::first);
    return found == members->end() ? absent : found->second;
}

std::string_view Json::text(std::string_view key) const {
    const std::string* value = (*this)[key].string();
    return value ? std::string_view(*value) : std::string_view();
}

Result<Json> parse_json(std::string_view text) {
    std::string repaired = repaired_utf8(text).text;
    if (may_need_repair(repaired)) repaired = with_repaired_strings(repaired);
    Builder builder;
    if (!nlohmann::json::sax_parse(repaired, &builder))
        return fail(ErrorKind::unreadable, fmt::format("the JSON cannot be read: {}", builder.error()));
    return builder.take();
}

std::string json_line(const Json& value) { return written(value, Writer::Layout::line); }
std::string json_text(const Json& value) { return written(value, Writer::Layout::indented) + "\n"; }

void JsonObjectText::begin_member(std::string_view name) {
    text_ += text_.size() > 1 ? ",\n  " : "\n  ";
    Writer(text_, Writer::Layout::indented).write_string(name);
    text_ += ": ";
}

void JsonObjectText::add(std::string_view name, const Json& value) {
    begin_member(name);
    Writer(text_, Writer::Layout::indented, 1).write(value);
}

void JsonObjectText::add_list(std::string_view name, std::size_t count, const std::function<Json(std::size_t)>& item) {
    begin_member(name);
    text_ += '[';
    for (std::size_t i = 0; i < count; ++i) {
        text_ += i == 0 ? "\n    " : ",\n    ";
        Writer(text_, Writer::Layout::indented, 2).write(item(i));
    }
    text_ += count == 0 ? "]" : "\n  ]";
}

std::string JsonObjectText::take() { return std::move(text_.append(text_.size() > 1 ? "\n}\n" : "}\n")); }

}  // namespace blogbind
