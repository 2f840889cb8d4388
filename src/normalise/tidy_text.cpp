// White space and characters: what a browser would show, and nothing that a book's reader would see as a box.
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/flow.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::Element;
using markup::Node;

namespace {

constexpr markup::NameSet lines =
    "p h1 h2 h3 h4 h5 h6 li dt dd td th caption pre br section div figure figcaption "
    "blockquote aside ul ol dl table hr tr thead tbody";

enum class Kind { visible, space, fixed_space, nothing };

Kind kind_of(char32_t character) {
    switch (character) {
        case U' ':
        case U'\t':
        case U'\n':
        case U'\r':
        case U'\f':
        case 0x2028:
        case 0x2029: return Kind::space;
        case 0x00A0: return Kind::fixed_space;
        // Soft hyphens, zero-width spaces, joiners of words, byte order marks: a box on some devices.
        case 0x00AD:
        case 0x200B:
        case 0x2060:
        case 0xFEFF: return Kind::nothing;
        default: return Kind::visible;
    }
}

/// Tidies the text of one body, line by line.
class Tidier {
  public:
    void visit(Node& node) {
        if (node.ToText() != nullptr) return tidy(node);
        const bool is_line = markup::is_one_of(node, lines);
        const bool was_preformatted = is_preformatted_;
        if (is_line) end_line();
        if (markup::is_named(node, "pre")) is_preformatted_ = true;
        for (Node* child = node.FirstChild(); child != nullptr;) {
            Node* next = child->NextSibling();
            visit(*child);
            child = next;
        }
        if (is_line) end_line();
        is_preformatted_ = was_preformatted;
    }

  private:
    void tidy(Node& text) {
        const std::string_view value = text.Value();
        std::string tidied = is_preformatted_ ? without_invisible(value) : collapse(value);
        if (tidied != value) text.SetValue(tidied.c_str());
        if (!tidied.empty() && !is_preformatted_) last_ = &text;
    }

    static std::string without_invisible(std::string_view value) {
        std::string kept;
        const std::string composed = nfc(value);
        for (std::size_t at = 0; at < composed.size();)
            if (const char32_t character = next_character(composed, at); kind_of(character) != Kind::nothing)
                append_character(kept, character);
        return kept;
    }

    /// A run of white space is one space; one fixed space alone stays what it is.
    std::string collapse(std::string_view value) {
        std::string kept;
        const std::string composed = nfc(value);
        kept.reserve(composed.size());
        for (std::size_t at = 0; at < composed.size();) {
            const std::size_t start = at;
            switch (kind_of(next_character(composed, at))) {
                case Kind::nothing: break;
                case Kind::space: put_space(kept, " "); break;
                case Kind::fixed_space: put_space(kept, "\u00a0"); break;
                case Kind::visible:
                    kept.append(composed, start, at - start);
                    after_space_ = false;
                    break;
            }
        }
        return kept;
    }

    void put_space(std::string& kept, std::string_view space) {
        if (!after_space_) {
            kept += space;
        } else if (kept.ends_with("\u00a0")) {  // not alone: no typesetter's space, but padding
            kept.replace(kept.size() - 2, 2, " ");
        }
        after_space_ = true;
    }

    void end_line() {
        if (last_ != nullptr) {
            std::string value = last_->Value();
            while (value.ends_with(' ') || value.ends_with("\u00a0"))
                value.resize(value.size() - (value.back() == ' ' ? 1 : 2));
            last_->SetValue(value.c_str());
        }
        last_ = nullptr;
        after_space_ = true;
    }

    Node* last_ = nullptr;     ///< the last text of the line
    bool after_space_ = true;  ///< or at a line's beginning
    bool is_preformatted_ = false;
};

void remove_empty_texts(Element& root) {
    for (Node* node = markup::next_in_order(root, root); node != nullptr;) {
        Node* next = markup::next_in_order(*node, root);
        if (node->ToText() != nullptr && *node->Value() == '\0') markup::remove(*node);
        node = next;
    }
}

void remove_empty_elements(Element& root) {
    markup::each_element_bottom_up(root, [](Element& element) {
        const bool is_line = markup::is_one_of(element, "p h1 h2 h3 h4 h5 h6 li figcaption");
        if (is_line ? is_void_of_content(element) && element.FirstChildElement("hr") == nullptr
                    : element.NoChildren() && !markup::is_one_of(element, "img br hr td th"))
            markup::remove(element);
    });
}

}  // namespace

void tidy_text(Task& task) {
    Tidier().visit(task.root());
    remove_empty_texts(task.root());
    remove_empty_elements(task.root());
}

}  // namespace blogbind::normalise
