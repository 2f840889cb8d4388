// English: the first table, which stands in for languages that have none.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText english_texts[] = {
    {Phrase::contents, "Contents"},
    {Phrase::landmarks, "Landmarks"},
    {Phrase::start_of_text, "Start of the text"},
    {Phrase::cover, "Cover"},
    {Phrase::cover_of, "Cover: {a}"},
    {Phrase::from_the_blog, "From the blog {a}"},
    {Phrase::period, "{a} to {b}"},
    {Phrase::readers_comments, "Readers’ comments"},
    {Phrase::comments_on, "On “{a}”"},
    {Phrase::comments_on_part, "On “{a}” ({b} of {c})"},
    {Phrase::comments_title, "Comments on “{a}”"},
    {Phrase::continued, "{a} (continued, {b} of {c})"},
    {Phrase::to_comments, "{n} comment on this chapter|{n} comments on this chapter"},
    {Phrase::to_chapter, "Back to the chapter “{a}”"},
    {Phrase::comments_summary, "{n} comment|{n} comments"},
    {Phrase::people_count, "{n} person|{n} people"},
    {Phrase::comments_from, "{a} from {b}."},
    {Phrase::comments_retrieved, "{a} from {b}, as they stood on {c}."},
    {Phrase::comments_order,
     "Comments are printed whole and in the order in which they were posted; a reply stands under the comment it "
     "answers. Conversations that went deeper than three levels continue at the third, and say whom they answer."},
    {Phrase::by_post_author, "author"},
    {Phrase::in_reply_to, "in reply to {a}"},
    {Phrase::anonymous, "Anonymous"},
    {Phrase::likes, "{n} like|{n} likes"},
    {Phrase::removed_comment, "a removed comment"},
    {Phrase::comment_removed, "A comment stood here and was removed on the blog."},
    {Phrase::first_published, "First published {a} at {b}."},
    {Phrase::first_published_updated, "First published {a}, updated {b}, at {c}."},
    {Phrase::published_at, "Published at {a}."},
    {Phrase::notes, "Notes"},
    {Phrase::back_to_text, "Back to the text, note {a}"},
    {Phrase::photo, "Photo"},
    {Phrase::photo_undescribed, "Photo without description"},
    {Phrase::photo_missing, "This photo could not be retrieved: {a}"},
    {Phrase::photo_source, "It was at {a}"},
    {Phrase::gallery, "Gallery, {n} photo|Gallery, {n} photos"},
    {Phrase::still_of, "Still from: {a}"},
    {Phrase::video, "Video"},
    {Phrase::audio, "Audio"},
    {Phrase::map, "Map"},
    {Phrase::embedded, "Embedded content"},
    {Phrase::embed_not_included, "Not included in this book. Online:"},
    {Phrase::photo_here, "[photo: {a}]"},
    {Phrase::pull_quote, "Pull quote"},
    {Phrase::about_book, "About this book"},
    {Phrase::about_summary, "This book was made from {a}, {b} and {c}."},
    {Phrase::posts_count, "{n} post|{n} posts"},
    {Phrase::photos_count, "{n} photograph|{n} photographs"},
    {Phrase::sources, "Sources"},
    {Phrase::label_series, "Series"},
    {Phrase::changes_and_losses, "What is missing or changed"},
    {Phrase::nothing_lost, "Nothing was lost on the way."},
    {Phrase::rights, "Rights"},
    {Phrase::rights_notice, "© {a} {b}; each comment © its writer. Personal reading copy of a public blog."},
    {Phrase::how_made, "How it was made"},
    {Phrase::made_with, "Made with {a} from the blog’s own pages."},
    {Phrase::label_author, "Written by"},
    {Phrase::label_published, "First published"},
    {Phrase::label_updated, "Updated"},
    {Phrase::label_address, "Address"},
    {Phrase::label_retrieved, "Retrieved"},
    {Phrase::accessibility_all, "Every picture has the description its author wrote."},
    {Phrase::accessibility_some,
     "Pictures: {n}. Described by their author: {a}. Without a description, and announced as photos without "
     "description: {b}."},
    {Phrase::accessibility_none, "The book has no pictures."},
    {Phrase::no_conformance_claim,
     "No conformance claim is made: this book was produced by software and has not been evaluated by a person."},
    {Phrase::title_page, "Title page"},
    {Phrase::lost_posts, "{n} post could not be read and is missing.|{n} posts could not be read and are missing."},
    {Phrase::lost_parts,
     "{n} part that the series names was not found.|{n} parts that the series names were not found."},
    {Phrase::lost_comments,
     "Under {n} post the blog counts more comments than could be found.|Under {n} posts the blog counts more comments "
     "than could be found."},
    {Phrase::lost_images,
     "{n} picture could not be retrieved; a note stands in its place.|{n} pictures could not be retrieved; a note "
     "stands in the place of each."},
    {Phrase::lost_embeds,
     "{n} video, map or player is not included; it is named where it stood.|{n} videos, maps or players are not "
     "included; each is named where it stood."},
    {Phrase::vanished_posts,
     "{n} post is gone from the site and stays here as it was.|{n} posts are gone from the site and stay here as they "
     "were."},
    {Phrase::rescued_posts,
     "{n} post is gone from the site and was taken from a web archive.|{n} posts are gone from the site and were taken "
     "from a web archive."},
    {Phrase::rescued_images,
     "{n} picture is gone from its place and was taken from a web archive.|{n} pictures are gone from their places and "
     "were taken from a web archive."},
    {Phrase::new_posts, "{n} post is new in this edition:|{n} posts are new in this edition:"},
    {Phrase::changed_posts,
     "{n} post has changed since the last edition:|{n} posts have changed since the last edition:"},
    {Phrase::lost_other, "{n} smaller change was necessary.|{n} smaller changes were necessary."},
    {Phrase::more_losses, "… and {n} more|… and {n} more"},
    {Phrase::references, "Links from other sites"},
    {Phrase::volume, "{a}, volume {b}"},
    {Phrase::readers_font, "Your reader’s own typeface sets the text."},
    {Phrase::fonts_within, "Fonts within this book: {a}."},
};
static_assert(is_complete(english_texts, plural_rules::one_other));

}  // namespace

constinit const PhraseTable phrase_tables::english{
    .tags = "en",
    .plurals = plural_rules::one_other,
    .day_format = "{d} {m} {y}",
    .moment_format = "{a}, {b}",
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"},
    .texts = english_texts,
};

}  // namespace blogbind
