#include "source/about_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "source/comment_facts.h"
#include "source/fetch_page.h"

namespace blogbind {
namespace {

/// In small letters, without marks around them; "|" stands between them.
constexpr std::string_view names =
    "|about|about me|about us|about this blog|about the blog|about this site|about the author|about the authors"
    "|about the journey|about this journey|about the trip|about this trip|who we are|who i am"
    "|über|über mich|über uns|über diesen blog|über dieses blog|über den blog|über das blog|über die autorin"
    "|über den autor|über die reise|ueber mich|ueber uns|wer wir sind|wer ich bin|zur person"
    "|à propos|a propos|à propos de moi|à propos de nous|à propos du blog|à propos de ce blog|à propos de l’auteur"
    "|à propos de l'auteur|qui suis-je|qui sommes-nous|qui sommes nous"
    "|acerca de|acerca de mí|acerca de mi|acerca de nosotros|acerca del blog|sobre mí|sobre mi|sobre nosotros"
    "|sobre el blog|sobre este blog|sobre el autor|sobre la autora|quién soy|quien soy|quiénes somos|quienes somos"
    "|chi sono|chi siamo|su di me|su di noi|il blog|informazioni|informazioni su di me"
    "|sobre|sobre mim|sobre nós|sobre o blog|sobre o autor|sobre a autora|quem sou|quem sou eu|quem somos"
    "|over|over mij|over ons|over deze blog|over dit blog|over de auteur|wie ben ik|wie zijn wij|wie zijn we"
    "|o mnie|o nas|o blogu|o tym blogu|o autorze|o autorce|kim jestem|kim jesteśmy"
    "|обо мне|о нас|о блоге|об этом блоге|об авторе|о себе|о сайте|о проекте|кто мы|кто я"
    "|このブログについて|当ブログについて|このサイトについて|ブログについて|私について|私たちについて|自己紹介|"
    "プロフィール"
    "|关于|关于我|关于我们|关于本站|关于本博客|关于作者|關於|關於我|關於我們|關於本站|關於作者"
    "|소개|블로그 소개|자기소개|자기 소개|나에 대하여|나에 대해|우리에 대하여|이 블로그에 대하여"
    "|من أنا|من نحن|عني|عنا|نبذة عني|عن المدونة|حول|حول المدونة|عن الكاتب|عن الكاتبة"
    "|אודות|אודותי|אודותיי|אודותינו|עלי|עליי|עלינו|קצת עלי|קצת עליי|על הבלוג|אודות הבלוג|מי אני|מי אנחנו|";

/// The last part of such a page's address, in languages that most addresses are written in.
constexpr std::string_view slugs =
    "about about-me about-us about-this-blog about-the-blog about-the-author ueber ueber-mich ueber-uns uber-mich "
    "uber-uns "
    "ueber-diesen-blog a-propos a-propos-de-moi qui-suis-je qui-sommes-nous acerca-de sobre-mi sobre-nosotros "
    "quien-soy "
    "quienes-somos chi-sono chi-siamo sobre sobre-mim sobre-nos quem-sou quem-somos over-mij over-ons o-mnie o-nas "
    "o-blogu";

constexpr std::size_t most_pages = 4;  // that are asked for their menus

/// "about" of "» About?": arrows and question marks are no part of the name.
std::string plain_name(std::string_view name) {
    const std::string folded = case_folded(collapsed(name));
    std::size_t begin = folded.size(), end = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t start = at;
        if (!is_letter(next_character(folded, at))) continue;
        begin = std::min(begin, start);
        end = at;
    }
    return begin < end ? folded.substr(begin, end - begin) : std::string();
}

bool has_about_address(const Url& url) {
    std::string segment = last_path_segment(url);
    return has_word(slugs, segment.substr(0, segment.find('.')));
}

Entry entry_for(Url address, std::string reason) {
    Entry entry;
    entry.permalink = std::move(address);
    entry.reason = std::move(reason);
    return entry;
}

/// The link that bears the name; else the first whose address does.
std::optional<Url> about_link(const PagePart& page) {
    std::optional<Url> named, addressed;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        if (named || !markup::is_named(element, "a") || !page.url) return;
        const auto target = page.url->resolve(markup::attribute(element, "href"));
        if (!target || !target->is_web() || target->host() != page.url->host()) return;
        const Url address = target->without_fragment();
        if (same_page_key(address) == same_page_key(*page.url)) return;
        if (is_about_name(markup::collapsed_text(element)))
            named = address;
        else if (!addressed && has_about_address(address))
            addressed = address;
    });
    return named ? named : addressed;
}

