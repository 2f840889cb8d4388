#include "source/web_archive.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/file.h"
#include "base/gzip.h"
#include "base/json.h"
#include "base/shared_file.h"
#include "base/text.h"
#include "net/site_copy.h"
#include "net/unpacked_warc.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t index_limit = 512U << 20;
constexpr std::size_t list_limit = 64U << 20;

bool is_warc_name(std::string_view name) {
    const std::string lowered = ascii_lowered(name);
    return lowered.ends_with(".warc") || lowered.ends_with(".warc.gz") || lowered.ends_with(".warc.zst");
}

bool is_index_name(std::string_view name) {
    const std::string lowered = ascii_lowered(name);
    return lowered.ends_with(".cdxj") || lowered.ends_with(".cdx") || lowered.ends_with(".cdx.gz") ||
           lowered.ends_with(".cdxj.gz");
}

/// Of one packed member after the other.
std::string unpacked(std::string_view bytes) {
    if (!bytes.starts_with("\x1f\x8b")) return std::string(bytes);
    std::string text;
    Inflater inflater;
    while (!bytes.empty() && text.size() < index_limit) {
        const Inflater::State state = inflater.inflate(bytes, text, index_limit - text.size());
        if (state == Inflater::State::damaged) break;
        if (state == Inflater::State::end) inflater.restart();
    }
    return text;
}

/// All that one crawl consists of.
struct CrawlFiles {
    std::vector<WarcFile> files;
    std::vector<std::string> indexes;
    std::optional<Url> seed;  ///< where its own list of pages begins

    Status add(const Source& source) { return source.tree ? add_tree(source) : add_file(source); }

  private:
    Status add_warc(std::string name, std::shared_ptr<const ByteSource> bytes) {
        auto file = enterable({std::move(name), std::move(bytes)});
        if (!file) return fail(file.error());
        files.push_back(*std::move(file));
        return {};
    }

    Status add_file(const Source& source) {
        if (source.path.empty())
            return fail(ErrorKind::usage, "a web archive cannot be read from standard input; name its file");
        auto file = SharedFile::open(source.path, SharedFile::Mode::read);
        if (!file) return fail(file.error());
        if (Status added = add_warc(source.path.filename().string(), std::make_shared<SharedFile>(*std::move(file)));
            !added)
            return added;
        if (auto index = read_file(source.path.string() + ".cdxj", index_limit)) indexes.push_back(*std::move(index));
        return {};
    }

    Status add_tree(const Source& source) {
        for (const FileTree::File& file : source.tree->files()) {
            if (is_warc_name(file.name)) {
                auto bytes = source.tree->open_file(file);
                if (!bytes) return fail(bytes.error());
                const auto release = [tree = source.tree](const ByteSource* used) { delete used; };
                if (Status added = add_warc(fs::path(file.name).filename().string(),
                                            std::shared_ptr<const ByteSource>(bytes->release(), release));
                    !added)
                    return added;
            } else if (is_index_name(file.name)) {
                if (auto index = source.tree->read(file, index_limit)) indexes.push_back(unpacked(*index));
            } else if (file.name.ends_with("pages/pages.jsonl") && !seed) {
                seed = seed_in(source.tree->read(file, list_limit).value_or(std::string()));
            }
        }
        return {};
    }

    /// WACZ 1.1.1 #pages-jsonl: one page a line behind a line about the list. The crawler marks where it was told to
    /// begin.
    static std::optional<Url> seed_in(std::string_view lines) {
        std::optional<Url> first;
        for (const std::string_view line : split(lines, '\n')) {
            const Result<Json> page = parse_json(line);
            if (!page) continue;
            std::optional<Url> url = Url::parse(page->text("url"));
            const bool* is_seed = (*page)["seed"].boolean();
            if (url && is_seed != nullptr && *is_seed) return url;
            if (!first) first = std::move(url);
        }
        return first;
    }
};

Status open_together(std::span<Source> sources) {
    CrawlFiles crawl;
    Source& first = sources.front();
    for (const Source& source : sources)
        if (Status added = crawl.add(source); !added) return added;
    auto archive = Archive::open_crawl(first.path.filename().string(), std::move(crawl.files), crawl.indexes);
    if (!archive) return fail(archive.error());
    const std::optional<Capture> page = (*archive)->first_page();
    first.site = std::make_shared<Crawl>(*std::move(archive));
    if (!first.url) first.url = crawl.seed;
    if (!first.url && page) first.url = Url::parse(page->url);
    return first.url ? Status{} : fail(ErrorKind::not_found, first.path.string() + " holds no web page");
}

}  // namespace

bool is_warc(const FileStart& start) {
    if (start.bytes().starts_with("WARC/1.") || is_zstd_warc(start.bytes())) return true;
    std::string_view bytes = start.bytes();
    std::string unpacked;
    if (bytes.starts_with("\x1f\x8b")) Inflater().inflate(bytes, unpacked, 16);
    return unpacked.starts_with("WARC/1.");
}

bool holds_warcs(const FileTree& tree) {
    return std::ranges::any_of(tree.files(), is_warc_name, &FileTree::File::name);
}

Status open_web_archives(std::vector<Source>& sources) {
    const auto is_archive = [](const Source& source) { return source.kind == SourceKind::web_archive; };
    for (auto first = std::ranges::find_if(sources, is_archive); first != sources.end();
         first = std::find_if(std::next(first), sources.end(), is_archive)) {
        const auto end = std::find_if_not(first, sources.end(), is_archive);
        if (Status opened = open_together({first, end}); !opened) return opened;
        first = std::prev(sources.erase(std::next(first), end));
    }
    return {};
}

}  // namespace blogbind
