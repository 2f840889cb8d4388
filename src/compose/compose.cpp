#include "compose/compose.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "compose/appendices.h"
#include "compose/links.h"
#include "compose/metadata.h"
#include "compose/names.h"
#include "compose/reserved_ids.h"
#include "compose/shown_pictures.h"
#include "compose/split.h"
#include "compose/travel.h"

namespace blogbind::compose {

namespace {

std::optional<DateTime> newest(const std::vector<Comment>& comments) {
    std::optional<DateTime> time;
    for (const Comment& comment : comments)
        if (comment.published && (!time || time->utc() < comment.published->utc())) time = comment.published;
    return time;
}

// What stands at the end of the post's last chapter.
void add_comments(Chapter& chapter, CommentList list, const ChapterName& name, Comments wanted) {
    if (wanted == Comments::omit) return;
    std::vector<Comment> comments = std::move(list.all());
    const auto references = std::ranges::stable_partition(comments, std::not_fn(is_reference));
    for (Comment& reference : references) reference.parent.reset();
    chapter.references_bound = references.size();
    chapter.comments_bound = comments.size() - references.size();
    chapter.newest_comment = newest(comments);
    chapter.appendices = divided_into_appendices(std::move(comments), name);
    for (Appendix& appendix : chapter.appendices) appendix.comments.may_rest_in(list.resting_place().beside());
}

// Everything but the text and the comments, the same in all of a post's chapters.
Chapter frame(const Post& post, const std::string& language) {
    Chapter chapter;
    chapter.title = nfc(collapsed(post.title));
    chapter.language = language;
    for (const std::string& author : post.authors) chapter.authors.push_back(nfc(collapsed(author)));
    chapter.published = post.published;
    const bool changed = post.updated && (!post.published || post.updated->utc() > post.published->utc());
    if (changed) chapter.updated = post.updated;
    chapter.modified = post.updated;
    chapter.source = post.permalink;
    chapter.source_file = post.source_file;
    chapter.sha256 = post.sha256;
    chapter.retrieved = post.retrieved;
    chapter.archive_record = post.archive_record;
    chapter.memento = post.memento;
    return chapter;
}

std::vector<Chapter> chapters_of(Post post, const ChapterName& name, const std::string& book_language,
                                 const PictureSizes& pictures, Comments comments) {
    const std::string own_language = language_tag(post.language);
    const std::string& language = own_language.empty() ? book_language : own_language;
    free_reserved_ids(post.body, name.id());
    std::vector<markup::Body> bodies = split_into_documents(std::move(post.body), pictures);
    std::vector<Chapter> chapters;
    const int parts = static_cast<int>(bodies.size());
    for (int part = 1; part <= parts; ++part) {
        Chapter& chapter = chapters.emplace_back(frame(post, language));
        chapter.part = part;
        chapter.parts = parts;
        chapter.file = name.file(part);
        chapter.id = name.id(part);
        chapter.body = std::move(bodies[static_cast<std::size_t>(part - 1)]);
    }
    chapters.front().subtitle = nfc(collapsed(post.subtitle));
    chapters.front().place = nfc(collapsed(post.place));
    chapters.front().position = post.position;
    chapters.back().comments_declared = post.comments_declared;
    add_comments(chapters.back(), std::move(post.comments), name, comments);
    return chapters;
}

using Paths = std::set<std::string, std::less<>>;

void collect_pictures_of(const Chapter& chapter, Paths& shown) {
    collect_shown_pictures(chapter.body, shown);
    for (const Appendix& appendix : chapter.appendices)
        for (const Comment& comment : appendix.comments) collect_shown_pictures(comment.body, shown);
}

}  // namespace

Book compose(std::vector<Post> posts, const Listing& listing, const BookOptions& options,
             std::vector<Resource> resources, const media::ImageCounts& images, std::vector<Issue> losses,
             std::span<const FrontPost> front) {
    Book book;
    options.places.complete(posts);
    book.metadata = describe(posts, listing, options);
    book.comments_place =
        options.comments == Comments::chapter ? CommentsPlace::after_each_chapter : CommentsPlace::after_chapters;
    book.front = front_pages(front, book.metadata.language);
    PictureSizes sizes;
    for (const Resource& resource : resources) sizes.emplace(resource.path, resource.bytes.size);

    const std::vector<PartStart> parts = divided_into_parts(posts, options.grouping, book.metadata.language);
    Names names;
    LinkMap links;
    std::vector<std::size_t> first_chapters;
    std::vector<std::size_t> post_of_chapter;
    book.chapters.reserve(posts.size());
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const std::optional<Url> permalink = posts[i].permalink;
        const std::vector<Url> aliases = std::move(posts[i].aliases);
        const ChapterName name = names.give(posts[i]);
        std::vector<Chapter> chapters =
            chapters_of(std::move(posts[i]), name, book.metadata.language, sizes, options.comments);
        links.add(permalink, aliases, chapters);
        for (const Chapter& chapter : chapters) rest(chapter);
        first_chapters.push_back(book.chapters.size());
        post_of_chapter.insert(post_of_chapter.end(), chapters.size(), i);
        std::move(chapters.begin(), chapters.end(), std::back_inserter(book.chapters));
    }
    Paths shown;
    for (const FrontPage& page : book.front) collect_shown_pictures(page.body, shown);
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        links.rewrite(post_of_chapter[i], book.chapters[i]);
        collect_pictures_of(book.chapters[i], shown);
        rest(book.chapters[i]);
    }
    book.parts = parts_of(parts, first_chapters);
    if (options.travel_pages) {
        book.itinerary = itinerary_of(book.chapters);
        book.picture_index = captioned_pictures(book.chapters);
    }

    book.resources = std::move(resources);
    std::sort(book.resources.begin(), book.resources.end(),
              [](const Resource& a, const Resource& b) { return a.path < b.path; });
    // A picture of a post that the author named, but that no text shows, would be dead weight.
    std::erase_if(book.resources, [&](const Resource& resource) { return !shown.contains(resource.path); });
    book.losses = std::move(losses);
    book.images_found = images.found;
    book.images_described = images.described;
    book.images_missing = images.missing;
    return book;
}

}  // namespace blogbind::compose
