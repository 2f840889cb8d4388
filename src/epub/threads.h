// The comments of one appendix as lists in lists: three levels, deeper replies in the third in the order in which they
// were written. Every reply says whom it answers, so that nobody needs the indentation.
#pragma once

#include <map>
#include <string>

#include "epub/typesetter.h"
#include "model/book.h"

namespace blogbind::epub {

/// Where every comment of a chapter stands and who wrote it.
struct CommentPlace {
    const Comment* comment;
    std::string_view file;  ///< its appendix
};
using CommentIndex = std::map<std::string_view, CommentPlace>;
CommentIndex index_comments(const Chapter& chapter);

/// The values of the lists "comments" and "references" in appendix.xhtml. `index` is that of the chapter. Comments are
/// in its language, unless their words show another.
struct ThreadValues {
    TemplateValues::List comments, references;
};
ThreadValues thread_values(const Chapter& chapter, const Appendix& appendix, const CommentIndex& index,
                           Typesetter& typesetter);

}  // namespace blogbind::epub
