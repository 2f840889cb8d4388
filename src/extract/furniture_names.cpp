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

enum class Proof {
    name,   ///< is enough
    links,  ///< are most of it
};

/// Both words must be in one class or id; the second may be missing.
struct NameRule {
    std::string_view word, other;
    Proof proof;
};

constexpr std::array rules{
    NameRule{"newsletter", "", Proof::name},
    NameRule{"subscribe", "", Proof::name},
    NameRule{"subscription", "", Proof::name},
    NameRule{"signup", "", Proof::name},
    NameRule{"optin", "", Proof::name},
    NameRule{"donation", "", Proof::name},
    NameRule{"donate", "", Proof::name},
    NameRule{"paywall", "", Proof::name},
    NameRule{"author", "box", Proof::name},
    NameRule{"author", "bio", Proof::name},
    NameRule{"author", "info", Proof::name},
    NameRule{"author", "card", Proof::name},
    NameRule{"author", "about", Proof::name},
    NameRule{"author", "description", Proof::name},
    NameRule{"author", "profile", Proof::name},
    NameRule{"authors", "box", Proof::name},
    NameRule{"authorbox", "", Proof::name},
    NameRule{"byline", "", Proof::name},
    NameRule{"share", "", Proof::name},
    NameRule{"sharing", "", Proof::name},
    NameRule{"shares", "", Proof::name},
    NameRule{"sharebar", "", Proof::name},
    NameRule{"social", "buttons", Proof::name},
    NameRule{"social", "icons", Proof::name},
    NameRule{"social", "links", Proof::name},
    NameRule{"social", "media", Proof::links},
    NameRule{"breadcrumb", "", Proof::name},
    NameRule{"breadcrumbs", "", Proof::name},
    NameRule{"advert", "", Proof::name},
    NameRule{"advertisement", "", Proof::name},
    NameRule{"advertising", "", Proof::name},
    NameRule{"sponsor", "", Proof::links},
    NameRule{"promo", "", Proof::links},
    NameRule{"promotion", "", Proof::links},
    NameRule{"cta", "", Proof::links},
    NameRule{"related", "", Proof::links},
    NameRule{"recommended", "", Proof::links},
    NameRule{"recommendations", "", Proof::links},
    NameRule{"recirculation", "", Proof::name},
    NameRule{"trending", "", Proof::links},
    NameRule{"popular", "", Proof::links},
    NameRule{"latest", "", Proof::links},
    NameRule{"teaser", "", Proof::links},
    NameRule{"teasers", "", Proof::links},
    NameRule{"more", "stories", Proof::links},
    NameRule{"more", "articles", Proof::links},
    NameRule{"read", "next", Proof::links},
    NameRule{"read", "more", Proof::links},
    NameRule{"next", "post", Proof::links},
    NameRule{"prev", "post", Proof::links},
    NameRule{"previous", "post", Proof::links},
    NameRule{"post", "navigation", Proof::links},
    NameRule{"post", "tags", Proof::links},
    NameRule{"entry", "tags", Proof::links},
    NameRule{"tag", "list", Proof::links},
    NameRule{"tags", "links", Proof::links},
    NameRule{"topics", "", Proof::links},
    NameRule{"cookie", "", Proof::name},
    NameRule{"consent", "", Proof::name},
    NameRule{"popup", "", Proof::name},
    NameRule{"modal", "", Proof::name},
    NameRule{"print", "button", Proof::name},
    NameRule{"recipe", "print", Proof::name},
    NameRule{"recipe", "pin", Proof::name},
    NameRule{"jump", "recipe", Proof::name},
    NameRule{"sidebar", "", Proof::links},
    NameRule{"breaking", "news", Proof::links},
    NameRule{"most", "read", Proof::links},
    NameRule{"author", "posts", Proof::links},
    NameRule{"noprint", "", Proof::name},
    NameRule{"no", "print", Proof::name},
    NameRule{"print", "only", Proof::name},
    NameRule{"print", "header", Proof::name},
    NameRule{"print", "footer", Proof::name},
    NameRule{"ad", "wrap", Proof::name},
    NameRule{"ad", "wrapper", Proof::name},
    NameRule{"ad", "label", Proof::name},
    NameRule{"disclosure", "", Proof::name},
    NameRule{"read", "time", Proof::name},
    NameRule{"reading", "time", Proof::name},
    NameRule{"menu", "", Proof::links},
    NameRule{"flyout", "", Proof::name},
    NameRule{"same", "topic", Proof::links},
    NameRule{"app", "stores", Proof::name},
    NameRule{"appstores", "", Proof::name},
    NameRule{"tag", "links", Proof::links},
    NameRule{"action", "bar", Proof::name},
    NameRule{"shop", "", Proof::links},
    NameRule{"tags", "list", Proof::links},
    NameRule{"news", "letter", Proof::name},
    NameRule{"affiliate", "text", Proof::name},
    NameRule{"affiliate", "disclaimer", Proof::name},
    NameRule{"affiliate", "notice", Proof::name},
    NameRule{"affiliate", "hinweis", Proof::name},
    NameRule{"comment", "form", Proof::name},
    NameRule{"lee", "tambien", Proof::links},
    NameRule{"lea", "tambien", Proof::links},
    NameRule{"leia", "tambem", Proof::links},
    NameRule{"lire", "aussi", Proof::links},
    NameRule{"also", "read", Proof::links},
    NameRule{"article", "embed", Proof::links},
    NameRule{"linklist", "", Proof::links},
    NameRule{"newsteaser", "", Proof::links},
    NameRule{"post", "nav", Proof::links},
    NameRule{"entryfooter", "", Proof::name},
    NameRule{"postmetadata", "", Proof::name},
    NameRule{"post", "footer", Proof::links},
    NameRule{"article", "tags", Proof::links},
    NameRule{"author", "content", Proof::name},
    NameRule{"post", "author", Proof::name},
    NameRule{"article", "author", Proof::name},
};

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

bool says(std::string_view names, const Element& element) {
    const auto has = [](const std::vector<std::string>& words, std::string_view word) {
        return word.empty() || std::ranges::find(words, word) != words.end();
    };
    for (const std::string_view name : split_words(names)) {
        const std::vector<std::string> words = name_words(name);
        for (const NameRule& rule : rules)
            if (has(words, rule.word) && has(words, rule.other) &&
                (rule.proof == Proof::name || is_mostly_links(element)))
                return true;
    }
    return false;
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
