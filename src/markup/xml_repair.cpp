#include "markup/xml_repair.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::markup {

namespace {

/// Enough to tell "<![CDATA[" and references from what only looks like them.
constexpr std::size_t longest_token = 16;

constexpr std::string_view cdata_start = "<![CDATA[", comment_start = "<!--", doctype_start = "<!DOCTYPE";

using Plain = std::array<bool, 256>;

/// ASCII that may be copied without a look, but for `stops`.
constexpr Plain plain_but(std::string_view stops) {
    Plain table{};
    for (std::size_t c = 0x20; c < 0x80; ++c) table[c] = true;
    for (const char c : {'\t', '\n', '\r'}) table[static_cast<std::size_t>(c)] = true;
    for (const char c : stops) table[static_cast<std::size_t>(c)] = false;
    return table;
}

/// By state; before the first tag and in document types nothing is copied.
constexpr std::array<Plain, 8> plain{
    Plain{},        Plain{},        plain_but("&<>"), plain_but("\"'>"), plain_but("&<\"'"),
    plain_but("]"), plain_but("-"), plain_but("?")};

std::size_t plain_length(std::string_view text, const Plain& table) {
    std::size_t length = 0;
    while (length < text.size() && table[static_cast<unsigned char>(text[length])]) ++length;
    return length;
}

/// Length of a well-formed sequence that XML allows at the start of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
    std::size_t next = 0;
    const char32_t character = next_character(text, next);
    const bool is_broken = character == 0xFFFD && !text.starts_with("\xEF\xBF\xBD");
    return is_broken || character == 0xFFFE || character == 0xFFFF ? 0 : next;
}

/// How many bytes a sequence with this first byte needs.
std::size_t wanted_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
}

/// https://encoding.spec.whatwg.org/#windows-1252: 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string as_windows_1252(char c) {
    const auto byte = static_cast<unsigned char>(c);
    std::string text;
    append_character(text, byte < 0xA0 ? char32_t{windows_1252[byte - 0x80U]} : char32_t{byte});
    return text;
}

/// Bytes of windows-1252 that were taken for Latin-1: U+0080 to U+009F.
bool is_c1_control(std::string_view text) {
    return text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0 &&
           static_cast<unsigned char>(text[1]) >= 0x80;
}

/// "#8211" of "&#8211;"; empty if no reference stands at the start of `text`.
std::string_view reference_name(std::string_view text) {
    const std::size_t end = text.substr(0, longest_token).find(';');
    return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
}

