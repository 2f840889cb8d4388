// Where in a page the post stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/prose.h"
#include "markup/body.h"
#include "model/page.h"

namespace blogbind::extract {

struct Article {
    const markup::Element* anchor = nullptr;  ///< the element that holds title, byline and body: article#post-7.hentry
    const markup::Element* body = nullptr;    ///< the element whose children are the body
    std::string evidence;                     ///< what chose it, for `--explain`: "selector .entry-content in #post-7"
    std::vector<const markup::Element*> left_out{};  ///< what stands in the body but is no part of the text
};
/// What the user's rules say, else what looks most like a post's body; nothing if no element does.
std::optional<Article> find_article(const markup::Element& document, const RuledParts& ruled, const ProseMap& prose);

}  // namespace blogbind::extract
