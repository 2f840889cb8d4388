#include "source/journal_export.h"

#include <memory>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "markup/xml_units.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"
#include "source/wordpress_paragraphs.h"

namespace blogbind {
namespace {

using markup::XmlElement;

/// The number in a post's address is made of two: "https://ann.livejournal.com/<itemid × 256 + anum>.html".
std::optional<Url> permalink_of(const XmlElement& entry, const std::optional<Url>& home) {
    if (auto url = Url::parse(entry.text_of("url")); url && url->is_web()) return url;
    const auto item = parsed_integer(entry.text_of("ditemid"));
    return home && item ? home->resolve("/" + std::to_string(*item) + ".html") : std::nullopt;
}

std::optional<DateTime> time_of(const XmlElement& entry) {
    for (const char* name : {"eventtime", "logtime"})
        if (const auto time = parse_date(entry.text_of(name))) return time;
    return std::nullopt;
}

Given given_by(const XmlElement& entry, Report& report) {
    Given given;
    given.title = plain_title(entry.text_of("subject"));
    given.published = time_of(entry);
    if (const std::string author = entry.text_of("poster"); !author.empty()) given.authors.push_back(author);
    const std::string tags = entry.text_of("taglist");
    for (const std::string_view tag : split(tags, ','))
        if (!trimmed(tag).empty()) given.tags.emplace_back(trimmed(tag));
    given.place = entry.text_of("current_location");
    const bool is_formatted = entry.text_of("opt_preformatted") == "1";
    const std::string text = entry.text_of("event");
    given.content = parsed_content(is_formatted ? text : with_paragraphs(text), given.title, report);
    return given;
}

void take(XmlElement element, std::string digest, const Source& source, const Inclusion& include, ExportedBlog& blog) {
    const std::string security = element.text_of("security");
    const bool is_public = security.empty() || security == "public";
    if (!is_public && !include.private_posts) {
        ++blog.left_out;
        return;
    }
    const auto entry = std::make_shared<const XmlElement>(std::move(element));
    std::optional<DateTime> published = time_of(*entry);
    std::string title = plain_title(entry->text_of("subject"));
    blog.posts.push_back({std::move(title), permalink_of(*entry, source.url), published,
                          [entry, digest = std::move(digest), file = source.path.filename().string()](Report& report) {
                              Given given = given_by(*entry, report);
                              given.sha256 = digest;
                              given.source_file = file;
                              return Result<Given>(std::move(given));
                          }});
}

}  // namespace

bool is_journal_export(const FileStart& start) { return start.root() == "livejournal"; }

Result<Listing> read_journal_export(std::span<const Source> sources, const Reading& reading) {
    ExportedBlog blog;
    for (const Source& source : sources) {
        if (!blog.home) blog.home = source.url;
        const std::string_view bytes = source.bytes;
        const Status status = markup::visit_units(bytes, {.depth = 1}, [&](markup::XmlUnit unit) {
            if (unit.element.name != "entry") return;
            std::string digest = sha256_hex(bytes.substr(unit.start, unit.end - unit.start));
            take(std::move(unit.element), std::move(digest), source, reading.options.include, blog);
        });
        if (!status)
            reading.report.add(IssueCode::listing_incomplete, export_name(source),
                               "it breaks off: " + status.error().message);
    }
    return exported_listing(std::move(blog), sources.front(), false);
}

}  // namespace blogbind
