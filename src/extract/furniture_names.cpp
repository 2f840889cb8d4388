#include "extract/furniture_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "extract/name_words.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

/// Both words must be in one class or id; the second may be missing.
struct NameRule {
    std::string_view word, other;
};

// Sorted by the first word.
constexpr auto enough = std::to_array<NameRule>({
    {"abonnement", ""},
    {"action", "bar"},
    {"ad", "label"},
    {"ad", "wrap"},
    {"ad", "wrapper"},
    {"addthis", ""},
    {"advert", ""},
    {"advertisement", ""},
    {"advertising", ""},
    {"affiliate", "disclaimer"},
    {"affiliate", "hinweis"},
    {"affiliate", "notice"},
    {"affiliate", "text"},
    {"app", "stores"},
    {"appstores", ""},
    {"article", "author"},
    {"article", "info"},
    {"article", "meta"},
    {"article", "toolbar"},
    {"article", "tools"},
    {"auteur", "bio"},
    {"author", "about"},
    {"author", "bio"},
    {"author", "box"},
    {"author", "card"},
    {"author", "content"},
    {"author", "description"},
    {"author", "info"},
    {"author", "profile"},
    {"authorbox", ""},
    {"authors", "box"},
    {"autor", "box"},
    {"autor", "info"},
    {"autorenbox", ""},
    {"boletin", ""},
    {"breadcrumb", ""},
    {"breadcrumbs", ""},
    {"byline", ""},
    {"comment", "count"},
    {"comment", "form"},
    {"comments", "count"},
    {"compartilhar", ""},
    {"compartir", ""},
    {"condividi", ""},
    {"consent", ""},
    {"cookie", ""},
    {"dateline", ""},
    {"disclosure", ""},
    {"donate", ""},
    {"donation", ""},
    {"entryfooter", ""},
    {"flyout", ""},
    {"jump", "recipe"},
    {"last", "updated"},
    {"lesezeit", ""},
    {"modal", ""},
    {"news", "letter"},
    {"newsletter", ""},
    {"no", "print"},
    {"noprint", ""},
    {"optin", ""},
    {"partage", ""},
    {"partager", ""},
    {"paywall", ""},
    {"popup", ""},
    {"post", "author"},
    {"post", "info"},
    {"post", "meta"},
    {"post", "tools"},
    {"postmetadata", ""},
    {"print", "button"},
    {"print", "footer"},
    {"print", "header"},
    {"print", "only"},
    {"pubblicita", ""},
    {"publicidad", ""},
    {"publicidade", ""},
    {"publicite", ""},
    {"publish", "date"},
    {"read", "time"},
    {"reading", "time"},
    {"recipe", "pin"},
    {"recipe", "print"},
    {"recirculation", ""},
    {"reclame", ""},
    {"reklama", ""},
    {"share", ""},
    {"sharebar", ""},
    {"shares", ""},
    {"sharethis", ""},
    {"sharing", ""},
    {"signup", ""},
    {"social", "buttons"},
    {"social", "icons"},
    {"social", "links"},
    {"subscribe", ""},
    {"subscription", ""},
    {"suscribete", ""},
    {"suscripcion", ""},
    {"teilen", ""},
    {"udostepnij", ""},
    {"werbung", ""},
});

// If links are most of what is in the box.
constexpr auto enough_with_links = std::to_array<NameRule>({
    {"also", "read"},
    {"article", "embed"},
    {"article", "tags"},
    {"author", "posts"},
    {"breaking", "news"},
    {"correlati", ""},
    {"cta", ""},
    {"empfehlungen", ""},
    {"entry", "tags"},
    {"etiquetas", ""},
    {"follow", ""},
    {"gerelateerd", ""},
    {"jump", "to"},
    {"latest", ""},
    {"lea", "tambien"},
    {"lee", "tambien"},
    {"leer", "mas"},
    {"lees", "ook"},
    {"leggi", "anche"},
    {"leia", "mais"},
    {"leia", "tambem"},
    {"linklist", ""},
    {"lire", "aussi"},
    {"mas", "leidas"},
    {"meme", "sujet"},
    {"menu", ""},
    {"more", "articles"},
    {"more", "stories"},
    {"most", "read"},
    {"mostread", ""},
    {"newsteaser", ""},
    {"next", "post"},
    {"polecane", ""},
    {"popular", ""},
    {"post", "footer"},
    {"post", "nav"},
    {"post", "navigation"},
    {"post", "tags"},
    {"powiazane", ""},
    {"prev", "post"},
    {"previous", "post"},
    {"promo", ""},
    {"promotion", ""},
    {"read", "more"},
    {"read", "next"},
    {"readmore", ""},
    {"readnext", ""},
    {"recommendations", ""},
    {"recommended", ""},
    {"relacionada", ""},
    {"relacionadas", ""},
    {"relacionado", ""},
    {"relacionados", ""},
    {"related", ""},
    {"relatedarticles", ""},
    {"relatedcontent", ""},
    {"relatednews", ""},
    {"relatedposts", ""},
    {"same", "topic"},
    {"schlagwoerter", ""},
    {"schlagworte", ""},
    {"shop", ""},
    {"sidebar", ""},
    {"social", "media"},
    {"sponsor", ""},
    {"suggested", ""},
    {"tag", "links"},
    {"tag", "list"},
    {"tags", "links"},
    {"tags", "list"},
    {"teaser", ""},
    {"teasers", ""},
    {"topics", ""},
    {"trending", ""},
    {"verwandte", ""},
    {"weiterlesen", ""},
});

static_assert(std::ranges::is_sorted(enough, {}, &NameRule::word));
static_assert(std::ranges::is_sorted(enough_with_links, {}, &NameRule::word));

bool is_mostly_links(const Element& element) {
    const std::size_t whole = markup::text_length(element);
    std::size_t linked = 0;
    walk(element, [&](const Element& inner) {
        if (!markup::is_named(inner, "a")) return Step::into;
        linked += markup::text_length(inner);
        return Step::past;
    });
    return linked * 2 > whole;
}

/// Whether words stand right beside an element.
bool is_part_of_sentence(const Element& element) {
    const markup::Node* parent = element.Parent();
    for (const markup::Node* node = parent != nullptr ? parent->FirstChild() : nullptr; node != nullptr;
         node = node->NextSibling())
        if (node->ToText() != nullptr && markup::has_text(*node)) return true;
    return false;
}

template <std::size_t N>
bool any_applies(const std::array<NameRule, N>& rules, const std::vector<std::string>& words) {
    const auto has = [&words](const NameRule& rule) {
        return rule.other.empty() || std::ranges::find(words, rule.other) != words.end();
    };
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::any_of(std::ranges::equal_range(rules, word, {}, &NameRule::word), has);
    });
}

bool says(std::string_view names, const Element& element) {
    return std::ranges::any_of(split_words(names), [&element](std::string_view name) {
        const std::vector<std::string> words = name_words(name);
        return any_applies(enough, words) || (any_applies(enough_with_links, words) && is_mostly_links(element));
    });
}

}  // namespace

bool has_furniture_name(const Element& element) {
    if (markup::is_named(element, "aside") && is_mostly_links(element)) return true;
    const bool is_button = markup::is_one_of(element, "span a label") && !is_part_of_sentence(element) &&
                           markup::first_descendant(element, "img") == nullptr;
    if (!is_button && !markup::is_one_of(element, "div section aside ul ol nav p header footer form details"))
        return false;
    return says(markup::attribute(element, "class"), element) || says(markup::attribute(element, "id"), element);
}

}  // namespace blogbind::extract
