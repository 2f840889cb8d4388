#include "extract/barriers.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "extract/name_words.h"
#include "extract/prose.h"
#include "extract/walk.h"
#include "markup/select.h"

namespace blogbind::extract {

namespace {

using markup::Element;

/// More text than this is a post that also has a log-in form.
constexpr double longest_notice = 700;
constexpr double shortest_text = 200;  // letters of a post, however short

/// Anywhere in a short page.
constexpr std::array<std::string_view, 15> bot_phrases{"just a moment...",
                                                       "just a moment…",
                                                       "checking your browser",
                                                       "enable javascript and cookies to continue",
                                                       "verify you are human",
                                                       "verifying you are human",
                                                       "verify that you are human",
                                                       "performing security verification",
                                                       "attention required! | cloudflare",
                                                       "are you a robot",
                                                       "please complete the security check",
                                                       "ddos protection by",
                                                       "unusual traffic from your",
                                                       "needs to review the security of your connection",
                                                       "checking if the site connection is secure"};

/// Titles and main headings that begin so. A cookie banner on a post has its words elsewhere, and so has the line
/// that only those who are logged in may comment.
struct Opening {
    std::string_view words;
    Barrier barrier;
};

constexpr std::array openings{
    Opening{"before you continue", Barrier::consent},
    Opening{"we value your privacy", Barrier::consent},
    Opening{"we care about your privacy", Barrier::consent},
    Opening{"your privacy choices", Barrier::consent},
    Opening{"cookie consent", Barrier::consent},
    Opening{"content warning", Barrier::consent},
    Opening{"sensitive content warning", Barrier::consent},
    Opening{"bevor sie fortfahren", Barrier::consent},
    Opening{"log in to continue", Barrier::login},
    Opening{"log in to read", Barrier::login},
    Opening{"login required", Barrier::login},
    Opening{"please log in", Barrier::login},
    Opening{"sign in to continue", Barrier::login},
    Opening{"sign in to read", Barrier::login},
    Opening{"please sign in", Barrier::login},
    Opening{"you must be logged in", Barrier::login},
    Opening{"you need to log in", Barrier::login},
    Opening{"members only", Barrier::login},
    Opening{"private site", Barrier::login},
    Opening{"access denied", Barrier::bot_check},
};

/// What follows belongs to the site's name: "Log in to continue – Harbour Notes".
constexpr std::size_t longest_site_name = 60;

constexpr std::array<std::string_view, 16> missing_phrases{"page not found",
                                                           "404 not found",
                                                           "not found",
                                                           "error 404",
                                                           "404",
                                                           "nothing found",
                                                           "seite nicht gefunden",
                                                           "nicht gefunden",
                                                           "página no encontrada",
                                                           "page introuvable",
                                                           "pagina non trovata",
                                                           "página não encontrada",
                                                           "pagina niet gevonden",
                                                           "page does not exist",
                                                           "post not found",
                                                           "page can’t be found"};

struct Signs {
    bool password_field = false;
    bool menu_password = false;  // a password field in a menu or a box that opens on demand
    bool post_password = false;  // WordPress's form for one protected post
    bool missing_class = false;
    std::string title, heading;
};

void read_heading(const Element& element, std::string& heading) {
    if (heading.empty() && !markup::has_more_text(element, 199))
        heading = ascii_lowered(markup::collapsed_text(element));
}

bool is_in_menu(const Element& element) {
    constexpr std::array<std::string_view, 9> menus{"modal",  "popup",    "menu",   "header", "nav",
                                                    "navbar", "dropdown", "drawer", "dialog"};
    for (const markup::Node* up = &element; up != nullptr && up->ToElement() != nullptr; up = up->Parent()) {
        if (markup::is_one_of(*up, "nav header dialog footer")) return true;
        for (const char* name : {"class", "id"})
            for (const std::string_view each : split_words(markup::attribute(*up->ToElement(), name)))
                for (const std::string& word : name_words(each))
                    if (std::ranges::find(menus, word) != menus.end()) return !markup::is_named(*up, "body");
    }
    return false;
}

Signs signs_in(const Element& document) {
    Signs signs;
    walk(document, [&](const Element& element) {
        if (markup::is_named(element, "form") && markup::has_class(element, "post-password-form"))
            signs.post_password = true;
        if (markup::is_named(element, "input") && equals_ignoring_case(markup::attribute(element, "type"), "password"))
            (is_in_menu(element) ? signs.menu_password : signs.password_field) = true;
        if (markup::is_named(element, "body"))
            signs.missing_class = markup::has_class(element, "error404") || markup::has_class(element, "error-404");
        if (markup::is_named(element, "title") && signs.title.empty())
            signs.title = ascii_lowered(markup::collapsed_text(element));
        if (markup::is_named(element, "h1")) read_heading(element, signs.heading);
        return markup::is_one_of(element, "script style svg aside") ? Step::past : Step::into;
    });
    return signs;
}

Barrier opening_of(std::string_view text) {
    const auto* opening = std::ranges::find_if(openings, [&](const Opening& known) {
        return text.starts_with(known.words) && text.size() <= known.words.size() + longest_site_name;
    });
    return opening == openings.end() ? Barrier::none : opening->barrier;
}

/// "Page not found", "404 – Site", "Site | Error 404".
bool says_missing(std::string_view text) {
    return std::ranges::any_of(missing_phrases, [&](std::string_view phrase) {
        const std::size_t at = text.find(phrase);
        if (at == std::string_view::npos) return false;
        const bool begins = at == 0 || !is_ascii_alpha(text[at - 1]);
        return begins && (at == 0 || phrase.size() > 3) && text.size() <= phrase.size() + longest_site_name;
    });
}

bool asks_for_proof(const Element& document, const Signs& signs) {
    const std::string text = ascii_lowered(markup::collapsed_text(document));
    return text.size() < 2000 && std::ranges::any_of(bot_phrases, [&](std::string_view phrase) {
               return text.find(phrase) != std::string::npos || signs.title.find(phrase) != std::string::npos;
           });
}

}  // namespace

Barrier barrier_in(const Element& document, const ProseMap& map) {
    const Signs signs = signs_in(document);
    if (signs.missing_class) return Barrier::missing;
    const double prose = map.of(document).total;
    if (prose > longest_notice) return Barrier::none;
    // the login of a menu closes nothing where there is something to read
    const bool is_closed = signs.password_field || (signs.menu_password && prose < shortest_text);
    if (signs.post_password || is_closed) return Barrier::password;
    if (asks_for_proof(document, signs)) return Barrier::bot_check;
    if (says_missing(signs.title) || says_missing(signs.heading)) return Barrier::missing;
    const Barrier barrier = opening_of(signs.title);
    return barrier != Barrier::none ? barrier : opening_of(signs.heading);
}

std::string_view description(Barrier barrier) {
    switch (barrier) {
        case Barrier::password: return "asks for a login or a password";
        case Barrier::login: return "asks for a login";
        case Barrier::consent: return "asks for consent first";
        case Barrier::bot_check: return "asks for proof of a human reader";
        case Barrier::missing: return "says that there is nothing here";
        case Barrier::none: break;
    }
    return {};
}

bool ends_at_paywall(const Element& document) {
    static const markup::Selector marks(
        "[data-testid='paywall'], .paywall-title, .gh-post-upgrade-cta, .post-upgrade-cta");
    return marks.first(document) != nullptr;
}

}  // namespace blogbind::extract
