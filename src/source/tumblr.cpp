#include "source/tumblr.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "markup/xhtml_writer.h"
#include "source/given_fields.h"
#include "source/live_api.h"
#include "source/page_signs.h"

namespace blogbind {
namespace {

constexpr std::size_t posts_at_once = 50;
constexpr std::string_view posts_path = "/api/read/json";

/// What all posts of a blog share.
struct Tumblelog {
    std::string title, description;
    std::optional<Url> home;
};

/// "var tumblr_api_read = {…};": a script, not yet JSON.
Result<Json> read_script(std::string_view answer) {
    const std::size_t start = answer.find('{'), end = answer.rfind('}');
    if (start == std::string_view::npos || end == std::string_view::npos || end < start)
        return fail(ErrorKind::unreadable, "no answer of the interface");
    return parse_json(answer.substr(start, end - start + 1));
}

std::string link(std::string_view address, std::string_view words) {
    return fmt::format("<a href=\"{}\">{}</a>", markup::escaped(address), markup::escaped(words));
}

std::string paragraph(std::string_view text) {
    return text.empty() ? std::string() : fmt::format("<p>{}</p>\n", markup::escaped(text));
}

std::string_view largest_picture(const Json& photo) {
    for (const char* name : {"photo-url-1280", "photo-url-500", "photo-url-400", "photo-url-250"})
        if (const std::string_view address = photo.text(name); !address.empty()) return address;
    return {};
}

std::string figure(const Json& photo, std::string_view caption) {
    return fmt::format("<figure><img src=\"{}\" alt=\"\">{}</figure>\n", markup::escaped(largest_picture(photo)),
                       caption.empty() ? std::string() : fmt::format("<figcaption>{}</figcaption>", caption));
}

std::string photo_html(const Json& post) {
    std::string html;
    const Json::Array* photos = post["photos"].array();
    if (photos == nullptr || photos->empty())
        html = figure(post, {});
    else
        for (const Json& photo : *photos) html += figure(photo, photo.text("caption"));
    return html + std::string(post.text("photo-caption"));
}

std::string conversation_html(const Json& post) {
    std::string html;
    if (const Json::Array* lines = post["conversation"].array())
        for (const Json& line : *lines)
            html += fmt::format("<p><strong>{}</strong> {}</p>\n", markup::escaped(line.text("label")),
                                markup::escaped(line.text("phrase")));
    return html.empty() ? paragraph(post.text("conversation-text")) : html;
}

std::string player_html(const Json& post, std::string_view player, std::string_view source, std::string_view caption) {
    std::string html(post.text(player));
    const std::string_view address = post.text(source);
    if (html.empty() && address.starts_with("http")) html = "<p>" + link(address, address) + "</p>\n";
    return html + std::string(post.text(caption));
}

/// A kind of post: where its title is, if it has one, and how its fields make a text. Fields are HTML, unless they are
/// words alone.
struct PostKind {
    std::string_view type, title;
    std::string (*html)(const Json& post);
};
constexpr std::array kinds{
    PostKind{"regular", "regular-title", [](const Json& post) { return std::string(post.text("regular-body")); }},
    PostKind{"photo", "", photo_html},
    PostKind{"quote", "",
             [](const Json& post) {
                 return fmt::format("<blockquote>{}</blockquote>\n<p>{}</p>", post.text("quote-text"),
                                    post.text("quote-source"));
             }},
    PostKind{"link", "link-text",
             [](const Json& post) {
                 const std::string_view words = post.text("link-text"), address = post.text("link-url");
                 return "<p>" + link(address, words.empty() ? address : words) + "</p>\n" +
                        std::string(post.text("link-description"));
             }},
    PostKind{"conversation", "conversation-title", conversation_html},
    PostKind{"video", "",
             [](const Json& post) { return player_html(post, "video-player", "video-source", "video-caption"); }},
    PostKind{"audio", "",
             [](const Json& post) { return player_html(post, "audio-player", "audio-url", "audio-caption"); }},
    PostKind{"answer", "",
             [](const Json& post) {
                 return fmt::format("<blockquote>{}</blockquote>\n{}", post.text("question"), post.text("answer"));
             }},
};

const PostKind& kind_of(const Json& post) {
    for (const PostKind& kind : kinds)
        if (kind.type == post.text("type")) return kind;
    return kinds.front();
}

std::string title_of(const Json& post) {
    const std::string_view field = kind_of(post).title;
    return field.empty() ? std::string() : plain_title(post.text(field));
}

std::optional<DateTime> published(const Json& post) {
    const std::int64_t* seconds = post["unix-timestamp"].integer();
    return time_on_wall(parse_date(post.text("date")),
                        seconds != nullptr ? std::optional(from_unix_seconds(*seconds)) : std::nullopt);
}

std::optional<Url> address_of(const Json& post) {
    const std::optional<Url> with_slug = Url::parse(post.text("url-with-slug"));
    return with_slug ? with_slug : Url::parse(post.text("url"));
}

Given given_by(const Tumblelog& blog, const LiveItem& item, Report& report) {
    const Json& post = item.json;
    Given given;
    given.title = title_of(post);
    given.published = published(post);
    if (const Json::Array* tags = post["tags"].array())
        for (const Json& tag : *tags)
            if (tag.string() != nullptr) given.tags.push_back(plain_title(*tag.string()));
    given.site_title = blog.title;
    given.site_description = blog.description;
    given.site_url = blog.home;
    if (const auto other = Url::parse(post.text("url")); other && other->is_web()) given.aliases.push_back(*other);
    given.content = parsed_content(kind_of(post).html(post), post.text("url"), report);
    given.comments_declared = 0;
    take_provenance(item, given);
    return given;
}

BatchPlan plan_for(const Url& address, std::size_t limit) {
    return {.most = posts_at_once,
            .limit = limit,
            .address =
                [list = address.without_query().text()](std::size_t start, std::size_t count) {
                    return Url::parse(fmt::format("{}?start={}&num={}", list, start, count));
                },
            .batch = [](std::string_view answer) -> std::optional<Batch> {
                const auto json = read_script(answer);
                return json ? batch_in(*json, "posts") : std::nullopt;
            }};
}

}  // namespace

std::optional<Url> tumblr_posts_of(const PagePart& page) {
    if (!page.url || page.url->path() != "/" || !loads_from(page, "assets.tumblr.com")) return std::nullopt;
    return Url::parse(page.url->origin() + std::string(posts_path) + "?start=0&num=1");
}

Result<Listing> read_tumblr(const Response& answer, const Reading& reading) {
    const auto first = read_script(answer.body);
    if (!first || (*first)["posts"].array() == nullptr)
        return fail(ErrorKind::unreadable, answer.url.text() + " is no answer of Tumblr’s");
    const Json& log = (*first)["tumblelog"];
    const auto blog = std::make_shared<const Tumblelog>(Tumblelog{
        plain_title(log.text("title")), plain_title(log.text("description")), Url::parse(answer.url.origin() + "/")});
    ExportedBlog listed{blog->title, blog->home, {}, {}};
    std::set<std::string> known;
    auto failures = visit_batches(plan_for(answer.url, reading.options.max_posts), reading.fetcher, [&](LiveItem item) {
        const auto address = address_of(item.json);
        if (!address || !known.insert(same_page_key(*address)).second) return false;
        const auto held = std::make_shared<const LiveItem>(std::move(item));
        listed.posts.push_back({title_of(held->json), address, published(held->json), [blog, held](Report& report) {
                                    return Result<Given>(given_by(*blog, *held, report));
                                }});
        return true;
    });
    return live_listing(std::move(listed), SourceKind::tumblr, answer.url, std::move(failures), reading);
}

}  // namespace blogbind
