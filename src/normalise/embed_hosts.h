// Which services blogs embed, and the address at which a reader finds the same thing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/url.h"

namespace blogbind::normalise {

enum class EmbedKind { video, audio, map, other, dropped };

struct Embed {
    EmbedKind kind = EmbedKind::other;
    std::string_view service;  ///< "YouTube"; empty for an unknown host
    std::string address;       ///< where people, not frames, go
    std::string place;         ///< "59.9139, 10.7522" for a map with coordinates
};

/// What an embedded frame at `url` is.
Embed embed_at(const Url& url);

}  // namespace blogbind::normalise
