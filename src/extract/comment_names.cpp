#include "extract/comment_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/name_words.h"

namespace blogbind::extract {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 9> comment_words{"comment",  "kommentar", "commentaire", "comentario",
                                                         "commento", "reactie",   "komentarz",   "komentar",
                                                         "yorum"};
constexpr std::array<std::string_view, 8> item_words{"item",  "entry",   "container", "card",
                                                     "block", "wrapper", "row",       "single"};
constexpr std::array<std::string_view, 14> area_starts{
    "comment", "kommentar", "comentari", "komentar", "reactie",   "discussion", "responses",
    "replies", "reactions", "guestbook", "feedback", "opiniones", "leserbrief", "reaktion"};
/// Of other posts, or no comments at all.
constexpr std::array<std::string_view, 18> other_words{"recent",  "latest", "last",   "neueste", "letzte", "derniers",
                                                       "ultimos", "top",    "count",  "counter", "link",   "button",
                                                       "form",    "icon",   "widget", "toggle",  "number", "meta"};

struct FieldWord {
    std::string_view word;
    CommentField field;
};
constexpr std::array field_words{
    FieldWord{"author", CommentField::author},    FieldWord{"autor", CommentField::author},
    FieldWord{"auteur", CommentField::author},    FieldWord{"autore", CommentField::author},
    FieldWord{"commenter", CommentField::author}, FieldWord{"username", CommentField::author},
    FieldWord{"user", CommentField::author},      FieldWord{"name", CommentField::author},
    FieldWord{"nickname", CommentField::author},  FieldWord{"nick", CommentField::author},
    FieldWord{"benutzer", CommentField::author},  FieldWord{"verfasser", CommentField::author},
    FieldWord{"date", CommentField::date},        FieldWord{"datum", CommentField::date},
    FieldWord{"fecha", CommentField::date},       FieldWord{"time", CommentField::date},
    FieldWord{"timestamp", CommentField::date},   FieldWord{"text", CommentField::body},
    FieldWord{"body", CommentField::body},        FieldWord{"content", CommentField::body},
    FieldWord{"message", CommentField::body},     FieldWord{"inhalt", CommentField::body},
};

template <std::size_t N>
bool is_in(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, word) != list.end();
}

bool names_one_comment(const Words& words) {
    if (words.empty()) return false;
    if (is_in(words.back(), comment_words)) return true;
    return words.size() > 1 && is_in(words.back(), item_words) && is_in(words[words.size() - 2], comment_words);
}

bool names_area(const Words& words) {
    const auto begins_area = [](std::string_view word) {
        return std::ranges::any_of(area_starts, [&](std::string_view start) { return word.starts_with(start); });
    };
    return std::ranges::any_of(words, begins_area) &&
           std::ranges::none_of(words, [](std::string_view word) { return is_in(word, other_words); });
}

template <class Test>
bool any_name(std::string_view names, Test&& test) {
    return std::ranges::any_of(split_words(names), [&](std::string_view name) { return test(name_words(name)); });
}

}  // namespace

std::string_view comment_name(const markup::Element& element) {
    for (const std::string_view name : split_words(markup::attribute(element, "class")))
        if (names_one_comment(name_words(name))) return name;
    return {};
}

bool is_named_comment_area(const markup::Element& element) {
    return any_name(markup::attribute(element, "id"), names_area) ||
           any_name(markup::attribute(element, "class"), names_area);
}

std::optional<CommentField> named_comment_field(const markup::Element& element) {
    for (const std::string_view name : split_words(markup::attribute(element, "class"))) {
        const Words words = name_words(name);
        if (words.empty()) continue;
        const auto found = std::ranges::find(field_words, words.back(), &FieldWord::word);
        if (found != field_words.end()) return found->field;
    }
    return std::nullopt;
}

}  // namespace blogbind::extract
