#include "source/movable_type.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "markup/markdown.h"
#include "net/charset.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"
#include "source/wordpress_paragraphs.h"

namespace blogbind {
namespace {

constexpr std::string_view entry_line = "--------", section_line = "-----";

struct Section {
    std::string name;  ///< "BODY", "COMMENT"; empty for the fields at the beginning
    std::multimap<std::string, std::string, std::less<>> fields;
    std::string text;

    [[nodiscard]] std::string field(std::string_view wanted) const {
        const auto found = fields.find(wanted);
        return found == fields.end() ? std::string() : found->second;
    }
};

/// An entry's place in the file and its sections.
struct MovableTypeEntry {
    std::size_t start = 0, end = 0;
    std::vector<Section> sections;

    [[nodiscard]] const Section& head() const { return sections.front(); }
    [[nodiscard]] std::string text_of(std::string_view name) const {
        const auto found = std::ranges::find(sections, name, &Section::name);
        return found == sections.end() ? std::string() : found->text;
    }
};

bool takes_fields(std::string_view section) { return section.empty() || section == "COMMENT" || section == "PING"; }

/// "DATE: …" is a field only by names that the format has: a reader's words may look like one.
bool is_field(std::string_view section, std::string_view name) {
    constexpr std::array<std::string_view, 15> of_entry{"AUTHOR",
                                                        "TITLE",
                                                        "BASENAME",
                                                        "STATUS",
                                                        "ALLOW COMMENTS",
                                                        "ALLOW PINGS",
                                                        "CONVERT BREAKS",
                                                        "PRIMARY CATEGORY",
                                                        "CATEGORY",
                                                        "UNIQUE URL",
                                                        "DATE",
                                                        "TAGS",
                                                        "IMAGE",
                                                        "NO ENTRY",
                                                        "URL"};
    constexpr std::array<std::string_view, 7> of_comment{"AUTHOR", "EMAIL", "IP", "URL", "DATE", "TITLE", "BLOG NAME"};
    if (section.empty()) return std::ranges::find(of_entry, name) != of_entry.end();
    return std::ranges::find(of_comment, name) != of_comment.end();
}

void take_line(std::string_view line, Section& section) {
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, std::min(colon, line.size()));
    if (takes_fields(section.name) && section.text.empty() && colon != std::string_view::npos &&
        is_field(section.name, name)) {
        section.fields.emplace(name, trimmed(line.substr(colon + 1)));
        return;
    }
    if (section.text.empty() && trimmed(line).empty()) return;
    section.text.append(line).append("\n");
}

std::vector<MovableTypeEntry> entries_of(std::string_view text) {
    std::vector<MovableTypeEntry> entries(1);
    entries.back().sections.emplace_back();
    bool is_new_section = false;
    std::size_t at = 0;
    for (std::string_view line : split(text, '\n')) {
        const std::size_t start = std::exchange(at, at + line.size() + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line == entry_line) {
            entries.back().end = start;
            entries.push_back({at, text.size(), {Section()}});
            is_new_section = false;
        } else if (line == section_line) {
            is_new_section = true;
        } else if (is_new_section) {
            if (trimmed(line).empty()) continue;
            const std::string_view name = trimmed(line.substr(0, std::min(line.find(':'), line.size())));
            entries.back().sections.push_back({std::string(name), {}, {}});
            is_new_section = false;
        } else {
            take_line(line, entries.back().sections.back());
        }
    }
    if (entries.back().end == 0) entries.back().end = text.size();
    std::erase_if(entries, [](const MovableTypeEntry& entry) { return entry.head().fields.empty(); });
    return entries;
}

/// "08/20/2020 10:00:00 AM", and with hours up to 23.
std::optional<DateTime> time_of(const std::string& text) {
    int month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0;
    std::array<char, 3> half{};
    const int found = std::sscanf(text.c_str(), "%2d/%2d/%4d %2d:%2d:%2d %2s", &month, &day, &year, &hour, &minute,
                                  &second, half.data());
    if (found < 6) return std::nullopt;
    if (half[0] == 'P' && hour < 12) hour += 12;
    if (half[0] == 'A' && hour == 12) hour = 0;
    std::array<char, 40> iso{};
    std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
    return parse_date(iso.data());
}

std::string html_of(std::string_view text, std::string_view breaks) {
    const std::string how = ascii_lowered(breaks);
    if (how.starts_with("markdown")) return markup::html_of_markdown(text);
    return how == "0" || how == "richtext" || how.empty() ? std::string(text) : with_paragraphs(text);
}

std::vector<std::string> tags_of(const Section& head) {
    std::vector<std::string> tags;
    const auto add = [&tags](std::string_view tag) {
        tag = trimmed(tag);
        if (tag.size() > 1 && tag.starts_with('"') && tag.ends_with('"')) tag = tag.substr(1, tag.size() - 2);
        if (!tag.empty() && std::ranges::find(tags, tag) == tags.end()) tags.emplace_back(tag);
    };
    add(head.field("PRIMARY CATEGORY"));
    for (auto [field, end] = head.fields.equal_range("CATEGORY"); field != end; ++field) add(field->second);
    const std::string listed = head.field("TAGS");
    for (const std::string_view tag : split(listed, ',')) add(tag);
    return tags;
}

Comment comment_of(const Section& section, std::size_t number, std::string_view where, Report& report) {
    Comment comment;
    comment.id = std::to_string(number);
    const bool is_ping = section.name == "PING";
    comment.kind = is_ping ? CommentKind::trackback : CommentKind::comment;
    comment.author = section.field(is_ping ? "BLOG NAME" : "AUTHOR");
    if (comment.author.empty()) comment.author = section.field("TITLE");
    if (const auto url = Url::parse(section.field("URL")); url && url->is_web()) comment.author_url = url->text();
    comment.published = time_of(section.field("DATE"));
    comment.body = parsed_content(with_paragraphs(section.text), where, report);
    return comment;
}

std::optional<Url> permalink_of(const Section& head) {
    for (const char* name : {"UNIQUE URL", "URL"})
        if (auto url = Url::parse(head.field(name)); url && url->is_web()) return url;
    return std::nullopt;
}

Given given_by(const MovableTypeEntry& entry, Report& report) {
    const Section& head = entry.head();
    Given given;
    given.title = plain_title(head.field("TITLE"));
    if (const std::string author = head.field("AUTHOR"); !author.empty()) given.authors.push_back(author);
    given.tags = tags_of(head);
    given.published = time_of(head.field("DATE"));
    const std::string breaks = head.field("CONVERT BREAKS");
    given.content =
        parsed_content(html_of(entry.text_of("BODY"), breaks) + "\n" + html_of(entry.text_of("EXTENDED BODY"), breaks),
                       given.title, report);
    given.lead_image = picture_at(head.field("IMAGE"));
    for (const Section& section : entry.sections)
        if (section.name == "COMMENT" || section.name == "PING")
            given.comments.push_back(comment_of(section, given.comments.size() + 1, given.title, report));
    given.comments_declared = static_cast<int>(given.comments.size());
    given.comments_closed = head.field("ALLOW COMMENTS") == "0";
    return given;
}

}  // namespace

