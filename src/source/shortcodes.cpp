#include "source/shortcodes.h"

#include <algorithm>

#include "base/text.h"

namespace blogbind {
namespace {

constexpr int deepest = 8;

bool is_of_name(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_' || c == '-'; }

std::string_view name_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_of_name(text[end])) ++end;
    return text.substr(at, end - at);
}

/// Behind the "]" that ends the tag; values in quotes may hold one. npos if there is none.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == '\0' && c == ']') return at + 1;
        if (quote == '\0' && c == '[') break;
        if (quote == c)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\'') && text[at - 1] == '=')
            quote = c;
    }
    return std::string_view::npos;
}

/// `name="value"`, `name='value'`, `name=value`, `value`, as often as they come.
std::vector<std::pair<std::string, std::string>> attributes_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> attributes;
    for (std::size_t at = 0;;) {
        at = text.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos || text.substr(at) == "/") return attributes;
        const std::string_view name = name_at(text, at);
        std::string key;
        if (!name.empty() && at + name.size() < text.size() && text[at + name.size()] == '=') {
            key = ascii_lowered(name);
            at += name.size() + 1;
        }
        std::size_t end = 0;
        if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
            end = std::min(text.find(text[at], at + 1), text.size());
            attributes.emplace_back(key, text.substr(at + 1, end - at - 1));
            ++end;
        } else {
            end = std::min(text.find_first_of(" \t\r\n", at), text.size());
            attributes.emplace_back(key, text.substr(at, end - at));
        }
        at = std::max(end, at + 1);
        if (at >= text.size()) return attributes;
    }
}

class Expansion {
  public:
    Expansion(std::string_view text, const ShortcodeRules& rules, int depth)
        : text_(text), rules_(rules), depth_(depth) {}

    std::string made() {
        while (at_ < text_.size()) {
            const std::size_t next = std::min(text_.find_first_of("[<", at_), text_.size());
            out_ += text_.substr(at_, next - at_);
            at_ = next;
            if (at_ == text_.size()) break;
            if (text_[at_] == '<' ? !take_markup() : !take_shortcode()) out_ += text_[at_++];
        }
        return std::move(out_);
    }

  private:
    /// Tags go as they are, and what is preformatted with them.
    bool take_markup() {
        std::size_t end = text_.find_first_of("<>", at_ + 1);
        if (end == std::string_view::npos || text_[end] == '<') return false;
        ++end;
        for (const std::string_view name : {"pre", "script", "style"})
            if (equals_ignoring_case(text_.substr(at_ + 1, name.size()), name))
                if (const std::size_t close = find_closing("</" + std::string(name) + ">", end); close != text_.npos)
                    end = close;
        out_ += text_.substr(at_, end - at_);
        at_ = end;
        return true;
    }

    bool take_shortcode() {
        if (text_.substr(at_).starts_with("[[")) return take_literal();
        const std::string_view name = name_at(text_, at_ + 1);
        if (name.empty() || !rules_.knows(ascii_lowered(name))) return false;
        const std::size_t start = at_ + 1 + name.size(), end = end_of_tag(text_, start);
        if (end == std::string_view::npos) return false;
        Shortcode shortcode{ascii_lowered(name), attributes_of(text_.substr(start, end - 1 - start)), {}, false};
        at_ = end;
        const std::string closing = "[/" + std::string(name) + "]";
        if (const std::size_t close = find_closing(closing, end); close != std::string_view::npos) {
            shortcode.is_closed = true;
            shortcode.inside = text_.substr(end, close - end);
            if (depth_ < deepest) shortcode.inside = Expansion(shortcode.inside, rules_, depth_ + 1).made();
            at_ = close + closing.size();
        }
        put(rules_.render(shortcode));
        return true;
    }

    bool take_literal() {
        const std::string_view name = name_at(text_, at_ + 2);
        const std::size_t end = name.empty() ? std::string_view::npos : end_of_tag(text_, at_ + 2 + name.size());
        if (end == std::string_view::npos || end >= text_.size() || text_[end] != ']') return false;
        out_ += text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return true;
    }

    /// Looked for once where there is none: texts may hold a thousand opening tags.
    std::size_t find_closing(const std::string& closing, std::size_t from) {
        if (std::ranges::find(unclosed_, closing) != unclosed_.end()) return std::string_view::npos;
        const std::size_t at = text_.find(closing, from);
        if (at == std::string_view::npos) unclosed_.push_back(closing);
        return at;
    }

    /// Without the paragraph that holds nothing else.
    void put(const std::string& instead) {
        constexpr std::string_view opening = "<p>", closing = "</p>";
        if (out_.ends_with(opening) && text_.substr(at_).starts_with(closing)) {
            out_.erase(out_.size() - opening.size());
            at_ += closing.size();
        }
        out_ += instead;
    }

    std::string_view text_;
    const ShortcodeRules& rules_;
    int depth_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<std::string> unclosed_;
};

}  // namespace

std::string_view Shortcode::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

std::string_view Shortcode::bare_value() const {
    for (const auto& [key, value] : attributes)
        if (key.empty()) return trimmed(value).substr(trimmed(value).starts_with('=') ? 1 : 0);
    return {};
}

std::string with_shortcodes(std::string_view html, const ShortcodeRules& rules) {
    return Expansion(html, rules, 0).made();
}

}  // namespace blogbind
