// What a tree says, without its markup.
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markup/body.h"

namespace blogbind::markup {

namespace {

constexpr NameSet unread_elements = "script style template noscript";
constexpr NameSet cells = "td th";
// What is a block of its own, and so stands between blank lines. List items and rows only begin a line.
constexpr NameSet blocks =
    "address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol p pre search section summary table ul";
constexpr NameSet lines = "dd dt li option tr";

/// Calls `visit(std::string_view)` for every text that readers see, until it returns false.
template <class Visit>
void each_text(const Node& root, Visit visit) {
    const Node* node = &root;
    while (node != nullptr) {
        if (const Text* text = node->ToText())
            if (!visit(std::string_view(text->Value()))) return;
        const bool is_read = !is_one_of(*node, unread_elements);
        node = is_read ? next_in_order(*node, root) : next_after_subtree(*node, root);
    }
}

bool is_space(char32_t character) {
    return character == U'\u00A0' || (character < 0x80 && is_ascii_space(static_cast<char>(character)));
}

bool is_invisible(char32_t character) { return character == U'\u200B' || character == U'\uFEFF'; }

enum class Gap { none, line, blank_line };

/// Text as it grows, with breaks held back until something follows them.
class PlainText {
  public:
    void break_off(Gap gap) {
        if (gap > gap_) gap_ = gap;
        if (gap != Gap::none) space_ = false;
    }

    void line_break() {
        close_gap();
        out_ += '\n';
        space_ = false;
    }

    void add_collapsed(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t start = at;
            if (is_space(next_character(text, at)))
                space_ = true;
            else
                add_visible(text.substr(start, at - start));
        }
    }

    /// As it stands: preformatted.
    void add_verbatim(std::string_view text) {
        if (text.empty()) return;
        close_gap();
        out_ += text;
    }

    [[nodiscard]] std::string text() && { return std::string(trimmed(out_)); }

  private:
    void add_visible(std::string_view character) {
        close_gap();
        if (space_ && !out_.empty() && out_.back() != '\n') out_ += ' ';
        space_ = false;
        out_ += character;
    }

    void close_gap() {
        if (!out_.empty() && gap_ != Gap::none) {
            while (out_.ends_with('\n')) out_.pop_back();
            out_ += gap_ == Gap::line ? "\n" : "\n\n";
        }
        gap_ = Gap::none;
    }

    std::string out_;
    Gap gap_ = Gap::none;
    bool space_ = false;
};

/// The length of text if it were collapsed.
class LetterCount {
  public:
    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t character = next_character(text, at);
            if (is_space(character)) {
                space_ = letters_ > 0;
            } else if (!is_invisible(character)) {
                letters_ += space_ ? 2 : 1;
                space_ = false;
            }
        }
    }
    [[nodiscard]] std::size_t letters() const { return letters_; }

  private:
    std::size_t letters_ = 0;
    bool space_ = false;
};

struct Place {
    bool in_item = false;  ///< paragraphs of a list item stand on lines of their own, without blank lines
    bool is_preformatted = false;
};

Gap gap_around(const Node& node, Place place) {
    if (is_one_of(node, blocks)) return place.in_item ? Gap::line : Gap::blank_line;
    return is_one_of(node, lines) ? Gap::line : Gap::none;
}

void add_node(const Node& node, Place place, PlainText& out);

/// Cells may hold blocks, so each is made by itself before they are joined by tabs.
void add_row(const Node& row, PlainText& out) {
    std::string text;
    for (const Node* cell = row.FirstChild(); cell != nullptr; cell = cell->NextSibling()) {
        if (!is_one_of(*cell, cells)) continue;
        if (cell != row.FirstChildElement()) text += '\t';
        text += block_text(*cell);
    }
    out.add_verbatim(trimmed(text).empty() ? std::string_view() : std::string_view(text));
}

void add_children(const Node& node, Place place, PlainText& out) {
    for (const Node* child = node.FirstChild(); child != nullptr; child = child->NextSibling())
        add_node(*child, place, out);
}

void add_text(std::string_view text, Place place, PlainText& out) {
    if (place.is_preformatted)
        out.add_verbatim(text);
    else
        out.add_collapsed(text);
}

void add_node(const Node& node, Place place, PlainText& out) {
    if (const Text* text = node.ToText()) return add_text(text->Value(), place, out);
    if (is_one_of(node, unread_elements)) return;
    if (is_named(node, "br")) return out.line_break();
    const Gap gap = gap_around(node, place);
    out.break_off(gap);
    if (is_named(node, "tr"))
        add_row(node, out);
    else
        add_children(node, {place.in_item || is_named(node, "li"), place.is_preformatted || is_named(node, "pre")},
                     out);
    out.break_off(gap);
}

}  // namespace

std::string text_content(const Node& node) {
    std::string result;
    each_text(node, [&](std::string_view text) {
        result += text;
        return true;
    });
    return result;
}

std::string collapsed_text(const Node& node) { return collapsed(text_content(node)); }

std::size_t text_length(const Node& node) {
    LetterCount count;
    each_text(node, [&](std::string_view text) {
        count.add(text);
        return true;
    });
    return count.letters();
}

bool has_more_text(const Node& node, std::size_t letters) {
    LetterCount count;
    each_text(node, [&](std::string_view text) {
        count.add(text);
        return count.letters() <= letters;
    });
    return count.letters() > letters;
}

bool has_text(const Node& node) {
    bool found = false;
    each_text(node, [&](std::string_view text) {
        for (std::size_t at = 0; at < text.size() && !found;) {
            const char32_t character = next_character(text, at);
            found = !is_space(character) && !is_invisible(character);
        }
        return !found;
    });
    return found;
}

std::string block_text(const Node& node) {
    PlainText out;
    add_node(node, Place{.in_item = is_inside(node, "li"), .is_preformatted = false}, out);
    return std::move(out).text();
}

}  // namespace blogbind::markup
