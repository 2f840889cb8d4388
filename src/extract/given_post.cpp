#include "extract/given_post.h"

#include "extract/furniture.h"
#include "extract/post_fields.h"
#include "extract/united_comments.h"

namespace blogbind::extract {

namespace {

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
    drop_furniture(post.body, post.title, post.permalink, post.explanation.left_out);
    if (given.lead_image) post.lead_image = std::make_unique<Image>(*given.lead_image);
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
}

}  // namespace blogbind::extract
