#include "series/pointers.h"

#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::series {
namespace {

struct Phrase {
    Direction direction;
    std::string_view text;  ///< folded; found at word boundaries
};
/// Longer and surer phrases first: "return to the index" is no step back.
constexpr std::array phrases{
    Phrase{Direction::index, "trip index"},
    Phrase{Direction::index, "series index"},
    Phrase{Direction::index, "the index"},
    Phrase{Direction::index, "table of contents"},
    Phrase{Direction::index, "all parts"},
    Phrase{Direction::index, "parts are listed"},
    Phrase{Direction::index, "overview of my trip"},
    Phrase{Direction::index, "overview of the series"},
    Phrase{Direction::index, "alle teile"},
    Phrase{Direction::index, "übersicht aller"},
    Phrase{Direction::index, "inhaltsverzeichnis"},
    Phrase{Direction::index, "sommaire"},
    Phrase{Direction::index, "todas las partes"},
    Phrase{Direction::index, "tutte le parti"},
    Phrase{Direction::index, "目次"},
    Phrase{Direction::previous, "is the continuation of"},
    Phrase{Direction::previous, "continuation of my"},
    Phrase{Direction::previous, "continued from"},
    Phrase{Direction::previous, "start at the beginning"},
    Phrase{Direction::previous, "return to the start"},
    Phrase{Direction::previous, "return to the beginning"},
    Phrase{Direction::previous, "the first part"},
    Phrase{Direction::previous, "previous"},
    Phrase{Direction::previous, "previously"},
    Phrase{Direction::previous, "earlier"},
    Phrase{Direction::previous, "part one is here"},
    Phrase{Direction::next, "to be continued"},
    Phrase{Direction::next, "next"},
    Phrase{Direction::next, "continue"},
    Phrase{Direction::next, "continued"},
    Phrase{Direction::next, "continues"},
    Phrase{Direction::next, "weiter"},
    Phrase{Direction::next, "fortsetzung"},
    Phrase{Direction::next, "nächster teil"},
    Phrase{Direction::next, "nächste teil"},
    Phrase{Direction::next, "zum nächsten"},
    Phrase{Direction::next, "la suite"},
    Phrase{Direction::next, "suite"},
    Phrase{Direction::next, "prochain"},
    Phrase{Direction::next, "prochaine"},
    Phrase{Direction::next, "siguiente"},
    Phrase{Direction::next, "continúa"},
    Phrase{Direction::next, "próximo"},
    Phrase{Direction::next, "próxima"},
    Phrase{Direction::next, "seguinte"},
    Phrase{Direction::next, "continua"},
    Phrase{Direction::next, "successivo"},
    Phrase{Direction::next, "successiva"},
    Phrase{Direction::next, "prossimo"},
    Phrase{Direction::next, "volgende"},
    Phrase{Direction::next, "dalej"},
    Phrase{Direction::next, "następny"},
    Phrase{Direction::next, "następna"},
    Phrase{Direction::next, "далее"},
    Phrase{Direction::next, "продолжение"},
    Phrase{Direction::next, "nästa"},
    Phrase{Direction::next, "neste"},
    Phrase{Direction::next, "seuraava"},
    Phrase{Direction::next, "次回"},
    Phrase{Direction::next, "続き"},
    Phrase{Direction::next, "つづく"},
    Phrase{Direction::next, "次の"},
    Phrase{Direction::next, "다음"},
    Phrase{Direction::next, "下一篇"},
    Phrase{Direction::next, "下一站"},
    Phrase{Direction::next, "→"},
    Phrase{Direction::next, "»"},
    Phrase{Direction::next, ">>"},
    Phrase{Direction::previous, "zurück"},
    Phrase{Direction::previous, "voriger teil"},
    Phrase{Direction::previous, "vorherige"},
    Phrase{Direction::previous, "vorheriger"},
    Phrase{Direction::previous, "précédent"},
    Phrase{Direction::previous, "précédente"},
    Phrase{Direction::previous, "anterior"},
    Phrase{Direction::previous, "precedente"},
    Phrase{Direction::previous, "vorige"},
    Phrase{Direction::previous, "poprzedni"},
    Phrase{Direction::previous, "poprzednia"},
    Phrase{Direction::previous, "назад"},
    Phrase{Direction::previous, "前回"},
    Phrase{Direction::previous, "이전"},
    Phrase{Direction::previous, "上一篇"},
    Phrase{Direction::previous, "←"},
    Phrase{Direction::previous, "«"},
    Phrase{Direction::previous, "<<"},
};

constexpr std::array<std::string_view, 28> bare_pointers{
    "here",          "click here", "this post",    "click",  "link", "this link",   "read here",
    "right here",    "hier",       "hier klicken", "klick",  "ici",  "cliquez ici", "aquí",
    "haz clic aquí", "qui",        "clicca qui",   "aqui",   "tu",   "tutaj",       "тут",
    "здесь",         "här",        "her",          "こちら", "ここ", "여기",        "这里"};

bool is_word_byte(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    return is_ascii_alpha(text[at]) || is_ascii_digit(text[at]) || byte >= 0x80;
}

bool is_alphabetic(std::string_view phrase) {
    std::size_t at = 0;
    const char32_t first = next_character(phrase, at);
    return first < 0x1100 && is_letter(first);  // scripts that part words by spaces
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        if (!is_alphabetic(phrase)) return true;
        if ((at == 0 || !is_word_byte(text, at - 1)) && !is_word_byte(text, at + phrase.size())) return true;
    }
    return false;
}

}  // namespace

Direction direction_of(std::string_view text) {
    const std::string folded = case_folded(collapsed(text));
    for (const Phrase& phrase : phrases)
        if (holds_phrase(folded, phrase.text)) return phrase.direction;
    return Direction::none;
}

bool is_bare_pointer(std::string_view link_text) {
    std::string folded = case_folded(collapsed(link_text));
    while (!folded.empty() && std::string_view(".!:>→»,)").find(folded.back()) != std::string_view::npos)
        folded.pop_back();
    folded = std::string(trimmed(folded));
    for (std::string_view pointer : bare_pointers)
        if (folded == pointer) return true;
    return false;
}

}  // namespace blogbind::series
