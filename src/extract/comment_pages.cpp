#include "extract/comment_pages.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "extract/page_addresses.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr int page_limit = 500;

/// What the links of a page say of its comment pages.
struct Numbering {
    std::optional<Url> model;  ///< an address of a comment page, to derive the others from
    int last = 0;
    std::optional<int> of_comments;   ///< the page that the comments shown here live on
    std::optional<int> older, newer;  ///< numbers behind "previous" and "next"

    /// The page that was read: by its own address, its comments' addresses, or its neighbours.
    [[nodiscard]] std::optional<int> current(const std::optional<Url>& url) const {
        if (url)
            if (const std::optional<CommentPage> own = comment_page(*url)) return own->number;
        if (of_comments) return of_comments;
        if (older && newer) return (*older + *newer) / 2;
        if (older) return *older + 1;
        if (newer && *newer > 1) return *newer - 1;
        return std::nullopt;
    }
};

bool is_in(const Element& element, const char* name) {
    if (markup::has_class(element, name)) return true;
    const markup::Node* parent = element.Parent();
    return parent != nullptr && parent->ToElement() != nullptr && markup::has_class(*parent->ToElement(), name);
}

bool leads_back(const Element& link) {
    return has_word(markup::attribute(link, "rel"), "prev") || is_in(link, "nav-previous") || is_in(link, "prev") ||
           is_in(link, "post-nav-older") || is_in(link, "wp-block-comments-pagination-previous");
}

bool leads_on(const Element& link) {
    return has_word(markup::attribute(link, "rel"), "next") || is_in(link, "nav-next") || is_in(link, "next") ||
           is_in(link, "post-nav-newer") || is_in(link, "wp-block-comments-pagination-next");
}

/// The address of one comment says on which page it lives: that is this page, if the comment stands here.
bool names_comment_here(const Url& target, const std::set<std::string, std::less<>>& ids) {
    const std::optional<std::string_view> fragment = target.fragment();
    const std::optional<std::string> answered = target.parameter("replytocom");
    return (fragment && ids.contains(*fragment)) || (answered && ids.contains("comment-" + *answered));
}

class Reader {
  public:
    Reader(const Element& document, const std::optional<Url>& url) : base_(base_address(document, url)) {
        if (url) post_key_ = same_page_key(post_address(*url));
        walk(document, [&](const Element& element) {
            const std::string_view id = markup::attribute(element, "id");
            if (id.find("comment-") != std::string_view::npos) ids_.emplace(id);
            return Step::into;
        });
        walk(document, [&](const Element& element) {
            if (markup::is_named(element, "a")) note(element);
            return Step::into;
        });
    }
    Numbering numbering;

  private:
    void note(const Element& link) {
        if (markup::attribute(link, "href").find("comment-page-") == std::string_view::npos &&
            markup::attribute(link, "href").find("cpage=") == std::string_view::npos)
            return;
        const std::optional<Url> target = link_target(link, base_);
        const std::optional<CommentPage> page = target ? comment_page(*target) : std::nullopt;
        if (!page) return;
        // side bars list comments on other posts
        const std::string key = same_page_key(page->post);
        if (post_key_.empty() && !names_comment_here(*target, ids_) && !leads_back(link) && !leads_on(link)) return;
        if (!post_key_.empty() && key != post_key_) return;
        if (!numbering.model) numbering.model = target;
        numbering.last = std::max(numbering.last, page->number);
        if (names_comment_here(*target, ids_))
            numbering.of_comments = page->number;
        else if (leads_back(link))
            numbering.older = page->number;
        else if (leads_on(link))
            numbering.newer = page->number;
    }

    std::optional<Url> base_;
    std::string post_key_;
    std::set<std::string, std::less<>> ids_;
};

}  // namespace

CommentPages comment_pages(const Element& document, const std::optional<Url>& url) {
    const Numbering numbering = Reader(document, url).numbering;
    CommentPages found;
    if (!numbering.model) return found;
    found.current = numbering.current(url);
    const int last = std::min(page_limit, std::max(numbering.last, found.current.value_or(0)));
    for (int number = 1; number <= last; ++number)
        if (number != found.current) found.pages.push_back(with_comment_page(*numbering.model, number));
    return found;
}

}  // namespace blogbind::extract