/// The pages that may have the blog's menu: what the user named, the home page, a post.
std::vector<Url> pages_with_menus(const Listing& listing, const std::vector<Source>& sources) {
    std::vector<Url> pages;
    const auto add = [&pages](const std::optional<Url>& url) {
        if (!url || !url->is_web()) return;
        const bool is_known =
            std::ranges::any_of(pages, [&](const Url& page) { return same_page_key(page) == same_page_key(*url); });
        if (!is_known && pages.size() < most_pages) pages.push_back(*url);
    };
    for (const Source& source : sources) add(source.url);
    add(listing.address);
    const std::optional<Url> post = listing.entries.empty() ? std::nullopt : listing.entries.front().permalink;
    if (post) add(Url::parse(post->origin() + "/"));
    add(post);
    return pages;
}

/// Blogs without pretty permalinks have their API in a query.
std::optional<Url> in_list_of_pages(const Url& api, Fetcher& fetcher) {
    const char start = api.query() ? '&' : '?';
    const auto address = Url::parse(
        fmt::format("{}wp/v2/pages{}per_page=100&orderby=id&order=asc&_fields=link,title", api.text(), start));
    if (!address) return std::nullopt;
    const auto answer = fetch_ok(fetcher, {.url = *address, .accept = "application/json"});
    const Result<Json> json = answer ? parse_json(answer->body) : fail(answer.error());
    if (!json || json->array() == nullptr) return std::nullopt;
    for (const Json& page : *json->array())
        if (is_about_name(page["title"].text("rendered"))) return Url::parse(page.text("link"));
    return std::nullopt;
}

std::optional<Entry> on_the_web(const Listing& listing, const std::vector<Source>& sources, Fetcher& fetcher,
                                const DiscoverOptions& options) {
    std::optional<Url> api = listing.api;
    for (const Url& address : pages_with_menus(listing, sources)) {
        Report own;  // what is wrong with that page costs the book nothing
        const auto page = fetch_part(address, PageRole::post, fetcher, own, options.rules);
        if (!page) continue;
        if (std::optional<Url> about = about_link(*page)) return entry_for(*std::move(about), "about: in the menu");
        if (!api) api = wordpress_api(*page);
    }
    std::optional<Url> about = api ? in_list_of_pages(*api, fetcher) : std::nullopt;
    return about ? std::optional(entry_for(*std::move(about), "about: in the API’s list of pages")) : std::nullopt;
}

std::optional<Entry> among_local_pages(const std::vector<Source>& sources, Fetcher& fetcher, DiscoverOptions options) {
    std::vector<Source> local;
    std::ranges::copy_if(sources, std::back_inserter(local),
                         [](const Source& source) { return !is_address(source) && source.site == nullptr; });
    if (local.empty()) return std::nullopt;
    options.include.pages = true;
    Report own;
    Result<Listing> all = discover(local, fetcher, options, own);
    if (!all) return std::nullopt;
    for (Entry& entry : all->entries)
        if (is_about_name(entry.title)) return std::move(entry);
    return std::nullopt;
}

}  // namespace

bool is_about_name(std::string_view name) {
    const std::string plain = plain_name(name);
    return !plain.empty() && plain.find('|') == std::string::npos &&
           names.find("|" + plain + "|") != std::string_view::npos;
}

std::optional<Entry> find_about_page(const Listing& listing, const std::vector<Source>& sources, Fetcher& fetcher,
                                     const DiscoverOptions& options) {
    std::optional<Entry> found = among_local_pages(sources, fetcher, options);
    return found ? std::move(found) : on_the_web(listing, sources, fetcher, options);
}

}  // namespace blogbind
