// Long posts become several documents: no reader opens files of any size.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "markup/body.h"

namespace blogbind::compose {

/// Bytes of each picture by its path in the book: "images/harbour-3fa2c1.jpg".
using PictureSizes = std::map<std::string, std::uint64_t, std::less<>>;

/// One body or several, each below the limits where a cut between its blocks can achieve that; cut at a heading of
/// level 2 if there is one in a good place. Notes stand at the end of the body that first refers to them.
std::vector<markup::Body> split_into_documents(markup::Body body, const PictureSizes& pictures);

}  // namespace blogbind::compose
