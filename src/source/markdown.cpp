#include "source/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "markup/markdown.h"
#include "net/charset.h"
#include "series/order.h"
#include "series/part_tokens.h"
#include "source/foreign_markup.h"
#include "source/front_matter.h"
#include "source/given_fields.h"
#include "source/local_fetcher.h"
#include "source/mdx.h"
#include "source/static_site.h"
#include "source/template_tags.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t post_limit = 16U << 20;

bool has_any_ending(std::string_view name, std::initializer_list<std::string_view> endings) {
    const std::string lowered = ascii_lowered(name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lowered.ends_with(ending); });
}
bool is_markdown_name(std::string_view name) {
    return has_any_ending(name, {".md", ".markdown", ".mdown", ".mkd", ".mdx"});
}
bool is_page_name(std::string_view name) { return has_any_ending(name, {".html", ".htm", ".xhtml", ".mht", ".mhtml"}); }

bool has_folder(std::string_view name, std::string_view folder) {
    return name.starts_with(std::string(folder) + "/") || name.find("/" + std::string(folder) + "/") != name.npos;
}

/// What generators and people keep beside posts.
bool is_beside_posts(std::string_view name) {
    constexpr std::array<std::string_view, 14> folders{"_includes", "_layouts",   "_site",     "public", "themes",
                                                       "layouts",   "archetypes", "scaffolds", "vendor", "_templates",
                                                       "templates", "test",       "tests",     "_data"};
    constexpr std::array<std::string_view, 7> names{"readme",       "license",         "licence", "changelog",
                                                    "contributing", "code_of_conduct", "_index"};
    const std::string stem = ascii_lowered(fs::path(name).stem().string());
    return std::ranges::any_of(folders, [&](std::string_view folder) { return has_folder(name, folder); }) ||
           std::ranges::find(names, stem) != names.end();
}

bool is_draft_name(std::string_view name) { return has_folder(name, "_drafts") || has_folder(name, "drafts"); }

/// One post's file, as far as the list of posts needs it.
struct MarkdownFile {
    std::string name;  ///< within the tree; a path if there is none
    FrontMatter front;
    std::string title;
    std::optional<DateTime> published;
    std::optional<Url> permalink;
    bool is_draft = false;
};

/// "# Title" at the beginning of a text, taken from it.
std::string take_heading(std::string_view& text) {
    std::string_view rest = trimmed(text);
    if (!rest.starts_with("# ")) return {};
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string title(trimmed(rest.substr(2, end - 2)));
    while (title.ends_with('#')) title.pop_back();
    text = rest.substr(end);
    return std::string(trimmed(title));
}

