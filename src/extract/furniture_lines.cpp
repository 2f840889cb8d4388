#include "extract/furniture_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/date.h"
#include "base/text.h"

namespace blogbind::extract {

namespace {

// Lower case, without a closing colon and dots.
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

constexpr auto related_headings = std::to_array<std::string_view>({
    "related",
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
    "gerelateerde berichten",
    "related content",
    "related article",
    "related reading",
    "related links",
    "related news",
    "popular posts",
    "most popular",
    "most read",
    "trending",
    "trending now",
    "trending nationally",
    "latest news",
    "latest posts",
    "latest articles",
    "more news",
    "you may also enjoy",
    "you might also enjoy",
    "read this next",
    "read also",
    "also read",
    "more to read",
    "up next",
    "don't miss",
    "don’t miss",
    "editor's picks",
    "editors' picks",
    "recommended",
    "recommended posts",
    "recommended articles",
    "more like this",
    "more from",
    "schon gelesen",
    "lesen sie auch",
    "lies auch",
    "mehr von",
    "das könnte ihnen auch gefallen",
    "das könnte dir auch gefallen",
    "weitere artikel",
    "weitere themen",
    "meistgelesen",
    "neueste beiträge",
    "aktuelle beiträge",
    "passend dazu",
    "mehr dazu",
    "leer también",
    "lea también",
    "te puede interesar",
    "también te puede interesar",
    "lo más leído",
    "à lire également",
    "sur le même sujet",
    "lire aussi",
    "leggi anche",
    "potrebbe interessarti",
    "veja também",
    "leia também",
    "leia mais",
    "lees ook",
    "czytaj także",
    "читайте также",
    "関連記事",
    "関連する記事",
    "관련 글",
    "관련 기사",
    "相关文章",
    "相關文章",
});

constexpr std::array<std::string_view, 14> byline_starts{
    "by ",        "posted ", "published ", "written by ",    "last updated", "updated on ", "filed under ",
    "posted in ", "tagged ", "von ",       "veröffentlicht", "publié le ",   "publicado ",  "pubblicato "};

constexpr auto author_headings = std::to_array<std::string_view>({
    "about the author",
    "about the authors",
    "about author",
    "about the writer",
    "über den autor",
    "über die autorin",
    "über die autoren",
    "zum autor",
    "zur autorin",
    "autor",
    "sobre el autor",
    "sobre la autora",
    "à propos de l'auteur",
    "à propos de l’auteur",
    "l'autore",
    "l’autore",
    "sull'autore",
    "sobre o autor",
    "sobre a autora",
    "over de auteur",
    "o autorze",
    "об авторе",
});

constexpr auto contents_headings = std::to_array<std::string_view>({
    "table of contents",
    "contents",
    "in this article",
    "on this page",
    "in this post",
    "jump to",
    "quick links",
    "topics covered",
    "inhalt",
    "inhaltsverzeichnis",
    "inhaltsübersicht",
    "sommaire",
    "table des matières",
    "índice",
    "contenido",
    "tabla de contenidos",
    "indice",
    "inhoud",
    "inhoudsopgave",
    "spis treści",
    "содержание",
    "目次",
    "목차",
});

/// Lower case, trimmed, without what closes a label.
std::string label(std::string_view text) {
    std::string lowered = ascii_lowered(collapsed(replaced(text, "…", "...")));
    while (!lowered.empty() && std::string_view(":.?! ").find(lowered.back()) != std::string_view::npos)
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

bool is_author_heading(std::string_view text) {
    return text.size() < 60 && std::ranges::find(author_headings, label(text)) != author_headings.end();
}

bool is_contents_heading(std::string_view text) {
    return text.size() < 60 && std::ranges::find(contents_headings, label(text)) != contents_headings.end();
}

bool is_byline_text(std::string_view text) {
    if (text.empty() || text.size() > 120) return false;
    const std::string lowered = ascii_lowered(text);
    const bool starts = std::ranges::any_of(byline_starts, [&](auto start) { return lowered.starts_with(start); });
    return starts && (parse_written_date(text) || lowered.starts_with("filed ") || lowered.starts_with("posted in ") ||
                      split_words(text).size() <= 4);
}

}  // namespace blogbind::extract
