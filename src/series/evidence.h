// Which other posts a post says belong to its series, and how sure that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/article.h"
#include "extract/metadata.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind::series {

enum class EvidenceKind {
    series_box,
    index_post,
    pointer_next,
    pointer_previous,
    part_title,
    category,
    navigation,
    mention
};

struct Evidence {
    EvidenceKind kind;
    std::optional<Url> url;  ///< where the other post is; nothing if it is only named ("in part A")
    std::string title;       ///< the link's text or the sentence that names it
    int weight = 0;
    std::string list_name;  ///< series_box: what the list calls itself: "The Kestrel Coast series"
};
/// All that one post's page tells, strongest first. Links in sidebars, related-post boxes and comments do not count.
std::vector<Evidence> read_evidence(const PagePart& part, const extract::Article& article,
                                    const extract::Metadata& metadata);

/// A list of a series' parts in a post's text.
struct PartList {
    std::string name;
    bool is_mixed = false;        ///< a table of contents: posts of any title, not the numbered parts of one series
    std::vector<Evidence> parts;  ///< of kind series_box, in the order of the list
};
/// The page is little more than a list of parts of which it is none itself, or of five and more posts of its blog ("all
/// my Korea posts"): an index.
std::optional<PartList> read_index(const PagePart& part, const extract::Article& article,
                                   const extract::Metadata& metadata);

}  // namespace blogbind::series
