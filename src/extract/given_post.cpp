#include "extract/given_post.h"

#include <algorithm>
#include <unordered_map>

#include "extract/comments.h"
#include "extract/furniture.h"
#include "extract/post_fields.h"

namespace blogbind::extract {

namespace {

Comment copy_of(const Comment& comment) {
    return {comment.id,        comment.parent,      comment.author, comment.author_url, comment.by_post_author,
            comment.published, comment.body.copy(), comment.likes,  comment.kind,       comment.removed};
}

std::vector<Comment> copies_of(const std::vector<Comment>& comments) {
    std::vector<Comment> copies;
    copies.reserve(comments.size());
    for (const Comment& comment : comments) copies.push_back(copy_of(comment));
    return copies;
}

void take_provenance(const Given& given, Post& post) {
    post.sha256 = given.sha256;
    post.retrieved = given.retrieved;
    post.archive_record = given.archive_record;
    post.source_file = given.source_file;
}

template <class List>
void fill(List& wanted, const List& given) {
    if (wanted.empty()) wanted = given;
}

/// A time of day tells more than a day.
void fill(std::optional<DateTime>& wanted, const std::optional<DateTime>& given) {
    const bool is_vague = !wanted || !wanted->has_time || !wanted->offset;
    if (given && is_vague && (!wanted || given->has_time)) wanted = given;
}

void supplement_comments(Post& post, const Given& given) {
    if (post.comments.empty()) {
        post.comments = merged_comments([&] {
            std::vector<std::vector<Comment>> pages;
            pages.push_back(copies_of(given.comments));
            return pages;
        }());
        return;
    }
    std::unordered_map<std::string_view, const Comment*> known;
    for (const Comment& comment : given.comments) known.emplace(comment.id, &comment);
    for (Comment& comment : post.comments)
        if (const auto found = known.find(comment.id); found != known.end())
            fill(comment.published, found->second->published);
}

}  // namespace

Post given_post(const Entry& entry, const Given& given, std::string_view where, Report& report) {
    Post post;
    post.permalink = entry.permalink;
    post.aliases = given.aliases;
    post.title = given.title;
    post.subtitle = given.subtitle;
    post.authors = given.authors;
    post.published = given.published;
    post.updated = given.updated;
    post.language = given.language;
    post.tags = given.tags;
    post.place = given.place;
    post.position = given.position;
    post.licence = given.licence;
    post.site_title = given.site_title;
    post.site_description = given.site_description;
    post.site_url = given.site_url;
    post.part = entry.part;
    if (post.title.empty()) post.title = title_instead(entry, post);
    post.body = given.content.copy();
    drop_furniture(post.body, post.title, post.explanation.left_out);
    post.lead_image = given.lead_image;
    take_provenance(given, post);
    std::vector<std::vector<Comment>> pages;
    pages.push_back(copies_of(given.comments));
    take_comments(std::move(pages), given.comments_declared, {}, where, post, report);
    post.comments_closed = given.comments_closed;
    return post;
}

void supplement(Post& post, const Given& given) {
    fill(post.title, given.title);
    fill(post.subtitle, given.subtitle);
    fill(post.authors, given.authors);
    fill(post.tags, given.tags);
    fill(post.language, given.language);
    fill(post.site_title, given.site_title);
    fill(post.published, given.published);
    fill(post.updated, given.updated);
    supplement_comments(post, given);
}

}  // namespace blogbind::extract
