// A picture of a post, before it is fetched.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "net/url.h"

namespace blogbind {

struct ImageCandidate {
    Url url;
    int width = 0;             ///< pixels as declared or as the address tells; 0 unknown
    int height = 0;
    bool guessed = false;      ///< derived by a rule about addresses, may not exist

    /// It came with a saved page, beside it or within it: nobody need be asked for it. Short data: addresses are
    /// previews and icons.
    [[nodiscard]] bool is_saved() const {
        constexpr std::size_t longest_preview = 4096;
        return url.scheme() == "file" || (url.scheme() == "data" && url.text().size() > longest_preview);
    }
};

struct Image {
    std::string source;                      ///< the key: equal to the `src` of its <img> elements in the body
    std::vector<ImageCandidate> candidates;  ///< best first for the largest device; at least one
    std::string alt;                         ///< the author's words; empty if none, or none worth keeping
    std::string caption;                     ///< plain text of the figure's caption; empty if none
    std::optional<Url> link;                 ///< where the picture leads, if not to itself
};

}  // namespace blogbind
