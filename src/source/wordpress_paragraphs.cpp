#include "source/wordpress_paragraphs.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace blogbind {
namespace {

constexpr std::string_view blocks =
    "address area article aside blockquote caption col colgroup dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map math menu nav ol p pre section style summary table "
    "tbody "
    "td tfoot th thead tr ul";
/// A paragraph that begins in one of these is none of its own.
constexpr std::string_view texts = "li td th dt dd h1 h2 h3 h4 h5 h6 figcaption caption summary legend p address";
/// Nothing inside of them is touched.
constexpr std::string_view opaque = "pre script style svg textarea math";

struct Tag {
    std::string name;  ///< lower case; empty for comments and what is no tag
    bool is_closing = false;
    std::size_t end = 0;  ///< behind its ">"

    [[nodiscard]] bool is_block() const { return !name.empty() && has_word(blocks, name); }
};

/// The tag at `start`, where a "<" stands. Without an end it is only a sign; so are comments: what is in them is
/// dropped by whoever reads the markup.
Tag tag_at(std::string_view text, std::size_t start) {
    Tag tag;
    std::size_t at = start + 1;
    if (at < text.size() && text[at] == '/') tag.is_closing = true, ++at;
    const std::size_t name_start = at;
    while (at < text.size() && (is_ascii_alpha(text[at]) || (at > name_start && is_ascii_digit(text[at])))) ++at;
    if (at == name_start) return {{}, false, start + 1};
    tag.name = ascii_lowered(text.substr(name_start, at - name_start));
    char quote = '\0';
    for (; at < text.size() && (quote != '\0' || text[at] != '>'); ++at) {
        if (quote == '\0' && text[at] == '<') break;
        if (quote == text[at])
            quote = '\0';
        else if (quote == '\0' && (text[at] == '"' || text[at] == '\'') && text[at - 1] == '=')
            quote = text[at];
    }
    if (at >= text.size() || text[at] != '>') return {{}, false, start + 1};
    tag.end = at + 1;
    return tag;
}

/// Behind the closing tag of an opaque element that begins with `tag`.
std::size_t end_of_opaque(std::string_view lowered, const Tag& tag) {
    const std::string closing = "</" + tag.name;
    const std::size_t at = lowered.find(closing, tag.end);
    const std::size_t end = at == std::string_view::npos ? at : lowered.find('>', at);
    return end == std::string_view::npos ? lowered.size() : end + 1;
}

/// What stands between two breaks: perhaps a block's opening tag, text, perhaps a block's closing tag.
struct Chunk {
    std::string opening, text, closing;
    std::string opening_name, closing_name;
};

/// A shortcode alone: "[gallery ids=1,2]", "[caption]…[/caption]". Names are not looked at.
bool is_lone_shortcode(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']') || text.starts_with("[[")) return false;
    std::size_t end = 1;
    const auto is_of_name = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_' || c == '-'; };
    while (end < text.size() && is_of_name(text[end])) ++end;
    const std::string_view name = text.substr(1, end - 1);
    if (name.empty()) return false;
    const std::string closing = "[/" + std::string(name) + "]";
    return text.find(']') == text.size() - 1 ||
           (text.ends_with(closing) && text.find(closing) == text.size() - closing.size());
}

class Paragraphs {
  public:
    explicit Paragraphs(std::string text) : whole_(std::move(text)), text_(whole_), lowered_(ascii_lowered(whole_)) {}

    std::string made() {
        while (at_ < text_.size()) {
            if (text_[at_] == '<')
                take_tag();
            else if (text_[at_] == '\n')
                take_lines();
            else
                take_text();
        }
        finish_chunk();
        return std::move(out_);
    }

  private:
    void take_text() {
        const std::size_t end = std::min(text_.find_first_of("<\n", at_), text_.size());
        chunk_.text += text_.substr(at_, end - at_);
        at_ = end;
    }

    /// One line's end breaks the line, more of them part paragraphs.
    void take_lines() {
        std::size_t end = text_.find_first_not_of(" \t\n", at_);
        if (end == std::string_view::npos) end = text_.size();
        const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                      text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        at_ = end;
        if (lines > 1) return finish_chunk();
        chunk_.text += '\n';
    }

    void take_tag() {
        const Tag tag = tag_at(text_, at_);
        const bool is_opaque = !tag.is_closing && !tag.name.empty() && has_word(opaque, tag.name);
        const std::size_t end = is_opaque ? end_of_opaque(lowered_, tag) : tag.end;
        const std::string_view whole = text_.substr(at_, end - at_);
        at_ = end;
        if (tag.name == "br") return take_line_break();
        if (!tag.is_block()) {
            chunk_.text += whole;
            return;
        }
        if (is_opaque || tag.name == "hr") {
            finish_chunk();
            out_ += whole;
            out_ += '\n';
            return;
        }
        if (tag.is_closing) {
            chunk_.closing = whole;
            chunk_.closing_name = tag.name;
            return finish_chunk();
        }
        finish_chunk();
        chunk_.opening = whole;
        chunk_.opening_name = tag.name;
    }

    /// Two of them part paragraphs.
    void take_line_break() {
        const std::size_t next = text_.find_first_not_of(" \t\n", at_);
        const bool is_double = next != std::string_view::npos && text_[next] == '<' && tag_at(text_, next).name == "br";
        if (is_double) {
            at_ = tag_at(text_, next).end;
            return finish_chunk();
        }
        at_ = next == std::string_view::npos ? text_.size() : next;
        chunk_.text += '\n';
    }

    void finish_chunk() {
        const Chunk chunk = std::exchange(chunk_, {});
        const std::string_view text = trimmed_lines(chunk.text);
        out_ += chunk.opening;
        if (!text.empty()) {
            const bool is_paragraph = !is_lone_shortcode(text) && !stays_bare(chunk);
            if (is_paragraph) out_ += "<p>";
            append_lines(text);
            if (is_paragraph) out_ += "</p>";
        }
        if (chunk.opening_name == "p" && chunk.closing_name != "p") out_ += "</p>";
        out_ += chunk.closing_name == "p" && chunk.opening_name != "p" ? std::string_view() : chunk.closing;
        out_ += '\n';
    }

    /// Text in a block that holds just that, as a list's item or a cell.
    static bool stays_bare(const Chunk& chunk) {
        if (has_word(texts, chunk.opening_name) && !chunk.opening_name.empty()) return true;
        const bool is_whole = !chunk.opening.empty() && chunk.opening_name == chunk.closing_name;
        return is_whole && chunk.opening_name != "blockquote";
    }

    static std::string_view trimmed_lines(std::string_view text) {
        const std::size_t start = text.find_first_not_of(" \t\n");
        if (start == std::string_view::npos) return {};
        return text.substr(start, text.find_last_not_of(" \t\n") + 1 - start);
    }

    void append_lines(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            // a tag may go on over lines: those are no breaks
            const std::size_t sign = text.substr(at, end - at).find('<');
            if (sign != std::string_view::npos) {
                const std::size_t tag_end = tag_at(text, at + sign).end;
                out_ += text.substr(at, tag_end - at);
                at = tag_end;
                continue;
            }
            out_ += text.substr(at, end - at);
            if (end < text.size()) out_ += "<br>\n";
            at = end + 1;
        }
    }

    std::string whole_;
    std::string_view text_;
    std::string lowered_;
    std::size_t at_ = 0;
    Chunk chunk_;
    std::string out_;
};

}  // namespace

std::string with_paragraphs(std::string_view text) {
    return Paragraphs(replaced(replaced(text, "\r\n", "\n"), "\r", "\n")).made();
}

}  // namespace blogbind
