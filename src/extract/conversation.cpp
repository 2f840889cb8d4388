// Several pages of comments as one conversation.
#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "extract/comments.h"

namespace blogbind::extract {

namespace {

bool is_same(const Comment& a, const Comment& b) {
    if (a.author != b.author) return false;
    if (a.published && a.published == b.published) return true;
    return markup::collapsed_text(a.body.root()) == markup::collapsed_text(b.body.root());
}

using Moment = std::chrono::sys_seconds;

/// The moment that decides each comment's place: its own. Links from other sites often have none: they stay behind
/// what they stood behind on their level, or before what follows.
std::vector<Moment> moments_of(const std::vector<Comment>& page) {
    std::vector<std::optional<Moment>> known(page.size());
    std::unordered_map<std::string, Moment> near;
    const auto look = [&](std::size_t i) {
        const std::string level = page[i].parent.value_or("");
        if (page[i].published) known[i] = near[level] = page[i].published->utc();
        if (const auto found = near.find(level); !known[i] && found != near.end()) known[i] = found->second;
    };
    for (std::size_t i = 0; i < page.size(); ++i) look(i);
    near.clear();
    for (std::size_t i = page.size(); i-- > 0;) look(i);
    std::vector<Moment> moments;
    for (const std::optional<Moment>& moment : known) moments.push_back(moment.value_or(Moment{}));
    return moments;
}

/// All comments, each once. Numbers that we gave ("1", "2" …) start anew on every page: those get a new one.
class Merger {
  public:
    explicit Merger(const std::vector<std::vector<Comment>>& pages) {
        for (const std::vector<Comment>& page : pages)
            for (const Comment& comment : page) given_.insert(comment.id);
    }
    std::vector<Comment> comments;
    std::vector<Moment> moments;  ///< one for each comment

    void add(std::vector<Comment> page) {
        const std::vector<Moment> of_page = moments_of(page);
        std::unordered_map<std::string, std::string> renamed;
        for (std::size_t i = 0; i < page.size(); ++i) {
            Comment& comment = page[i];
            if (comment.parent)
                if (const auto found = renamed.find(*comment.parent); found != renamed.end())
                    comment.parent = found->second;
            const auto known = index_.find(comment.id);
            if (known != index_.end()) {
                if (is_same(comments[known->second], comment)) continue;
                renamed[comment.id] = fresh_id();
                comment.id = renamed[comment.id];
            }
            index_[comment.id] = comments.size();
            comments.push_back(std::move(comment));
            moments.push_back(of_page[i]);
        }
    }

  private:
    std::string fresh_id() {
        while (given_.contains(std::to_string(next_))) ++next_;
        return std::to_string(next_++);
    }

    std::unordered_set<std::string> given_;
    std::unordered_map<std::string, std::size_t> index_;
    std::size_t next_ = 1;
};

bool has_number(const Comment& comment) {
    return !comment.id.empty() && std::ranges::all_of(comment.id, is_ascii_digit);
}

bool is_earlier_number(const Comment& a, const Comment& b) {
    return a.id.size() != b.id.size() ? a.id.size() < b.id.size() : a.id < b.id;
}

void put_in_order(std::vector<Comment>& comments, const std::vector<std::size_t>& order) {
    std::vector<Comment> sorted;
    sorted.reserve(comments.size());
    for (const std::size_t position : order) sorted.push_back(std::move(comments[position]));
    comments = std::move(sorted);
}

enum class Direction { oldest_first, newest_first };

/// How the blog prints a page of comments.
Direction direction_of(const std::vector<std::vector<Comment>>& pages) {
    for (const std::vector<Comment>& page : pages) {
        if (page.empty() || !page.front().published || !page.back().published) continue;
        if (page.back().published->utc() < page.front().published->utc()) return Direction::newest_first;
    }
    return Direction::oldest_first;
}

/// Oldest first: by exact dates; where there are only days, or none, by the blog's own numbers; else as they stood,
/// turned round if the first is newer than the last.
void sort_by_age(std::vector<Comment>& comments, const std::vector<Moment>& moments, Direction direction) {
    if (comments.empty()) return;
    const auto exact = std::ranges::count_if(
        comments, [](const Comment& comment) { return comment.published && comment.published->has_time; });
    const bool is_exact = static_cast<std::size_t>(exact) * 2 > comments.size();
    if (!is_exact && std::ranges::all_of(comments, has_number)) {
        std::ranges::stable_sort(comments, is_earlier_number);
        return;
    }
    std::vector<std::size_t> order(comments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (direction == Direction::newest_first) std::ranges::reverse(order);
    std::ranges::stable_sort(order, {}, [&](std::size_t position) { return moments[position]; });
    put_in_order(comments, order);
}

class Conversation {
  public:
    explicit Conversation(std::vector<Comment>& comments) : comments_(comments), placed_(comments.size(), false) {
        std::unordered_map<std::string_view, std::size_t> index;
        for (std::size_t i = 0; i < comments.size(); ++i) index.emplace(comments[i].id, i);
        for (std::size_t i = 0; i < comments.size(); ++i) {
            std::optional<std::string>& parent = comments[i].parent;
            const auto found = parent ? index.find(*parent) : index.end();
            if (found == index.end() || found->second == i) {
                parent.reset();
                roots_.push_back(i);
            } else {
                replies_[found->second].push_back(i);
            }
        }
    }

    std::vector<Comment> ordered() {
        for (const std::size_t root : roots_) place(root);
        // comments that answer each other in a circle have no root
        for (std::size_t i = 0; i < comments_.size(); ++i) {
            if (placed_[i]) continue;
            comments_[i].parent.reset();
            place(i);
        }
        return std::move(ordered_);
    }

  private:
    void place(std::size_t root) {
        std::vector<std::size_t> waiting{root};
        while (!waiting.empty()) {
            const std::size_t i = waiting.back();
            waiting.pop_back();
            if (placed_[i]) continue;
            placed_[i] = true;
            if (const auto found = replies_.find(i); found != replies_.end())
                waiting.insert(waiting.end(), found->second.rbegin(), found->second.rend());
            ordered_.push_back(std::move(comments_[i]));
        }
    }

    std::vector<Comment>& comments_;
    std::vector<Comment> ordered_;
    std::vector<bool> placed_;
    std::vector<std::size_t> roots_;
    std::map<std::size_t, std::vector<std::size_t>> replies_;
};

}  // namespace

std::vector<Comment> merged_comments(std::vector<std::vector<Comment>> pages) {
    const Direction direction = direction_of(pages);
    Merger merger(pages);
    for (std::vector<Comment>& page : pages) merger.add(std::move(page));
    sort_by_age(merger.comments, merger.moments, direction);
    return Conversation(merger.comments).ordered();
}

}  // namespace blogbind::extract
