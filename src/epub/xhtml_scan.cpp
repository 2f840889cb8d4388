#include "epub/xhtml_scan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace blogbind::epub {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_reference(std::string_view text) {
    for (const std::string_view name : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
        if (text.starts_with(name)) return true;
    const std::size_t end = text.find(';');
    return text.starts_with("&#") && end != npos && end > 2 && end <= 9;
}

class Scanner {
  public:
    Scanner(std::string_view text, const XhtmlEvents& events) : text_(text), events_(events) {}

    Status run() {
        while (at_ < text_.size()) {
            const std::size_t next = std::min(text_.find('<', at_), text_.size());
            const std::string_view words = text_.substr(at_, next - at_);
            if (!check_references(words)) return wrong("a bare \"&\"");
            if (!words.empty()) events_.text(words);
            at_ = next;
            if (at_ == text_.size()) break;
            if (const Status tag = read_tag(); !tag) return tag;
        }
        return open_.empty() ? Status() : wrong(fmt::format("<{}> is not closed", open_.back()));
    }

  private:
    [[nodiscard]] tl::unexpected<Error> wrong(const std::string& what) const {
        const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
        return fail(ErrorKind::unreadable, fmt::format("line {}: {}", line, what));
    }

    static bool check_references(std::string_view text) {
        for (std::size_t at = text.find('&'); at != npos; at = text.find('&', at + 1))
            if (!is_reference(text.substr(at))) return false;
        return true;
    }

    Status read_tag() {
        const std::size_t end = tag_end();
        if (end == npos) return wrong("a tag without an end");
        const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
        Status status;
        if (inside.starts_with('?') || inside.starts_with('!')) {
            // declarations: our own, they are as they are
        } else if (inside.starts_with('/')) {
            status = close(trimmed(inside.substr(1)));
        } else {
            status = open(inside, text_.substr(at_, end + 1 - at_));
        }
        at_ = end + 1;
        return status;
    }

    // The ">" that ends the tag: not one within quotes.
    [[nodiscard]] std::size_t tag_end() const {
        char quote = 0;
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            const char c = text_[i];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>' || c == '<') {
                return c == '>' ? i : npos;
            }
        }
        return npos;
    }

    Status close(std::string_view name) {
        if (open_.empty() || open_.back() != name) return wrong(fmt::format("</{}> closes nothing", name));
        open_.pop_back();
        events_.end();
        return {};
    }

    Status open(std::string_view inside, std::string_view source) {
        const bool closes_itself = inside.ends_with('/');
        if (closes_itself) inside.remove_suffix(1);
        const std::size_t name_end = std::min(inside.find_first_of(" \t\r\n"), inside.size());
        Tag tag{.name = inside.substr(0, name_end), .attributes = {}, .source = source};
        if (tag.name.empty()) return wrong("a bare \"<\"");
        if (const Status attributes = read_attributes(inside.substr(name_end), tag); !attributes) return attributes;
        if (!closes_itself) open_.push_back(tag.name);
        events_.start(tag);
        if (closes_itself) events_.end();
        return {};
    }

    Status read_attributes(std::string_view rest, Tag& tag) {
        for (rest = trimmed(rest); !rest.empty(); rest = trimmed(rest)) {
            const std::size_t equals = rest.find('=');
            const bool is_quoted =
                equals != npos && equals + 1 < rest.size() && (rest[equals + 1] == '"' || rest[equals + 1] == '\'');
            const std::size_t end = is_quoted ? rest.find(rest[equals + 1], equals + 2) : npos;
            if (end == npos) return wrong(fmt::format("an attribute of <{}> has no value in quotes", tag.name));
            const std::string_view name = trimmed(rest.substr(0, equals));
            const std::string_view value = rest.substr(equals + 2, end - equals - 2);
            for (const auto& other : tag.attributes)
                if (other.first == name) return wrong(fmt::format("<{}> has the attribute {} twice", tag.name, name));
            if (!check_references(value)) return wrong(fmt::format("a bare \"&\" in {}", name));
            tag.attributes.emplace_back(name, value);
            rest.remove_prefix(end + 1);
        }
        return {};
    }

    std::string_view text_;
    const XhtmlEvents& events_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_;
};

}  // namespace

Status scan_xhtml(std::string_view text, const std::function<void(const Tag&)>& visit) {
    return scan_xhtml(text, XhtmlEvents{.start = visit, .end = [] {}, .text = [](std::string_view) {}});
}

Status scan_xhtml(std::string_view text, const XhtmlEvents& events) { return Scanner(text, events).run(); }

}  // namespace blogbind::epub
