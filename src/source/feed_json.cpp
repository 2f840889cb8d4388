#include "source/feed_json.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "markup/xhtml_writer.h"

namespace blogbind {
namespace {

std::optional<Url> address_in(std::string_view text, const std::optional<Url>& base) {
    if (text.empty()) return std::nullopt;
    return base ? base->resolve(text) : Url::parse(text);
}

/// Version 1.1 has a list, version 1 one name.
std::vector<std::string> names_of(const Json& object) {
    std::vector<std::string> names;
    const auto add = [&names](const Json& author) {
        if (const std::string_view name = author.text("name"); !name.empty()) names.push_back(collapsed(name));
    };
    if (const Json::Array* authors = object["authors"].array())
        for (const Json& author : *authors) add(author);
    if (names.empty()) add(object["author"]);
    return names;
}

/// Plain text as paragraphs.
std::string paragraphs(std::string_view text) {
    std::string html;
    for (const std::string_view line : split(text, '\n'))
        if (!trimmed(line).empty()) html += "<p>" + markup::escaped(trimmed(line)) + "</p>";
    return html;
}

std::string id_of(const Json& item) {
    if (const std::int64_t* number = item["id"].integer()) return std::to_string(*number);
    return std::string(item.text("id"));
}

FeedEntry entry_of(const Json& item, const std::optional<Url>& base) {
    FeedEntry entry;
    entry.id = id_of(item);
    entry.title = {collapsed(item.text("title")), false};
    entry.permalink = address_in(item.text("url"), base);
    if (!entry.permalink) entry.permalink = Url::parse(entry.id);
    entry.authors = names_of(item);
    if (const Json::Array* tags = item["tags"].array())
        for (const Json& tag : *tags)
            if (tag.string() != nullptr) entry.tags.push_back(collapsed(*tag.string()));
    entry.published = parse_date(item.text("date_published"));
    entry.updated = parse_date(item.text("date_modified"));
    entry.content = item.text("content_html");
    if (entry.content.empty()) entry.content = paragraphs(item.text("content_text"));
    entry.summary = markup::escaped(item.text("summary"));
    entry.picture = item.text("image");
    entry.sha256 = sha256_hex(json_line(item));
    return entry;
}

}  // namespace

bool is_json_feed(const FileStart& start) {
    return trimmed(start.bytes()).starts_with('{') && start.mentions("jsonfeed.org/version/");
}

Status parse_json_feed(std::string_view text, const std::optional<Url>& address, Feed& feed) {
    const Result<Json> json = parse_json(text);
    if (!json) return fail(json.error());
    feed.title = {collapsed(json->text("title")), false};
    feed.description = {collapsed(json->text("description")), false};
    feed.language = json->text("language");
    feed.authors = names_of(*json);
    feed.home = address_in(json->text("home_page_url"), address);
    feed.older = address_in(json->text("next_url"), address);
    if (const Json::Array* items = (*json)["items"].array())
        for (const Json& item : *items) feed.entries.push_back(entry_of(item, feed.home ? feed.home : address));
    return {};
}

}  // namespace blogbind
