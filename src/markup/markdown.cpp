#include "markup/markdown.h"

#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <vector>

#include "base/text.h"
#include "markup/markdown_parts.h"

namespace blogbind::markup {
namespace {

constexpr int options = CMARK_OPT_UNSAFE;
constexpr std::size_t most_notes = 10'000;
constexpr std::size_t longest_label = 100;
constexpr int deepest = 3;  // tables and notes within notes

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;
struct FreeText {
    void operator()(char* text) const { std::free(text); }  // NOLINT: allocated by the library
};

Tree parsed(std::string_view text) {
    Tree tree(cmark_parse_document(text.data(), text.size(), options));
    cmark_consolidate_text_nodes(tree.get());
    return tree;
}

std::string rendered(const Tree& tree) {
    const std::unique_ptr<char, FreeText> html(cmark_render_html(tree.get(), options));
    return html.get();
}

/// Nodes of one type. They are looked for first and changed afterwards: iterators do not bear changes.
std::vector<cmark_node*> nodes_of(cmark_node* root, cmark_node_type type) {
    std::vector<cmark_node*> nodes;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(root), &cmark_iter_free);
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == type) nodes.push_back(node);
    }
    return nodes;
}

cmark_node* new_node(cmark_node_type type, const std::string& literal) {
    cmark_node* node = cmark_node_new(type);
    cmark_node_set_literal(node, literal.c_str());
    return node;
}

void discard(cmark_node* node) {
    cmark_node_unlink(node);
    cmark_node_free(node);
}

/// The words of a text; empty for other nodes.
std::string_view literal(cmark_node* node) {
    const bool is_text = node != nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT;
    const char* text = is_text ? cmark_node_get_literal(node) : nullptr;
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// The lines of a block as they stand in the text, without what marks lists and quotations around it.
std::vector<std::string_view> lines_of(cmark_node* block, const std::vector<std::string_view>& text) {
    std::vector<std::string_view> lines;
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(block) - 1, 0));
    const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(block), 1));
    for (std::size_t i = first; i <= static_cast<std::size_t>(cmark_node_get_end_line(block)) && i <= text.size();
         ++i) {
        std::string_view line = text[i - 1];
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t around = std::min(line.find_first_not_of(" \t>"), line.size());
        line.remove_prefix(std::min(i == first ? column : std::min(around, column), line.size()));
        lines.push_back(line);
    }
    return lines;
}

class Converter {
  public:
    explicit Converter(const std::vector<MarkdownNote>& notes) {
        for (const MarkdownNote& note : notes)
            if (notes_.size() < most_notes) notes_.try_emplace(note.label, Note{&note.text, 0});
    }

    std::string html(std::string_view text, int depth) {
        const Tree tree = parsed(text);
        if (depth > 0) {
            const std::vector<std::string_view> lines = split(text, '\n');
            make_tables(tree.get(), lines, depth);
            make_definitions(tree.get(), lines, depth);
        }
        drop_attributes(tree.get());
        make_tasks(tree.get());
        for (cmark_node* node : nodes_of(tree.get(), CMARK_NODE_TEXT)) make_inlines(node);
        const std::string html = rendered(tree);
        return has_definitions_ ? replaced(html, "</dl>\n<dl>", "\n") : html;
    }

    /// What has been referred to, in that order; notes may refer to notes.
    std::string notes() {
        if (order_.empty()) return {};
        std::string list;
        for (std::size_t i = 0; i < order_.size(); ++i)
            list += fmt::format("<li id=\"fn{}\">{}</li>\n", i + 1, html(*order_[i]->text, 1));
        return "<section class=\"footnotes\"><ol>\n" + list + "</ol></section>\n";
    }

  private:
    struct Note {
        const std::string* text;
        std::size_t number;  ///< 0: nothing has referred to it
    };

    /// A cell's words, without the paragraph around them.
    std::string inline_html(std::string_view text, int depth) {
        const std::string block = html(text, depth - 1);
        std::string_view words = trimmed(block);
        const bool is_paragraph = words.starts_with("<p>") && words.ends_with("</p>") && words.rfind("<p>") == 0;
        return std::string(is_paragraph ? words.substr(3, words.size() - 7) : words);
    }

