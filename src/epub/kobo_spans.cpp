#include "epub/kobo_spans.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace blogbind::epub {

namespace {

using Names = std::vector<std::string_view>;

constexpr auto npos = std::string_view::npos;
constexpr std::string_view white_space = "\t\n\f\r ";
constexpr std::string_view sentence_ends = ".!?";
constexpr std::array<std::string_view, 7> closing_signs{"&quot;", "\"", "'", "”", "’", "“", "…"};

constexpr std::array<std::string_view, 13> void_elements{"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                         "input", "link", "meta", "source", "track", "wbr"};
constexpr std::array<std::string_view, 10> paragraph_elements{"p",  "ol", "ul", "table", "h1",
                                                              "h2", "h3", "h4", "h5",    "h6"};
/// Nothing in them is numbered.
constexpr std::array<std::string_view, 7> left_alone{"script", "style", "pre", "audio", "video", "svg", "math"};

constexpr std::string_view head_end =
    R"(<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0;}</style>)";
constexpr std::string_view body_start = R"(<div id="book-columns"><div id="book-inner">)";
constexpr std::string_view body_end = "</div></div>";

template <class Table>
bool holds(const Table& table, std::string_view name) {
    return std::ranges::find(table, name) != table.end();
}

std::size_t closing_sign_length(std::string_view text) {
    for (const std::string_view sign : closing_signs)
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

/// Of the first sentence, with the white space behind it.
std::size_t sentence_length(std::string_view text) {
    std::size_t end = text.find_first_of(sentence_ends);
    while (end != npos) {
        end = std::min(text.find_first_not_of(sentence_ends, end), text.size());
        const std::size_t closed = end + closing_sign_length(text.substr(end));
        const std::size_t next = std::min(text.find_first_not_of(white_space, closed), text.size());
        if (next > closed) return next;
        end = text.find_first_of(sentence_ends, end);
    }
    return text.size();
}

/// From "<" to the ">" that is not within quotes; a comment as a whole.
std::size_t tag_length(std::string_view text) {
    if (text.starts_with("<!--")) return std::min(text.find("-->"), text.size() - 3) + 3;
    char quote = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == 0 && c == '>') return i + 1;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return text.size();
}

/// Copies a document, piece by piece, and writes between the pieces.
class Weaver {
  public:
    explicit Weaver(std::string_view document) : rest_(document) {}

    std::string woven() {
        while (!rest_.empty()) {
            if (rest_.front() == '<')
                copy_tag(taken(tag_length(rest_)));
            else
                copy_text(taken(std::min(rest_.find('<'), rest_.size())));
        }
        return replaced(out_, "\u00A0", "&#160;");
    }

  private:
    std::string_view taken(std::size_t length) {
        const std::string_view piece = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return piece;
    }

    [[nodiscard]] bool is_weaving() const { return in_body_ && left_alone_ == 0; }

    void copy_tag(std::string_view tag) {
        if (tag.starts_with("<!") || tag.starts_with("<?"))
            out_ += tag;
        else if (tag.starts_with("</"))
            close(tag, trimmed(tag.substr(2, tag.size() - 3)));
        else
            open(tag, tag.substr(1, tag.find_first_of("\t\n\r />", 1) - 1));
    }

    void close(std::string_view tag, std::string_view name) {
        if (holds(void_elements, name)) return;  // its start tag says so already
        if (name == "head") out_ += head_end;
        if (name == "body") out_ += body_end;
        out_ += tag;
        if (!open_.empty()) open_.pop_back();
        if (open_.size() < left_alone_) left_alone_ = 0;
        if (name == "body") in_body_ = false;
    }

    void open(std::string_view tag, std::string_view name) {
        const bool closes_itself = tag.ends_with("/>");
        const std::string_view start = tag.substr(0, tag.size() - (closes_itself ? 2 : 1));
        if (holds(void_elements, name)) return copy_void(start, name);
        out_ += start;
        out_ += '>';
        if (is_weaving() && holds(paragraph_elements, name)) begins_paragraph_ = true;
        if (closes_itself) {
            out_ += fmt::format("</{}>", name);
            return;
        }
        open_.push_back(name);
        if (is_weaving() && holds(left_alone, name)) left_alone_ = open_.size();
        if (name != "body") return;
        in_body_ = true;
        out_ += body_start;
    }

    void copy_void(std::string_view start, std::string_view name) {
        const bool is_numbered = is_weaving() && name == "img";
        begins_paragraph_ = begins_paragraph_ || is_numbered;
        if (is_numbered) out_ += span_start();
        out_ += start;
        out_ += "/>";
        if (is_numbered) out_ += "</span>";
    }

    void copy_text(std::string_view text) {
        if (!is_weaving()) {
            out_ += text;
            return;
        }
        while (!text.empty()) {
            const std::string_view sentence = text.substr(0, sentence_length(text));
            text.remove_prefix(sentence.size());
            copy_sentence(sentence);
        }
    }

    void copy_sentence(std::string_view sentence) {
        const bool is_blank = sentence.find_first_not_of(white_space) == npos;
        const bool is_bare = is_blank && open_.back() != "p";
        if (!is_bare) out_ += span_start();
        out_ += sentence;
        if (!is_bare) out_ += "</span>";
    }

    std::string span_start() {
        if (begins_paragraph_) {
            ++paragraph_;
            sentence_ = 0;
            begins_paragraph_ = false;
        }
        return fmt::format(R"(<span class="koboSpan" id="kobo.{}.{}">)", paragraph_, ++sentence_);
    }

    std::string_view rest_;
    std::string out_;
    Names open_;
    bool in_body_ = false;
    std::size_t left_alone_ = 0;  // how many elements are open within the one that is left alone, with it; 0: none is
    bool begins_paragraph_ = false;
    int paragraph_ = 0, sentence_ = 0;
};

}  // namespace

std::string with_kobo_spans(std::string_view document) { return Weaver(document).woven(); }

}  // namespace blogbind::epub
