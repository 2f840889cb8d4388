// The comments of one post that several sources tell, each once.
#pragma once

#include <vector>

#include "model/comment.h"

namespace blogbind::extract {

/// Adds to `comments` those of `others` that it does not hold: a comment is the same where number and writer or words
/// agree, or writer and words. What is known of a comment on either side is kept; answers follow what they answer.
void unite_comments(std::vector<Comment>& comments, std::vector<Comment> others);

std::vector<Comment> copies_of(const std::vector<Comment>& comments);

}  // namespace blogbind::extract
