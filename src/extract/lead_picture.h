// The picture above a post, if the post does not show it itself.
#pragma once

#include <optional>

#include "extract/page_facts.h"
#include "markup/body.h"
#include "model/image.h"
#include "net/url.h"

namespace blogbind::extract {

/// `facts`: of the page; `body`: what was cut out of it. Addresses are absolute.
std::optional<Image> lead_picture(const PageFacts& facts, const markup::Element& body, const std::optional<Url>& base);
/// "IMG_2041-1024x768.jpg?w=300" and "IMG_2041-scaled.jpg" show one picture: "img_2041.jpg".
std::string picture_name(std::string_view address);

}  // namespace blogbind::extract
