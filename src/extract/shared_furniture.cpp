#include "extract/shared_furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/furniture_leads.h"
#include "extract/furniture_lines.h"
#include "net/url.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::size_t fewest_posts = 3;
constexpr std::size_t edge_blocks = 12;
constexpr std::size_t largest_share = 3;  // one third of a post
constexpr std::size_t longest_told = 60;

enum class End { head, tail };

Element* outermost(Element& root, End end) {
    return end == End::head ? root.FirstChildElement() : root.LastChildElement();
}

Element* further_in(Element& block, End end) {
    return end == End::head ? block.NextSiblingElement() : block.PreviousSiblingElement();
}

bool is_heading(const Element& block) { return markup::is_one_of(block, "h1 h2 h3 h4 h5 h6"); }

/// A block's words and where its links lead.
struct Wording {
    std::string text;
    std::vector<std::string> links;

    auto operator<=>(const Wording&) const = default;
};

/// Nothing for pictures, tables, notes and the like, which are never taken for furniture.
std::optional<Wording> wording_of(const Element& block) {
    if (!is_heading(block) && !markup::is_one_of(block, "p ul ol")) return std::nullopt;
    if (markup::first_descendant(block, "img") != nullptr) return std::nullopt;
    Wording wording{markup::collapsed_text(block), {}};
    markup::each_element(block, [&wording](const Element& element) {
        if (const std::string_view target = markup::attribute(element, "href"); !target.empty())
            wording.links.emplace_back(target);
    });
    return wording.text.empty() ? std::nullopt : std::optional(std::move(wording));
}

/// The blog, and all that two blocks must have in common, as a number: those of thousands of posts are compared.
using Key = std::size_t;

Key key_of(const std::string& blog, const Wording& wording) {
    std::string whole = blog;
    whole.append(1, '\n').append(wording.text);
    for (const std::string& link : wording.links) whole.append(1, '\n').append(link);
    return std::hash<std::string>()(whole);
}

Key key_of(const Url& page) { return std::hash<std::string>()(same_page_key(page)); }

std::string blog_of(const Url& url) {
    const std::string_view host = url.host();
    return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

std::string blog_of(const Post& post) { return post.permalink ? blog_of(*post.permalink) : std::string(); }

/// It leads away from the blog, or reads like what a theme or a plug-in says. Writers have words of their own for their
/// own pages.
bool is_evident(const Wording& wording, const std::string& blog) {
    const auto leads_away = [&blog](const std::string& link) {
        const std::optional<Url> url = Url::parse(link);
        return url && url->is_web() && blog_of(*url) != blog;
    };
    return std::ranges::any_of(wording.links, leads_away) || is_furniture_line(wording.text) ||
           is_invitation(wording.text);
}

class SharedFurniture {
  public:
    explicit SharedFurniture(std::span<Post> posts) : posts_(posts) {
        for (const Post& post : posts_) {
            ++blogs_[blog_of(post)];
            if (post.permalink) own_pages_.push_back(key_of(*post.permalink));
            for (const Url& alias : post.aliases) own_pages_.push_back(key_of(alias));
        }
        std::ranges::sort(own_pages_);
    }

    void drop_at(End end, Report& report) {
        count(end);
        // By blog and wording: in which post first, and in how many.
        std::map<std::pair<std::string, Wording>, std::pair<std::string, std::size_t>> dropped;
        for (Post& post : posts_) {
            for (Element* block : furniture_of(post, end)) {
                if (const auto wording = wording_of(*block)) {
                    const std::string where = post.permalink ? post.permalink->text() : post.title;
                    ++dropped.try_emplace({blog_of(post), *wording}, where, 0).first->second.second;
                }
                drop(*block);
            }
            rest(post);
        }
        for (const auto& [key, where] : dropped)
            report.add(
                IssueCode::element_dropped, where.first,
                fmt::format("“{}”, which stands at the {} of {} posts,", shortened(key.second.text, longest_told),
                            end == End::head ? "beginning" : "end", where.second));
    }

  private:
    void count(End end) {
        sightings_.clear();
        for (Post& post : posts_) {
            std::set<Key> own;
            Element* block = outermost(post.body.root(), end);
            for (std::size_t i = 0; block != nullptr && i < edge_blocks; ++i, block = further_in(*block, end))
                if (const auto wording = wording_of(*block)) own.insert(key_of(blog_of(post), *wording));
            sightings_.insert(sightings_.end(), own.begin(), own.end());
            rest(post);
        }
        std::ranges::sort(sightings_);
    }

    [[nodiscard]] bool is_shared(const std::string& blog, const Wording& wording) const {
        const std::size_t count = std::ranges::equal_range(sightings_, key_of(blog, wording)).size();
        return count >= fewest_posts && 2 * count >= blogs_.at(blog);
    }

    [[nodiscard]] bool leads_to_posts(const Wording& wording) const {
        for (const std::string& link : wording.links)
            if (const auto url = Url::parse(link); url && std::ranges::binary_search(own_pages_, key_of(*url)))
                return true;
        return false;
    }

    /// From the edge inwards, up to the last block that is surely none of the writer's.
    std::vector<Element*> furniture_of(Post& post, End end) const {
        std::vector<Element*> run;
        std::size_t sure = 0, length = 0, sure_length = 0;
        for (Element* block = outermost(post.body.root(), end); block != nullptr && run.size() < edge_blocks;
             block = further_in(*block, end)) {
            run.push_back(block);
            if (markup::is_named(*block, "hr")) continue;
            const auto wording = wording_of(*block);
            if (!wording || !is_shared(blog_of(post), *wording) || leads_to_posts(*wording)) break;
            length += wording->text.size();
            if (is_evident(*wording, blog_of(post)))
                sure = run.size(), sure_length = length;
            else if (!is_heading(*block))
                break;
        }
        // A heading goes with what stood below it; at the beginning, nothing stands above what is left.
        if (end == End::tail && sure > 0) sure = with_headings(run, sure, post);
        if (largest_share * sure_length > markup::collapsed_text(post.body.root()).size()) return {};
        run.resize(sure);
        return run;
    }

    std::size_t with_headings(const std::vector<Element*>& run, std::size_t sure, const Post& post) const {
        while (sure < run.size() && markup::is_named(*run[sure], "hr")) ++sure;
        if (sure == run.size() || !is_heading(*run[sure])) return sure;
        const auto wording = wording_of(*run[sure]);
        return wording && is_shared(blog_of(post), *wording) ? sure + 1 : sure;
    }

    /// The paragraph that begins the post looks different from others.
    static void drop(Element& block) {
        Element* next = block.NextSiblingElement();
        const bool was_first = markup::attribute(block, "class") == "first";
        if (was_first && next != nullptr && markup::is_named(*next, "p") && markup::attribute(*next, "class").empty())
            markup::set_attribute(*next, "class", "first");
        markup::remove(block);
    }

    std::span<Post> posts_;
    std::map<std::string, std::size_t> blogs_;  // how many posts each has
    std::vector<Key> own_pages_;                // sorted
    std::vector<Key> sightings_;                // sorted; one for each post that has such a block at its end
};

}  // namespace

void drop_shared_furniture(std::span<Post> posts, Report& report) {
    SharedFurniture furniture(posts);
    furniture.drop_at(End::tail, report);
    furniture.drop_at(End::head, report);
}

}  // namespace blogbind::extract
