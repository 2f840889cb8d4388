#include "source/ghost_export.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "source/exported_posts.h"
#include "source/ghost_documents.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::string_view site_mark = "__GHOST_URL__";

/// The export and its tables, looked up by the posts' numbers; entries share it.
class GhostExport {
  public:
    GhostExport(Json json, const Source& source)
        : json_(std::move(json)), file_(source.path.filename().string()), home_(source.url) {
        const Json::Array* databases = json_["db"].array();
        data_ = databases != nullptr && !databases->empty() ? &databases->front()["data"] : &json_["data"];
        index("posts_authors", "author_id", "users", authors_);
        index("posts_tags", "tag_id", "tags", tags_);
        each("posts_meta", [&](const Json& row) { meta_[std::string(row.text("post_id"))] = &row; });
    }

    [[nodiscard]] const Json& posts() const { return (*data_)["posts"]; }
    [[nodiscard]] const std::optional<Url>& home() const { return home_; }
    [[nodiscard]] std::string setting(std::string_view key) const {
        std::string value;
        each("settings", [&](const Json& row) {
            if (row.text("key") == key) value = row.text("value");
        });
        return value;
    }
    [[nodiscard]] std::optional<Url> permalink_of(const Json& post) const {
        if (auto url = Url::parse(post.text("canonical_url"))) return url;
        return home_ ? home_->resolve("/" + std::string(post.text("slug")) + "/") : std::nullopt;
    }

    [[nodiscard]] Given read(const Json& post, Report& report) const {
        Given given;
        given.title = plain_title(post.text("title"));
        given.subtitle = post.text("custom_excerpt");
        given.published = parse_date(post.text("published_at"));
        if (given.published) given.published->offset = std::chrono::minutes{0};  // Ghost keeps UTC
        given.updated = parse_date(post.text("updated_at"));
        if (given.updated) given.updated->offset = std::chrono::minutes{0};
        const std::string id(post.text("id"));
        if (const auto found = authors_.find(id); found != authors_.end()) given.authors = found->second;
        if (const auto found = tags_.find(id); found != tags_.end()) given.tags = found->second;
        given.language = post.text("locale").empty() ? setting("locale") : std::string(post.text("locale"));
        given.site_title = setting("title");
        given.site_description = setting("description");
        given.site_url = home_;
        given.content = parsed_content(with_site(html_of(post, given.title, report)), given.title, report);
        given.lead_image = lead_picture(post);
        given.sha256 = sha256_hex(json_line(post));
        given.source_file = file_;
        return given;
    }

  private:
    using Names = std::map<std::string, std::vector<std::string>>;

    template <typename Visit>
    void each(std::string_view table, Visit visit) const {
        if (const Json::Array* rows = (*data_)[table].array())
            for (const Json& row : *rows) visit(row);
    }

    /// Names from `named`, by the posts that `joining` joins them to. What begins with "#" is no tag for readers.
    void index(std::string_view joining, std::string_view key, std::string_view named, Names& names) const {
        std::map<std::string, std::string> by_id;
        each(named, [&](const Json& row) { by_id[std::string(row.text("id"))] = row.text("name"); });
        each(joining, [&](const Json& row) {
            const std::string& name = by_id[std::string(row.text(key))];
            if (!name.empty() && !name.starts_with('#')) names[std::string(row.text("post_id"))].push_back(name);
        });
    }

    [[nodiscard]] std::string with_site(std::string_view text) const {
        std::string site = home_ ? home_->text() : std::string();
        if (site.ends_with('/')) site.pop_back();
        return replaced(text, site_mark, site);
    }

    static std::string html_of(const Json& post, std::string_view where, Report& report) {
        if (const std::string_view html = post.text("html"); !html.empty()) return std::string(html);
        std::set<std::string> unknown;
        std::string html;
        if (const auto lexical = parse_json(post.text("lexical")))
            html = html_of_lexical(*lexical, unknown);
        else if (const auto mobiledoc = parse_json(post.text("mobiledoc")))
            html = html_of_mobiledoc(*mobiledoc, unknown);
        for (const std::string& name : unknown)
            report.add(IssueCode::element_dropped, where, "the card “" + name + "”");
        return html;
    }

    [[nodiscard]] std::optional<Image> lead_picture(const Json& post) const {
        const auto meta = meta_.find(std::string(post.text("id")));
        const Json none;
        const Json& row = meta == meta_.end() ? none : *meta->second;
        return picture_at(with_site(post.text("feature_image")), row.text("feature_image_alt"),
                          row.text("feature_image_caption"));
    }

    Json json_;
    const Json* data_ = nullptr;
    std::string file_;
    std::optional<Url> home_;
    Names authors_, tags_;
    std::map<std::string, const Json*> meta_;
};

bool is_for_readers(const Json& post, const Inclusion& include) {
    const std::string_view status = post.text("status"), visibility = post.text("visibility");
    if (status != "published" && status != "sent" && !include.drafts) return false;
    return visibility.empty() || visibility == "public" || include.private_posts;
}

}  // namespace

bool is_ghost_export(const FileStart& start) {
    const std::string_view text = start.bytes();
    const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool is_object = first != std::string_view::npos && text[first] == '{';
    return is_object && (start.mentions("\"db\"") || start.mentions("\"exported_on\"")) && start.mentions("\"data\"");
}

Result<Listing> read_ghost_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    auto json = parse_json(source.bytes);
    if (!json) return fail(ErrorKind::unreadable, export_name(source) + ": " + json.error().message);
    const auto all = std::make_shared<const GhostExport>(*std::move(json), source);
    ExportedBlog blog{all->setting("title"), all->home(), {}, {}, 0};
    if (const Json::Array* posts = all->posts().array())
        for (const Json& post : *posts) {
            if (!is_for_readers(post, reading.options.include)) {
                ++blog.left_out;
                continue;
            }
            std::optional<DateTime> published = parse_date(post.text("published_at"));
            if (published) published->offset = std::chrono::minutes{0};
            (post.text("type") == "page" ? blog.pages : blog.posts)
                .push_back({plain_title(post.text("title")), all->permalink_of(post), published,
                            [all, &post](Report& report) { return Result<Given>(all->read(post, report)); }});
        }
    return exported_listing(std::move(blog), source, reading.options.include.pages);
}

}  // namespace blogbind
