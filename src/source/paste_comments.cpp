// Comments in pasted text: numbered lists whose indent is the depth, or blocks parted by "Reply" where it was lost.
#include <algorithm>
#include <array>
#include <map>

#include "base/date.h"
#include "base/text.h"
#include "source/paste.h"

namespace blogbind {
namespace {

constexpr int deepest = 50;

std::size_t indent_of(std::string_view line) {
    const std::size_t at = line.find_first_not_of(' ');
    return at == std::string_view::npos ? line.size() : at;
}

struct Opening {
    int depth = 0;
    long long number = 0;
    std::string_view text;
};

/// "    2. text": an even indent, at least two, is twice the depth.
std::optional<Opening> opening_of(std::string_view line) {
    const std::size_t indent = indent_of(line);
    if (indent < 2 || indent % 2 != 0 || indent / 2 > deepest) return std::nullopt;
    const std::size_t dot = line.find('.', indent);
    if (dot == std::string_view::npos || dot - indent > 5) return std::nullopt;
    const auto number = parsed_integer(line.substr(indent, dot - indent));
    if (!number || (dot + 1 < line.size() && line[dot + 1] != ' ')) return std::nullopt;
    return Opening{static_cast<int>(indent / 2), *number, trimmed(line.substr(dot + 1))};
}

/// Reads the lines of numbered lists.
class NumberedComments {
  public:
    void read(std::string_view line) {
        if (trimmed(line).empty()) {
            is_new_block_ = true;
            return;
        }
        if (const auto opening = opening_of(line); opening && is_expected(*opening)) return open(*opening);
        if (!comments_.empty()) add_line(trimmed(line));
    }
    std::vector<PastedComment> take() { return std::move(comments_); }

  private:
    /// A list goes on with the next number or begins at 1, one level deeper than what it answers.
    bool is_expected(const Opening& opening) const {
        const int depth = comments_.empty() ? 0 : comments_.back().depth;
        const auto last = numbers_.find(opening.depth);
        if (last != numbers_.end() && opening.number == last->second + 1) return true;
        return opening.number == 1 && last == numbers_.end() && opening.depth <= depth + 1;
    }
    void open(const Opening& opening) {
        numbers_.erase(numbers_.upper_bound(opening.depth), numbers_.end());
        numbers_[opening.depth] = opening.number;
        PastedComment comment;
        comment.depth = opening.depth;
        comments_.push_back(std::move(comment));
        is_new_block_ = true;
        if (!opening.text.empty()) add_line(opening.text);
    }
    void add_line(std::string_view line) {
        std::vector<PasteBlock>& blocks = comments_.back().blocks;
        if (is_new_block_ || blocks.empty()) blocks.emplace_back();
        blocks.back().lines.emplace_back(line);
        is_new_block_ = false;
    }

    std::vector<PastedComment> comments_;
    std::map<int, long long> numbers_;  // the last number of each open list, by depth
    bool is_new_block_ = true;
};

bool is_reply_link(std::string_view line) {
    constexpr std::array<std::string_view, 7> words{"Reply",    "Antworten",    "Répondre", "Responder",
                                                    "Rispondi", "Beantwoorden", "Svara"};
    for (std::string_view word : words)
        if (equals_ignoring_case(line, word)) return true;
    return false;
}

/// Where numbers and indent are lost, only the links and likes below each comment part them; nesting is unknown.
std::vector<PastedComment> unnumbered_comments(const std::vector<std::string_view>& lines) {
    std::vector<PastedComment> comments;
    bool is_open = false;
    for (std::string_view raw : lines) {
        const std::string_view line = trimmed(raw);
        if (line.empty()) continue;
        if (is_reply_link(line)) {
            is_open = false;
            continue;
        }
        if (const auto likes = like_count(line); likes && !comments.empty()) {
            comments.back().likes = likes;
            is_open = false;
            continue;
        }
        if (!is_open) comments.emplace_back();
        is_open = true;
        comments.back().blocks.push_back(PasteBlock{PasteKind::paragraph, {std::string(line)}});
    }
    return comments;
}

void take_likes(PastedComment& comment) {
    if (comment.blocks.empty()) return;
    std::vector<std::string>& lines = comment.blocks.back().lines;
    const auto likes = like_count(lines.back());
    if (!likes) return;
    comment.likes = likes;
    lines.pop_back();
    if (lines.empty()) comment.blocks.pop_back();
}

/// The line `number` from the beginning; empty if there are not so many.
std::string line_of(const PastedComment& comment, std::size_t number) {
    for (const PasteBlock& block : comment.blocks) {
        if (number < block.lines.size()) return collapsed(block.lines[number]);
        number -= block.lines.size();
    }
    return {};
}

void drop_first_line(PastedComment& comment) {
    std::vector<std::string>& lines = comment.blocks.front().lines;
    lines.erase(lines.begin());
    if (lines.empty()) comment.blocks.erase(comment.blocks.begin());
}

/// "Ann says:" at the beginning.
void take_author(PastedComment& comment) {
    constexpr std::array<std::string_view, 6> endings{" says:", " said:", " sagt:", " schreibt:", " dit :", " dice:"};
    const std::string line = line_of(comment, 0);
    for (std::string_view ending : endings) {
        if (!line.ends_with(ending) || line.size() > 80) continue;
        comment.author = line.substr(0, line.size() - ending.size());
        return drop_first_line(comment);
    }
}

/// "March 7, 2021 at 8:00 am", and nothing else.
bool is_date(const std::string& line) {
    constexpr std::size_t longest = 50;
    if (line.empty() || line.size() > longest) return false;
    const auto date = parse_written_date(line);
    const std::string rest = line.substr(std::min(line.find(' '), line.size()));
    return date && (date->has_time || !parse_written_date(rest));  // else the line begins with other words
}

bool is_name(const std::string& line) {
    constexpr std::size_t longest = 60, most_words = 5;
    return !line.empty() && line.size() <= longest && split_words(line).size() <= most_words &&
           std::string_view(".?!,:;").find(line.back()) == std::string_view::npos && !is_date(line);
}

/// Newer themes print no "says": a name, and the date below it.
void take_signature(PastedComment& comment) {
    if (comment.author.empty() && is_name(line_of(comment, 0)) && is_date(line_of(comment, 1))) {
        comment.author = line_of(comment, 0);
        drop_first_line(comment);
    }
    if (comment.author.empty() || !is_date(line_of(comment, 0))) return;
    comment.date = line_of(comment, 0);
    drop_first_line(comment);
}

}  // namespace

std::vector<PastedComment> read_pasted_comments(const std::vector<std::string_view>& lines) {
    NumberedComments numbered;
    for (std::string_view line : lines) numbered.read(line);
    std::vector<PastedComment> comments = numbered.take();
    if (comments.empty()) comments = unnumbered_comments(lines);
    for (PastedComment& comment : comments) {
        take_likes(comment);
        take_author(comment);
        take_signature(comment);
    }
    return comments;
}

}  // namespace blogbind
