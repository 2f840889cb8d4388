#include "source/newsletter_exports.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/csv.h"
#include "base/hash.h"
#include "base/text.h"
#include "markup/html_parser.h"
#include "markup/select.h"
#include "markup/xhtml_writer.h"
#include "net/charset.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::size_t page_limit = 20U << 20;
constexpr std::size_t table_limit = 64U << 20;

using Tree = std::shared_ptr<const FileTree>;

/// The bytes of a post's page, its digest and file noted in `given`.
Result<std::string> page_of(const Tree& tree, const std::string& name, Given& given) {
    const FileTree::File* file = tree->find(name);
    if (file == nullptr) return fail(ErrorKind::not_found, name + " is not in " + tree->name());
    auto bytes = tree->read(*file, page_limit);
    if (!bytes) return fail(bytes.error());
    given.sha256 = sha256_hex(*bytes);
    given.source_file = name.substr(name.rfind('/') + 1);
    return decode_html(*bytes, {}).text;
}

// --- Substack
// ----------------------------------------------------------------------------------------------------------

struct SubstackPost {
    std::string file, title, subtitle;
    std::optional<DateTime> published;
};

Result<Given> substack_post(const Tree& tree, const SubstackPost& post, Report& report) {
    Given given;
    given.title = post.title;
    given.subtitle = post.subtitle;
    given.published = post.published;
    const auto html = page_of(tree, post.file, given);
    if (!html) return fail(html.error());
    given.content = parsed_content(*html, post.file, report);
    return given;
}

bool is_for_readers(const Csv& table, std::size_t row, const Inclusion& include) {
    const bool is_published = ascii_lowered(table.value(row, "is_published")) == "true";
    const std::string_view audience = table.value(row, "audience");
    const bool is_public = audience.empty() || audience == "everyone";
    return (is_published || include.drafts) && (is_public || include.private_posts);
}

// --- Medium
// ------------------------------------------------------------------------------------------------------------

std::string base_name(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

bool is_medium_post(std::string_view name) {
    return (name.starts_with("posts/") || name.find("/posts/") != std::string_view::npos) && name.ends_with(".html");
}

/// "2019-05-03_Fog-on-the-pier-1a2b3c4d5e6f.html": all that a list of posts needs.
std::optional<DateTime> date_in(const std::string& base) { return parse_date(base.substr(0, 10)); }

const markup::Element* found(const markup::Body& page, std::string_view selector) {
    return markup::Selector(selector).first(page.root());
}

std::string text_at(const markup::Body& page, std::string_view selector) {
    const markup::Element* element = found(page, selector);
    return element == nullptr ? std::string() : markup::collapsed_text(*element);
}

/// The first heading repeats the title, the line before it parts nothing.
void drop_repeated_head(markup::Body& content) {
    for (const char* selector : {".graf--title", ".graf--subtitle", ".section-divider"})
        if (markup::Element* element = markup::Selector(selector).first(content.root())) markup::remove(*element);
}

struct MediumPage {
    markup::Body page;
    Given given;
};

Result<MediumPage> medium_page(const Tree& tree, const std::string& name) {
    MediumPage read;
    const auto html = page_of(tree, name, read.given);
    if (!html) return fail(html.error());
    auto parsed = markup::parse_document(*html);
    if (!parsed) return fail(ErrorKind::unreadable, name + ": " + parsed.error().message);
    read.page = std::move(parsed->body);
    read.given.title = text_at(read.page, "h1.p-name");
    read.given.subtitle = text_at(read.page, ".p-summary");
    if (const markup::Element* time = found(read.page, "time.dt-published"))
        read.given.published = parse_date(markup::attribute(*time, "datetime"));
    return read;
}

Result<Given> medium_post(const Tree& tree, const std::string& name, Report& report) {
    auto read = medium_page(tree, name);
    if (!read) return fail(read.error());
    Given given = std::move(read->given);
    if (std::string author = text_at(read->page, ".p-author"); !author.empty())
        given.authors.push_back(std::move(author));
    for (const markup::Element* tag : markup::Selector("ul.tags li, ul.tags a").all(read->page.root()))
        if (std::string words = markup::collapsed_text(*tag); std::ranges::find(given.tags, words) == given.tags.end())
            given.tags.push_back(std::move(words));
    const markup::Element* body = found(read->page, ".e-content");
    if (body == nullptr) return fail(ErrorKind::unreadable, name + " holds no post");
    given.content = parsed_content(markup::inner_xhtml(*body), name, report);
    drop_repeated_head(given.content);
    return given;
}

bool is_answer(const markup::Body& page) {
    const markup::Element* body = found(page, ".e-content");
    return body != nullptr && markup::Selector(".graf--p").all(*body).size() <= 1 &&
           markup::first_descendant(*body, "img") == nullptr;
}

std::optional<Url> medium_permalink(const markup::Body& page) {
    const markup::Element* link = found(page, "a.p-canonical");
    return link == nullptr ? std::nullopt : Url::parse(markup::attribute(*link, "href"));
}

}  // namespace

