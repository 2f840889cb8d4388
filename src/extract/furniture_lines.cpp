#include "extract/furniture_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

// Case-folded ("ß" is "ss"), without a closing colon and dots.
constexpr auto lines = std::to_array<std::string_view>({
    "share this",
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
    "like",
    "read more",
    "learn more",
    "contact us",
    "get started",
    "close",
    "back to top",
    "view all",
    "buy now",
    "share this article",
    "share this post",
    "share this story",
    "follow us",
    "follow us on social media",
    "request a demo",
    "get a demo",
    "start free trial",
    "start your free trial",
    "watch now",
    "caption",
    "previous article",
    "next article",
    "previous post",
    "next post",
    "comments",
    "open in a new tab",
    "skip to main content",
    "show more",
    "see more",
    "load more",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign up now",
    "register",
    "read full review",
    "advertisement scroll to continue reading",
    "advertisement. scroll to continue reading",
    "story continues below advertisement",
    "article continues below",
    "mehr lesen",
    "mehr erfahren",
    "weiterlesen",
    "nach oben",
    "zurück zur übersicht",
    "artikel teilen",
    "beitrag teilen",
    "kommentare",
    "drucken",
    "leer más",
    "lire la suite",
    "en savoir plus",
    "leggi tutto",
    "ler mais",
    "saiba mais",
    "lees meer",
    "czytaj więcej",
    "dowiedz się więcej",
    "follow us on facebook",
    "follow us on twitter",
    "open in app",
    "most popular",
    "mehr zum thema",
    "themen in diesem artikel",
    "schlagworte",
    "schlagwörter",
    "etiquetas",
    "be sociable, share!",
    "be sociable, share",
    "zu allen beiträgen",
    "zur startseite",
    "auf einer seite lesen",
    "rezept drucken",
    "zum rezept",
    "zum rezept drucken",
    "rezept merken",
    "bild anzeigen",
    "bild schliessen",
    "write a comment",
    "kommentieren sie",
    "artikel bewerten",
    "empfohlener redaktioneller inhalt",
    "empfehlungen aus der redaktion",
    "quellen ausblenden",
    "quellen anzeigen",
    "keine kommentare",
    "kommentare geschlossen",
    "no comments",
    "no comments yet",
    "zurück zur vorherigen seite",
    "zurück",
    "copy link",
    "link copied",
    "link kopieren",
    "copiar enlace",
    "copier le lien",
    "reklama",
    "kopiuj link",
    "udostępnij",
    "zobacz także",
    "zobacz też",
    "read the full article",
    "möchten sie den artikel teilen",
    "artikel drucken",
    "seite drucken",
    "print this page",
    "print this article",
    "email this article",
    "imprimir",
    "imprimer",
    "stampa",
    "skomentuj",
    "dodaj komentarz",
    "jump to recipe",
    "print recipe",
    "pin recipe",
    "story saved",
    "save article",
    "artikel merken",
    "newsletter",
    "jetzt teilen",
    "artikel anhören",
    "artikel kommentieren",
    "jetzt kommentieren",
    "diskutieren sie mit",
    "zum seitenanfang",
    "seite empfehlen",
    "per e-mail senden",
    "auf facebook teilen",
    "auf twitter teilen",
    "auf whatsapp teilen",
    "mehr anzeigen",
    "alle anzeigen",
    "bild vergrössern",
    "galerie öffnen",
    "artikel speichern",
    "hinterlasse einen kommentar",
    "schreibe einen kommentar",
    "kommentar schreiben",
    "newsletter abonnieren",
    "jetzt abonnieren",
    "ver más",
    "compartir en facebook",
    "compartir en twitter",
    "escuchar artículo",
    "seguir leyendo",
    "volver arriba",
    "imprimir artículo",
    "enviar por email",
    "deja un comentario",
    "ver comentarios",
    "comentarios",
    "suscríbete",
    "inicia sesión",
    "regístrate",
    "partager sur facebook",
    "partager sur twitter",
    "partager l'article",
    "partager l’article",
    "imprimer l'article",
    "imprimer l’article",
    "laisser un commentaire",
    "commentaires",
    "haut de page",
    "s'abonner",
    "s’abonner",
    "je m'abonne",
    "je m’abonne",
    "voir plus",
    "afficher plus",
    "écouter l'article",
    "écouter l’article",
    "condividi su facebook",
    "condividi su twitter",
    "condividi l'articolo",
    "commenti",
    "lascia un commento",
    "stampa articolo",
    "torna su",
    "mostra altro",
    "abbonati",
    "comentários",
    "deixe um comentário",
    "ver mais",
    "voltar ao topo",
    "deel dit artikel",
    "reacties",
    "lees verder",
    "komentarze",
    "udostępnij na facebooku",
    "drukuj",
    "listen to this article",
    "save for later",
    "back to blog",
    "back to news",
    "view comments",
    "view gallery",
    "view more",
    "join the conversation",
    "share on facebook",
    "share on twitter",
    "share on linkedin",
    "share on whatsapp",
    "share on pinterest",
    "email this",
    "print this",
    "add a comment",
    "post a comment",
});

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