    std::string table_html(const MarkdownTable& table, int depth) {
        constexpr std::array<std::string_view, 4> styles{"", " style=\"text-align:left\"",
                                                         " style=\"text-align:center\"", " style=\"text-align:right\""};
        std::string html = "<table>";
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            html += row == 0 ? "<thead><tr>" : "<tr>";
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                html += fmt::format("<{0}{1}>{2}</{0}>", row == 0 ? "th" : "td",
                                    styles[static_cast<std::size_t>(table.columns[i])],
                                    inline_html(table.rows[row][i], depth));
            html += row == 0 ? "</tr></thead><tbody>" : "</tr>";
        }
        return html + "</tbody></table>\n";
    }

    void make_tables(cmark_node* root, const std::vector<std::string_view>& text, int depth) {
        for (cmark_node* paragraph : nodes_of(root, CMARK_NODE_PARAGRAPH)) {
            const std::vector<std::string_view> lines = lines_of(paragraph, text);
            const std::optional<MarkdownTable> table = table_in(lines);
            if (!table) continue;
            std::string before;
            for (std::size_t i = 0; i < table->start; ++i) before.append(lines[i]).append("\n");
            if (!before.empty()) before = html(before, depth - 1);
            cmark_node_insert_before(paragraph, new_node(CMARK_NODE_HTML_BLOCK, before + table_html(*table, depth)));
            discard(paragraph);
        }
    }

    /// Terms stand in the same paragraph as their meaning or in the one before, what more there is to say of it behind,
    /// indented as code would be.
    void make_definitions(cmark_node* root, const std::vector<std::string_view>& text, int depth) {
        constexpr std::size_t longest_term = 200;
        cmark_node* last = nullptr;  // list of definitions
        for (cmark_node* paragraph : nodes_of(root, CMARK_NODE_PARAGRAPH)) {
            auto found = definitions_in(lines_of(paragraph, text));
            if (!found) continue;
            cmark_node* before = cmark_node_previous(paragraph);
            const bool goes_on = before != nullptr && before == last;
            if (found->terms.empty() && !goes_on) {
                const bool is_term = before != nullptr && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH;
                const std::vector<std::string_view> lines =
                    is_term ? lines_of(before, text) : std::vector<std::string_view>();
                if (lines.size() != 1 || lines.front().size() > longest_term) continue;
                found->terms.emplace_back(lines.front());
                discard(before);
            }
            last = new_node(CMARK_NODE_HTML_BLOCK, definition_html(*found, more_of(paragraph, text), depth));
            cmark_node_insert_before(paragraph, last);
            has_definitions_ = true;
            discard(paragraph);
        }
    }

    /// Indented blocks behind a meaning belong to it; they are taken out of the tree.
    static std::string more_of(cmark_node* paragraph, const std::vector<std::string_view>& text) {
        std::string more;
        for (cmark_node* next = cmark_node_next(paragraph); next != nullptr; next = cmark_node_next(paragraph)) {
            const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(next), 1));
            const bool is_indented = cmark_node_get_type(next) == CMARK_NODE_CODE_BLOCK && line <= text.size() &&
                                     trimmed(text[line - 1]).find_first_of("`~") != 0;
            if (!is_indented) break;
            more.append("\n").append(cmark_node_get_literal(next));
            discard(next);
        }
        return more;
    }

    std::string definition_html(const MarkdownDefinitions& found, const std::string& more, int depth) {
        std::string html = "<dl>";
        for (const std::string& term : found.terms) html += "<dt>" + inline_html(term, depth) + "</dt>";
        for (std::size_t i = 0; i < found.meanings.size(); ++i) {
            const bool is_last = i + 1 == found.meanings.size();
            html += "<dd>" + inline_html(found.meanings[i] + (is_last ? "\n" + more : ""), depth) + "</dd>";
        }
        return html + "</dl>\n";
    }

    /// kramdown's "{: .class}" and Pandoc's "# Title {#id}".
    static void drop_attributes(cmark_node* root) {
        for (cmark_node* heading : nodes_of(root, CMARK_NODE_HEADING)) {
            cmark_node* last = cmark_node_last_child(heading);
            const std::string text(literal(last));
            const std::size_t brace = text.rfind('{');
            if (brace != std::string::npos && text.ends_with('}') && text.substr(brace).find_first_of("#.:") == 1)
                cmark_node_set_literal(last, std::string(trimmed(std::string_view(text).substr(0, brace))).c_str());
        }
        for (cmark_node* paragraph : nodes_of(root, CMARK_NODE_PARAGRAPH)) {
            cmark_node* last = cmark_node_last_child(paragraph);
            const std::string_view text = literal(last);
            if (!text.starts_with("{:") || !text.ends_with('}')) continue;
            cmark_node* before = cmark_node_previous(last);
            if (before == nullptr)
                discard(paragraph);
            else if (cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK)
                discard(last);
        }
    }

    static void make_tasks(cmark_node* root) {
        for (cmark_node* item : nodes_of(root, CMARK_NODE_ITEM)) {
            cmark_node* paragraph = cmark_node_first_child(item);
            cmark_node* first = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
            const std::string text(literal(first));
            if (text.starts_with("[ ] ")) cmark_node_set_literal(first, ("☐ " + text.substr(4)).c_str());
            if (text.starts_with("[x] ") || text.starts_with("[X] "))
                cmark_node_set_literal(first, ("☑ " + text.substr(4)).c_str());
        }
    }

    /// "[^1]" and "~~gone~~" within a text become HTML between texts.
    void make_inlines(cmark_node* node) {
        const std::string text(literal(node));
        std::size_t done = 0;
        const auto put = [&](std::size_t at, std::size_t end, const std::string& html) {
            if (at > done) cmark_node_insert_before(node, new_node(CMARK_NODE_TEXT, text.substr(done, at - done)));
            cmark_node_insert_before(node, new_node(CMARK_NODE_HTML_INLINE, html));
            done = end;
        };
        for (std::size_t at = text.find_first_of("[~"); at != std::string::npos; at = text.find_first_of("[~", at)) {
            if (text.compare(at, 2, "[^") == 0) {
                const std::string label = text.substr(at + 2, longest_label);
                const std::size_t end = std::min(label.find(']'), label.size());
                const std::string mark = end < label.size() ? reference(label.substr(0, end)) : std::string();
                if (!mark.empty()) put(at, at + 2 + end + 1, mark);
            } else if (text.compare(at, 2, "~~") == 0 && strike_is_closed(node, text, at)) {
                is_struck_ = !is_struck_;
                put(at, at + 2, is_struck_ ? "<del>" : "</del>");
                ++at;
            }
            ++at;
        }
        if (done > 0) cmark_node_set_literal(node, text.substr(done).c_str());
    }

    /// Whether "~~" at `at` closes, or has another behind it in the same block.
    [[nodiscard]] bool strike_is_closed(cmark_node* node, const std::string& text, std::size_t at) const {
        if (is_struck_ || text.find("~~", at + 2) != std::string::npos) return true;
        for (cmark_node* next = cmark_node_next(node); next != nullptr; next = cmark_node_next(next))
            if (literal(next).find("~~") != std::string_view::npos) return true;
        return false;
    }

    std::string reference(const std::string& label) {
        const auto found = notes_.find(label);
        if (found == notes_.end()) return {};
        Note& note = found->second;
        const bool is_first = note.number == 0;
        if (is_first) {
            order_.push_back(&note);
            note.number = order_.size();
        }
        return fmt::format("<sup{1}><a class=\"footnote-ref\" href=\"#fn{0}\">{0}</a></sup>", note.number,
                           is_first ? fmt::format(" id=\"fnref{}\"", note.number) : std::string());
    }

    std::map<std::string, Note> notes_;
    std::vector<const Note*> order_;
    bool is_struck_ = false;
    bool has_definitions_ = false;
};

}  // namespace

std::string html_of_markdown(std::string_view text) {
    const MarkdownText parts = without_notes(text);
    Converter converter(parts.notes);
    std::string html = converter.html(parts.text, deepest);
    return html + converter.notes();
}

}  // namespace blogbind::markup
