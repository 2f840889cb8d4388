#include "cli/front.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/text.h"
#include "cli/reading.h"
#include "source/about_page.h"
#include "source/front_matter.h"

namespace blogbind::cli {
namespace {

constexpr std::size_t largest_page = 1U << 20;

constexpr std::array<std::pair<std::string_view, FrontKind>, 3> kinds{{{"introduction", FrontKind::introduction},
                                                                       {"preface", FrontKind::preface},
                                                                       {"dedication", FrontKind::dedication}}};

/// Its field "type", else the name of its file.
FrontKind kind_of(const std::string& file, const FrontMatter& matter) {
    for (const std::string& told : {field_text(matter.fields, {"type"}), std::filesystem::path(file).stem().string()})
        for (const auto& [name, kind] : kinds)
            if (contains_ignoring_case(told, name)) return kind;
    return FrontKind::introduction;
}

Result<std::string> text_in(const std::string& file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return fail(ErrorKind::usage, fmt::format("--front: {} is a folder, not a Markdown file", file));
    Result<std::string> text = read_file(file, largest_page);
    if (!text) return fail(ErrorKind::usage, "--front: " + text.error().message);
    if (text->find('\0') != std::string::npos)
        return fail(ErrorKind::usage, fmt::format("--front: {} is no text file", file));
    return text;
}

constexpr std::string_view about = "about";

/// As the only post of a blog.
Options alone(Options options) {
    options.selection = {};
    options.book.comments = compose::Comments::omit;
    return options;
}

std::optional<Post> only_post_of(Listing& listing, const Options& plain, Fetcher& fetcher, Report& report) {
    std::optional<Post> found;
    read_posts(listing, fetcher, plain, report, [&](Post post) { found = std::move(post); });
    return found;
}

Result<std::optional<Post>> post_in(const std::string& file, const Options& options, Fetcher& fetcher, Report& report) {
    Options plain = alone(options);
    plain.discover = {};
    Result<Source> source = detect(file, SourceKind::markdown, std::nullopt);
    if (!source) return fail(ErrorKind::usage, "--front: " + source.error().message);
    std::vector<Source> sources;
    sources.push_back(*std::move(source));
    Result<Listing> listing = discover_all(plain, sources, fetcher, report);
    if (!listing) return std::optional<Post>();
    return only_post_of(*listing, plain, fetcher, report);
}

/// The blog, for people.
std::string name_of(const Listing& listing, const std::vector<Source>& sources) {
    if (listing.address) return listing.address->text();
    return sources.front().url ? sources.front().url->text() : listing.title;
}

}  // namespace

Result<std::vector<compose::FrontPost>> read_front(const Options& options, Fetcher& fetcher, Report& report) {
    std::vector<compose::FrontPost> pages;
    for (const std::string& file : options.front) {
        if (file == about) continue;
        const Result<std::string> text = text_in(file);
        if (!text) return fail(text.error());
        const FrontMatter matter = read_front_matter(*text);
        Result<std::optional<Post>> post = post_in(file, options, fetcher, report);
        if (!post) return fail(post.error());
        if (!*post || (*post)->body.is_empty())
            return fail(ErrorKind::usage, fmt::format("--front: {} says nothing", file));
        const bool has_title = !field_text(matter.fields, {"title"}).empty() || trimmed(matter.text).starts_with("# ");
        pages.push_back({kind_of(file, matter), has_title, **std::move(post)});
    }
    return pages;
}

void add_about(std::vector<compose::FrontPost>& pages, const Options& options, const std::vector<Source>& sources,
               Listing& listing, Fetcher& fetcher, Report& report) {
    const auto wanted = std::ranges::find(options.front, about);
    if (wanted == options.front.end()) return;
    std::optional<Entry> entry = find_about_page(listing, sources, fetcher, options.discover);
    if (!entry) {
        report.add(IssueCode::about_missing, name_of(listing, sources), "names no page about itself");
        return;
    }
    const std::optional<Url> address = entry->permalink;
    Listing page;
    page.entries.push_back(*std::move(entry));
    Report own;
    std::optional<Post> post = only_post_of(page, alone(options), fetcher, own);
    if (!post || post->body.is_empty()) {
        report.add(IssueCode::about_missing, address ? address->text() : name_of(listing, sources),
                   own.issues().empty() ? "says nothing" : own.issues().front().detail);
        return;
    }
    report.merge(std::move(own));
    if (address && listing.entries.size() > 1)
        std::erase_if(listing.entries, [key = same_page_key(*address)](const Entry& other) {
            return other.permalink && same_page_key(*other.permalink) == key;
        });
    pages.insert(pages.begin() + (wanted - options.front.begin()),
                 compose::FrontPost{FrontKind::introduction, true, *std::move(post)});
}

void embed_front(std::vector<compose::FrontPost>& pages, const Options& options, media::Embedder& embedder,
                 Report& report) {
    for (compose::FrontPost& page : pages) embedder.begin(page.post);
    for (compose::FrontPost& page : pages) embedder.finish(page.post, phrases_for(page.post, options), report);
}

}  // namespace blogbind::cli
