// Unknown is null, empty lists are [], times are RFC 3339.
#include "cli/post_json.h"

#include "markup/xhtml_writer.h"
#include "series/part_tokens.h"

namespace blogbind::cli {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json address(const std::optional<Url>& url) { return url ? Json(url->text()) : Json(); }
Json moment(const std::optional<DateTime>& time) { return time ? Json(rfc3339(*time)) : Json(); }

template <class Number>
Json number_or_null(const std::optional<Number>& number) {
    return number ? Json(static_cast<std::int64_t>(*number)) : Json();
}

Json::Array texts(const std::vector<std::string>& list) {
    Json::Array array;
    for (const std::string& item : list) array.emplace_back(item);
    return array;
}

Json series_json(const Post& post) {
    if (!post.part && post.series_name.empty()) return {};
    return Json::Object{{"name", text_or_null(post.series_name)},
                        {"part", post.part ? Json(post.part->label) : Json()},
                        {"index", post.part ? number_or_null(series::place_of(*post.part)) : Json()},
                        {"total", post.part ? number_or_null(post.part->total) : Json()}};
}

Json image_json(const Image& image) {
    const std::string chosen = image.candidates.empty() ? image.source : image.candidates.front().url.text();
    return Json::Object{{"src", chosen},
                        {"alt", text_or_null(image.alt)},
                        {"caption", text_or_null(image.caption)},
                        {"link", address(image.link)}};
}

Json comment_json(const Comment& comment) {
    return Json::Object{{"id", comment.id},
                        {"parent", comment.parent ? Json(*comment.parent) : Json()},
                        {"author", text_or_null(comment.author)},
                        {"author_url", comment.author_url ? Json(*comment.author_url) : Json()},
                        {"by_post_author", comment.by_post_author},
                        {"published", moment(comment.published)},
                        {"text", markup::block_text(comment.body.root())},
                        {"xhtml", markup::inner_xhtml(comment.body.root())},
                        {"likes", number_or_null(comment.likes)},
                        {"kind", comment_kind_name(comment.kind)}};
}

}  // namespace

Json post_json(const Post& post) {
    Json::Array images, comments;
    for (const Image& image : post.images) images.push_back(image_json(image));
    for (const Comment& comment : post.comments) comments.push_back(comment_json(comment));
    return Json::Object{{"url", address(post.permalink)},
                        {"title", post.title},
                        {"subtitle", text_or_null(post.subtitle)},
                        {"authors", texts(post.authors)},
                        {"published", moment(post.published)},
                        {"updated", moment(post.updated)},
                        {"language", text_or_null(post.language)},
                        {"tags", texts(post.tags)},
                        {"series", series_json(post)},
                        {"previous", address(post.previous)},
                        {"next", address(post.next)},
                        {"text", markup::block_text(post.body.root())},
                        {"xhtml", markup::xhtml(post.body.root())},
                        {"images", std::move(images)},
                        {"comments_declared", number_or_null(post.comments_declared)},
                        {"comments_closed", post.comments_closed},
                        {"comments", std::move(comments)}};
}

}  // namespace blogbind::cli
