// Which pages of a post are still to be fetched.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "extract/article.h"
#include "extract/comment_pages.h"
#include "extract/extract.h"
#include "extract/metadata.h"
#include "extract/page_addresses.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::size_t page_limit = 500;

/// Pages of one post differ by path or query only: page numbers must survive, fragments must not.
std::string page_key(const Url& url) { return same_page_key(url.without_fragment()); }

class Wishes {
  public:
    explicit Wishes(const Page& page) : have_(page.parts.size()) {
        for (const PagePart& part : page.parts)
            for (const std::optional<Url>& url : {part.requested, part.url})
                if (url) known_.insert(page_key(*url));
    }
    void add(PageRole role, const Url& url) {
        if (have_ + wishes.size() >= page_limit || !known_.insert(page_key(url)).second) return;
        wishes.push_back({role, url});
    }
    std::vector<WantedPage> wishes;

  private:
    std::set<std::string> known_;
    std::size_t have_;
};

/// <post>/2/ and its sisters, as the post's own part of the page and the page's head link to them.
std::vector<Url> continuations(const PagePart& part, const Url& post) {
    const Element& document = part.document.root();
    const std::optional<Url> base = base_address(document, part.url);
    std::optional<Url> model;
    int last = 1;
    const auto note = [&](const Element& link) {
        const std::optional<Url> target = link_target(link, base);
        const std::optional<int> number = target ? continuation_number(post, *target) : std::nullopt;
        if (!number) return;
        if (!model) model = target;
        last = std::max(last, *number);
    };
    walk(document, [&](const Element& element) {
        const bool is_next = markup::is_named(element, "link") && markup::attribute(element, "rel") == "next";
        if (is_next || markup::is_named(element, "a")) note(element);
        return markup::is_one_of(element, "aside form") ? Step::past : Step::into;
    });
    std::vector<Url> pages;
    for (int number = 2; number <= std::min(last, static_cast<int>(page_limit)); ++number)
        pages.push_back(with_continuation(*model, number));
    return pages;
}

}  // namespace

std::vector<WantedPage> wanted(const Page& page) {
    Wishes wishes(page);
    if (page.parts.empty() || !page.parts.front().url) return {};
    const Url post = post_address(*page.parts.front().url);
    for (const PagePart& part : page.parts)
        if (part.role != PageRole::comments)
            for (const Url& url : continuations(part, post)) wishes.add(PageRole::continuation, url);
    // pages of comments that lie behind the first one's: its own number must not be asked for again
    const std::optional<int> current =
        comment_pages(page.parts.front().document.root(), page.parts.front().url).current;
    for (const PagePart& part : page.parts)
        for (const Url& url : comment_pages(part.document.root(), part.url).pages)
            if (const auto number = comment_page(url); number && number->number != current)
                wishes.add(PageRole::comments, url);
    std::ranges::stable_sort(wishes.wishes, {}, [](const WantedPage& wish) { return wish.role; });
    return wishes.wishes;
}

}  // namespace blogbind::extract
