// Names of comment kinds, as JSON spells them.
#include "model/comment.h"

namespace blogbind {

std::string_view comment_kind_name(CommentKind kind) {
    switch (kind) {
        case CommentKind::comment: return "comment";
        case CommentKind::pingback: return "pingback";
        case CommentKind::trackback: return "trackback";
        case CommentKind::webmention: return "webmention";
    }
    return "comment";
}

bool is_reference(const Comment& comment) { return comment.kind != CommentKind::comment; }

}  // namespace blogbind
