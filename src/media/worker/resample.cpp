#include "media/worker/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace blogbind::media {
namespace {

constexpr int weight_bits = 14;
constexpr int middle_bits = 6;  // 255 * 64 and the filter's overshoot fit into 16 bits

double lanczos_at(double x) {
    const double t = std::abs(x) * std::numbers::pi;
    if (t < 1e-8) return 1;
    if (std::abs(x) >= 3) return 0;
    return 3 * std::sin(t) * std::sin(t / 3) / (t * t);
}

/// Rounds `exact`, whose sum is not 0, to integers that add up to exactly one.
void quantise(const std::vector<double>& exact, std::int16_t* weights) {
    double sum = 0;
    for (const double weight : exact) sum += weight;
    int rest = 1 << weight_bits;
    for (std::size_t k = 0; k < exact.size(); ++k) {
        weights[k] = static_cast<std::int16_t>(std::lround(exact[k] / sum * (1 << weight_bits)));
        rest -= weights[k];
    }
    const auto largest = std::max_element(weights, weights + exact.size());
    *largest = static_cast<std::int16_t>(*largest + rest);
}

/// What the samples of one row add up to, column by column. The inner loops have fixed lengths: compilers keep the
/// sums in vector registers.
void weigh_rows(const std::uint8_t* const* rows, const std::int16_t* weights, int taps, int width, std::int16_t* out) {
    constexpr int lane = 16;
    constexpr int shift = weight_bits - middle_bits;
    for (int x = 0; x < width; x += lane) {
        std::int32_t sums[lane];
        for (int i = 0; i < lane; ++i) sums[i] = 1 << (shift - 1);
        for (int k = 0; k < taps; ++k) {
            const std::uint8_t* row = rows[k] + x;
            const std::int16_t weight = weights[k];
            for (int i = 0; i < lane; ++i) sums[i] += static_cast<std::int16_t>(row[i]) * weight;
        }
        for (int i = 0; i < lane; ++i) out[x + i] = static_cast<std::int16_t>(sums[i] >> shift);
    }
}

std::uint8_t weigh_columns(const std::int16_t* samples, const std::int16_t* weights, int taps) {
    constexpr int shift = weight_bits + middle_bits;
    std::int32_t sum = 1 << (shift - 1);
    for (int k = 0; k < taps; k += 8)
        for (int i = 0; i < 8; ++i) sum += samples[k + i] * weights[k + i];
    return static_cast<std::uint8_t>(std::clamp(sum >> shift, 0, 255));
}

int rounded_up(int value, int step) { return (value + step - 1) / step * step; }

}  // namespace

Filter lanczos(Span from, Span to) {
    const double scale = from.exact / to.exact;
    const double reach = 3 * std::max(1.0, scale);
    const int needed = static_cast<int>(std::ceil(2 * reach));
    Filter filter;
    filter.taps = rounded_up(needed, 8);
    filter.weights.assign(static_cast<std::size_t>(to.samples) * filter.taps, 0);
    std::vector<double> exact(filter.taps);
    for (int i = 0; i < to.samples; ++i) {
        const double centre = (i + 0.5) * scale - 0.5;
        const int begin = static_cast<int>(std::floor(centre - reach)) + 1;
        const int first = std::clamp(begin, 0, std::max(0, from.samples - filter.taps));
        std::fill(exact.begin(), exact.end(), 0.0);
        // Beyond its edges a picture goes on as it ends.
        for (int k = begin; k < begin + needed; ++k)
            exact[std::clamp(k, 0, from.samples - 1) - first] += lanczos_at((k - centre) / std::max(1.0, scale));
        filter.first.push_back(first);
        quantise(exact, filter.weights.data() + static_cast<std::size_t>(i) * filter.taps);
    }
    return filter;
}

PlaneScaler::PlaneScaler(Span from_width, Span from_height, Span to_width, Span to_height)
    : width_(from_width.samples),
      same_size_(from_width.samples == to_width.samples && from_height.samples == to_height.samples),
      result_(to_width.samples, to_height.samples) {
    if (same_size_) return;
    across_ = lanczos(from_width, to_width);
    down_ = lanczos(from_height, to_height);
    const int padded = rounded_up(std::max(width_, across_.taps), 16);
    kept_.assign(static_cast<std::size_t>(padded) * down_.taps, 0);
    middle_.assign(padded, 0);
}

std::uint8_t* PlaneScaler::kept_row(int y) { return kept_.data() + middle_.size() * (y % down_.taps); }

void PlaneScaler::feed(const std::uint8_t* row) {
    if (same_size_) {
        std::memcpy(result_.row(fed_++), row, width_);
        return;
    }
    std::memcpy(kept_row(fed_++), row, width_);
    // The weights behind the last row of a low picture are 0, so they need not wait for rows.
    while (emitted_ < result_.height) {
        const std::int16_t* weights = down_.weights.data() + static_cast<std::size_t>(emitted_) * down_.taps;
        int used = down_.taps;
        while (used > 0 && weights[used - 1] == 0) --used;
        if (down_.first[emitted_] + used > fed_) return;
        emit(emitted_++);
    }
}

void PlaneScaler::emit(int y) {
    const std::int16_t* weights = down_.weights.data() + static_cast<std::size_t>(y) * down_.taps;
    int used = 0;
    std::vector<const std::uint8_t*> rows(down_.taps);
    std::vector<std::int16_t> row_weights(down_.taps);
    for (int k = 0; k < down_.taps; ++k) {
        if (weights[k] == 0) continue;
        rows[used] = kept_row(down_.first[y] + k);
        row_weights[used++] = weights[k];
    }
    weigh_rows(rows.data(), row_weights.data(), used, static_cast<int>(middle_.size()), middle_.data());
    std::uint8_t* out = result_.row(y);
    const std::int16_t* across = across_.weights.data();
    for (int x = 0; x < result_.width; ++x, across += across_.taps)
        out[x] = weigh_columns(middle_.data() + across_.first[x], across, across_.taps);
}

}  // namespace blogbind::media