bool is_movable_type(const FileStart& start) {
    const std::string_view text = start.bytes();
    const bool begins = text.starts_with("AUTHOR:") || text.starts_with("TITLE:") ||
                        text.starts_with(
                            "\xEF\xBB\xBF"
                            "AUTHOR:") ||
                        text.starts_with(
                            "\xEF\xBB\xBF"
                            "TITLE:");
    return begins && text.find("\nDATE:") != std::string_view::npos && text.find("\n-----") != std::string_view::npos;
}

Result<Listing> read_movable_type(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    std::string_view bytes = source.bytes;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string text = decode_html(bytes, {}).text;
    ExportedBlog blog{{}, source.url, {}, {}, 0};
    for (MovableTypeEntry& entry : entries_of(text)) {
        const Section& head = entry.head();
        const std::string status = ascii_lowered(head.field("STATUS"));
        if (!status.empty() && status != "publish" && !reading.options.include.drafts) {
            ++blog.left_out;
            continue;
        }
        const std::string digest = sha256_hex(std::string_view(text).substr(entry.start, entry.end - entry.start));
        const auto shared = std::make_shared<const MovableTypeEntry>(std::move(entry));
        blog.posts.push_back({plain_title(shared->head().field("TITLE")), permalink_of(shared->head()),
                              time_of(shared->head().field("DATE")),
                              [shared, digest, file = source.path.filename().string()](Report& report) {
                                  Given given = given_by(*shared, report);
                                  given.sha256 = digest;
                                  given.source_file = file;
                                  return Result<Given>(std::move(given));
                              }});
    }
    return exported_listing(std::move(blog), source, false);
}

}  // namespace blogbind
