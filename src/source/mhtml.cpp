#include "source/mhtml.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/base64.h"
#include "base/text.h"

namespace blogbind {
namespace {

constexpr std::size_t most_parts = 10'000;
constexpr int deepest = 4;                  // multipart in multipart
constexpr std::size_t longest_line = 1000;  // RFC 5322 §2.1.1, and some

using Fields = std::map<std::string, std::string>;

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// RFC 5322 §2.2: fields up to an empty line, long ones folded. `rest` is then the body.
Fields read_fields(std::string_view& rest) {
    Fields fields;
    std::string name;
    while (!rest.empty()) {
        const std::string_view line = next_line(rest);
        if (line.empty()) break;
        if (is_ascii_space(line.front()) && !name.empty()) {
            fields[name] += ' ' + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        name = ascii_lowered(trimmed(line.substr(0, colon)));
        fields[name] = trimmed(line.substr(colon + 1));
    }
    return fields;
}

/// RFC 2045 §5.1: the value of "boundary" in `multipart/related; boundary="…"`.
std::string parameter(std::string_view field, std::string_view name) {
    for (std::size_t semicolon = field.find(';'); semicolon != std::string_view::npos;) {
        field = trimmed(field.substr(semicolon + 1));
        const std::size_t equals = field.find('=');
        if (equals == std::string_view::npos) return {};
        const bool is_it = ascii_lowered(trimmed(field.substr(0, equals))) == name;
        std::string_view value = trimmed(field.substr(equals + 1));
        const bool is_quoted = value.starts_with('"');
        if (is_quoted) value.remove_prefix(1);
        const std::size_t end = std::min(value.find(is_quoted ? '"' : ';'), value.size());
        if (is_it) return std::string(is_quoted ? value.substr(0, end) : trimmed(value.substr(0, end)));
        field = value.substr(end);
        semicolon = field.find(';');
    }
    return {};
}

int hexadecimal_digit(char c) {
    if (is_ascii_digit(c)) return c - '0';
    const char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// RFC 2045 §6.7.
std::string quoted_printable_decoded(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    while (!text.empty()) {
        const std::size_t equals = std::min(text.find('='), text.size());
        bytes += text.substr(0, equals);
        text.remove_prefix(equals);
        if (text.empty()) break;
        const int high = text.size() > 2 ? hexadecimal_digit(text[1]) : -1;
        const int low = text.size() > 2 ? hexadecimal_digit(text[2]) : -1;
        if (high >= 0 && low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            text.remove_prefix(3);
        } else if (const std::size_t end = text.substr(0, longest_line).find('\n');
                   end != std::string_view::npos && trimmed(text.substr(1, end)).empty()) {
            text.remove_prefix(end + 1);  // the line goes on
        } else {
            bytes += text.front();
            text.remove_prefix(1);
        }
    }
    return bytes;
}

std::string without_space(std::string_view text) {
    std::string letters(text);
    std::erase_if(letters, is_ascii_space);
    return letters;
}

std::string without_angles(std::string_view id) {
    id = trimmed(id);
    return std::string(id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id);
}

MhtmlPart part_of(const Fields& fields, std::string_view body) {
    const auto field = [&](const char* name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : found->second;
    };
    MhtmlPart part;
    const std::string type = field("content-type"), encoding = ascii_lowered(field("content-transfer-encoding"));
    part.media_type = ascii_lowered(trimmed(std::string_view(type).substr(0, type.find(';'))));
    part.charset = parameter(type, "charset");
    part.location = without_space(field("content-location"));
    part.id = without_angles(field("content-id"));
    part.is_base64 = encoding == "base64";
    if (part.is_base64)
        part.body = without_space(body);
    else
        part.body = encoding == "quoted-printable" ? quoted_printable_decoded(body) : std::string(body);
    return part;
}

/// RFC 2046 §5.1.1: what stands between lines that begin with two hyphens and the boundary.
std::vector<std::string_view> sections(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> found;
    const std::string mark = "--" + boundary;
    const char* start = nullptr;
    const char* const end_of_all = body.data() + body.size();
    while (!body.empty() && found.size() < most_parts) {
        const char* const line_start = body.data();
        const std::string_view line = next_line(body);
        if (!line.starts_with(mark)) continue;
        const std::string_view end = trimmed(line.substr(mark.size()));
        if (!end.empty() && end != "--") continue;
        if (start != nullptr) found.emplace_back(start, static_cast<std::size_t>(line_start - start));
        start = end.empty() ? body.data() : nullptr;
    }
    if (start != nullptr) found.emplace_back(start, static_cast<std::size_t>(end_of_all - start));  // it breaks off
    return found;
}

void add_parts(std::string_view bytes, int depth, std::vector<MhtmlPart>& parts) {
    const Fields fields = read_fields(bytes);
    const auto type = fields.find("content-type");
    const bool is_multipart = type != fields.end() && ascii_lowered(type->second).starts_with("multipart/");
    if (!is_multipart) {
        parts.push_back(part_of(fields, bytes));
        return;
    }
    if (depth == 0) return;
    for (const std::string_view section : sections(bytes, parameter(type->second, "boundary")))
        add_parts(section, depth - 1, parts);
}

std::string data_address(const MhtmlPart& part) {
    return "data:" + part.media_type + ";base64," + (part.is_base64 ? part.body : base64_encoded(part.body));
}

/// What a page may name, by the names.
class PartsByName {
  public:
    PartsByName(const Mhtml& mhtml, const std::optional<Url>& base) : base_(base) {
        for (const MhtmlPart& part : mhtml.parts) {
            if (!part.location.empty()) parts_.try_emplace(address(part.location), &part);
            if (!part.id.empty()) parts_.try_emplace("cid:" + part.id, &part);
        }
    }
    [[nodiscard]] const MhtmlPart* named(std::string_view name) const {
        if (trimmed(name).empty()) return nullptr;
        const auto found = parts_.find(address(name));
        return found == parts_.end() ? nullptr : found->second;
    }
    [[nodiscard]] const MhtmlPart* picture(std::string_view name) const {
        const MhtmlPart* part = named(name);
        return part != nullptr && part->media_type.starts_with("image/") ? part : nullptr;
    }

  private:
    [[nodiscard]] std::string address(std::string_view name) const {
        const std::optional<Url> url = base_ ? base_->resolve(name) : Url::parse(name);
        return url ? url->without_fragment().text() : std::string(name);
    }

    const std::optional<Url>& base_;
    std::map<std::string, const MhtmlPart*> parts_;
};

/// The browser may have loaded, and saved, another size than the one that the page names first.
const MhtmlPart* picture_of(const markup::Element& element, const PartsByName& parts) {
    if (const MhtmlPart* part = parts.picture(markup::attribute(element, "src"))) return part;
    for (const char* name : {"srcset", "data-srcset"})
        for (const std::string_view word : split_words(markup::attribute(element, name)))
            if (const MhtmlPart* part = parts.picture(word.ends_with(',') ? word.substr(0, word.size() - 1) : word))
                return part;
    return nullptr;
}

}  // namespace

const MhtmlPart* Mhtml::page() const {
    const auto found = std::ranges::find_if(parts, [](const MhtmlPart& part) {
        return part.media_type == "text/html" || part.media_type == "application/xhtml+xml";
    });
    return found == parts.end() ? nullptr : &*found;
}

bool is_mhtml(const FileStart& start) {
    std::string_view rest = start.bytes();
    const Fields fields = read_fields(rest);
    const auto type = fields.find("content-type");
    return type != fields.end() && ascii_lowered(type->second).starts_with("multipart/related");
}

Result<Mhtml> read_mhtml(std::string_view bytes) {
    Mhtml mhtml;
    add_parts(bytes, deepest, mhtml.parts);
    const Fields fields = read_fields(bytes);
    const MhtmlPart* page = mhtml.page();
    if (page == nullptr) return fail(ErrorKind::unreadable, "there is no page in this MHTML archive");
    const auto snapshot = fields.find("snapshot-content-location");
    mhtml.address = Url::parse(snapshot != fields.end() ? snapshot->second : page->location);
    return mhtml;
}

void use_parts(markup::Body& document, const Mhtml& mhtml, const std::optional<Url>& base) {
    const PartsByName parts(mhtml, base);
    markup::each_element(document.root(), [&](markup::Element& element) {
        if (markup::is_named(element, "img")) {
            if (const MhtmlPart* part = picture_of(element, parts))
                markup::set_attribute(element, "src", data_address(*part));
        } else if (markup::is_named(element, "iframe")) {
            if (const MhtmlPart* part = parts.named(markup::attribute(element, "src")))
                markup::set_attribute(element, "src", part->location);
        }
    });
}

}  // namespace blogbind
