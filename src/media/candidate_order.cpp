#include "media/candidate_order.h"

#include <algorithm>
#include <tuple>

namespace blogbind::media {
namespace {

/// What is declared of a candidate is often its width only; nothing is guessed about the rest.
int known_edge(const ImageCandidate& candidate) { return std::max(candidate.width, candidate.height); }

bool fills(const ImageCandidate& candidate, Size box) { return fills(Size{candidate.width, candidate.height}, box); }

}  // namespace

bool fills(Size picture, Size box) {
    const int long_edge = std::max(picture.width, picture.height), short_edge = std::min(picture.width, picture.height);
    return long_edge >= std::max(box.width, box.height) ||
           (short_edge > 0 && short_edge >= std::min(box.width, box.height));
}

std::vector<ImageCandidate> in_order_of_trying(std::vector<ImageCandidate> candidates, Size box) {
    enum Rank { saved, filling, unknown, small };
    const auto order = [box](const ImageCandidate& candidate) {
        if (candidate.is_saved()) return std::tuple(saved, 0, false);
        const int edge = known_edge(candidate);
        if (edge == 0) return std::tuple(unknown, 0, false);
        if (fills(candidate, box)) return std::tuple(filling, edge, candidate.guessed);
        return std::tuple(small, -edge, candidate.guessed);
    };
    std::ranges::stable_sort(candidates, {}, order);
    return candidates;
}

bool promises_more(const ImageCandidate& next, Size found) {
    return known_edge(next) > std::max(found.width, found.height);
}

}  // namespace blogbind::media
