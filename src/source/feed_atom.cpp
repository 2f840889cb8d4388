#include "source/feed_atom.h"

#include <algorithm>

#include "base/base64.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "markup/xhtml_writer.h"
#include "markup/xml_units.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

using markup::XmlElement;

std::optional<Url> resolved(std::string_view reference, const std::optional<Url>& base) {
    const std::string_view clean = trimmed(reference);
    if (clean.empty()) return std::nullopt;
    return base ? base->resolve(clean) : Url::parse(clean);
}

/// xml:base counts from the one around.
std::optional<Url> base_of(const XmlElement& element, const std::optional<Url>& around) {
    const std::optional<Url> own = resolved(element.attribute("xml:base"), around);
    return own ? own : around;
}

/// The one <div> that holds all the rest; null if something stands beside it.
const XmlElement* sole_division(const XmlElement& element) {
    const XmlElement* division = nullptr;
    for (const XmlElement& child : element.children) {
        if (child.name.empty() && trimmed(child.text).empty()) continue;
        if (division != nullptr || child.name.substr(child.name.find(':') + 1) != "div") return nullptr;
        division = &child;
    }
    return division;
}

/// RFC 4287 #section-3.1.1.3: the <div> is no part of the content. TypePad put one around escaped HTML as well.
std::string markup_of(const XmlElement& element) {
    const std::string_view type = element.attribute("type");
    const XmlElement* division = sole_division(element);
    if (division != nullptr && type == "html" && !division->holds_elements()) return division->own_text();
    return markup::markup_inside(division != nullptr && type == "xhtml" ? *division : element);
}

/// RFC 4287 #section-3.1 and #section-4.1.3.3, and the modes of Atom 0.3. Elements inside count whatever the type says.
FeedText text_of(const XmlElement& element, const std::optional<Url>& around = std::nullopt) {
    const std::string_view type = element.attribute("type"), mode = element.attribute("mode");
    if (element.holds_elements()) return {markup_of(element), true, base_of(element, around)};
    std::string text = element.own_text();
    const bool is_packed = mode == "base64" || type == "application/octet-stream";
    if (is_packed)
        if (const std::optional<std::string> unpacked = base64_decoded(text)) text = repaired_utf8(*unpacked).text;
    const bool is_html = is_packed || has_word("html text/html xhtml application/xhtml+xml", type);
    return {std::move(text), is_html, base_of(element, around)};
}

std::string html_of(const XmlElement& element) {
    FeedText text = text_of(element);
    return text.is_html ? std::move(text.text) : markup::escaped(text.text);
}

std::string html_in(const XmlElement& entry, std::string_view name) {
    const XmlElement* element = entry.child(name);
    return element == nullptr ? std::string() : html_of(*element);
}

FeedText text_in(const XmlElement& entry, std::string_view names, const std::optional<Url>& base) {
    for (const std::string_view name : split_words(names))
        if (const XmlElement* element = entry.child(name)) return text_of(*element, base);
    return {};
}

std::vector<std::string> names_of(const XmlElement& element) {
    std::vector<std::string> names;
    for (const XmlElement& field : element.children)
        if (field.name == "author")
            if (std::string name = plain_title(field.text_of("name")); !name.empty()) names.push_back(std::move(name));
    return names;
}

