#include "compose/volumes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "compose/metadata.h"
#include "compose/shown_pictures.h"
#include "markup/xhtml_writer.h"

namespace blogbind::compose {

namespace {

// What a volume needs beside its posts' texts and pictures, seen generously: a volume must not come out larger than it
// was estimated.
constexpr std::size_t bytes_of_frame = 600'000;  // cover, style sheets, contents
constexpr std::size_t bytes_of_chapter = 4'000;  // its and its comments' frames, its places in contents and record
constexpr std::size_t bytes_of_comment = 500;    // before deflation, as all text
constexpr std::size_t bytes_of_picture = 800;    // its places in container, manifest and record
constexpr std::size_t deflated_to_one_in = 2;    // of three bytes of text hardly more than one remains

/// Posts with the years of their neighbours where they have none.
std::vector<std::optional<int>> years_of(std::span<const Post> posts) {
    std::vector<std::optional<int>> years(posts.size());
    for (std::size_t i = 0; i < posts.size(); ++i) {
        if (posts[i].published) years[i] = static_cast<int>(posts[i].published->day().year());
        if (!years[i] && i > 0) years[i] = years[i - 1];
    }
    const auto first = std::ranges::find_if(years, [](const auto& year) { return year.has_value(); });
    if (first != years.end()) std::fill(years.begin(), first, *first);
    return years;
}

std::vector<VolumePosts> by_year(std::span<const Post> posts) {
    const std::vector<std::optional<int>> years = years_of(posts);
    std::map<int, std::vector<std::size_t>> posts_of_year;
    for (std::size_t i = 0; i < posts.size(); ++i) posts_of_year[years[i].value_or(1)].push_back(i);
    std::vector<VolumePosts> volumes;
    for (auto& [year, indices] : posts_of_year) volumes.push_back({year, std::move(indices)});
    return volumes;
}

std::vector<VolumePosts> by_count(std::size_t posts, std::size_t most) {
    std::vector<VolumePosts> volumes;
    for (std::size_t i = 0; i < posts; ++i) {
        if (i % most == 0) volumes.push_back({.number = static_cast<int>(volumes.size()) + 1, .posts = {}});
        volumes.back().posts.push_back(i);
    }
    return volumes;
}

using Paths = std::set<std::string, std::less<>>;

/// What a post adds to a volume.
struct Share {
    std::size_t text = 0;  // deflated
    Paths pictures;
};

Share share_of(const Post& post, Comments comments) {
    Share share;
    std::size_t text = markup::inner_xhtml(post.body.root()).size();
    collect_shown_pictures(post.body, share.pictures);
    for (const Comment& comment : post.comments) {
        if (comments == Comments::omit) break;
        text += markup::inner_xhtml(comment.body.root()).size() + bytes_of_comment;
        collect_shown_pictures(comment.body, share.pictures);
    }
    share.text = bytes_of_chapter + text / deflated_to_one_in;
    return share;
}

/// The size of a volume's file as posts are added to it.
class SizeEstimate {
  public:
    explicit SizeEstimate(std::span<const Resource> pictures) {
        for (const Resource& picture : pictures) picture_sizes_.emplace(picture.path, picture.bytes.size);
    }

    [[nodiscard]] std::size_t with(const Share& share) const {
        std::size_t size = size_ + share.text;
        for (const std::string& path : share.pictures) {
            const auto picture = picture_sizes_.find(path);
            if (picture != picture_sizes_.end() && !shown_.contains(path)) size += picture->second + bytes_of_picture;
        }
        return size;
    }
    void add(Share share) {
        size_ = with(share);
        shown_.merge(share.pictures);
    }
    void begin_volume() {
        size_ = bytes_of_frame;
        shown_.clear();
    }

  private:
    std::map<std::string, std::uint64_t, std::less<>> picture_sizes_;
    std::size_t size_ = 0;
    Paths shown_;
};

std::vector<VolumePosts> by_size(std::span<const Post> posts, std::size_t most, Comments comments,
                                 SizeEstimate estimate) {
    std::vector<VolumePosts> volumes;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        Share share = share_of(posts[i], comments);
        rest(posts[i]);
        if (volumes.empty() || estimate.with(share) > most) {
            volumes.push_back({.number = static_cast<int>(volumes.size()) + 1, .posts = {}});
            estimate.begin_volume();
        }
        estimate.add(std::move(share));
        volumes.back().posts.push_back(i);
    }
    return volumes;
}

}  // namespace

std::vector<VolumePosts> divided_into_volumes(std::span<const Post> posts, const Division& division, Comments comments,
                                              std::span<const Resource> pictures) {
    switch (division.by) {
        case Division::By::year: return by_year(posts);
        case Division::By::posts: return by_count(posts.size(), std::max<std::size_t>(division.most, 1));
        case Division::By::size: break;
    }
    return by_size(posts, division.most, comments, SizeEstimate(pictures));
}

BookOptions volume_options(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options) {
    const BookMetadata work = describe(posts, listing, options);
    BookOptions own = options;
    own.language = work.language;
    own.volume = Volume{.number = 1, .work_title = work.title, .work_identifier = work.identifier};
    return own;
}

}  // namespace blogbind::compose
