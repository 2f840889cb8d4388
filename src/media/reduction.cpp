#include "media/reduction.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"

namespace blogbind::media {
namespace {

struct Step {
    int quality;
    int edge;  // the longer one, in pixels
};

constexpr int any_edge = 100'000;
/// What is seen least goes first: quality, as far as it does not hurt, then pixels that small screens do not have. A
/// JPEG that is little finer than ordered is taken over as it is, so that smaller differences would change nothing.
constexpr std::array steps{
    Step{76, any_edge}, Step{66, any_edge}, Step{58, any_edge}, Step{52, any_edge}, Step{52, 1400},
    Step{52, 1200},     Step{52, 1000},     Step{48, 800},      Step{45, 640},
};

/// `edge` of a box, in proportion as the longer one comes down to `most`.
int scaled(int edge, int longer, int most) { return longer <= most ? edge : std::max(1, edge * most / longer); }

std::string with_extension_of(const std::string& path, const std::string& media_type) {
    return path.substr(0, path.rfind('.')) + (media_type == "image/png" ? ".png" : ".jpg");
}

Result<Resource> reduced(const Resource& resource, const PictureOrder& order, Workshop& workshop, Spill& spill) {
    const Result<std::string> bytes = spill.read(resource.bytes, 0, resource.bytes.size);
    if (!bytes) return fail(bytes.error());
    const Result<Picture> picture = workshop.convert(*bytes, order);
    if (!picture || picture->bytes.size() >= resource.bytes.size) return resource;
    const Result<Spill::Piece> piece = spill.append(picture->bytes);
    if (!piece) return fail(piece.error());
    Resource smaller = resource;
    smaller.path = with_extension_of(resource.path, picture->media_type);
    smaller.media_type = picture->media_type;
    smaller.bytes = *piece;
    smaller.sha256 = sha256_hex(picture->bytes);
    smaller.width = picture->width;
    smaller.height = picture->height;
    return smaller;
}

}  // namespace

std::size_t reduction_steps() { return steps.size(); }

PictureOrder reduced_order(const PictureOptions& options, std::size_t step) {
    const int longer = std::max(options.max_width, options.max_height);
    return {.max_width = scaled(options.max_width, longer, steps[step].edge),
            .max_height = scaled(options.max_height, longer, steps[step].edge),
            .quality = std::min(options.quality, steps[step].quality),
            .grayscale = options.grayscale};
}

Result<std::vector<Resource>> reduced(std::span<const Resource> pictures, const PictureOrder& order, Workshop& workshop,
                                      Spill& spill, std::size_t threads) {
    std::vector<Resource> smaller;
    std::set<std::string> taken;
    for (const Resource& picture : pictures) taken.insert(picture.path);
    Status status;
    in_order(
        pictures.size(), threads, [&](std::size_t i) { return reduced(pictures[i], order, workshop, spill); },
        [&](std::size_t i, Result<Resource> picture) {
            if (!picture) status = fail(picture.error());
            const bool is_free = picture && (picture->path == pictures[i].path || taken.insert(picture->path).second);
            smaller.push_back(is_free ? *std::move(picture) : pictures[i]);
        });
    if (!status) return fail(status.error());
    return smaller;
}

}  // namespace blogbind::media
