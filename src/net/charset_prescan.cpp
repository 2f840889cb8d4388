#include "net/charset_prescan.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace blogbind {

namespace {

/// The standard looks at 1,024 bytes; pages whose scripts come first are read by browsers all the same, because these
/// look again while they parse.
constexpr std::size_t prescan_size = 4096;

bool is_quote(char c) { return c == '"' || c == '\''; }

/// The label behind "charset=" in a Content-Type: `text/html; charset="utf-8"`.
std::string label_in_content(std::string_view content) {
    for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at + 1)) {
        std::string_view rest = trimmed(content.substr(at + 7));
        if (!rest.starts_with('=')) continue;
        rest = trimmed(rest.substr(1));
        if (rest.empty()) return {};
        const bool quoted = is_quote(rest.front());
        const std::string_view label = quoted ? rest.substr(1) : rest;
        const std::size_t end = quoted ? label.find(rest.front()) : label.find_first_of("; \t\r\n");
        if (quoted && end == std::string_view::npos) return {};
        return std::string(label.substr(0, end));
    }
    return {};
}

/// A page that can be read this far is not in an encoding of two bytes a character, whatever it says.
const Encoding* named_encoding(std::string_view label) {
    const Encoding* encoding = encoding_for_label(label);
    return encoding && encoding->family == Encoding::Family::utf16 ? &utf8_encoding() : encoding;
}

struct Attribute {
    std::string name, value;  ///< lower case
};

class Prescan {
  public:
    explicit Prescan(std::string_view bytes) : rest_(bytes.substr(0, prescan_size)) {}

    const Encoding* encoding() {
        if (const Encoding* declared = encoding_in_xml_declaration()) return declared;
        for (; skip_to('<'); skip_one()) {
            if (rest_.starts_with("<!--")) {
                skip_comment();
            } else if (starts_with_tag("meta")) {
                if (const Encoding* named = encoding_in_meta()) return named;
            } else if (rest_.size() > 1 && (is_ascii_alpha(rest_[1]) || rest_[1] == '/')) {
                skip_tag();
            }
        }
        return nullptr;
    }

  private:
    void skip_one() { rest_.remove_prefix(std::min<std::size_t>(1, rest_.size())); }

    bool skip_to(char c) {
        rest_.remove_prefix(std::min(rest_.find(c), rest_.size()));
        return !rest_.empty();
    }

    /// To the ">" of the comment, which may be the one of "<!-->".
    void skip_comment() {
        const std::size_t end = rest_.find("-->", 2);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
    }

    void skip_tag() {
        rest_.remove_prefix(std::min(rest_.find_first_of(" \t\r\n\f/>", 2), rest_.size()));
        while (!take_attribute().name.empty()) {
        }
    }

    [[nodiscard]] bool starts_with_tag(std::string_view name) const {
        if (!equals_ignoring_case(rest_.substr(1, name.size()), name) || rest_.size() <= name.size() + 1) return false;
        const char behind = rest_[name.size() + 1];
        return is_ascii_space(behind) || behind == '/';
    }

    const Encoding* encoding_in_xml_declaration() {
        if (!rest_.starts_with("<?xml")) return nullptr;
        std::string_view declaration = rest_.substr(0, rest_.find('>'));
        const std::size_t at = declaration.find("encoding");
        if (at == std::string_view::npos) return nullptr;
        declaration = trimmed(declaration.substr(at + 8));
        if (!declaration.starts_with('=')) return nullptr;
        declaration = trimmed(declaration.substr(1));
        if (declaration.empty() || !is_quote(declaration.front())) return nullptr;
        const std::size_t end = declaration.find(declaration.front(), 1);
        return end == std::string_view::npos ? nullptr : named_encoding(declaration.substr(1, end - 1));
    }

    const Encoding* encoding_in_meta() {
        rest_.remove_prefix(5);
        bool is_pragma = false, needs_pragma = false;
        std::string label;
        for (;;) {
            const Attribute attribute = take_attribute();
            if (attribute.name.empty()) break;
            if (attribute.name == "http-equiv") is_pragma = attribute.value == "content-type";
            if (attribute.name == "charset") {
                label = attribute.value;
                needs_pragma = false;
            } else if (attribute.name == "content" && label.empty()) {
                label = label_in_content(attribute.value);
                needs_pragma = true;
            }
        }
        return needs_pragma && !is_pragma ? nullptr : named_encoding(label);
    }

    /// The next attribute of the tag; without a name at its end.
    Attribute take_attribute() {
        Attribute attribute;
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n\f/"), rest_.size()));
        if (rest_.starts_with('>')) return attribute;
        const std::size_t end = std::min(rest_.find_first_of("= \t\r\n\f/>", 1), rest_.size());
        attribute.name = ascii_lowered(rest_.substr(0, end));
        rest_.remove_prefix(end);
        const std::size_t behind = std::min(rest_.find_first_not_of(" \t\r\n\f"), rest_.size());
        if (!rest_.substr(behind).starts_with('=')) return attribute;
        rest_.remove_prefix(behind + 1);
        attribute.value = take_value();
        return attribute;
    }

    std::string take_value() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n\f"), rest_.size()));
        if (rest_.empty() || rest_.front() == '>') return {};
        const bool quoted = is_quote(rest_.front());
        const std::size_t start = quoted ? 1 : 0;
        const std::size_t found = quoted ? rest_.find(rest_.front(), 1) : rest_.find_first_of(" \t\r\n\f>");
        const std::size_t end = std::min(found, rest_.size());
        std::string value = ascii_lowered(rest_.substr(start, end - start));
        rest_.remove_prefix(std::min(end + start, rest_.size()));
        return value;
    }

    std::string_view rest_;
};

}  // namespace

const Encoding* encoding_named_in_page(std::string_view bytes) { return Prescan(bytes).encoding(); }

}  // namespace blogbind
