#include "source/wordpress_item.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/text.h"
#include "source/given_fields.h"
#include "source/wordpress_content.h"
#include "source/wordpress_paragraphs.h"

namespace blogbind {
namespace {

using markup::XmlElement;

long long number_of(const XmlElement& item, std::string_view name) {
    return parsed_integer(item.text_of(name)).value_or(0);
}

/// "0000-00-00 00:00:00" is no date.
std::optional<DateTime> wall_time(const XmlElement& item, std::string_view name) {
    const std::string text = item.text_of(name);
    return text.starts_with("0000") ? std::nullopt : parse_date(text);
}

std::optional<DateTime> time_of(const XmlElement& item, std::string_view local_name, std::string_view utc_name) {
    return time_on_wall(wall_time(item, local_name), wall_time(item, utc_name));
}

std::string meta(const XmlElement& item, std::string_view key) {
    for (const XmlElement& field : item.children)
        if (field.name == "wp:postmeta" && field.text_of("wp:meta_key") == key) return field.text_of("wp:meta_value");
    return {};
}

std::optional<Url> permalink_of(const XmlElement& item, const WordpressBlog& blog) {
    const std::string link = item.text_of("link");
    std::optional<Url> url = Url::parse(link);
    if (!url && blog.home && !link.empty()) url = blog.home->resolve(link);
    if (!url && blog.home) url = blog.home->resolve("/?p=" + item.text_of("wp:post_id"));
    return url && url->is_web() ? url : std::nullopt;
}

std::vector<std::string> terms_of(const XmlElement& item) {
    std::vector<std::string> terms;
    for (const std::string_view domain : {"category", "post_tag"})
        for (const XmlElement& field : item.children) {
            // the oldest exports name the domains otherwise, and each category twice
            const std::string_view of = field.attribute("domain");
            const bool is_tag = of == "post_tag" || of == "tag";
            if (field.name != "category" || is_tag != (domain == "post_tag")) continue;
            if (!is_tag && !of.empty() && of != "category") continue;
            std::string name = plain_title(field.own_text());
            if (!name.empty() && std::ranges::find(terms, name) == terms.end()) terms.push_back(std::move(name));
        }
    return terms;
}

struct KindOfType {
    std::string_view type;
    CommentKind kind;
};
constexpr std::array comment_kinds{
    KindOfType{"", CommentKind::comment},
    KindOfType{"comment", CommentKind::comment},
    KindOfType{"pingback", CommentKind::pingback},
    KindOfType{"trackback", CommentKind::trackback},
    KindOfType{"webmention", CommentKind::webmention},
};

/// Nothing for what was not approved, and for notes that shops and the like keep as comments.
std::optional<Comment> comment_of(const XmlElement& field, std::string_view writer_id, std::string_view where,
                                  Report& report) {
    const std::string type = field.text_of("wp:comment_type");
    const auto kind = std::ranges::find(comment_kinds, type, &KindOfType::type);
    if (kind == comment_kinds.end() || field.text_of("wp:comment_approved") != "1") return std::nullopt;
    Comment comment;
    comment.id = field.text_of("wp:comment_id");
    comment.kind = kind->kind;
    if (std::string parent = field.text_of("wp:comment_parent"); !parent.empty() && parent != "0")
        comment.parent = std::move(parent);
    comment.author = plain_title(field.text_of("wp:comment_author"));
    if (const auto url = Url::parse(field.text_of("wp:comment_author_url")); url && url->is_web())
        comment.author_url = url->text();
    const std::string user = field.text_of("wp:comment_user_id");
    comment.by_post_author = !user.empty() && user != "0" && user == writer_id;
    comment.published = time_of(field, "wp:comment_date", "wp:comment_date_gmt");
    comment.body = parsed_content(with_paragraphs(field.text_of("wp:comment_content")), where, report);
    return comment;
}

void take_comments(const XmlElement& item, std::string_view writer_id, std::string_view where, Given& given,
                   Report& report) {
    for (const XmlElement& field : item.children)
        if (field.name == "wp:comment")
            if (std::optional<Comment> comment = comment_of(field, writer_id, where, report))
                given.comments.push_back(*std::move(comment));
    given.comments_declared = static_cast<int>(given.comments.size());
    given.comments_closed = item.text_of("wp:comment_status") == "closed";
}

void take_site(const WordpressBlog& blog, Given& given) {
    given.site_title = blog.title;
    given.site_description = blog.description;
    given.site_url = blog.home;
    given.language = blog.language;
}

}  // namespace

WordpressItem wordpress_item(const XmlElement& item, const WordpressBlog& blog) {
    WordpressItem found;
    found.id = number_of(item, "wp:post_id");
    found.type = item.text_of("wp:post_type");
    found.status = item.text_of("wp:status");
    found.is_protected = !item.text_of("wp:post_password").empty();
    found.title = plain_title(item.text_of("title"));
    found.permalink = permalink_of(item, blog);
    if (auto other = Url::parse(item.text_of("guid")); other && other->is_web() && other != found.permalink)
        found.alias = std::move(other);
    found.published = time_of(item, "wp:post_date", "wp:post_date_gmt");
    if (!found.published) found.published = parse_date(item.text_of("pubDate"));
    return found;
}

bool is_included(const WordpressItem& item, const Inclusion& include) {
    if (item.is_protected && !include.protected_posts) return false;
    if (item.status == "publish" || item.status.empty()) return true;
    if (item.status == "private") return include.private_posts;
    if (item.status == "trash") return include.trash;
    const bool is_draft = item.status == "draft" || item.status == "pending" || item.status == "future";
    return is_draft && include.drafts;
}

Given wordpress_post(const XmlElement& item, const WordpressBlog& blog, Report& report) {
    const WordpressItem found = wordpress_item(item, blog);
    const std::string where = found.permalink ? found.permalink->text() : found.title;
    Given given;
    take_site(blog, given);
    given.title = found.title;
    given.published = found.published;
    given.updated = time_of(item, "wp:post_modified", "wp:post_modified_gmt");
    given.tags = terms_of(item);
    given.place = meta(item, "geo_address");
    // 0: the author keeps to herself where exactly it was.
    if (meta(item, "geo_public") != "0")
        given.position = parsed_position(meta(item, "geo_latitude"), meta(item, "geo_longitude"));
    const std::string login = item.text_of("dc:creator");
    const WordpressWriter* writer = blog.writer(login);
    if (!login.empty()) given.authors.push_back(writer != nullptr ? writer->name : login);
    if (found.alias) given.aliases.push_back(*found.alias);
    given.content =
        wordpress_content({item.text_of("content:encoded"), found.id, meta(item, "footnotes"), where}, blog, report);
    if (const auto number = parsed_integer(meta(item, "_thumbnail_id")))
        if (const std::optional<WordpressMedium> medium = blog.medium(*number))
            given.lead_image = picture_at(medium->address, medium->alt, medium->caption);
    take_comments(item, writer != nullptr ? writer->id : std::string(), where, given, report);
    return given;
}

}  // namespace blogbind
