#include "source/wix_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "base/csv.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "markup/xhtml_writer.h"
#include "net/charset.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"
#include "source/wordpress_paragraphs.h"

namespace blogbind {
namespace {

constexpr int deepest = 100;
constexpr std::string_view media = "https://static.wixstatic.com/media/";

/// "wix:image://v1/<id>/<name>#…", an id, or an address.
std::string picture_address(std::string_view source) {
    constexpr std::string_view scheme = "wix:image://v1/";
    if (source.starts_with("http") || source.empty()) return std::string(source);
    if (source.starts_with(scheme)) source.remove_prefix(scheme.size());
    return std::string(media) + std::string(source.substr(0, source.find_first_of("/#")));
}

std::string_view source_of(const Json& held) {
    for (const char* name : {"url", "id", "custom"})
        if (const std::string_view source = held["src"].text(name); !source.empty()) return source;
    return {};
}

std::string picture(const Json& held, std::string_view alt, const std::string& caption) {
    return fmt::format("<figure><img src=\"{}\" alt=\"{}\">{}</figure>\n",
                       markup::escaped(picture_address(source_of(held))), markup::escaped(alt),
                       caption.empty() ? "" : "<figcaption>" + caption + "</figcaption>");
}

std::string words(const Json& node) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> tags{
        {{"BOLD", "strong"}, {"ITALIC", "em"}, {"UNDERLINE", "u"}, {"STRIKETHROUGH", "s"}}};
    const Json& data = node["textData"];
    std::string html = replaced(markup::escaped(data.text("text")), "\n", "<br>");
    const Json::Array* decorations = data["decorations"].array();
    if (decorations == nullptr) return html;
    for (const Json& decoration : *decorations) {
        const auto found =
            std::ranges::find(tags, decoration.text("type"), &std::pair<std::string_view, std::string_view>::first);
        if (found != tags.end()) html = fmt::format("<{0}>{1}</{0}>", found->second, html);
        if (const std::string_view url = decoration["linkData"]["link"].text("url"); !url.empty())
            html = fmt::format("<a href=\"{}\">{}</a>", markup::escaped(url), html);
    }
    return html;
}

std::string gallery(const Json& node) {
    std::string pictures;
    if (const Json::Array* items = node["galleryData"]["items"].array())
        for (const Json& item : *items)
            pictures += picture(item["image"]["media"], item.text("altText"), markup::escaped(item.text("title")));
    return pictures;
}

std::string heading(const Json& node, const std::string& inside) {
    const std::int64_t* level = node["headingData"]["level"].integer();
    return fmt::format("<h{0}>{1}</h{0}>\n", level == nullptr ? 2 : std::clamp<std::int64_t>(*level, 1, 6), inside);
}

std::string embed(const Json& data) {
    const std::string_view html = data.text("html"), url = data.text("url");
    return html.empty() ? fmt::format("<iframe src=\"{}\"></iframe>\n", markup::escaped(url)) : std::string(html);
}

std::string video(const Json& node) {
    return fmt::format("<iframe src=\"{}\"></iframe>\n", markup::escaped(source_of(node["videoData"]["video"])));
}

std::string preview(const Json& node) {
    const Json& data = node["linkPreviewData"];
    const std::string_view url = data["link"].text("url"), title = data.text("title");
    return fmt::format("<p><a href=\"{}\">{}</a></p>\n", markup::escaped(url),
                       markup::escaped(title.empty() ? url : title));
}

/// A node of the editor's document: what it is called, and how it looks around what it holds.
struct NodeKind {
    std::string_view type;
    std::string (*html)(const Json& node, const std::string& inside);
};
constexpr std::array node_kinds{
    NodeKind{"TEXT", [](const Json& node, const std::string&) { return words(node); }},
    NodeKind{"PARAGRAPH", [](const Json&, const std::string& inside) { return "<p>" + inside + "</p>\n"; }},
    NodeKind{"HEADING", heading},
    NodeKind{"BULLETED_LIST", [](const Json&, const std::string& inside) { return "<ul>" + inside + "</ul>\n"; }},
    NodeKind{"ORDERED_LIST", [](const Json&, const std::string& inside) { return "<ol>" + inside + "</ol>\n"; }},
    NodeKind{"LIST_ITEM", [](const Json&, const std::string& inside) { return "<li>" + inside + "</li>"; }},
    NodeKind{"BLOCKQUOTE",
             [](const Json&, const std::string& inside) { return "<blockquote>" + inside + "</blockquote>\n"; }},
    NodeKind{"CODE_BLOCK", [](const Json&, const std::string& inside) { return "<pre>" + inside + "</pre>\n"; }},
    NodeKind{"DIVIDER", [](const Json&, const std::string&) { return std::string("<hr>\n"); }},
    NodeKind{"IMAGE",
             [](const Json& node, const std::string& inside) {
                 return picture(node["imageData"]["image"], node["imageData"].text("altText"), inside);
             }},
    NodeKind{"GALLERY", [](const Json& node, const std::string&) { return gallery(node); }},
    NodeKind{"VIDEO", [](const Json& node, const std::string&) { return video(node); }},
    NodeKind{"HTML", [](const Json& node, const std::string&) { return embed(node["htmlData"]); }},
    NodeKind{"LINK_PREVIEW", [](const Json& node, const std::string&) { return preview(node); }},
};

std::string html_of(const Json& node, int depth, std::set<std::string>& unknown) {
    std::string inside;
    const Json::Array* nodes = node["nodes"].array();
    if (nodes != nullptr && depth > 0)
        for (const Json& child : *nodes) inside += html_of(child, depth - 1, unknown);
    const auto found = std::ranges::find(node_kinds, node.text("type"), &NodeKind::type);
    if (found != node_kinds.end()) return found->html(node, inside);
    if (nodes == nullptr || nodes->empty()) unknown.emplace(node.text("type"));
    return inside;
}

std::string content_of(const Csv& table, std::size_t row, std::string_view where, Report& report) {
    std::set<std::string> unknown;
    const auto rich = parse_json(table.value(row, "Rich Content"));
    std::string html = rich ? html_of(*rich, deepest, unknown) : std::string();
    unknown.erase("");
    for (const std::string& name : unknown) report.add(IssueCode::element_dropped, where, "the element “" + name + "”");
    return html.empty() ? with_paragraphs(markup::escaped(table.value(row, "Plain Content"))) : html;
}

std::vector<std::string> names_in(std::string_view value) {
    std::vector<std::string> names;
    const auto list = parse_json(value);
    if (const Json::Array* items = list ? list->array() : nullptr) {
        for (const Json& item : *items)
            if (item.string() != nullptr) names.push_back(*item.string());
        return names;
    }
    for (const std::string_view name : split(value, ','))
        if (!trimmed(name).empty()) names.emplace_back(trimmed(name));
    return names;
}

std::optional<Url> permalink_of(const Csv& table, std::size_t row, const std::optional<Url>& home) {
    const std::string address(table.value(row, "Post Page URL"));
    if (auto url = Url::parse(address); url && url->is_web()) return url;
    return home && !address.empty() ? home->resolve(address) : std::nullopt;
}

Given given_by(const Csv& table, std::size_t row, Report& report) {
    Given given;
    given.title = plain_title(table.value(row, "Title"));
    if (const std::string_view author = table.value(row, "Author"); !author.empty()) given.authors.emplace_back(author);
    given.tags = names_in(table.value(row, "Categories"));
    for (std::string& tag : names_in(table.value(row, "Tags")))
        if (std::ranges::find(given.tags, tag) == given.tags.end()) given.tags.push_back(std::move(tag));
    given.published = parse_date(table.value(row, "Published Date"));
    given.updated = parse_date(table.value(row, "Last Published Date"));
    const std::string html = content_of(table, row, given.title, report);
    given.content = parsed_content(html, given.title, report);
    given.lead_image = picture_at(picture_address(table.value(row, "Cover Image")));
    given.sha256 = sha256_hex(html);
    return given;
}

}  // namespace

bool is_wix_export(const FileStart& start) {
    const std::string_view line = std::string_view(start.lowered()).substr(0, start.lowered().find('\n'));
    return line.find("rich content") != line.npos && line.find("title") != line.npos && line.find(',') != line.npos;
}

Result<Listing> read_wix_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const auto table = std::make_shared<const Csv>(decode_text(source.bytes, {}).text);
    ExportedBlog blog{{}, source.url, {}, {}, 0};
    for (std::size_t row = 0; row < table->size(); ++row)
        blog.posts.push_back({plain_title(table->value(row, "Title")), permalink_of(*table, row, source.url),
                              parse_date(table->value(row, "Published Date")),
                              [table, row, file = source.path.filename().string()](Report& report) {
                                  Given given = given_by(*table, row, report);
                                  given.source_file = file;
                                  return Result<Given>(std::move(given));
                              }});
    return exported_listing(std::move(blog), source, reading.options.include.pages);
}

}  // namespace blogbind
