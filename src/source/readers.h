// The kinds of input that blogbind reads, as one table. A new kind is a pair of files and a line in it.
#pragma once

#include <span>
#include <string_view>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "source/discover.h"
#include "source/file_start.h"
#include "source/source.h"

namespace blogbind {

struct Reading {
    const DiscoverOptions& options;
    Fetcher& fetcher;
    Report& report;
};

/// Whether several files of the kind, named one after the other, are one source (an export in pieces).
enum class Several { apart, together };
/// How a file gets to its reader.
enum class Loading {
    whole,    ///< in Source::bytes
    streamed  ///< by its path: it, or all of its kind together, may be larger than memory
};

/// Whether a blog's pages or this way to its posts are taken where the user does not say.
enum class Choice {
    if_named,
    before_pages  ///< where it has as many posts: it tells more of them, above all their whole discussions
};

struct Reader {
    SourceKind kind;
    std::string_view name;   ///< as --from spells it
    std::string_view label;  ///< as `list` tells it
    /// Null for what is no file.
    bool (*recognises)(const FileStart& start);
    /// Null for what is neither a folder nor a ZIP archive.
    bool (*recognises_tree)(const FileTree& tree);
    /// Lists the posts of `sources`: one, or several that are read together. Null for addresses and what is read like
    /// them.
    Result<Listing> (*read)(std::span<const Source> sources, const Reading& reading);
    /// The same for what a server answered instead of a page; null for kinds that are files only.
    Result<Listing> (*read_answer)(const Response& answer, const Reading& reading) = nullptr;
    /// Where a page of the site says that such an answer is to be had; null if pages do not say so.
    std::optional<Url> (*found_in)(const PagePart& page) = nullptr;
    Loading loading = Loading::whole;
    Several several = Several::apart;
    Choice choice = Choice::if_named;
};

std::span<const Reader> readers();
const Reader& reader_of(SourceKind kind);
/// The first that recognises a file; null if none does.
const Reader* recognised(const FileStart& start);
/// The first that recognises a folder or a ZIP archive; whatever is nothing else is a collection of files.
const Reader& recognised(const FileTree& tree);

/// Listings of files and folders. Those of a kind that stand side by side are one where they are read together.
struct ReadSource {
    const Source* first;
    Result<Listing> listing;
};
std::vector<ReadSource> read_local(std::span<const Source> sources, const Reading& reading);

}  // namespace blogbind
