#include "extract/furniture_leads.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t longest_line = 250, longest_invitation = 300;

// Case-folded. "See also" and its translations are not here: authors write that of pages elsewhere.
constexpr auto cross_leads = std::to_array<std::string_view>({
    "read also",
    "also read",
    "read more",
    "read next",
    "must read",
    "more on this",
    "read",
    "watch",
    "related",
    "related story",
    "related article",
    "related post",
    "related reading",
    "lesen sie auch",
    "lesen sie hier",
    "lesen sie mehr",
    "lesen sie dazu",
    "lesen sie weiter",
    "lies auch",
    "lies hier",
    "auch lesen",
    "auch interessant",
    "mehr dazu",
    "mehr zum thema",
    "mehr lesen",
    "passend dazu",
    "zum thema",
    "lea también",
    "lea más",
    "lea además",
    "lea",
    "lee también",
    "lee más",
    "lee además",
    "leer más",
    "leer también",
    "vea también",
    "ver también",
    "mira también",
    "mirá también",
    "mira",
    "mirá",
    "lee",
    "ver",
    "te puede interesar",
    "le puede interesar",
    "te recomendamos",
    "à lire aussi",
    "a lire aussi",
    "à lire également",
    "à lire",
    "lire aussi",
    "lire également",
    "sur le même sujet",
    "leggi anche",
    "leggi di più",
    "ti potrebbe interessare",
    "leia também",
    "leia mais",
    "veja também",
    "veja mais",
    "lees ook",
    "lees meer",
    "bekijk ook",
    "czytaj też",
    "czytaj także",
    "czytaj również",
    "czytaj więcej",
    "przeczytaj też",
    "przeczytaj także",
    "zobacz też",
    "zobacz także",
    "zobacz również",
    "čtěte také",
    "čtěte též",
    "prečítajte si aj",
    "läs också",
    "läs även",
    "läs mer",
    "les også",
    "læs også",
    "lue myös",
    "olvasta már",
    "citește și",
    "читайте также",
    "читать также",
    "читайте також",
    "関連記事",
    "あわせて読みたい",
    "延伸閱讀",
    "延伸阅读",
    "相关阅读",
    "관련기사",
});
constexpr auto term_leads = std::to_array<std::string_view>({
    "tags",       "tag",        "tagged",    "tagged with",  "tagged as",   "topics",      "filed under", "posted in",
    "categories", "category",   "labels",    "schlagwörter", "schlagworte", "stichwörter", "stichworte",  "kategorie",
    "kategorien", "themen",     "etiquetas", "temas",        "categorías",  "categoría",   "mots-clés",   "mots clés",
    "étiquettes", "catégories", "catégorie", "categoria",    "categorie",   "marcadores",  "trefwoorden", "tagi",
    "kategoria",  "kategorie",  "метки",     "теги",         "рубрика",     "рубрики",     "タグ",        "カテゴリー",
    "标签",       "標籤",       "태그",
});

struct Ask {
    std::string_view deed, thing;  // both must occur
};
constexpr std::array asks{
    Ask{"sign up", "newsletter"},
    Ask{"signing up", "newsletter"},
    Ask{"subscribe", "newsletter"},
    Ask{"abonnier", "newsletter"},
    Ask{"anmeld", "newsletter"},
    Ask{"melde dich", "newsletter"},
    Ask{"suscríb", "newsletter"},
    Ask{"suscríb", "boletín"},
    Ask{"abonnez", "newsletter"},
    Ask{"inscrivez", "newsletter"},
    Ask{"iscriviti", "newsletter"},
    Ask{"assine", "newsletter"},
    Ask{"schrijf je in", "nieuwsbrief"},
    Ask{"zapisz się", "newsletter"},
    Ask{"zapisz się", "newslettera"},
    Ask{"follow us", "twitter"},
    Ask{"follow us", "facebook"},
    Ask{"follow us", "instagram"},
    Ask{"folge uns", "instagram"},
    Ask{"folge uns", "facebook"},
    Ask{"folgen sie uns", "facebook"},
    Ask{"folgen sie uns", "instagram"},
    Ask{"síguenos", "facebook"},
    Ask{"síguenos", "instagram"},
    Ask{"suivez-nous", "facebook"},
    Ask{"seguici", "facebook"},
    Ask{"siga-nos", "facebook"},
    Ask{"logged in", "post a comment"},
    Ask{"log in", "to comment"},
    Ask{"anmelden", "um zu kommentieren"},
    Ask{"letter", "to the editor"},
    Ask{"follow ", " on twitter"},
    Ask{"follow ", " on facebook"},
    Ask{"follow ", " on instagram"},
    Ask{"follow me", "instagram"},
    Ask{"follow me", "pinterest"},
    Ask{"follow me", "twitter"},
    Ask{"únete", "telegram"},
    Ask{"únete", "whatsapp"},
    Ask{"join", "telegram channel"},
    Ask{"join", "whatsapp channel"},
    Ask{"join", "facebook group"},
    Ask{"suscríb", "youtube"},
    Ask{"mira lo que", "youtube"},
    Ask{"subscribe", "youtube channel"},
    Ask{"get the latest news", " app"},
    Ask{"besuchen sie unseren", "shop"},
    Ask{"eingeloggt", "kommentar"},
    Ask{"eingeloggt", "kommentieren"},
    Ask{"angemeldet sein", "kommentar"},
    Ask{"logged in", " to comment"},
    Ask{"unterstütz", "paypal"},
    Ask{"support us", "patreon"},
    Ask{"donate", "patreon"},
    Ask{"wenn ihnen", "gefallen hat"},
    Ask{"wenn dir", "gefallen hat"},
    // the same the other way round
    Ask{"telegram", "únete"},
    Ask{"whatsapp", "únete"},
    Ask{"telegram", "join us"},
    Ask{"to comment", "log in"},
    Ask{"to comment", "logged in"},
    Ask{"kommentieren", "eingeloggt"},
    Ask{"kommentieren", "anmelden"},
    Ask{"suscrib", "newsletter"},
    Ask{"suscrib", "boletín"},
    Ask{"seguir a", "facebook"},
    Ask{"want to be informed", "sign up"},
    Ask{"want to stay informed", "sign up"},
    Ask{"kennt ihr schon unser", ""},
    Ask{"kennst du schon unser", ""},
    Ask{"kennen sie schon unser", ""},
};

