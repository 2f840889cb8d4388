#include "cli/front.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/text.h"
#include "cli/reading.h"
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

/// As the only post of a blog.
Result<std::optional<Post>> post_in(const std::string& file, const Options& options, Fetcher& fetcher, Report& report) {
    Options plain = options;
    plain.selection = {};
    plain.discover = {};
    Result<Source> source = detect(file, SourceKind::markdown, std::nullopt);
    if (!source) return fail(ErrorKind::usage, "--front: " + source.error().message);
    std::vector<Source> sources;
    sources.push_back(*std::move(source));
    Result<Listing> listing = discover_all(plain, sources, fetcher, report);
    if (!listing) return std::optional<Post>();
    std::optional<Post> found;
    read_posts(*listing, fetcher, plain, report, [&](Post post) { found = std::move(post); });
    return found;
}

}  // namespace

Result<std::vector<compose::FrontPost>> read_front(const Options& options, Fetcher& fetcher, Report& report) {
    std::vector<compose::FrontPost> pages;
    for (const std::string& file : options.front) {
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

void embed_front(std::vector<compose::FrontPost>& pages, const Options& options, media::Embedder& embedder,
                 Report& report) {
    for (const compose::FrontPost& page : pages) embedder.begin(page.post);
    for (compose::FrontPost& page : pages) embedder.finish(page.post, phrases_for(page.post, options), report);
}

}  // namespace blogbind::cli
