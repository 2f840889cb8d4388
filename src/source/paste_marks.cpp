// The fixed words of comment sections: headings, likes, forms.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "source/paste.h"

namespace blogbind {
namespace {

/// What stands between the count and the quoted title; folded.
constexpr std::array<std::string_view, 30> titled_counts{
    "thoughts on",     "thought on",     "comments on",   "comment on",       "responses to",    "response to",
    "replies to",      "reply to",       "gedanken zu",   "gedanke zu",       "kommentare zu",   "kommentar zu",
    "antworten zu",    "antwort zu",     "antworten auf", "comentarios en",   "comentario en",   "respuestas a",
    "pensamientos en", "réflexions sur", "réflexion sur", "commentaires sur", "commentaire sur", "pensieri su",
    "commenti su",     "comentários em", "comentário em", "respostas a",      "reacties op",     "gedachten over"};

constexpr std::array<std::string_view, 20> bare_counts{
    "comments",  "comment",  "responses",   "replies",     "thoughts",   "kommentare",   "kommentar",
    "antworten", "gedanken", "comentarios", "comentario",  "respuestas", "commentaires", "commentaire",
    "réponses",  "commenti", "commento",    "comentários", "reacties",   "kommentarer"};

constexpr std::string_view ones = "one ein eine un una uma een en ett";
constexpr std::string_view nones = "no keine kein aucun nessun nessuno nenhum sin geen";

constexpr std::array<std::string_view, 18> form_headings{"leave a reply",
                                                         "leave a comment",
                                                         "schreibe einen kommentar",
                                                         "schreib einen kommentar",
                                                         "kommentar verfassen",
                                                         "kommentar hinterlassen",
                                                         "hinterlasse einen kommentar",
                                                         "laisser un commentaire",
                                                         "répondre",
                                                         "lascia un commento",
                                                         "deixe uma resposta",
                                                         "deixe um comentário",
                                                         "deja un comentario",
                                                         "deja una respuesta",
                                                         "tinggalkan balasan",
                                                         "post a comment",
                                                         "geef een reactie",
                                                         "lämna ett svar"};

struct LikePhrase {
    std::string_view before, after;  ///< the number
};
constexpr std::array like_phrases{
    LikePhrase{"liked by ", " people"},      LikePhrase{"liked by ", " person"},
    LikePhrase{"gefällt ", " personen"},     LikePhrase{"gefällt ", " person"},
    LikePhrase{"les gusta a ", " personas"}, LikePhrase{"le gusta a ", " persona"},
    LikePhrase{"aimé par ", " personnes"},   LikePhrase{"aimé par ", " personne"},
    LikePhrase{"piace a ", " persone"},      LikePhrase{"curtido por ", " pessoas"},
};

std::optional<int> count_word(std::string_view word) {
    if (const auto number = parsed_integer(word); number && *number >= 0 && *number < 100000)
        return static_cast<int>(*number);
    if (has_word(ones, word)) return 1;
    if (has_word(nones, word)) return 0;
    return std::nullopt;
}

constexpr std::array<std::string_view, 12> quotes{"“", "”", "„", "«", "»", "‟", "\"", "‘", "’", "‚", "‹", "›"};

/// Without one quotation mark at either end; a paste often loses the closing one.
std::string unquoted(std::string_view title) {
    title = trimmed(title);
    for (std::string_view quote : quotes)
        if (title.starts_with(quote)) {
            title.remove_prefix(quote.size());
            break;
        }
    for (std::string_view quote : quotes)
        if (title.ends_with(quote)) {
            title.remove_suffix(quote.size());
            break;
        }
    return std::string(trimmed(title));
}

bool begins_with_quote(std::string_view text) {
    return std::any_of(quotes.begin(), quotes.end(),
                       [text](std::string_view quote) { return text.starts_with(quote); });
}

/// "Comments (3)", "Kommentare: 3"
std::optional<CommentHeading> trailing_count(std::string_view folded) {
    const std::size_t space = folded.find_first_of(" (:");
    if (space == std::string_view::npos) return std::nullopt;
    const std::string_view noun = folded.substr(0, space);
    if (std::find(bare_counts.begin(), bare_counts.end(), noun) == bare_counts.end()) return std::nullopt;
    std::string_view rest = folded.substr(space);
    while (!rest.empty() && !is_ascii_digit(rest.front())) {
        if (std::string_view(" (:").find(rest.front()) == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(1);
    }
    while (!rest.empty() && std::string_view(" ):").find(rest.back()) != std::string_view::npos) rest.remove_suffix(1);
    const auto number = parsed_integer(rest);
    if (!number || *number < 0 || *number > 99999) return std::nullopt;
    return CommentHeading{static_cast<int>(*number), {}};
}

}  // namespace

std::optional<CommentHeading> comment_heading(std::string_view line) {
    const std::string text = collapsed(line);
    const std::string folded = case_folded(text);
    const std::size_t space = folded.find(' ');
    if (space == std::string::npos || text.size() > 400) return std::nullopt;
    if (auto heading = trailing_count(folded)) return heading;
    const auto count = count_word(std::string_view(folded).substr(0, space));
    if (!count) return std::nullopt;
    std::string_view rest = std::string_view(folded).substr(space + 1);
    for (std::string_view noun : titled_counts) {
        if (!rest.starts_with(noun) || !begins_with_quote(trimmed(rest.substr(noun.size())))) continue;
        // Folding may change lengths, so the title is cut from the text at its first quotation mark.
        std::size_t at = text.size();
        for (std::string_view quote : quotes) at = std::min(at, text.find(quote));
        return CommentHeading{*count, unquoted(std::string_view(text).substr(at))};
    }
    if (rest.ends_with(':')) rest.remove_suffix(1);
    if (std::find(bare_counts.begin(), bare_counts.end(), rest) == bare_counts.end()) return std::nullopt;
    return CommentHeading{*count, {}};
}

bool is_reply_form_heading(std::string_view line) {
    const std::string folded = case_folded(collapsed(line));
    return std::any_of(form_headings.begin(), form_headings.end(), [&folded](std::string_view heading) {
        return folded.starts_with(heading) && folded.size() < heading.size() + 40;
    });
}

std::optional<int> like_count(std::string_view line) {
    const std::string folded = case_folded(collapsed(line));
    for (const LikePhrase& phrase : like_phrases) {
        if (!folded.starts_with(phrase.before) || !folded.ends_with(phrase.after)) continue;
        if (folded.size() <= phrase.before.size() + phrase.after.size()) continue;
        const std::size_t length = folded.size() - phrase.before.size() - phrase.after.size();
        const auto number = parsed_integer(std::string_view(folded).substr(phrase.before.size(), length));
        if (number && *number >= 0 && *number < 1000000) return static_cast<int>(*number);
    }
    return std::nullopt;
}

}  // namespace blogbind