std::vector<std::string> terms_of(const XmlElement& entry) {
    std::vector<std::string> terms;
    for (const XmlElement& field : entry.children) {
        if (field.name != "category" || field.attribute("scheme").find("#kind") != std::string_view::npos) continue;
        const std::string_view label = field.attribute("label");
        std::string term = plain_title(label.empty() ? field.attribute("term") : label);
        if (!term.empty() && std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
    }
    return terms;
}

std::optional<int> small_number(std::string_view text) {
    const auto number = parsed_integer(trimmed(text));
    return number && *number >= 0 && *number < 1'000'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<int> declared_comments(const XmlElement& entry) {
    for (const XmlElement& field : entry.children)
        if (field.name == "link" && field.attribute("rel") == "replies")
            if (const auto count = small_number(field.attribute("thr:count"))) return count;
    return small_number(entry.text_of("thr:total"));
}

std::optional<DateTime> time_of(const XmlElement& entry, std::string_view names) {
    for (const std::string_view name : split_words(names))
        if (const auto time = parse_written_date(entry.text_of(name))) return time;
    return std::nullopt;
}

FeedEntry entry_of(const XmlElement& element, const std::optional<Url>& around) {
    const std::optional<Url> base = base_of(element, around);
    FeedEntry entry;
    entry.id = element.text_of("id");
    entry.title = text_in(element, "title", base);
    entry.rights = text_in(element, "rights copyright", base);
    for (const XmlElement& link : element.children) {
        const std::string_view relation = link.attribute("rel");
        if (link.name == "link" && (relation.empty() || relation == "alternate") && !entry.permalink)
            entry.permalink = resolved(link.attribute("href"), base);
        if (link.name == "link" && relation == "license") entry.licence = link.attribute("href");
        const bool is_page = has_word("text/html application/xhtml+xml", link.attribute("type"));
        if (link.name == "link" && relation == "replies")
            (is_page ? entry.comments : entry.comment_feed) = resolved(link.attribute("href"), base);
    }
    if (const auto own = Url::parse(element.text_of("feedburner:origLink"))) entry.permalink = own;
    entry.authors = names_of(element);
    entry.tags = terms_of(element);
    entry.published = time_of(element, "published issued created updated modified");
    entry.updated = time_of(element, "updated modified");
    entry.content = html_in(element, "content");
    entry.summary = html_in(element, "summary");
    const XmlElement* content = element.child("content");
    const bool has_base = base != around || (content != nullptr && !content->attribute("xml:base").empty());
    if (content != nullptr && has_base) entry.base = base_of(*content, base);
    if (const XmlElement* picture = element.child("media:thumbnail")) entry.picture = picture->attribute("url");
    entry.comments_declared = declared_comments(element);
    return entry;
}

/// Blogger's backups hold settings and templates as entries.
bool is_post(const XmlElement& entry) {
    constexpr std::string_view kinds = "http://schemas.google.com/blogger/2008/kind#";
    for (const XmlElement& field : entry.children)
        if (field.name == "category" && field.attribute("term").starts_with(kinds))
            return field.attribute("term").substr(kinds.size()) == "post";
    return entry.child("thr:in-reply-to") == nullptr;
}

void take_link(const XmlElement& link, const std::optional<Url>& base, Feed& feed) {
    const std::string_view relation = link.attribute("rel");
    if (relation.empty() || relation == "alternate") feed.home = resolved(link.attribute("href"), base);
    if (relation == "next" || relation == "prev-archive") feed.older = resolved(link.attribute("href"), base);
    if (relation == "license") feed.licence = link.attribute("href");
}

void take_field(const XmlElement& field, const std::optional<Url>& base, Feed& feed) {
    if (field.name == "id") feed.id = field.own_text();
    if (field.name == "title") feed.title = text_of(field, base);
    if (field.name == "subtitle" || field.name == "tagline") feed.description = text_of(field, base);
    if (field.name == "rights" || field.name == "copyright") feed.rights = text_of(field, base);
    if (field.name == "updated" || field.name == "modified") feed.updated = parse_written_date(field.own_text());
    if (field.name == "generator")
        feed.generator = ascii_lowered(field.own_text() + " " + std::string(field.attribute("uri")));
    if (field.name == "author") feed.authors.push_back(plain_title(field.text_of("name")));
    if (field.name == "link") take_link(field, base, feed);
}

/// The value of an attribute of the root, which units do not show.
std::string root_attribute(std::string_view text, std::string_view name) {
    const std::size_t start = text.find("<feed");
    if (start == std::string_view::npos) return {};
    const std::string_view tag = text.substr(start, text.find('>', start) - start);
    std::size_t at = tag.find(std::string(name) + "=");
    if (at == std::string_view::npos) return {};
    at += name.size() + 1;
    if (at >= tag.size()) return {};
    return std::string(tag.substr(at + 1, tag.find(tag[at], at + 1) - at - 1));
}

}  // namespace

bool is_atom(const FileStart& start) { return start.root() == "feed" || start.root() == "atom:feed"; }

Status parse_atom(std::string_view text, const std::optional<Url>& address, Feed& feed) {
    feed.language = root_attribute(text, "xml:lang");
    const std::optional<Url> own = resolved(root_attribute(text, "xml:base"), address);
    const std::optional<Url> base = own ? own : address;
    return markup::visit_units(text, {.depth = 1}, [&](markup::XmlUnit unit) {
        if (unit.element.name != "entry") return take_field(unit.element, base, feed);
        if (!is_post(unit.element)) return;
        FeedEntry entry = entry_of(unit.element, base);
        if (!entry.base && own) entry.base = own;
        entry.sha256 = sha256_hex(text.substr(unit.start, unit.end - unit.start));
        feed.entries.push_back(std::move(entry));
    });
}

}  // namespace blogbind
