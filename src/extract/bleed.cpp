#include "extract/bleed.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t shortest_block = 40;
constexpr std::size_t longest_start = 80;

/// Calls `visit` for each different block of text in a post: paragraphs, items, cells; with headings if asked.
template <class Visit>
void each_block(const Post& post, std::string_view names, Visit&& visit) {
    std::set<std::size_t> known;
    markup::each_element(post.body.root(), [&](const markup::Element& element) {
        if (!markup::is_one_of(element, names)) return;
        const std::string text = markup::collapsed_text(element);
        const std::size_t key = std::hash<std::string>{}(text);
        if (known.insert(key).second) visit(text, key);
    });
}

std::string title_key(std::string_view title) { return case_folded(title); }

/// Texts that several posts hold.
std::vector<Bleed> repeated_blocks(std::span<const Post> posts) {
    struct Seen {
        std::size_t first, count = 0;
        std::string text;
    };
    std::unordered_map<std::size_t, Seen> seen;  // by hash: most texts stand once, and are not kept
    for (std::size_t i = 0; i < posts.size(); ++i)
        each_block(posts[i], "p li dd td h1 h2 h3 h4 h5 h6", [&](const std::string& text, std::size_t key) {
            if (text.size() < shortest_block) return;
            Seen& block = seen.try_emplace(key, Seen{i, 0, {}}).first->second;
            if (++block.count == 2) block.text = shortened(text, longest_start);
        });
    std::vector<Bleed> found;
    for (auto& [key, block] : seen)
        if (block.count > 1) found.push_back({block.first, std::move(block.text), block.count});
    return found;
}

/// Headings that are the titles of other posts.
std::vector<Bleed> foreign_titles(std::span<const Post> posts) {
    std::unordered_map<std::string, std::size_t> titles;
    for (std::size_t i = 0; i < posts.size(); ++i) titles.emplace(title_key(posts[i].title), i);
    std::vector<Bleed> found;
    for (std::size_t i = 0; i < posts.size(); ++i)
        each_block(posts[i], "h1 h2 h3 h4 h5 h6", [&](const std::string& text, std::size_t) {
            const auto title = titles.find(title_key(text));
            if (title != titles.end() && title->second != i && title_key(text) != title_key(posts[i].title))
                found.push_back({i, shortened(text, longest_start), 1, true});
        });
    return found;
}

}  // namespace

std::vector<Bleed> find_bleed(std::span<const Post> posts) {
    std::vector<Bleed> found = repeated_blocks(posts);
    std::ranges::move(foreign_titles(posts), std::back_inserter(found));
    std::ranges::sort(found, {}, [](const Bleed& bleed) { return std::tie(bleed.post, bleed.is_title, bleed.text); });
    return found;
}

void report_bleed(std::span<const Post> posts, Report& report) {
    for (const Bleed& bleed : find_bleed(posts)) {
        if (!bleed.is_title && (bleed.posts < 3 || bleed.posts * 2 < posts.size())) continue;
        const Post& post = posts[bleed.post];
        report.add(IssueCode::text_repeated, post.permalink ? post.permalink->text() : post.title, bleed_detail(bleed));
    }
}

std::string bleed_detail(const Bleed& bleed) {
    if (bleed.is_title) return "“" + bleed.text + "” is another post’s title";
    return "“" + bleed.text + "” stands in " + std::to_string(bleed.posts) + " posts";
}

}  // namespace blogbind::extract
