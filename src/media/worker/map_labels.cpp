#include "media/worker/map_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace blogbind::media {
namespace {

constexpr double dot_radius = 16;  // with the air around it
constexpr double distance = 22;    // of a name from the middle of its dot
constexpr double border = 10;

struct Direction {
    double x, y;
};
/// In the order in which readers look for a name: to the right and a little above, then around.
constexpr std::array<Direction, 8> directions{{{1, 0}, {1, -1}, {1, 1}, {-1, 0}, {-1, -1}, {-1, 1}, {0, -1}, {0, 1}}};
constexpr double cost_of_crossing = 10;  // more than any direction has

LabelBox box_beside(const MapPlace& place, Size size, Direction direction) {
    // Beside the dot the name stands in the middle of its height, above and below in the middle of its width.
    const double reach = direction.x != 0 && direction.y != 0 ? distance * 0.6 : distance;
    const double left = place.x + direction.x * reach + (direction.x - 1) / 2 * size.width;
    const double top = place.y + direction.y * reach + (direction.y - 1) / 2 * size.height;
    return {left, top, left + size.width, top + size.height};
}

bool overlap(const LabelBox& a, const LabelBox& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

LabelBox dot_box(const MapPlace& place) {
    return {place.x - dot_radius, place.y - dot_radius, place.x + dot_radius, place.y + dot_radius};
}

/// Whether the line enters the box: Liang and Barsky's clipping.
bool crosses(const LabelBox& box, const MapPlace& from, const MapPlace& to) {
    double begin = 0, end = 1;
    const double dx = to.x - from.x, dy = to.y - from.y;
    const std::array<std::array<double, 2>, 4> edges{
        {{-dx, from.x - box.left}, {dx, box.right - from.x}, {-dy, from.y - box.top}, {dy, box.bottom - from.y}}};
    for (const auto& [step, room] : edges) {
        if (step == 0 && room < 0) return false;
        if (step < 0) begin = std::max(begin, room / step);
        if (step > 0) end = std::min(end, room / step);
    }
    return begin < end;
}

class Placer {
  public:
    Placer(std::span<const MapPlace> places, std::span<const Size> sizes, std::span<const MapPlace> route, Size map)
        : places_(places), sizes_(sizes), route_(route), map_(map), boxes_(places.size()) {}

    std::vector<std::optional<LabelBox>> all() {
        if (places_.empty()) return {};
        put(0);
        if (places_.size() > 1) put(places_.size() - 1);
        for (std::size_t i = 1; i + 1 < places_.size(); ++i) put(i);
        return std::move(boxes_);
    }

  private:
    void put(std::size_t number) {
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < directions.size(); ++i) {
            const LabelBox box = box_beside(places_[number], sizes_[number], directions[i]);
            if (!is_free(box, number)) continue;
            const double cost = static_cast<double>(i) + cost_of_crossing * crossings(box);
            if (cost >= least) continue;
            least = cost;
            boxes_[number] = box;
        }
    }
    [[nodiscard]] bool is_free(const LabelBox& box, std::size_t number) const {
        if (box.left < border || box.top < border || box.right > map_.width - border ||
            box.bottom > map_.height - border)
            return false;
        for (std::size_t i = 0; i < places_.size(); ++i)
            if ((boxes_[i] && overlap(box, *boxes_[i])) || (i != number && overlap(box, dot_box(places_[i]))))
                return false;
        return true;
    }
    [[nodiscard]] double crossings(const LabelBox& box) const {
        double count = 0;
        for (std::size_t i = 1; i < route_.size(); ++i) count += crosses(box, route_[i - 1], route_[i]) ? 1 : 0;
        return count;
    }

    std::span<const MapPlace> places_;
    std::span<const Size> sizes_;
    std::span<const MapPlace> route_;
    Size map_;
    std::vector<std::optional<LabelBox>> boxes_;
};

}  // namespace

std::vector<std::optional<LabelBox>> placed_labels(std::span<const MapPlace> places, std::span<const Size> sizes,
                                                   std::span<const MapPlace> route, Size map) {
    return Placer(places, sizes, route, map).all();
}

}  // namespace blogbind::media
