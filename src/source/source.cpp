#include "source/source.h"

#include "base/file.h"
#include "base/shared_file.h"
#include "base/text.h"
#include "net/timestamp.h"
#include "net/url.h"
#include "net/wayback.h"
#include "source/content_kind.h"
#include "source/file_start.h"
#include "source/foreign_markup.h"
#include "source/readers.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view readable_kinds =
    "blogbind reads the addresses of web pages, feeds and sitemaps, exports of WordPress, Blogger, Ghost, Substack, "
    "Medium, "
    "Wix, Movable Type and LiveJournal, web archives (WARC, WACZ), saved web pages (.html, .mhtml), Markdown, folders "
    "and "
    "ZIP archives of them, and plain text";

/// "www.example.org/blog": an address as people say it.
bool looks_like_address(std::string_view argument) {
    const std::string_view host = argument.substr(0, argument.find_first_of("/?#"));
    if (host.empty() || argument.find(' ') != std::string_view::npos) return false;
    return host.starts_with("www.") || (host.find('.') != std::string_view::npos &&
                                        argument.find('/') != std::string_view::npos && !host.starts_with('.'));
}

Result<Source> web_source(const Url& url) {
    if (!url.is_web()) return fail(ErrorKind::usage, url.text() + " is no http or https address");
    Source source;
    source.kind = SourceKind::web_page;
    source.url = url;
    if (const auto copy = wayback::copy_at(url)) {
        source.url = copy->original;
        source.copy = Memento{url, time_of_timestamp(copy->timestamp).value_or(std::chrono::sys_seconds())};
    }
    return source;
}

/// The kind of what begins so, or the sentence for people why it cannot be read.
Result<SourceKind> kind_of(const std::string& name, std::string_view start, std::optional<SourceKind> forced) {
    const Content content = content_kind(start);
    if (content.kind == ContentKind::empty) return fail(ErrorKind::unreadable, name + " is empty");
    if (forced) return *forced;
    if (const auto language = foreign_markup(name)) return fail(ErrorKind::unreadable, name + " " + *language);
    if (const Reader* reader = recognised(FileStart(start))) return reader->kind;
    return fail(ErrorKind::unreadable, name + " seems to be " + content.name + "; " + std::string(readable_kinds));
}

Result<Source> standard_input(std::optional<SourceKind> forced) {
    auto bytes = read_standard_input(file_limit);
    if (!bytes) return fail(bytes.error());
    const auto kind = kind_of("standard input", *bytes, forced);
    if (!kind) return fail(kind.error());
    return Source{*kind, std::nullopt, {}, *std::move(bytes)};
}

/// The bytes of a kind that is not streamed, or that has no file of its own.
Result<Source> loaded(SourceKind kind, const fs::path& path, Result<std::string> bytes) {
    if (!bytes) return fail(bytes.error());
    return Source{kind, std::nullopt, path, *std::move(bytes)};
}

Result<Source> file_source(const fs::path& path, std::optional<SourceKind> forced) {
    const auto file = SharedFile::open(path, SharedFile::Mode::read);
    if (!file) return fail(file.error());
    const auto start = file->read(0, FileStart::size);
    if (!start) return fail(start.error());
    const auto kind = kind_of(path.string(), *start, forced);
    if (!kind) return fail(kind.error());
    if (reader_of(*kind).loading == Loading::streamed) return Source{*kind, std::nullopt, path, {}};
    return loaded(*kind, path, read_file(path, file_limit));
}

bool is_archive(const fs::path& path) {
    const auto file = SharedFile::open(path, SharedFile::Mode::read);
    const auto start = file ? file->read(0, FileStart::size) : std::string();
    return start && is_zip(*start);
}

Result<Source> tree_source(const fs::path& path, std::optional<SourceKind> forced) {
    auto tree = FileTree::open(path);
    if (!tree) return fail(tree.error());
    Source source{forced.value_or(SourceKind::folder), std::nullopt, path, {}, *std::move(tree)};
    if (!forced) source.kind = recognised(*source.tree).kind;
    return source;
}

Result<Source> path_source(const fs::path& path, std::optional<SourceKind> forced) {
    std::error_code error;
    const bool is_tree = fs::is_directory(path, error) || is_archive(path);
    const bool takes_tree = forced && reader_of(*forced).recognises_tree != nullptr;
    const bool takes_file = !forced || reader_of(*forced).recognises != nullptr;
    if (forced && is_tree && !takes_tree)
        return fail(ErrorKind::usage, path.string() + " is a folder or a ZIP archive, not a file of this kind");
    if (is_tree) return tree_source(path, forced);
    if (!takes_file) return fail(ErrorKind::usage, path.string() + " is neither a folder nor a ZIP archive");
    return file_source(path, forced);
}

std::optional<Url> address_in(std::string_view argument) {
    const std::string lowered = ascii_lowered(argument.substr(0, 8));
    if (lowered.starts_with("http://") || lowered.starts_with("https://")) return Url::parse(argument);
    if (looks_like_address(argument)) return Url::parse("https://" + std::string(argument));
    return std::nullopt;
}

Result<Source> source_of(std::string_view argument, std::optional<SourceKind> forced) {
    if (argument == "-") return standard_input(forced);
    std::error_code error;
    const fs::path path(argument.starts_with("file://") ? percent_decoded(argument.substr(7)) : std::string(argument));
    if (fs::exists(path, error)) return path_source(path, forced);
    if (const auto url = address_in(argument)) {
        auto source = web_source(*url);
        const bool is_answered = forced && reader_of(*forced).read_answer != nullptr;
        if (source && is_answered) source->kind = *forced;
        if (!forced || is_answered) return source;
        return fail(ErrorKind::usage, url->text() + " is an address, and “" + std::string(source_kind_name(*forced)) +
                                          "” is a kind of file");
    }
    return fail(ErrorKind::usage,
                "“" + std::string(argument) + "” is neither an address nor an existing file or folder");
}

}  // namespace

Result<Source> detect(std::string_view argument, std::optional<SourceKind> forced, std::optional<Url> url) {
    if (argument.empty()) return fail(ErrorKind::usage, "a source is an empty word");
    if (forced == SourceKind::web_page) {
        auto address = address_in(argument);
        if (!address) address = Url::parse("https://" + std::string(argument));
        if (!address) return fail(ErrorKind::usage, "“" + std::string(argument) + "” is no address");
        return web_source(*address);
    }
    auto source = source_of(argument, forced);
    if (source && !source->url) source->url = std::move(url);
    return source;
}

Result<Source> detect_in(const std::shared_ptr<const FileTree>& tree, const FileTree::File& file) {
    const fs::path path = tree->root() / file.name;
    const auto kind = kind_of(path.string(), tree->start(file, FileStart::size), std::nullopt);
    if (!kind) return fail(kind.error());
    std::error_code error;
    const bool is_on_disk = reader_of(*kind).loading == Loading::streamed && fs::is_regular_file(path, error);
    auto source =
        is_on_disk ? Source{*kind, std::nullopt, path, {}} : loaded(*kind, path, tree->read(file, file_limit));
    if (source) source->tree = tree;
    return source;
}

}  // namespace blogbind
