// Who wrote one comment, when and what.
#pragma once

#include <optional>

#include "extract/comment_items.h"
#include "model/comment.h"
#include "net/url.h"

namespace blogbind::extract {

/// The comment that stands at `place`; id and parent are left to the caller. `bounds`: where other comments begin.
/// Nothing if there is neither text nor a writer.
std::optional<Comment> read_comment(const CommentPlace& place, const CommentBounds& bounds,
                                    const std::optional<Url>& base);

/// The number in "Liked by 3 people" and its translations; nothing for other text.
std::optional<int> likes_in(std::string_view text);

}  // namespace blogbind::extract
