#include "extract/head_lines.h"

#include <algorithm>
#include <array>

#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/person_names.h"
#include "extract/titles.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t lines_below = 14;
constexpr std::size_t lines_above = 3;
constexpr std::size_t real_paragraph = 160;  ///< a line of this length belongs to the text
constexpr std::size_t head_paragraphs = 1;   ///< a summary, or the caption of the first picture
constexpr std::size_t longest_label = 110;   ///< bylines and date lines are shorter

/// Between a date and the name behind it: "3 May 2019 by Mara".
constexpr std::array<std::string_view, 8> inner_bys{" by ", " von ",  " par ", " por ",
                                                    " di ", " door ", " av ",  " de "};
/// Words of dates that are neither numbers nor months.
constexpr std::array<std::string_view, 20> date_words{"uhr",   "um",  "on", "at",  "am",     "pm",        "le",
                                                      "den",   "de",  "of", "the", "posted", "published", "updated",
                                                      "stand", "vom", "el", "il",  "h",      "am:"};

std::vector<std::string> text_lines(const markup::Element& document) {
    const std::string text = markup::block_text(document);
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n'))
        if (std::string clean = collapsed(line); !clean.empty()) lines.push_back(std::move(clean));
    return lines;
}

bool is_title_line(const std::string& line, std::string_view title) {
    return line.size() < title.size() + 20 && is_same_title(line, title);
}

std::string_view without_marks(std::string_view word) {
    constexpr std::string_view marks = ".,:;|-/()";
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    while (!word.empty() && marks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    return word;
}

bool belongs_to_date(std::string_view word) {
    const std::string bare = case_folded(without_marks(word));
    const bool has_digit = std::ranges::any_of(word, is_ascii_digit);
    const bool is_sign = bare.size() <= 3 && std::ranges::none_of(bare, is_ascii_alpha);
    return has_digit || is_sign || std::ranges::find(date_words, bare) != date_words.end() || month_named(bare);
}

/// "3.5.2019 | Mara Ellingsen": the people behind the date that `line` begins with.
std::vector<std::string> people_behind_date(const std::string& line) {
    const std::vector<std::string_view> words = split_words(line);
    const auto first = std::ranges::find_if_not(words, belongs_to_date);
    if (first == words.begin() || first == words.end() || !parse_written_date(line)) return {};
    const std::string rest = line.substr(static_cast<std::size_t>(first->data() - line.data()));
    const std::string own = rest.substr(0, rest.find_first_of("|/("));
    std::vector<std::string> names = author_names(own, {});
    std::erase_if(names, [](const std::string& name) { return !looks_personal(name); });
    return names;
}

/// The part of `line` behind "by", "von" or the like, at its start or behind a date.
std::string behind_by(const std::string& line) {
    if (std::string rest = without_byline_start(line); rest != line) return rest;
    for (const std::string_view by : inner_bys)
        if (const std::size_t at = line.find(by); at != std::string::npos && parse_written_date(line.substr(0, at)))
            return line.substr(at + by.size());
    return {};
}

/// A line that only gives a date.
bool is_date_line(const std::string& line) {
    constexpr std::size_t longest_date = 40;
    return line.size() <= longest_date && parse_written_date(line);
}

/// Before a writer's name in Chinese, Japanese and Korean lines, longer ones first: "文・写真＝佐藤ハル".
constexpr std::array<std::string_view, 16> writer_labels{"文・写真", "文と写真", "文/图",  "文／图", "图文", "文",
                                                         "著者",     "筆者",     "執筆",   "作者",   "撰文", "ライター",
                                                         "글·사진",  "글쓴이",   "작성자", "글"};
constexpr std::array<std::string_view, 8> label_marks{"：", ":", "／", "/", "｜", "|", "＝", "="};

/// The letters of Chinese, Japanese and Korean that `text` begins with.
std::string_view east_asian_letters(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t c = next_character(text, next);
        if (c < 0x3005 || !is_letter(c)) break;
        end = next;
    }
    return text.substr(0, end);
}

/// "作者：林小雨 2019年5月1日", "文｜佐藤 ハル", "글 김하루 사진 박봄", "김하루 기자": the writer of such a line; else
/// empty.
std::string east_asian_writer(std::string_view line) {
    constexpr std::size_t longest_name = 8, longest_given = 4;
    constexpr std::string_view reporter = " 기자";
    const std::string_view first = east_asian_letters(line);
    if (first.size() < line.size() && line.substr(first.size()) == reporter && character_count(first) <= longest_given)
        return std::string(first);
    for (const std::string_view label : writer_labels) {
        if (!line.starts_with(label)) continue;
        std::string_view rest = trimmed(line.substr(label.size()));
        const auto mark = std::ranges::find_if(label_marks, [rest](auto each) { return rest.starts_with(each); });
        const bool is_spaced = label == "글" && line.find(" 사진 ") != std::string_view::npos;  // "글 목록" lists posts
        if (mark != label_marks.end()) rest = trimmed(rest.substr(mark->size()));
        if (mark == label_marks.end() && !is_spaced) continue;
        const std::string_view name = east_asian_letters(rest);
        if (character_count(name) < 2 || character_count(name) > longest_name) return {};
        const std::string_view behind = rest.substr(name.size()), given = east_asian_letters(trimmed(behind));
        const bool has_given =
            !is_spaced && !given.empty() && given == trimmed(behind) && character_count(given) <= longest_given;
        return std::string(has_given ? trimmed(rest) : name);
    }
    return {};
}

std::vector<std::string> people_in(const std::string& line) {
    if (std::string writer = east_asian_writer(line); !writer.empty()) return {std::move(writer)};
    const std::string rest = behind_by(line);
    std::vector<std::string> names = author_names(rest.empty() ? line : rest, {});
    if (rest.empty()) return names.size() > 1 ? names : people_behind_date(line);
    std::erase_if(names,
                  [](const std::string& name) { return !looks_personal(name) && !looks_like_single_name(name); });
    return names;
}

}  // namespace

HeadLines::HeadLines(const markup::Element& document, std::string_view title) {
    if (title.empty()) return;
    const std::vector<std::string> lines = text_lines(document);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!is_title_line(lines[at], title)) continue;
        const std::size_t end = std::min(lines.size(), at + 1 + lines_below);
        std::size_t paragraphs = 0;
        for (std::size_t i = at + 1; i < end && paragraphs <= head_paragraphs; ++i) {
            paragraphs += lines[i].size() >= real_paragraph ? 1 : 0;
            lines_.push_back(lines[i]);
        }
        for (std::size_t i = at; i > 0 && at - i < lines_above; --i) lines_.push_back(lines[i - 1]);
    }
    std::erase_if(lines_, [](const std::string& line) { return line.size() > longest_label; });
}

std::optional<DateTime> HeadLines::date() const {
    for (const std::string& line : lines_)
        if (std::optional<DateTime> date = parse_written_date(line)) return date;
    return std::nullopt;
}

std::vector<std::string> HeadLines::authors() const {
    for (const std::string& line : lines_)
        if (std::vector<std::string> names = people_in(line); !names.empty()) return names;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
        if (is_date_line(lines_[i]) && looks_personal(lines_[i + 1])) return {lines_[i + 1]};
        if (looks_personal(lines_[i]) && is_date_line(lines_[i + 1])) return {lines_[i]};
    }
    return {};
}

}  // namespace blogbind::extract