// How a page earns money, after signs that may stand before it.
constexpr auto disclosure_starts = std::to_array<std::string_view>({
    "this post contains",
    "this post may contain",
    "this article contains",
    "this article may contain",
    "this page contains",
    "this site contains",
    "some links",
    "disclosure",
    "affiliate link",
    "affiliate disc",
    "as an amazon associate",
    "werbung",
    "anzeige",
    "dieser beitrag enthält",
    "dieser artikel enthält",
    "diese seite enthält",
    "enthält",
    "als amazon-partner",
    "este artículo contiene",
    "cet article contient",
});
constexpr auto disclosure_things = std::to_array<std::string_view>({
    "affiliate link",
    "affiliate-link",
    "affiliate disc",
    "werbung für",
    "amazon associate",
    "amazon-partner",
    "afiliad",
    "affilié",
});

/// Length of the lead that `line` begins with; 0 if it begins with none.
template <std::size_t N>
std::size_t lead_length(std::string_view line, const std::array<std::string_view, N>& leads) {
    std::size_t longest = 0;
    for (const std::string_view lead : leads)
        if (line.starts_with(lead)) longest = std::max(longest, lead.size());
    return longest;
}

/// Whether `rest` begins with what parts a lead from what it leads to.
bool begins_with_mark(std::string_view rest) {
    constexpr std::array<std::string_view, 10> marks{":", "：", "»", ">", "→", "|", "–", "—", "- ", "/"};
    const std::string_view own = trimmed(rest);
    return std::ranges::any_of(marks, [&](std::string_view mark) { return own.starts_with(mark); });
}

}  // namespace

bool is_cross_link(std::string_view text, std::size_t linked) {
    if (text.size() > longest_line) return false;
    const std::string line = case_folded(text);
    const std::size_t lead = lead_length(line, cross_leads);
    if (lead == 0 || linked == 0) return false;
    constexpr std::size_t marks_and_spaces = 4;
    const bool is_led_by_mark = begins_with_mark(std::string_view(line).substr(lead));
    const bool is_all_link = linked + character_count(line.substr(0, lead)) + marks_and_spaces >= character_count(line);
    return is_led_by_mark && is_all_link;
}

bool is_term_list(std::string_view text, std::size_t linked) {
    if (text.size() > longest_line) return false;
    const std::string line = case_folded(text);
    const std::size_t lead = lead_length(line, term_leads);
    if (lead == 0 || linked == 0) return false;
    const std::size_t terms = character_count(line.substr(lead));
    return begins_with_mark(std::string_view(line).substr(lead)) && linked * 2 > terms;
}

bool is_disclosure(std::string_view text) {
    if (text.size() > longest_invitation) return false;
    const std::string folded = case_folded(text);
    const std::size_t start = folded.find_first_not_of("*([_- ");
    if (start == std::string::npos) return false;
    const std::string_view line = std::string_view(folded).substr(start);
    return lead_length(line, disclosure_starts) > 0 && std::ranges::any_of(disclosure_things, [&](auto thing) {
               return line.find(thing) != std::string_view::npos;
           });
}

bool is_invitation(std::string_view text) {
    if (text.size() > longest_invitation) return false;
    const std::string line = case_folded(text);
    return std::ranges::any_of(asks, [&](const Ask& ask) {
        const std::size_t deed = line.find(ask.deed);
        return deed != std::string::npos && line.find(ask.thing, deed + ask.deed.size()) != std::string::npos;
    });
}

}  // namespace blogbind::extract
