#include "source/source.h"

#include <array>

#include "base/file.h"
#include "base/text.h"
#include "net/url.h"
#include "source/content_kind.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t file_limit = 64U << 20;  // SingleFile pages carry their pictures
constexpr std::string_view readable_kinds =
    "blogbind reads the addresses of web pages, saved web pages (.html), folders of them, and plain text";

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
    return source;
}

Result<Source> source_from_bytes(std::string name, std::string bytes, std::optional<SourceKind> forced) {
    Source source;
    const Content content = content_kind(bytes);
    if (content.kind == ContentKind::empty) return fail(ErrorKind::unreadable, name + " is empty");
    if (content.kind == ContentKind::other && !forced)
        return fail(ErrorKind::unreadable, name + " seems to be " + content.name + "; " + std::string(readable_kinds));
    source.kind = content.kind == ContentKind::html ? SourceKind::saved_page : SourceKind::pasted_text;
    if (forced) source.kind = *forced;
    source.bytes = std::move(bytes);
    return source;
}

Result<Source> file_source(const fs::path& path, std::optional<SourceKind> forced) {
    auto bytes = read_file(path, file_limit);
    if (!bytes) return fail(bytes.error());
    auto source = source_from_bytes(path.string(), *std::move(bytes), forced);
    if (source) source->path = path;
    return source;
}

Result<Source> path_source(const fs::path& path, std::optional<SourceKind> forced) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        if (forced && *forced != SourceKind::folder)
            return fail(ErrorKind::usage, path.string() + " is a folder, not a file");
        Source source;
        source.kind = SourceKind::folder;
        source.path = path;
        return source;
    }
    if (forced == SourceKind::folder) return fail(ErrorKind::usage, path.string() + " is not a folder");
    return file_source(path, forced);
}

std::optional<Url> address_in(std::string_view argument) {
    const std::string lowered = ascii_lowered(argument.substr(0, 8));
    if (lowered.starts_with("http://") || lowered.starts_with("https://")) return Url::parse(argument);
    if (looks_like_address(argument)) return Url::parse("https://" + std::string(argument));
    return std::nullopt;
}

Result<Source> source_of(std::string_view argument, std::optional<SourceKind> forced) {
    if (argument == "-") {
        auto bytes = read_standard_input(file_limit);
        if (!bytes) return fail(bytes.error());
        return source_from_bytes("standard input", *std::move(bytes), forced);
    }
    std::error_code error;
    const fs::path path(argument.starts_with("file://") ? percent_decoded(argument.substr(7)) : std::string(argument));
    if (fs::exists(path, error)) return path_source(path, forced);
    if (const auto url = address_in(argument)) return web_source(*url);
    return fail(ErrorKind::usage,
                "“" + std::string(argument) + "” is neither an address nor an existing file or folder");
}

}  // namespace

std::string_view source_kind_name(SourceKind kind) {
    constexpr std::array<std::string_view, 4> names{"web_page", "saved_page", "folder", "pasted_text"};
    return names[static_cast<std::size_t>(kind)];
}

Result<Source> detect(std::string_view argument, std::optional<SourceKind> forced, std::optional<Url> url) {
    if (argument.empty()) return fail(ErrorKind::usage, "a source is an empty word");
    if (forced == SourceKind::web_page) {
        auto address = address_in(argument);
        if (!address) address = Url::parse("https://" + std::string(argument));
        if (!address) return fail(ErrorKind::usage, "“" + std::string(argument) + "” is no address");
        return web_source(*address);
    }
    auto source = source_of(argument, forced);
    if (source && source->kind != SourceKind::web_page) source->url = std::move(url);
    return source;
}

}  // namespace blogbind
