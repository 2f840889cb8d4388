#include "extract/furniture_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/date.h"
#include "base/text.h"

namespace blogbind::extract {

namespace {

// Lower case, without a closing colon and dots.
constexpr std::array<std::string_view, 52> lines{"share this",
                                                 "like this",
                                                 "like loading",
                                                 "loading",
                                                 "related",
                                                 "share",
                                                 "tweet",
                                                 "teilen mit",
                                                 "teile dies",
                                                 "gefällt mir",
                                                 "gefällt mir wird geladen",
                                                 "wird geladen",
                                                 "ähnliche beiträge",
                                                 "compartir",
                                                 "comparte esto",
                                                 "me gusta",
                                                 "me gusta esto",
                                                 "cargando",
                                                 "me gusta cargando",
                                                 "relacionado",
                                                 "partager",
                                                 "j'aime",
                                                 "j’aime",
                                                 "j'aime chargement",
                                                 "chargement",
                                                 "articles similaires",
                                                 "condividi",
                                                 "condividi su",
                                                 "mi piace",
                                                 "caricamento",
                                                 "mi piace caricamento",
                                                 "compartilhe isso",
                                                 "compartilhe",
                                                 "curtir isso",
                                                 "curtir carregando",
                                                 "carregando",
                                                 "advertisement",
                                                 "advertisements",
                                                 "report this ad",
                                                 "privacy settings",
                                                 "anzeige",
                                                 "werbung",
                                                 "publicité",
                                                 "publicidad",
                                                 "pubblicità",
                                                 "this slideshow requires javascript",
                                                 "skip to content",
                                                 "leave a comment",
                                                 "leave a reply",
                                                 "edit",
                                                 "print",
                                                 "like"};

struct Frame {
    std::string_view start, middle;  // both must occur, the first at the beginning
};
constexpr std::array frames{Frame{"the post ", " appeared first on "},
                            Frame{"der beitrag ", " erschien zuerst auf "},
                            Frame{"la entrada ", " se publicó primero en "},
                            Frame{"l'articolo ", " proviene da "},
                            Frame{"l’article ", " est apparu en premier sur "},
                            Frame{"o post ", " apareceu primeiro em "},
                            Frame{"continue reading “", "”"},
                            Frame{"continue reading \"", "\""},
                            Frame{"click to share on ", "window"},
                            Frame{"click to email ", "window"},
                            Frame{"click to print ", "window"},
                            Frame{"klick, um ", "fenster"}};

constexpr std::array<std::string_view, 28> related_headings{"related",
                                                            "related posts",
                                                            "related articles",
                                                            "related stories",
                                                            "you may also like",
                                                            "you might also like",
                                                            "you might like",
                                                            "read next",
                                                            "more from this blog",
                                                            "recommended reading",
                                                            "recommended for you",
                                                            "more stories",
                                                            "keep reading",
                                                            "ähnliche beiträge",
                                                            "ähnliche artikel",
                                                            "das könnte dich auch interessieren",
                                                            "das könnte sie auch interessieren",
                                                            "mehr zum thema",
                                                            "weitere beiträge",
                                                            "auch interessant",
                                                            "weiterlesen",
                                                            "artículos relacionados",
                                                            "entradas relacionadas",
                                                            "articles similaires",
                                                            "à lire aussi",
                                                            "articoli correlati",
                                                            "posts relacionados",
                                                            "gerelateerde berichten"};

constexpr std::array<std::string_view, 14> byline_starts{
    "by ",        "posted ", "published ", "written by ",    "last updated", "updated on ", "filed under ",
    "posted in ", "tagged ", "von ",       "veröffentlicht", "publié le ",   "publicado ",  "pubblicato "};

/// Lower case, trimmed, without what closes a label.
std::string label(std::string_view text) {
    std::string lowered = ascii_lowered(collapsed(replaced(text, "…", "...")));
    while (!lowered.empty() && (lowered.back() == ':' || lowered.back() == '.' || lowered.back() == ' '))
        lowered.pop_back();
    return collapsed(replaced(replaced(lowered, "...", ""), ": ", " "));
}

}  // namespace

bool is_furniture_line(std::string_view text) {
    if (text.size() > 300) return false;
    const std::string own = label(text);
    if (std::ranges::find(lines, own) != lines.end()) return true;
    return std::ranges::any_of(frames, [&](const Frame& frame) {
        return own.starts_with(frame.start) && own.find(frame.middle, frame.start.size()) != std::string::npos &&
               (frame.start.find("reading") == std::string_view::npos || own.ends_with(frame.middle));
    });
}

bool is_related_heading(std::string_view text) {
    return text.size() < 80 && std::ranges::find(related_headings, label(text)) != related_headings.end();
}

bool is_byline_text(std::string_view text) {
    if (text.empty() || text.size() > 120) return false;
    const std::string lowered = ascii_lowered(text);
    const bool starts = std::ranges::any_of(byline_starts, [&](auto start) { return lowered.starts_with(start); });
    return starts && (parse_written_date(text) || lowered.starts_with("filed ") || lowered.starts_with("posted in ") ||
                      split_words(text).size() <= 4);
}

}  // namespace blogbind::extract
