#include "cli/renewal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/date.h"
#include "source/comment_facts.h"

namespace blogbind::cli {
namespace {

using archive::BookRecord;
using archive::RecordedChapter;

constexpr std::size_t api_page_size = 100;

bool is_other_time(const std::string& recorded, const std::optional<DateTime>& now) {
    const std::optional<DateTime> before = parse_date(recorded);
    return now && before && before->utc() != now->utc();
}

/// A change that only the clock tells: later than when the page was asked for.
bool is_later(const std::optional<DateTime>& time, const Capture& capture) {
    return time && time->utc() > capture.time;
}

/// What the signals know of one recorded post.
struct PostState {
    const RecordedChapter* chapter;
    const PageSignal* signal;  ///< null: the site does not name it

    [[nodiscard]] bool has_changed(const Capture& capture) const {
        if (signal == nullptr) return true;
        const bool is_edited = chapter->updated.empty() ? is_later(signal->modified, capture)
                                                        : is_other_time(chapter->updated, signal->modified);
        const std::optional<DateTime> last = parse_date(chapter->newest_comment);
        const bool is_commented = signal->commented && (!last || signal->commented->utc() > last->utc());
        return is_edited || is_commented;
    }
};

/// Recorded posts by the key of their address; a page of comments has a longer key that begins so.
class RecordedPosts {
  public:
    RecordedPosts(BookRecord record, SiteSignals signals) : record_(std::move(record)), signals_(std::move(signals)) {
        for (const RecordedChapter& chapter : record_.chapters)
            if (const std::optional<Url> url = Url::parse(chapter.permalink)) posts_[same_page_key(*url)] = &chapter;
        for (const std::string& source : record_.sources)
            if (const std::optional<Url> url = Url::parse(source); url && posts_.contains(same_page_key(*url)))
                last_ = record_.chapters.back().permalink;
    }

    [[nodiscard]] bool is_settled(const Capture& capture) const {
        if (capture.media_type.starts_with("image/")) return true;
        const std::optional<Url> url = Url::parse(capture.url);
        if (url && tells_comment_facts(*url)) return true;  // what is new, the posts' own pages show
        const RecordedChapter* chapter = url && signals_.tells_changes ? post_of(same_page_key(*url)) : nullptr;
        if (chapter == nullptr || chapter->permalink == last_) return false;
        const PageSignal* signal = signals_.of(*Url::parse(chapter->permalink));
        // Of a large blog the API names the posts that changed last: what it does not name has not changed.
        if (signal == nullptr && signals_.pages.size() >= api_page_size) return true;
        return !PostState{chapter, signal}.has_changed(capture);
    }

  private:
    [[nodiscard]] const RecordedChapter* post_of(std::string_view key) const {
        auto next = posts_.upper_bound(key);
        if (next == posts_.begin()) return nullptr;
        const auto& [post_key, chapter] = *std::prev(next);
        return key.starts_with(post_key) ? chapter : nullptr;
    }

    BookRecord record_;
    SiteSignals signals_;
    std::map<std::string, const RecordedChapter*, std::less<>> posts_;
    std::string last_;  // of a book that began with a post; a blog's own pages list what is new
};

}  // namespace

std::function<bool(const Capture&)> settled_pages(const BookRecord& record, SiteSignals signals) {
    const auto posts = std::make_shared<const RecordedPosts>(record, std::move(signals));
    return [posts](const Capture& capture) { return posts->is_settled(capture); };
}

void keep_earlier_posts(Listing& listing, const BookRecord& record) {
    auto place = listing.entries.begin();
    for (const RecordedChapter& chapter : record.chapters) {
        const std::optional<Url> url = Url::parse(chapter.permalink);
        if (!url) continue;
        const std::string key = same_page_key(*url);
        const auto listed = std::ranges::find_if(listing.entries, [&](const Entry& entry) {
            return entry.permalink && same_page_key(*entry.permalink) == key;
        });
        if (listed == listing.entries.end()) {
            Entry kept;
            kept.permalink = url;
            kept.title = chapter.title;
            kept.published = parse_date(chapter.published);
            kept.reason = "in the book already";
            place = listing.entries.insert(place, std::move(kept));
        } else {
            place = listed;
        }
        ++place;
    }
}

Status holds_earlier_posts(const Book& book, const BookRecord& record) {
    std::set<std::string_view> held;
    for (const Chapter& chapter : book.chapters)
        if (chapter.source) held.insert(chapter.source->text());
    std::set<std::string_view> lost;
    for (const RecordedChapter& chapter : record.chapters)
        if (!chapter.permalink.empty() && !held.contains(chapter.permalink)) lost.insert(chapter.permalink);
    if (lost.empty()) return {};
    return fail(ErrorKind::unreachable,
                fmt::format("the book was left as it is, as {} of its posts cannot be had now, {} for one; try again "
                            "later, or name the archive of the earlier run with --archive",
                            lost.size(), *lost.begin()));
}

Renewal renewal_of(const Book& book, const BookRecord& record) {
    std::map<std::string_view, const RecordedChapter*> recorded;
    for (const RecordedChapter& chapter : record.chapters) recorded.emplace(chapter.permalink, &chapter);
    std::set<std::string_view> told;
    Renewal renewal;
    for (const Chapter& chapter : book.chapters) {
        if (!chapter.source || !told.insert(chapter.source->text()).second) continue;
        const auto before = recorded.find(chapter.source->text());
        if (before == recorded.end()) {
            renewal.added.push_back(chapter.title);
            continue;
        }
        const RecordedChapter& earlier = *before->second;
        const bool is_undated = earlier.updated.empty() && !chapter.modified;
        const bool is_edited =
            is_undated ? earlier.source_sha256 != chapter.sha256 : is_other_time(earlier.updated, chapter.modified);
        if (is_edited || earlier.comments != chapter.comments_bound) renewal.changed.push_back(chapter.title);
    }
    return renewal;
}

}  // namespace blogbind::cli
