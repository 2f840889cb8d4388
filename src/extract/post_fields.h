// What is settled alike for a post of a page and one that came in fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "model/comment.h"
#include "model/entry.h"
#include "model/post.h"

namespace blogbind::extract {

/// A post without a title has its date, or the last part of its address.
std::string title_instead(const Entry& entry, const Post& post);

/// All comments in the order of the conversation, and how many the blog counts; `comments_incomplete` if they are not
/// all there, with `missing_pages` as the reason where that is known.
void take_comments(std::vector<std::vector<Comment>> pages, std::optional<int> declared,
                   const std::string& missing_pages, std::string_view where, Post& post, Report& report);

}  // namespace blogbind::extract