/// The character that "#8211" or "#xFF" stands for; nothing if it is none that XML allows.
std::optional<std::uint32_t> numbered_character(std::string_view name) {
    if (name.size() < 2 || name[0] != '#') return std::nullopt;
    const bool is_hexadecimal = name[1] == 'x';
    std::uint32_t number = 0;
    for (const char c : name.substr(is_hexadecimal ? 2 : 1)) {
        const int digit = is_hexadecimal ? hex_digit_value(c) : is_ascii_digit(c) ? c - '0' : -1;
        if (digit < 0) return std::nullopt;
        number = std::min<std::uint32_t>(number * (is_hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(digit),
                                         0x110000);
    }
    const bool is_control = number < 0x20 && number != 9 && number != 10 && number != 13;
    const bool is_allowed = !is_control && number < 0x110000 && (number < 0xD800 || number > 0xDFFF) &&
                            number != 0xFFFE && number != 0xFFFF;
    return is_allowed ? std::optional(number) : std::nullopt;
}

/// Whether XML knows the reference at the start of `text` ("&amp;", "&#8211;", "&#xFF;").
bool is_reference(std::string_view text) {
    const std::string_view name = reference_name(text);
    for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"})
        if (name == known) return true;
    return numbered_character(name).has_value();
}

/// The byte of windows-1252 that the reference at the start of `text` names ("&#146;").
std::optional<char> named_c1_control(std::string_view text) {
    const auto number = numbered_character(reference_name(text));
    const bool is_c1 = number && *number >= 0x80 && *number < 0xA0;
    return is_c1 ? std::optional(static_cast<char>(*number)) : std::nullopt;
}

bool begins_tag(std::string_view text) {
    const std::size_t at = text.starts_with("</") ? 2 : 1;
    if (text.size() <= at) return false;
    const char c = text[at];
    return is_ascii_alpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view XmlRepair::repaired(std::string_view piece, End end) {
    in_.erase(0, at_);
    in_start_ += at_;
    at_ = 0;
    in_ += piece;
    out_start_ += out_.size();
    out_.clear();
    earlier_ = std::move(marks_);
    marks_.assign(1, earlier_.back());
    run(end);
    return out_;
}

std::uint64_t XmlRepair::original(std::uint64_t offset) const {
    const auto found_in = [offset](const std::vector<Mark>& marks) {
        const auto next = std::ranges::upper_bound(marks, offset, {}, &Mark::out);
        return next == marks.begin() ? marks.front() : *std::prev(next);
    };
    const Mark mark = found_in(offset < out_start_ ? earlier_ : marks_);
    return mark.in + (offset - std::min(offset, mark.out));
}

void XmlRepair::run(End end) {
    while (at_ < in_.size()) {
        if (const std::size_t count = plain_length(rest(), plain[static_cast<std::size_t>(state_)]); count > 0)
            keep(count);
        else if (end == End::open && in_.size() - at_ < longest_token)
            return;
        else
            step();
    }
}

void XmlRepair::keep(std::size_t count) {
    out_.append(in_, at_, count);
    at_ += count;
}

/// `instead` stands for the next `count` bytes.
void XmlRepair::put(std::string_view instead, std::size_t count) {
    out_ += instead;
    at_ += count;
    if (instead.size() == count) return;
    const Mark mark{out_start_ + out_.size(), in_start_ + at_};
    if (marks_.back().out == mark.out)
        marks_.back() = mark;
    else
        marks_.push_back(mark);
}

void XmlRepair::step() {
    const char c = in_[at_];
    switch (state_) {
        case State::before:
            if (c != '<') return put({}, 1);
            return open_markup();
        case State::doctype:
            brackets_ += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '>' && brackets_ <= 0) state_ = State::text;
            return put({}, 1);
        case State::cdata: return close_with("]]>");
        case State::comment: return close_with("-->");
        case State::instruction: return close_with("?>");
        case State::text:
            if (c == '<') return open_markup();
            if (c == '>') return put("&gt;", 1);  // "]]>" is forbidden there
            break;
        case State::tag:
            if (c == '"' || c == '\'') quote_ = c, state_ = State::quoted;
            if (c == '>') state_ = State::text;
            break;
        case State::quoted:
            if (c == quote_) state_ = State::tag;
            if (c == '<') return put("&lt;", 1);
            break;
    }
    if (c == '&' && !is_reference(rest())) return put("&amp;", 1);
    if (c == '&')
        if (const auto byte = named_c1_control(rest()))
            return put(as_windows_1252(*byte), reference_name(rest()).size() + 2);
    copy_character();
}

/// At "<" outside of tags.
void XmlRepair::open_markup() {
    const std::string_view text = rest();
    const auto enter = [this](State state, std::size_t count) {
        state_ = state;
        keep(count);
    };
    if (begins_tag(text)) return enter(State::tag, 1);
    if (text.starts_with(cdata_start)) return enter(State::cdata, cdata_start.size());
    if (text.starts_with(comment_start)) return enter(State::comment, comment_start.size());
    if (text.starts_with("<?")) return enter(State::instruction, 2);
    if (!equals_ignoring_case(text.substr(0, doctype_start.size()), doctype_start))
        return state_ == State::before ? put({}, 1) : put("&lt;", 1);
    state_ = State::doctype;
    brackets_ = 0;
    put({}, 1);
}

void XmlRepair::close_with(std::string_view closing) {
    if (!rest().starts_with(closing)) return copy_character();
    keep(closing.size());
    state_ = State::text;
}

/// One character, or what stands for it.
void XmlRepair::copy_character() {
    const char c = in_[at_];
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return byte < 0x20 ? put(" ", 1) : keep(1);
    if (is_c1_control(rest())) return put(as_windows_1252(in_[at_ + 1]), 2);
    const std::size_t length = sequence_length(rest().substr(0, wanted_length(c)));
    length > 0 ? keep(length) : put(as_windows_1252(c), 1);
}

}  // namespace blogbind::markup
