#include "extract/comment_count.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

/// Nouns for comments, folded; in English, German, Spanish, French, Italian, Portuguese, Dutch, the Scandinavian
/// languages, Polish, Czech, Russian, Indonesian, Turkish, Japanese, Korean, Chinese.
constexpr std::array<std::string_view, 58> nouns{
    "thought",     "thoughts",     "comment",      "comments",   "response",   "responses",   "reply",
    "replies",     "gedanke",      "gedanken",     "kommentar",  "kommentare", "antwort",     "antworten",
    "reaktionen",  "comentario",   "comentarios",  "respuesta",  "respuestas", "pensamiento", "pensamientos",
    "commentaire", "commentaires", "réponse",      "réponses",   "réflexion",  "réflexions",  "commento",
    "commenti",    "risposta",     "risposte",     "pensiero",   "pensieri",   "comentário",  "comentários",
    "resposta",    "respostas",    "pensamentos",  "reactie",    "reacties",   "gedachte",    "gedachten",
    "kommentarer", "svar",         "komentarz",    "komentarze", "komentarzy", "komentář",    "komentáře",
    "комментарий", "комментария",  "комментариев", "komentar",   "yorum",      "コメント",    "件のコメント",
    "댓글",        "评论"};

struct NumberWord {
    std::string_view word;
    int value;
};
constexpr std::array number_words{
    NumberWord{"one", 1},    NumberWord{"ein", 1},   NumberWord{"eine", 1}, NumberWord{"un", 1},
    NumberWord{"una", 1},    NumberWord{"une", 1},   NumberWord{"um", 1},   NumberWord{"uma", 1},
    NumberWord{"uno", 1},    NumberWord{"één", 1},   NumberWord{"en", 1},   NumberWord{"ett", 1},
    NumberWord{"no", 0},     NumberWord{"keine", 0}, NumberWord{"zero", 0}, NumberWord{"aucun", 0},
    NumberWord{"nessun", 0}, NumberWord{"sin", 0},   NumberWord{"ingen", 0}};

constexpr std::size_t longest_lead = 6;  // words before the noun: "Se han publicado 3 comentarios"

/// Letters and digits as words, folded; thousands separators within numbers are taken out.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const std::string folded = case_folded(text);
    bool digits = false;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t character = next_character(folded, at);
        const bool is_digit = character >= '0' && character <= '9';
        const bool is_separator =
            (character == ',' || character == '.') && digits && at < folded.size() && is_ascii_digit(folded[at]);
        if (is_separator) continue;
        const bool belongs = is_digit || is_letter(character);
        if (!words.back().empty() && (!belongs || is_digit != digits)) words.emplace_back();
        if (belongs) append_character(words.back(), character);
        digits = is_digit;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::optional<int> value_of(const std::string& word) {
    if (const std::optional<long long> number = parsed_integer(word))
        return *number <= 1000000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
    for (const NumberWord& each : number_words)
        if (each.word == word) return each.value;
    return std::nullopt;
}

bool is_noun(const std::string& word) { return std::ranges::find(nouns, word) != nouns.end(); }

}  // namespace

std::optional<int> declared_count(std::string_view text) {
    const std::vector<std::string> words = words_of(text.substr(0, 400));
    const std::size_t lead = std::min(words.size(), longest_lead);
    const auto noun = std::find_if(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(lead), is_noun);
    if (noun == words.begin() + static_cast<std::ptrdiff_t>(lead)) return std::nullopt;
    if (noun != words.begin())
        if (const std::optional<int> before = value_of(*(noun - 1))) return before;
    // "Kommentare (12)"
    const bool stands_first = noun == words.begin() && noun + 1 != words.end() && words.size() <= 3;
    return stands_first && parsed_integer(*(noun + 1)) ? value_of(*(noun + 1)) : std::nullopt;
}

bool is_comment_title(std::string_view text) {
    if (declared_count(text)) return true;
    const std::vector<std::string> words = words_of(text.substr(0, 400));
    return words.size() <= 2 && !words.empty() && is_noun(words.back());
}

}  // namespace blogbind::extract
