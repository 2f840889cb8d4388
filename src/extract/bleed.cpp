#include "extract/bleed.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t shortest_block = 40;
constexpr std::size_t longest_start = 80;

std::string title_key(std::string_view title) { return case_folded(title); }

bool is_heading(const markup::Element& element) { return markup::is_one_of(element, "h1 h2 h3 h4 h5 h6"); }

/// What posts have in common, seen one after the other.
class Comparison {
  public:
    explicit Comparison(std::span<const Post> posts) {
        for (std::size_t i = 0; i < posts.size(); ++i) titles_.emplace(title_key(posts[i].title), i);
        for (std::size_t i = 0; i < posts.size(); ++i) {
            add(i, posts[i]);
            rest(posts[i]);
        }
    }

    /// Headings that are the titles of other posts, and texts that several posts hold.
    std::vector<Bleed> found() && {
        for (auto& [key, text] : texts_) found_.push_back({seen_[key].first, std::move(text), seen_[key].count});
        return std::move(found_);
    }

  private:
    /// Each different block of text in the post: paragraphs, items, cells, headings.
    void add(std::size_t index, const Post& post) {
        std::set<std::size_t> known;
        markup::each_element(post.body.root(), [&](const markup::Element& element) {
            const bool heads = is_heading(element);
            if (!heads && !markup::is_one_of(element, "p li dd td")) return;
            const std::string text = markup::collapsed_text(element);
            const std::size_t key = std::hash<std::string>{}(text);
            if (!known.insert(key).second) return;
            if (text.size() >= shortest_block) note(key, index, text);
            if (heads) compare_heading(index, post, text);
        });
    }

    void note(std::size_t key, std::size_t index, const std::string& text) {
        Seen& block = seen_.try_emplace(key, Seen{index, 0}).first->second;
        if (++block.count == 2) texts_.emplace(key, shortened(text, longest_start));
    }

    void compare_heading(std::size_t index, const Post& post, const std::string& text) {
        const std::string key = title_key(text);
        const auto title = titles_.find(key);
        if (title != titles_.end() && title->second != index && key != title_key(post.title))
            found_.push_back({index, shortened(text, longest_start), 1, true});
    }

    struct Seen {
        std::size_t first, count;
    };
    std::unordered_map<std::string, std::size_t> titles_;
    std::unordered_map<std::size_t, Seen> seen_;  // by hash: most texts stand once, and are not kept
    std::unordered_map<std::size_t, std::string> texts_;
    std::vector<Bleed> found_;
};

}  // namespace

std::vector<Bleed> find_bleed(std::span<const Post> posts) {
    std::vector<Bleed> found = Comparison(posts).found();
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
