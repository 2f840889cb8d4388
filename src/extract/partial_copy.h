// Copies of trees that leave parts out.
#pragma once

#include <functional>

#include "markup/body.h"

namespace blogbind::extract {

/// Appends copies of what stands in `from` to `parent`, an element of `to`, without the elements that `is_left_out`.
/// Text and elements before the end of `start` (may be null) are left out too; what holds `start` is unwrapped.
void append_part(markup::Body& to, markup::Element& parent, const markup::Element& from,
                 const std::function<bool(const markup::Element&)>& is_left_out,
                 const markup::Element* start = nullptr);

}  // namespace blogbind::extract
