#include "cli/volumes.h"

#include <utility>

#include "cli/output.h"
#include "compose/volumes.h"

namespace blogbind::cli {
namespace {

/// What belongs to these posts alone, and what is everybody's. The pictures of all others stay unused.
Material share_of(Material& whole, const std::vector<std::size_t>& posts) {
    Material share;
    share.resources = whole.resources;
    share.losses = whole.shared_losses;
    for (const std::size_t i : posts) {
        share.posts.push_back(std::move(whole.posts[i]));
        share.outcomes.push_back(std::move(whole.outcomes[i]));
        const std::vector<Issue>& losses = share.outcomes.back().losses;
        share.losses.insert(share.losses.end(), losses.begin(), losses.end());
    }
    return share;
}

Book composed(Material material, const Listing& listing, const compose::BookOptions& options,
              std::span<const compose::FrontPost> front) {
    media::ImageCounts counts;
    for (const PostOutcome& outcome : material.outcomes) counts += outcome.pictures;
    return compose::compose(std::move(material.posts), listing, options, std::move(material.resources), counts,
                            std::move(material.losses), front);
}

}  // namespace

Status each_book(Material material, const Listing& listing, const Options& options, const TakeBook& take) {
    if (!options.division) {
        const std::vector<compose::FrontPost> front = std::move(material.front);
        Book book = composed(std::move(material), listing, options.book, front);
        const std::filesystem::path path = output_path(options.output, book.metadata.title);
        return take(std::move(book), path);
    }
    const auto volumes =
        compose::divided_into_volumes(material.posts, *options.division, options.book.comments, material.resources);
    // Before any post is taken away: all of them describe the work.
    const compose::BookOptions work = compose::volume_options(material.posts, listing, options.book);
    const std::filesystem::path path = output_path(options.output, work.volume->work_title);
    for (const compose::VolumePosts& volume : volumes) {
        compose::BookOptions own = work;
        own.volume->number = volume.number;
        Book book = composed(share_of(material, volume.posts), listing, own, material.front);
        if (const Status taken = take(std::move(book), volume_path(path, volume.number)); !taken) return taken;
    }
    return {};
}

}  // namespace blogbind::cli
