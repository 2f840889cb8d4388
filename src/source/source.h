// What the user pointed at.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_tree.h"
#include "base/result.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

class SiteCopy;

/// readers.cpp tells how each is recognised and read.
enum class SourceKind { web_page, folder, wordpress_export, blogger_export, ghost_export, substack_export, medium_export, tumblr_export, movable_type, journal_export, wix_export, rss, atom, json_feed, wordpress_api, wordpress_com, blogger_feed, substack, tumblr, squarespace, ghost, sitemap, web_archive, mirror, markdown, mhtml, saved_page, pasted_text };
std::string_view source_kind_name(SourceKind kind);
std::optional<SourceKind> source_kind_named(std::string_view name);
/// "web_page, folder, …": all of them.
std::string source_kind_names();

/// A file that is read whole may have so many bytes: SingleFile pages carry their pictures.
inline constexpr std::size_t file_limit = 64U << 20;

struct Source {
    SourceKind kind = SourceKind::web_page;
    std::optional<Url> url;      ///< web_page: what to fetch; else where it came from, if the user said so
    std::filesystem::path path;  ///< empty for web_page and standard input
    std::string bytes;           ///< of a file, whole; of a kind that is streamed only what is no file on the disk
    /// A folder or a ZIP archive, all of it; of a file in one what it stands in, its path beginning with the root.
    std::shared_ptr<const FileTree> tree{};
    std::optional<Memento> copy{};           ///< the web archive's copy of `url` that the user named
    std::shared_ptr<SiteCopy> site{};  ///< of web_archive and mirror: answers as the site would, once it is open
};

/// Whether it was named by an address, not by a file, a folder or standard input.
inline bool is_address(const Source& source) { return source.url && source.path.empty() && source.bytes.empty(); }

/// What `argument` is follows from its content: an address, a file's first bytes, what is in a folder
/// or a ZIP archive. `-` is standard input.
/// `forced` overrules ("saved_page"). Error usage: neither an address nor an existing path; unreadable: a kind of
/// file that cannot be read.
Result<Source> detect(std::string_view argument, std::optional<SourceKind> forced, std::optional<Url> url);
/// The same for a file of a folder or a ZIP archive.
Result<Source> detect_in(const std::shared_ptr<const FileTree>& tree, const FileTree::File& file);

}  // namespace blogbind
