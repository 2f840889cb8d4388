// Makes planes smaller, row by row, so that no picture is ever held at its full size.
#pragma once

#include <cstdint>
#include <vector>

#include "media/worker/planes.h"

namespace blogbind::media {

/// How much of a picture a row of samples covers. `exact` is the picture's edge in samples: 12.5 where a picture
/// 25 pixels wide has half as many columns of colour, of which there are 13.
struct Span {
    int samples = 0;
    double exact = 0;
};

/// For each sample of the result, which samples of the source it is made of: Lanczos, three lobes, in 1/16384.
struct Filter {
    int taps = 0;                       ///< weights a sample, a multiple of eight; the unused ones are 0
    std::vector<int> first;             ///< where each sample's weights begin in the source
    std::vector<std::int16_t> weights;  ///< taps for each sample
};
Filter lanczos(Span from, Span to);

/// REQUIRES: the rows of the source are fed once each, from top to bottom.
class PlaneScaler {
  public:
    PlaneScaler(Span from_width, Span from_height, Span to_width, Span to_height);
    void feed(const std::uint8_t* row);
    [[nodiscard]] Plane take() { return std::move(result_); }

  private:
    void emit(int y);
    [[nodiscard]] std::uint8_t* kept_row(int y);

    int width_;
    bool same_size_;
    Filter across_, down_;
    std::vector<std::uint8_t> kept_;    ///< the last down_.taps rows, in a ring
    std::vector<std::int16_t> middle_;  ///< one row, reduced in height, with six more bits than its samples had
    int fed_ = 0, emitted_ = 0;
    Plane result_;
};

}  // namespace blogbind::media
