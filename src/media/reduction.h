// Pictures made smaller step by step, where a book must not pass a size.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "media/device.h"
#include "media/workshop.h"
#include "model/resource.h"

namespace blogbind::media {

/// How many steps there are: first the JPEG quality goes down, then the edges too.
std::size_t reduction_steps();

/// What `options` ask for, reduced by `step`, from 0 to reduction_steps() - 1; never better than without it.
PictureOrder reduced_order(const PictureOptions& options, std::size_t step);

/// The pictures in their order, made anew; one that does not become smaller stays. A PNG may become a JPEG, and its
/// path tells so. Error: the spill cannot be written.
Result<std::vector<Resource>> reduced(std::span<const Resource> pictures, const PictureOrder& order, Workshop& workshop,
                                      Spill& spill, std::size_t threads);

}  // namespace blogbind::media
