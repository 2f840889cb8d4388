#include "source/local_posts.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/page_reading.h"
#include "series/order.h"
#include "source/content_kind.h"
#include "source/foreign_markup.h"
#include "source/pasted_text.h"
#include "source/post_facts.h"
#include "source/saved_page.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

std::string name_of(const Source& source) {
    // On the disk it may be in any encoding.
    return source.path.empty() ? "standard input" : repaired_utf8(source.path.filename().string()).text;
}

bool may_hold_post(const fs::path& path) {
    const std::string extension = ascii_lowered(path.extension().string());
    for (std::string_view known :
         {".html", ".htm", ".xhtml", ".txt", ".md", ".mht", ".mhtml", ".xml", ".csv", ".rss", ".atom", ".json"})
        if (extension == known) return true;
    return foreign_markup(extension).has_value();  // to be told of
}

Result<PagePart> saved_part(const Source& source, const extract::SiteRules& rules, Report& report) {
    auto part = saved_page(source, report);
    if (!part) return part;
    rules.apply(*part);
    if (!source.path.empty()) part->source_file = name_of(source);
    return part;
}

Result<Page> page_again(const Source& source, const extract::SiteRules& rules) {
    Report told_before;
    auto part = saved_part(source, rules, told_before);
    if (!part) return fail(part.error());
    Page page;
    page.parts.push_back(*std::move(part));
    return page;
}

Result<Entry> saved_post(const Source& source, const extract::SiteRules& rules, Report& report) {
    auto part = saved_part(source, rules, report);
    if (!part) return fail(part.error());
    const extract::PageKind kind = extract::page_kind(*part);
    if (kind == extract::PageKind::listing)
        return fail(ErrorKind::unreadable, name_of(source) + " is a list of posts, not a post");
    const extract::Metadata metadata = extract::metadata_of(*part);
    Entry entry = entry_for(*std::move(part), metadata, "the saved page “" + name_of(source) + "”");
    if (source.bytes.empty()) entry.page_again = [source, rules] { return page_again(source, rules); };
    return entry;
}

Result<Entry> pasted_post(const Source& source, Report& report) {
    const std::string name = source.path.empty() ? "Pasted text" : repaired_utf8(source.path.stem().string()).text;
    PagePart part = pasted_page(source.bytes, name, source.url, report);
    if (!source.path.empty()) part.source_file = name_of(source);
    const extract::Metadata metadata = extract::metadata_of(part);
    return entry_for(std::move(part), metadata, "the text “" + name_of(source) + "”");
}

/// The files that may hold posts, by name: those nearest to the root, for below them is what belongs to them.
std::vector<const FileTree::File*> files_of(const FileTree& tree) {
    const auto depth = [](const FileTree::File& file) { return std::ranges::count(file.name, '/'); };
    std::vector<const FileTree::File*> files;
    for (const FileTree::File& file : tree.files()) {
        if (!may_hold_post(file.name)) continue;
        if (!files.empty() && depth(file) < depth(*files.front())) files.clear();
        if (files.empty() || depth(file) == depth(*files.front())) files.push_back(&file);
    }
    std::ranges::sort(files, [](const auto* a, const auto* b) { return series::is_before_by_name(a->name, b->name); });
    return files;
}

/// What the files of the folder are; those that are nothing are reported.
std::vector<Source> sources_in(const Source& folder, Report& report) {
    std::vector<Source> sources;
    for (const FileTree::File* file : files_of(*folder.tree)) {
        auto source = detect_in(folder.tree, *file);
        if (source)
            sources.push_back(*std::move(source));
        else
            report.add(IssueCode::post_without_body, (folder.tree->root() / file->name).string(),
                       source.error().message);
    }
    if (!sources.empty()) sources.front().url = folder.url;
    return sources;
}

Result<Listing> listing_of(const Source& source, const Reading& reading) {
    auto entry = local_post(source, reading.options.rules, reading.report);
    if (!entry) return fail(entry.error());
    Listing listing;
    listing.source_kind = reader_of(source.kind).label;
    listing.entries.push_back(*std::move(entry));
    return listing;
}

}  // namespace

bool is_web_page(const FileStart& start) { return content_kind(start.bytes()).kind == ContentKind::html; }
bool is_plain_text(const FileStart& start) { return content_kind(start.bytes()).kind == ContentKind::text; }

Result<Entry> local_post(const Source& source, const extract::SiteRules& rules, Report& report) {
    return source.kind == SourceKind::pasted_text ? pasted_post(source, report) : saved_post(source, rules, report);
}

Result<Listing> read_saved_page(std::span<const Source> sources, const Reading& reading) {
    return listing_of(sources.front(), reading);
}

Result<Listing> read_pasted_text(std::span<const Source> sources, const Reading& reading) {
    return listing_of(sources.front(), reading);
}

Result<Listing> read_folder(std::span<const Source> sources, const Reading& reading) {
    const Source& folder = sources.front();
    const std::vector<Source> files = sources_in(folder, reading.report);  // which the listings refer to
    Listing all;
    for (ReadSource& read : read_local(files, reading)) {
        if (!read.listing) {
            reading.report.add(IssueCode::post_without_body, read.first->path.string(), read.listing.error().message);
            continue;
        }
        if (all.title.empty()) all.title = std::move(read.listing->title);
        if (!all.address) all.address = std::move(read.listing->address);
        std::ranges::move(read.listing->entries, std::back_inserter(all.entries));
    }
    if (all.entries.empty())
        return fail(ErrorKind::unreadable, "there is no saved page, text or export in " + folder.path.string());
    all.source_kind = reader_of(folder.kind).label;
    return all;
}

}  // namespace blogbind
