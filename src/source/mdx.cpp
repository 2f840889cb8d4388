#include "source/mdx.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace blogbind {
namespace {

/// Behind the lines at the beginning that load components, which have no words.
std::string_view without_modules(std::string_view text) {
    for (;;) {
        const std::string_view rest = text.substr(std::min(text.find_first_not_of("\r\n"), text.size()));
        if (!rest.starts_with("import ") && !rest.starts_with("export ")) return text;
        text = rest.substr(std::min(rest.find('\n'), rest.size()));
    }
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// "<Aside>", "</Aside>" alone on its line: components begin with a capital letter, elements do not.
bool begins_component(std::string_view line) { return line.size() > 1 && line[0] == '<' && is_upper(line[1]); }
bool ends_component(std::string_view line) {
    return line.size() > 2 && line.starts_with("</") && is_upper(line[2]) && line.ends_with('>');
}

constexpr std::size_t longest_tag = 4096;

/// The lines of one text in turn.
class Lines {
  public:
    void read(std::string_view line) {
        const std::string_view words = trimmed(line);
        if (is_in_tag_) return add_to_tag(words);
        if (words.starts_with("```") || words.starts_with("~~~")) is_code_ = !is_code_;
        if (is_code_ || !(begins_component(words) || ends_component(words))) return add(line);
        text_ += '\n';  // what stands next to a tag is no part of its block
        if (ends_component(words)) {
            depth_ = std::max(depth_ - 1, 0);
            is_first_ = false;
        } else {
            add_to_tag(words);
        }
    }
    std::string take() { return std::move(text_) + tag_; }

  private:
    /// A tag may go over several lines.
    void add_to_tag(std::string_view words) {
        tag_ += tag_.empty() ? "" : " ";
        tag_ += words;
        const bool holds_words = !tag_.ends_with('>');
        is_in_tag_ = holds_words && tag_.find('>') == std::string::npos && tag_.size() < longest_tag;
        if (is_in_tag_) return;
        if (holds_words || tag_.ends_with("/>") || tag_.find("</") != std::string::npos) {
            text_ += tag_ + "\n\n";  // a picture, perhaps: HTML
        } else {
            ++depth_;
            is_first_ = true;
        }
        tag_.clear();
    }
    /// What a component holds is often set in, and is no code for that.
    void add(std::string_view line) {
        const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
        if (is_first_ && indent < line.size()) {
            indent_ = indent;
            is_first_ = false;
        }
        text_ += line.substr(depth_ > 0 ? std::min(indent, indent_) : 0);
        text_ += '\n';
    }

    std::string text_, tag_;
    int depth_ = 0;
    std::size_t indent_ = 0;
    bool is_in_tag_ = false, is_code_ = false, is_first_ = false;
};

}  // namespace

std::string markdown_of_mdx(std::string_view text) {
    Lines lines;
    for (const std::string_view line : split(without_modules(text), '\n')) lines.read(line);
    return lines.take();
}

}  // namespace blogbind
