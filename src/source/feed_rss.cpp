#include "source/feed_rss.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "markup/xml_units.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

using markup::XmlElement;

std::optional<Url> address_in(std::string_view text, const std::optional<Url>& base) {
    std::optional<Url> url = Url::parse(trimmed(text));
    if (!url && base && !trimmed(text).empty()) url = base->resolve(trimmed(text));
    return url && url->is_web() ? url : std::nullopt;
}

/// RSS does not tell what a title is written in: where tags stand it is HTML.
FeedText text_of(std::string text) {
    const bool is_html = text.find('<') != std::string::npos;
    return {std::move(text), is_html};
}

/// The first of these fields that says something.
std::string text_of_any(const XmlElement& element, std::string_view names) {
    for (const std::string_view name : split_words(names))
        if (std::string text = element.text_of(name); !text.empty()) return text;
    return {};
}

/// The first of these fields, as HTML: escaped, or as elements.
std::string html_of_any(const XmlElement& element, std::string_view names) {
    for (const std::string_view name : split_words(names))
        if (const XmlElement* field = element.child(name))
            return field->holds_elements() ? markup::markup_inside(*field) : field->own_text();
    return {};
}

/// FeedBurner and the like put their own address in the place of the post's.
std::optional<Url> permalink_of(const XmlElement& item, const std::optional<Url>& base) {
    for (const std::string_view name : {"feedburner:origLink", "link"})
        if (auto url = address_in(item.text_of(name), base)) return url;
    const XmlElement* guid = item.child("guid");
    const bool is_permalink = guid != nullptr && guid->attribute("isPermaLink") != "false";
    if (is_permalink)
        if (auto url = address_in(guid->own_text(), std::nullopt)) return url;
    return address_in(item.attribute("rdf:about"), std::nullopt);
}

/// "mara@harbour.example (Mara Ellingsen)" is how RSS itself wants it; others write the name first.
std::string writer_name(std::string_view text) {
    const std::size_t open = text.find('('), at = text.find('@');
    const std::size_t name_end = std::min(text.find('<'), open);
    if (at != std::string_view::npos && name_end > 0 && name_end < at) return plain_title(text.substr(0, name_end));
    const bool has_address = text.substr(0, open).find('@') != std::string_view::npos;
    if (has_address && open != std::string_view::npos && text.ends_with(')'))
        text = text.substr(open + 1, text.size() - open - 2);
    else if (has_address)
        return {};
    return plain_title(text);
}

std::string picture_of(const XmlElement& item) {
    for (const XmlElement& field : item.children) {
        const bool is_medium =
            field.name == "media:thumbnail" || field.name == "media:content" || field.name == "enclosure";
        const std::string_view type = field.attribute(field.name == "media:content" ? "medium" : "type");
        if (is_medium && (field.name == "media:thumbnail" || type.starts_with("image")))
            return std::string(field.attribute("url"));
    }
    return {};
}

FeedEntry entry_of(const XmlElement& item, const std::optional<Url>& base) {
    FeedEntry entry;
    entry.id = item.text_of("guid");
    entry.title = text_of(item.text_of("title"));
    entry.rights = text_of(text_of_any(item, "dc:rights copyright"));
    entry.licence = text_of_any(item, "creativeCommons:license cc:license");
    entry.permalink = permalink_of(item, base);
    for (const XmlElement& field : item.children) {
        const bool is_writer = has_word("dc:creator dc:author author itunes:author", field.name);
        const bool is_tag = field.name == "category" || field.name == "dc:subject";
        std::string name = is_writer ? writer_name(field.own_text()) : is_tag ? plain_title(field.own_text()) : "";
        std::vector<std::string>& list = is_writer ? entry.authors : entry.tags;
        if (!name.empty() && std::ranges::find(list, name) == list.end()) list.push_back(std::move(name));
    }
    entry.published = parse_written_date(text_of_any(item, "pubDate dc:date dcterms:issued atom:published"));
    entry.updated = parse_written_date(text_of_any(item, "atom:updated dcterms:modified"));
    entry.content = html_of_any(item, "content:encoded xhtml:body body fullitem");
    entry.summary = text_of_any(item, "description dc:description atom:summary itunes:summary");
    entry.picture = picture_of(item);
    if (const auto count = parsed_integer(item.text_of("slash:comments")); count && *count >= 0 && *count < 1'000'000)
        entry.comments_declared = static_cast<int>(*count);
    entry.comments = address_in(item.text_of("comments"), base);
    entry.comment_feed = address_in(text_of_any(item, "wfw:commentRss wfw:commentRSS"), base);
    return entry;
}

void take_link(const XmlElement& link, const std::optional<Url>& base, Feed& feed) {
    const std::string_view relation = link.attribute("rel");
    if (relation == "next" || relation == "prev-archive") feed.older = address_in(link.attribute("href"), base);
}

/// A field of the channel.
void take_field(const XmlElement& field, const std::optional<Url>& base, Feed& feed) {
    if (field.name == "title") feed.title = text_of(field.own_text());
    if (field.name == "description") feed.description = text_of(field.own_text());
    if (has_word("itunes:summary itunes:subtitle", field.name) && feed.description.text.empty())
        feed.description = text_of(field.own_text());
    if (field.name == "copyright" || field.name == "dc:rights") feed.rights = text_of(field.own_text());
    if (has_word("pubDate dcterms:issued dc:date", field.name)) feed.published = parse_written_date(field.own_text());
    if (has_word("lastBuildDate dcterms:modified", field.name)) feed.updated = parse_written_date(field.own_text());
    if (field.name == "language" || field.name == "dc:language") feed.language = field.own_text();
    if (has_word("managingEditor dc:creator dc:author author", field.name) && feed.authors.empty())
        if (std::string name = writer_name(field.own_text()); !name.empty()) feed.authors.push_back(std::move(name));
    if (field.name == "generator") feed.generator = ascii_lowered(field.own_text());
    if (field.name == "link" && field.attribute("href").empty()) feed.home = address_in(field.own_text(), base);
    if (field.name == "creativeCommons:license") feed.licence = field.own_text();
    if (field.name == "atom:link" || field.name == "link" || field.name == "atom10:link") take_link(field, base, feed);
}

}  // namespace

bool is_rss(const FileStart& start) { return start.root() == "rss" || start.root() == "rdf:rdf"; }

Status parse_rss(std::string_view text, const std::optional<Url>& address, Feed& feed) {
    const bool is_flat = FileStart(text).root() == "rdf:rdf";  // there the items stand beside the channel
    return markup::visit_units(text, {.depth = is_flat ? 1 : 2}, [&](markup::XmlUnit unit) {
        if (unit.element.name == "item") {
            FeedEntry entry = entry_of(unit.element, feed.home ? feed.home : address);
            entry.sha256 = sha256_hex(text.substr(unit.start, unit.end - unit.start));
            return feed.entries.push_back(std::move(entry));
        }
        if (!is_flat) return take_field(unit.element, address, feed);
        if (unit.element.name == "channel")
            for (const XmlElement& field : unit.element.children) take_field(field, address, feed);
    });
}

}  // namespace blogbind
