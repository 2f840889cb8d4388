// The comments of a post, divided into documents of a size that every reader opens.
#pragma once

#include <vector>

#include "compose/names.h"
#include "model/book.h"
#include "model/comment.h"

namespace blogbind::compose {

/// A document ends before a conversation that would make it too long; a conversation that is too long by itself is
/// continued in the next.
std::vector<Appendix> divided_into_appendices(std::vector<Comment> comments, const ChapterName& name);

}  // namespace blogbind::compose
