// A post's body cut out of its pages.
#pragma once

#include <optional>
#include <vector>

#include "extract/article.h"
#include "markup/body.h"
#include "model/explanation.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind::extract {

struct Section {
    const PagePart* part = nullptr;
    Article article;
    const markup::Element* comments = nullptr;  ///< left out where a page has them within its body; may be null
};

/// The bodies of all sections one after the other, without furniture. Addresses are left as they stand, unless a
/// page's relative addresses start elsewhere than `permalink`. `explanation` gets what was chosen and what went.
markup::Body cut_body(const std::vector<Section>& sections, const std::optional<Url>& permalink,
                      std::string_view title, Explanation& explanation);

/// Makes addresses in the tree absolute: href, src, srcset and their lazy sisters. "#note" stays.
void resolve_addresses(markup::Element& root, const Url& base);

}  // namespace blogbind::extract