/// "Fog on the pier" of "2020-01-02-fog-on-the-pier.md".
std::string title_of_name(std::string_view name) {
    std::string title = replaced(replaced(static_slug(name), "-", " "), "_", " ");
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::optional<DateTime> date_of_name(std::string_view name) {
    const std::string path(name);
    for (std::size_t at = path.find_first_of("0123456789"); at != std::string::npos && at + 10 <= path.size(); ++at)
        if ((at == 0 || path[at - 1] == '/') && path[at + 4] == '-' && path[at + 7] == '-')
            return parse_date(path.substr(at, 10));
    return std::nullopt;
}

MarkdownFile described(std::string name, std::string_view bytes, const StaticSite& site) {
    MarkdownFile file{std::move(name), read_front_matter(bytes), {}, std::nullopt, std::nullopt, false};
    const Json& fields = file.front.fields;
    std::string_view text = file.front.text;
    file.title = field_text(fields, {"title"});
    if (file.title.empty()) file.title = plain_title(markup::html_of_markdown(take_heading(text)));
    if (file.title.empty()) file.title = title_of_name(file.name);
    file.published = field_date(fields, {"date", "pubdate", "publishdate", "published", "created", "created_at"});
    if (!file.published) file.published = date_of_name(file.name);
    file.permalink = static_permalink(site, file.name, fields, file.published);
    const Json& published = fields["published"];
    file.is_draft = is_draft_name(file.name) || field_flag(fields, "draft") ||
                    (published.boolean() != nullptr && !*published.boolean()) ||
                    ascii_lowered(field_text(fields, {"status"})) == "draft";
    return file;
}

/// What all posts of one blog share.
struct Blog {
    std::shared_ptr<const FileTree> tree;  ///< null: one file alone
    fs::path folder;                       ///< of that file
    StaticSite site;
    std::map<std::string, std::string, std::less<>> addresses;  ///< permalinks by file, and by its name without endings

    /// The address of the file that is meant from within `post`; empty if there is none.
    [[nodiscard]] std::string file_address(std::string_view address, std::string_view post) const {
        const std::string home = site.home ? site.home->text() : std::string();
        if (!home.empty() && address.starts_with(home)) address.remove_prefix(home.size() - 1);
        if (address.starts_with("@/")) address.remove_prefix(1);  // Zola's name for the folder of all posts
        std::string path = percent_decoded(address.substr(0, address.find_first_of("?#")));
        for (const std::string_view name : {"{filename}", "{static}", "{attach}"})  // Pelican's
            if (path.starts_with(name)) path.erase(0, name.size());
        if (path.empty() || path.starts_with("//") || path.find("://") != std::string::npos) return {};
        for (const std::string& name : names_for(path, post)) {
            if (name.starts_with("..")) continue;
            if (!tree) {
                std::error_code error;
                if (!fs::is_regular_file(folder / name, error)) continue;
                return file_url(folder / name).value_or(*Url::parse("about:blank")).text();
            }
            if (tree->find(name) == nullptr) continue;
            if (is_markdown_name(name)) return post_address(name);
            if (const auto url = file_url(tree->root() / name)) return url->text();
        }
        return {};
    }
    /// Of the post that a file's name, with or without folders and ending, stands for.
    [[nodiscard]] std::string post_address(std::string_view name) const {
        for (const std::string& key : {std::string(name), fs::path(name).stem().string()})
            if (const auto found = addresses.find(key); found != addresses.end()) return found->second;
        return {};
    }

  private:
    /// Beside the post, in the folder that bears its name, and where generators keep what they copy.
    static std::vector<std::string> names_for(const std::string& path, std::string_view post) {
        const fs::path file(post);
        std::vector<std::string> names;
        const auto add = [&](const fs::path& name) { names.push_back(name.lexically_normal().generic_string()); };
        if (path.starts_with('/')) {
            for (const char* root :
                 {"", "static", "public", "source", "assets", "content", "src", "src/assets", "docs"})
                add(fs::path(root) / path.substr(1));
            return names;
        }
        add(file.parent_path() / path);
        add(file.parent_path() / file.stem() / path);
        for (const char* root : {"", "static", "source", "assets"}) add(fs::path(root) / path);
        return names;
    }
};

/// Pictures and links are pointed to files and posts of the blog where they are meant.
void place_files(markup::Body& content, const Blog& blog, const std::string& post) {
    markup::each_element(content.root(), [&](markup::Element& element) {
        const bool is_link = markup::is_named(element, "a");
        const char* name = is_link ? "href" : "src";
        if (!is_link && !markup::is_one_of(element, "img source video audio")) return;
        const std::string address(markup::attribute(element, name));
        if (const std::string file = blog.file_address(address, post); !file.empty())
            markup::set_attribute(element, name, file);
    });
}

std::optional<Image> lead_picture(const Json& fields, const Blog& blog, const std::string& post) {
    const std::string address =
        field_text(fields, {"image", "cover", "cover.image", "featured_image", "featuredimage", "hero", "heroimage",
                            "thumbnail", "banner", "image.src", "image.path", "cover.src"});
    if (address.empty()) return std::nullopt;
    const std::string alt = field_text(fields, {"cover.alt", "image.alt", "image_alt", "alt"});
    const std::string caption = field_text(fields, {"cover.caption", "image.caption"});
    const std::optional<Url> url = Url::parse(blog.file_address(address, post));
    if (!url) return picture_at(address, alt, caption);
    return Image{url->text(), {{*url, 0, 0, false}}, alt, caption, std::nullopt};
}

std::string text_of(const MarkdownFile& file, const Blog& blog, Report& report) {
    const std::string site = blog.site.home ? blog.site.home->text() : std::string();
    const TagRules rules{[&](std::string_view name) {
                             const std::string address = blog.post_address(name);
                             return address.empty() ? blog.file_address(name, file.name) : address;
                         },
                         site.empty() ? site : site.substr(0, site.size() - 1)};
    std::set<std::string> unknown;
    const bool is_mdx = ascii_lowered(file.name).ends_with(".mdx");
    const std::string mdx = is_mdx ? markdown_of_mdx(file.front.text) : std::string();
    std::string text = with_template_tags(is_mdx ? mdx : file.front.text, rules, unknown);
    for (const std::string& name : unknown)
        report.add(IssueCode::element_dropped, file.name, fmt::format("the tag “{}”", name));
    return text;
}

std::optional<Position> position_in(const Json& fields) {
    const auto position =
        parsed_position(field_text(fields, {"latitude", "lat", "geo.lat", "location.latitude"}),
                        field_text(fields, {"longitude", "lon", "lng", "geo.lon", "geo.lng", "location.longitude"}));
    return position ? position : parsed_position(field_text(fields, {"coordinates", "geo", "location.coordinates"}));
}

Given given_by(const MarkdownFile& file, const Blog& blog, Report& report) {
    const Json& fields = file.front.fields;
    if (!file.front.problem.empty())
        report.add(IssueCode::text_repaired, file.name, "its front matter cannot be read: " + file.front.problem);
    Given given;
    given.title = file.title;
    given.subtitle = field_text(fields, {"subtitle"});
    given.authors = field_list(fields, {"author", "authors"});
    given.tags =
        field_list(fields, {"categories", "category", "tags", "tag", "taxonomies.categories", "taxonomies.tags"});
    given.published = file.published;
    given.updated = field_date(fields, {"updated", "lastmod", "last_modified_at", "modified", "updateddate"});
    given.language = field_text(fields, {"lang", "language", "locale"});
    if (given.language.empty()) given.language = blog.site.language;
    given.place = field_text(fields, {"location", "place"});
    given.position = position_in(fields);
    given.site_title = blog.site.title;
    given.site_description = blog.site.description;
    given.site_url = blog.site.home;
    const std::string text = text_of(file, blog, report);
    std::string_view rest = text;
    if (field_text(fields, {"title"}).empty()) take_heading(rest);
    given.content = parsed_content(markup::html_of_markdown(rest), file.name, report);
    place_files(given.content, blog, file.name);
    given.lead_image = lead_picture(fields, blog, file.name);
    given.source_file = fs::path(file.name).filename().string();
    return given;
}

/// Reads a file again when its turn comes: a list of posts holds no texts.
Result<Given> read_post(const std::string& name, const std::shared_ptr<const Blog>& blog, Report& report) {
    const FileTree::File* file = blog->tree->find(name);
    const auto bytes =
        file != nullptr ? blog->tree->read(*file, post_limit) : fail(ErrorKind::not_found, name + " is gone");
    if (!bytes) return fail(bytes.error());
    const std::string text = decode_text(*bytes, {}).text;
    Given given = given_by(described(name, text, blog->site), *blog, report);
    given.sha256 = sha256_hex(*bytes);
    return given;
}

Entry entry_for(const MarkdownFile& file) {
    Entry entry;
    entry.permalink = file.permalink;
    entry.title = file.title;
    entry.published = file.published;
    entry.part = series::read_title(file.title).part;
    const auto place = field_number(file.front.fields, {"series_order", "series_index", "weight"});
    if (place && !field_list(file.front.fields, {"series", "taxonomies.series"}).empty())
        entry.part = PartNumber{fmt::format("{}", *place), {*place}, std::nullopt};
    entry.reason = "the file “" + file.name + "”";
    return entry;
}

/// Weights say more than names; dates say more than both.
void sort_files(std::vector<std::pair<double, Entry>>& posts) {
    std::ranges::stable_sort(posts, {}, [](const auto& post) { return post.first; });
    const auto is_dated = [](const auto& post) { return post.second.published.has_value(); };
    if (std::ranges::all_of(posts, is_dated))
        std::ranges::stable_sort(posts, {}, [](const auto& post) { return post.second.published->utc(); });
}

bool is_kept_for_posts(const FileTree::File* file) {
    return has_folder(file->name, "_posts") || has_folder(file->name, "_drafts");
}

/// The files that may be posts: those of "_posts" where there are such. Pages stand beside that folder.
std::vector<const FileTree::File*> files_of(const FileTree& tree, bool with_pages) {
    std::vector<const FileTree::File*> files, kept_for_posts;
    for (const FileTree::File& file : tree.files()) {
        const bool is_html_post = is_kept_for_posts(&file) && is_page_name(file.name);
        if ((!is_markdown_name(file.name) && !is_html_post) || is_beside_posts(file.name)) continue;
        files.push_back(&file);
        if (is_kept_for_posts(&file)) kept_for_posts.push_back(&file);
    }
    std::vector<const FileTree::File*>& found = kept_for_posts.empty() || with_pages ? files : kept_for_posts;
    std::ranges::sort(found, [](const auto* a, const auto* b) { return series::is_before_by_name(a->name, b->name); });
    return std::move(found);
}

/// A blog may have posts in other languages among those in Markdown.
void report_others(const FileTree& tree, Report& report) {
    for (const FileTree::File& file : tree.files()) {
        const auto language = is_beside_posts(file.name) ? std::nullopt : foreign_markup(file.name);
        if (language) report.add(IssueCode::post_without_body, file.name, *language);
    }
}

Result<Listing> read_tree(const Source& source, const Reading& reading) {
    const auto blog = std::make_shared<Blog>(Blog{source.tree, {}, static_site(*source.tree), {}});
    if (source.url) blog->site.home = source.url;
    std::vector<std::pair<double, Entry>> posts, pages;
    std::size_t left_out = 0;
    report_others(*source.tree, reading.report);
    const std::vector<const FileTree::File*> files = files_of(*source.tree, reading.options.include.pages);
    const bool has_folder_of_posts = std::ranges::any_of(files, is_kept_for_posts);
    for (const FileTree::File* found : files) {
        const auto bytes = source.tree->read(*found, post_limit);
        if (!bytes) {
            reading.report.add(IssueCode::post_without_body, found->name, bytes.error().message);
            continue;
        }
        const std::string text = decode_text(*bytes, {}).text;
        const MarkdownFile file = described(found->name, text, blog->site);
        const bool is_page = blog->site.is_configured && !file.published && file.front.fields.object() != nullptr;
        const bool is_unpublished = file.is_draft && !reading.options.include.drafts;
        if (is_unpublished) ++left_out;
        if (is_unpublished || (has_folder_of_posts && !is_kept_for_posts(found) && !is_page)) continue;
        if (file.permalink)
            for (const std::string& name : {file.name, fs::path(file.name).stem().string(), static_slug(file.name)})
                blog->addresses.try_emplace(name, file.permalink->text());
        Entry entry = entry_for(file);
        entry.given = [name = file.name, blog](Report& report) { return read_post(name, blog, report); };
        const double weight =
            field_number(file.front.fields, {"series_order", "series_index", "weight", "order", "part"}).value_or(0);
        (is_page ? pages : posts).emplace_back(weight, std::move(entry));
    }
    if (posts.empty() || reading.options.include.pages) std::ranges::move(pages, std::back_inserter(posts));
    if (posts.empty())
        return fail(ErrorKind::unreadable,
                    left_out == 0
                        ? source.path.string() + " holds no posts"
                        : fmt::format("{} holds no published posts; {} drafts can be had with --include drafts",
                                      source.path.string(), left_out));
    sort_files(posts);
    Listing listing{blog->site.title, blog->site.home, std::string(reader_of(source.kind).label), {}, {}};
    for (auto& [weight, entry] : posts) listing.entries.push_back(std::move(entry));
    return listing;
}

Result<Listing> read_file_alone(const Source& source) {
    const std::string name = source.path.empty() ? "text.md" : source.path.filename().string();
    const auto blog = std::make_shared<Blog>(Blog{source.tree, source.path.parent_path(), {}, {}});
    const auto text = std::make_shared<const std::string>(decode_text(source.bytes, {}).text);
    const std::string place = source.tree ? source.path.lexically_relative(source.tree->root()).generic_string() : name;
    MarkdownFile file = described(place, *text, blog->site);
    file.permalink = source.url;
    Listing listing{file.title, source.url, std::string(reader_of(source.kind).label), {}, {}};
    listing.entries.push_back(entry_for(file));
    listing.entries.back().given = [blog, text, place, digest = sha256_hex(source.bytes)](Report& report) {
        Given given = given_by(described(place, *text, blog->site), *blog, report);
        given.sha256 = digest;
        return Result<Given>(std::move(given));
    };
    return listing;
}

}  // namespace

bool is_markdown(const FileStart& start) {
    const std::string_view text = start.bytes();
    if (start.root() == "html" || text.find('\0') != std::string_view::npos) return false;
    const FrontMatter front = read_front_matter(text);
    if (front.fields.object() != nullptr && !front.fields.object()->empty() && !text.starts_with('{')) return true;
    if (!trimmed(text).starts_with("# ")) return false;
    return std::ranges::any_of(std::array{"](", "\n## ", "**", "\n- ", "\n> ", "\n```"},
                               [&](const char* mark) { return text.find(mark) != std::string_view::npos; });
}

bool holds_markdown(const FileTree& tree) {
    std::size_t texts = 0, pages = 0;
    for (const FileTree::File& file : tree.files()) {
        if (is_beside_posts(file.name)) continue;
        if (has_folder(file.name, "_posts") && is_markdown_name(file.name)) return true;
        texts += is_markdown_name(file.name);
        pages += is_page_name(file.name);
    }
    return texts > 0 && (texts > pages || static_site(tree).is_configured);
}

Result<Listing> read_markdown(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    return source.tree && source.bytes.empty() ? read_tree(source, reading) : read_file_alone(source);
}

}  // namespace blogbind
