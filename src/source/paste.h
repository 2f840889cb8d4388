// What can be seen in text that somebody copied from a blog's page: blocks, and comments with their nesting.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

enum class PasteKind { paragraph, heading, caption, quotation, bullet, number };

struct PasteBlock {
    PasteKind kind = PasteKind::paragraph;
    std::vector<std::string> lines;  ///< a hard break between two of them
};

struct PastedComment {
    int depth = 1;
    std::string author;              ///< empty in most pastes
    std::string date;                ///< as written; likewise
    std::vector<PasteBlock> blocks;  ///< paragraphs
    std::optional<int> likes;
};

struct CommentHeading {
    int declared = 0;
    std::string title;  ///< of the post; often the only place where it stands
};

struct Paste {
    std::string title;
    std::string author;
    std::vector<PasteBlock> blocks;
    std::optional<CommentHeading> heading;
    std::vector<PastedComment> comments;
};
Paste read_paste(std::string_view utf8);

/// "23 thoughts on “Title”", "4 Kommentare", "Comments (3)", in the languages of blogs.
std::optional<CommentHeading> comment_heading(std::string_view line);
/// "Leave a Reply" and its like: the comments end here.
bool is_reply_form_heading(std::string_view line);
/// "Liked by 2 people".
std::optional<int> like_count(std::string_view line);

/// Lines up to the comment heading as blocks.
std::vector<PasteBlock> read_blocks(const std::vector<std::string_view>& lines);
/// Captions and headings look alike; the words of the text around tell them apart.
void tell_captions_from_headings(std::vector<PasteBlock>& blocks);
/// Lines after the comment heading.
std::vector<PastedComment> read_pasted_comments(const std::vector<std::string_view>& lines);

}  // namespace blogbind