constexpr auto update_starts = std::to_array<std::string_view>({
    "last updated",
    "last update",
    "last modified",
    "updated on",
    "updated:",
    "published on",
    "published:",
    "aktualisiert",
    "zuletzt aktualisiert",
    "zuletzt geändert",
    "letzte aktualisierung",
    "letzte änderung",
    "stand:",
    "veröffentlicht am",
    "veröffentlicht:",
    "erstellt am",
    "actualizado",
    "última actualización",
    "publicado el",
    "mis à jour",
    "dernière mise à jour",
    "publié le",
    "aggiornato",
    "ultimo aggiornamento",
    "pubblicato il",
    "atualizado",
    "última atualização",
    "bijgewerkt",
    "laatst bijgewerkt",
    "aktualizacja",
    "zaktualizowano",
    "data publikacji",
    "опубликовано",
    "обновлено",
});

constexpr std::array<std::string_view, 14> byline_starts{
    "by ",        "posted ", "published ", "written by ",    "last updated", "updated on ", "filed under ",
    "posted in ", "tagged ", "von ",       "veröffentlicht", "publié le ",   "publicado ",  "pubblicato "};

/// Words behind the day are the writer's: "Updated on 3 May 2019: the ferry no longer runs." Not "pm EST", "by Ann
/// Lee".
bool tells_what_changed(std::string_view text) {
    constexpr std::size_t most_words = 2;
    const std::string_view behind = text.substr(std::min(text.find_last_of("0123456789"), text.size() - 1) + 1);
    return split_words(behind).size() > most_words && !behind.starts_with(" by ");
}

}  // namespace

std::string furniture_label(std::string_view text) {
    std::string lowered = case_folded(collapsed(replaced(text, "…", "...")));
    while (!lowered.empty() && std::string_view(":.?! ").find(lowered.back()) != std::string_view::npos)
        lowered.pop_back();
    return collapsed(replaced(replaced(lowered, "...", ""), ": ", " "));
}

bool is_furniture_line(std::string_view text) {
    if (text.size() > 300) return false;
    const std::string own = furniture_label(text);
    if (std::ranges::find(lines, own) != lines.end()) return true;
    return std::ranges::any_of(frames, [&](const Frame& frame) {
        return own.starts_with(frame.start) && own.find(frame.middle, frame.start.size()) != std::string::npos &&
               (frame.start.find("reading") == std::string_view::npos || own.ends_with(frame.middle));
    });
}

bool is_reading_time(std::string_view text) {
    constexpr std::size_t most_words = 6;
    if (split_words(text).size() > most_words || std::ranges::none_of(text, is_ascii_digit)) return false;
    const std::string line = case_folded(text);
    constexpr auto signs = std::to_array<std::string_view>({
        "min read",     "mins read",     "minute read", "minutes read", "min. read",    "reading time", "lesezeit",
        "min. lesen",   "minuten lesen", "de lectura",  "de lecture",   "di lettura",   "de leitura",   "leestijd",
        "min czytania", "czas czytania", "lästid",      "мин чтения",   "время чтения",
    });
    return std::ranges::any_of(signs, [&line](std::string_view sign) { return line.find(sign) != std::string::npos; });
}

bool is_update_text(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.empty() || text.size() > longest) return false;
    if (tells_what_changed(text)) return false;
    const std::string line = case_folded(text);
    if (std::ranges::none_of(update_starts, [&line](auto start) { return line.starts_with(start); })) return false;
    const std::string_view from_digit = text.substr(std::min(text.find_first_of("0123456789"), text.size()));
    return parse_written_date(text) || parse_written_date(from_digit.substr(0, from_digit.find_last_not_of('.') + 1));
}

bool is_byline_text(std::string_view text) {
    if (text.empty() || text.size() > 120) return false;
    constexpr std::size_t longest_date = 32;
    if (text.size() <= longest_date && parse_written_date(text)) return true;
    const std::string lowered = ascii_lowered(text);
    if (lowered.find("updated") <= std::string_view("last ").size() && tells_what_changed(text)) return false;
    const bool starts = std::ranges::any_of(byline_starts, [&](auto start) { return lowered.starts_with(start); });
    return starts && (parse_written_date(text) || lowered.starts_with("filed ") || lowered.starts_with("posted in ") ||
                      split_words(text).size() <= 4);
}

}  // namespace blogbind::extract
