// What discover needs to know of a post's page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/metadata.h"
#include "model/entry.h"
#include "model/page.h"
#include "series/evidence.h"
#include "series/part_tokens.h"

namespace blogbind {

struct PostFacts {
    Url address;               ///< canonical where it belongs to the same site
    std::vector<Url> aliases;  ///< requested, final, short links
    series::TitleParts title;
    extract::Metadata metadata;
    std::vector<series::Evidence> evidence;
    std::optional<series::PartList> index;  ///< the page is an index of a series
};
/// Nothing if no post stands in the page, or its address is not known.
std::optional<PostFacts> read_facts(const PagePart& part);

/// "Part B", else the title in quotation marks: what the post is called in reasons.
std::string label_of(const PostFacts& facts);

/// An entry that carries its page.
Entry entry_for(PagePart part, const extract::Metadata& metadata, std::string reason);

/// Pages of one site: same host, "www." or not, and hosts that redirects or canonical links showed to be the same.
class Site {
  public:
    void add(const Url& url);
    void add(const PagePart& part);
    [[nodiscard]] bool has(const Url& url) const;

  private:
    std::vector<std::string> hosts_;
};

}  // namespace blogbind
