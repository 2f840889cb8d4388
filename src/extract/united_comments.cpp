#include "extract/united_comments.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t telling_start = 400;  // bytes of a text by which it is known

std::string words_of(const Comment& comment) {
    return case_folded(markup::collapsed_text(comment.body.root())).substr(0, telling_start);
}

/// Empty if nobody wrote it, or nothing: such comments are never taken for the same.
std::string writing_of(const Comment& comment) {
    const std::string words = words_of(comment), author = case_folded(collapsed(comment.author));
    return words.empty() || author.empty() ? std::string() : author + "\n" + words;
}

bool agree(const Comment& a, const Comment& b) {
    if (a.removed || b.removed || a.author.empty() || b.author.empty()) return true;
    return case_folded(a.author) == case_folded(b.author) || words_of(a) == words_of(b);
}

/// A time of day tells more than a day.
bool tells_more(const std::optional<DateTime>& time, const std::optional<DateTime>& known) {
    const bool is_vague = !known || !known->has_time || !known->offset;
    return time && is_vague && (!known || time->has_time);
}

void complete(Comment& comment, Comment other) {
    if (tells_more(other.published, comment.published)) comment.published = other.published;
    if (other.parent) comment.parent = std::move(other.parent);  // pages show no parents below their deepest level
    if (comment.author.empty()) comment.author = std::move(other.author);
    if (!comment.author_url) comment.author_url = std::move(other.author_url);
    if (!comment.likes) comment.likes = other.likes;
    comment.by_post_author = comment.by_post_author || other.by_post_author;
    if (!comment.body.is_empty() || other.body.is_empty()) return;
    comment.body = std::move(other.body);  // one side still has what the other has lost
    comment.removed = false;
}

/// The comments that were there first; each is the same as one other at most.
class Known {
  public:
    explicit Known(const std::vector<Comment>& comments) : comments_(comments), is_matched_(comments.size(), false) {
        for (std::size_t i = 0; i < comments.size(); ++i) {
            ids_.insert(comments[i].id);
            by_id_.emplace(comments[i].id, i);
            if (std::string writing = writing_of(comments[i]); !writing.empty())
                by_writing_.emplace(std::move(writing), i);
        }
    }

    std::optional<std::size_t> take_same(const Comment& other) {
        const auto named = by_id_.find(other.id);
        if (named != by_id_.end() && agree(comments_[named->second], other)) return taken(named->second);
        const auto [first, last] = by_writing_.equal_range(writing_of(other));
        for (auto written = first; written != last; ++written)
            if (!is_matched_[written->second]) return taken(written->second);
        return std::nullopt;
    }
    /// The number, unless the blogs have given it twice.
    std::string free_id(const std::string& id) {
        std::string free = id;
        for (int copy = 2; !ids_.insert(free).second; ++copy) free = id + "-" + std::to_string(copy);
        return free;
    }

  private:
    std::optional<std::size_t> taken(std::size_t place) {
        if (is_matched_[place]) return std::nullopt;
        is_matched_[place] = true;
        return place;
    }

    const std::vector<Comment>& comments_;
    std::vector<bool> is_matched_;
    std::unordered_set<std::string> ids_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_multimap<std::string, std::size_t> by_writing_;
};

}  // namespace

void unite_comments(std::vector<Comment>& comments, std::vector<Comment> others) {
    Known known(comments);
    std::vector<std::optional<std::size_t>> places;
    std::unordered_map<std::string, std::string> ids;  // of the others, as they are in the union
    for (const Comment& other : others) {
        const std::optional<std::size_t> same = known.take_same(other);
        places.push_back(same);
        ids.emplace(other.id, same ? comments[*same].id : known.free_id(other.id));
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        Comment& other = others[i];
        other.id = ids.at(other.id);
        if (other.parent)
            if (const auto parent = ids.find(*other.parent); parent != ids.end()) other.parent = parent->second;
        if (places[i])
            complete(comments[*places[i]], std::move(other));
        else
            comments.push_back(std::move(other));
    }
}

std::vector<Comment> copies_of(const std::vector<Comment>& comments) {
    std::vector<Comment> copies;
    copies.reserve(comments.size());
    for (const Comment& comment : comments)
        copies.push_back({comment.id, comment.parent, comment.author, comment.author_url, comment.by_post_author,
                          comment.published, comment.body.copy(), comment.likes, comment.kind, comment.removed});
    return copies;
}

}  // namespace blogbind::extract