bool holds_substack_export(const FileTree& tree) {
    const FileTree::File* table = tree.find("posts.csv");
    return table != nullptr && tree.start(*table, 4096).find("post_id") != std::string::npos;
}

Result<Listing> read_substack_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const Tree tree = source.tree;
    const FileTree::File* list = tree->find("posts.csv");
    if (list == nullptr) return fail(ErrorKind::unreadable, source.path.string() + " holds no posts.csv");
    const auto text = tree->read(*list, table_limit);
    if (!text) return fail(text.error());
    const Csv table(decode_text(*text, {}).text);
    ExportedBlog blog{{}, source.url, {}, {}, 0};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string id(table.value(row, "post_id"));  // with the slug: "12345.fog-on-the-pier"
        if (!is_for_readers(table, row, reading.options.include)) {
            ++blog.left_out;
            continue;
        }
        SubstackPost post{"posts/" + id + ".html", plain_title(table.value(row, "title")),
                          plain_title(table.value(row, "subtitle")), parse_date(table.value(row, "post_date"))};
        if (tree->find(post.file) == nullptr) {
            reading.report.add(IssueCode::post_without_body, post.title, "its page is not in the export");
            continue;
        }
        const std::string slug = id.substr(id.find('.') + 1);
        std::optional<Url> permalink = source.url ? source.url->resolve("/p/" + slug) : std::nullopt;
        (table.value(row, "type") == "page" ? blog.pages : blog.posts)
            .push_back({post.title, std::move(permalink), post.published,
                        [tree, post](Report& report) { return substack_post(tree, post, report); }});
    }
    return exported_listing(std::move(blog), source, reading.options.include.pages);
}

bool holds_medium_export(const FileTree& tree) {
    return std::ranges::any_of(tree.files(), [&](const FileTree::File& file) {
        if (!is_medium_post(file.name)) return false;
        const std::string start = tree.start(file, 16384);
        return start.find("h-entry") != std::string::npos && start.find("p-name") != std::string::npos;
    });
}

Result<Listing> read_medium_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const Tree tree = source.tree;
    ExportedBlog blog{{}, source.url, {}, {}, 0};
    for (const FileTree::File& file : tree->files()) {
        if (!is_medium_post(file.name)) continue;
        if (base_name(file.name).starts_with("draft_") && !reading.options.include.drafts) {
            ++blog.left_out;
            continue;
        }
        const auto read = medium_page(tree, file.name);
        if (!read || is_answer(read->page)) {
            reading.report.add(IssueCode::post_without_body, file.name,
                               read ? "it is an answer to somebody else’s post" : read.error().message);
            continue;
        }
        const auto published = read->given.published ? read->given.published : date_in(base_name(file.name));
        blog.posts.push_back({read->given.title, medium_permalink(read->page), published,
                              [tree, name = file.name](Report& report) { return medium_post(tree, name, report); }});
    }
    return exported_listing(std::move(blog), source, false);
}

}  // namespace blogbind
