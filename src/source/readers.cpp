#include "source/readers.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "source/blogger_export.h"
#include "source/blogger_feed.h"
#include "source/content_kind.h"
#include "source/feed_atom.h"
#include "source/feed_json.h"
#include "source/feed_rss.h"
#include "source/ghost_api.h"
#include "source/ghost_export.h"
#include "source/journal_export.h"
#include "source/local_posts.h"
#include "source/markdown.h"
#include "source/mhtml.h"
#include "source/mirror.h"
#include "source/movable_type.h"
#include "source/newsletter_exports.h"
#include "source/sitemap.h"
#include "source/squarespace.h"
#include "source/substack.h"
#include "source/tumblr.h"
#include "source/tumblr_export.h"
#include "source/web_archive.h"
#include "source/wix_export.h"
#include "source/wordpress_api.h"
#include "source/wordpress_com.h"
#include "source/wordpress_export.h"

namespace blogbind {
namespace {

template <FeedParser parse>
Result<Listing> file_reader(std::span<const Source> sources, const Reading& reading) {
    return read_feed_file(sources.front(), parse, reading);
}
template <FeedParser parse>
Result<Listing> answer_reader(const Response& answer, const Reading& reading) {
    return read_feed(answer, parse, reading);
}

constexpr char rss_type[] = "application/rss+xml", atom_type[] = "application/atom+xml",
               json_type[] = "application/feed+json";

/// The first feed of that type that a page links to: the blog's own, before those of its comments.
template <const char* type>
std::optional<Url> feed_in(const PagePart& page) {
    std::optional<Url> feed;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        const bool is_feed = markup::is_named(element, "link") && markup::attribute(element, "type") == type &&
                             has_word(ascii_lowered(markup::attribute(element, "rel")), "alternate");
        if (is_feed && !feed && page.url) feed = page.url->resolve(markup::attribute(element, "href"));
    });
    return feed;
}

/// A hosted blog's interface for programs: no file, and no address that people would name.
constexpr Reader live(SourceKind kind, std::string_view name, std::string_view label,
                      Result<Listing> (*read_answer)(const Response&, const Reading&),
                      std::optional<Url> (*found_in)(const PagePart&), Choice choice = Choice::before_pages) {
    return {.kind = kind,
            .name = name,
            .label = label,
            .recognises = nullptr,
            .recognises_tree = nullptr,
            .read = nullptr,
            .read_answer = read_answer,
            .found_in = found_in,
            .loading = Loading::whole,
            .several = Several::apart,
            .choice = choice};
}

bool is_any_tree(const FileTree& /*tree*/) { return true; }

/// A file, a folder or a ZIP archive is of the first kind that recognises it.
constexpr std::array table{
    Reader{SourceKind::web_page, "web_page", "listing", nullptr, nullptr, nullptr},
    Reader{SourceKind::wordpress_export, "wordpress_export", "WordPress export", is_wordpress_export, nullptr,
           read_wordpress_export, nullptr, nullptr, Loading::streamed,
           Several::together},  // an RSS feed, too, so before it
    Reader{SourceKind::blogger_export, "blogger_export", "Blogger export", is_blogger_export, holds_blogger_export,
           read_blogger_export, nullptr, nullptr, Loading::streamed},  // an Atom feed, too
    Reader{SourceKind::ghost_export, "ghost_export", "Ghost export", is_ghost_export, nullptr, read_ghost_export},
    Reader{SourceKind::substack_export, "substack_export", "Substack export", nullptr, holds_substack_export,
           read_substack_export},
    Reader{SourceKind::medium_export, "medium_export", "Medium export", nullptr, holds_medium_export,
           read_medium_export},
    Reader{SourceKind::tumblr_export, "tumblr_export", "Tumblr export", nullptr, holds_tumblr_export,
           read_tumblr_export},
    Reader{SourceKind::movable_type, "movable_type", "Movable Type export", is_movable_type, nullptr,
           read_movable_type},
    Reader{SourceKind::journal_export, "journal_export", "LiveJournal export", is_journal_export, nullptr,
           read_journal_export, nullptr, nullptr, Loading::whole, Several::together},
    Reader{SourceKind::wix_export, "wix_export", "Wix export", is_wix_export, nullptr, read_wix_export},
    Reader{SourceKind::rss, "rss", "RSS feed", is_rss, nullptr, file_reader<parse_rss>, answer_reader<parse_rss>,
           feed_in<rss_type>},
    Reader{SourceKind::atom, "atom", "Atom feed", is_atom, nullptr, file_reader<parse_atom>, answer_reader<parse_atom>,
           feed_in<atom_type>},
    Reader{SourceKind::json_feed, "json_feed", "JSON feed", is_json_feed, nullptr, file_reader<parse_json_feed>,
           answer_reader<parse_json_feed>, feed_in<json_type>},
    Reader{SourceKind::wordpress_api, "wordpress_api", "WordPress API", is_wordpress_answer, nullptr,
           read_wordpress_answers, read_wordpress_api, wordpress_posts},
    live(SourceKind::wordpress_com, "wordpress_com", "WordPress.com interface", read_wordpress_com, wordpress_com_site),
    live(SourceKind::blogger_feed, "blogger", "Blogger feed", read_blogger_feed, blogger_feed_of),
    live(SourceKind::substack, "substack", "Substack archive", read_substack, substack_archive_of),
    live(SourceKind::tumblr, "tumblr", "Tumblr interface", read_tumblr, tumblr_posts_of),
    live(SourceKind::squarespace, "squarespace", "Squarespace data", read_squarespace, squarespace_data_of),
    live(SourceKind::ghost, "ghost", "Ghost API", read_ghost, ghost_feed_of, Choice::if_named),  // it takes a key
    Reader{SourceKind::sitemap, "sitemap", "sitemap", is_sitemap, nullptr, read_sitemap_file, read_sitemap, sitemap_of},
    Reader{SourceKind::web_archive, "web_archive", "web archive", is_warc, holds_warcs, nullptr, nullptr, nullptr,
           Loading::streamed, Several::together},  // read like a site: source/web_archive.h
    Reader{SourceKind::mirror, "mirror", "mirror", nullptr, holds_mirror, nullptr},  // read like a site, too
    Reader{SourceKind::markdown, "markdown", "Markdown", is_markdown, holds_markdown, read_markdown},
    Reader{SourceKind::mhtml, "mhtml", "saved page", is_mhtml, nullptr, read_saved_page, nullptr, nullptr,
           Loading::streamed},
    Reader{SourceKind::saved_page, "saved_page", "saved page", is_web_page, nullptr, read_saved_page, nullptr, nullptr,
           Loading::streamed},
    Reader{SourceKind::pasted_text, "pasted_text", "pasted text", is_plain_text, nullptr, read_pasted_text},
    Reader{SourceKind::folder, "folder", "saved page", nullptr, is_any_tree, read_folder},
};

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader& reader_of(SourceKind kind) { return *std::ranges::find(table, kind, &Reader::kind); }

const Reader* recognised(const FileStart& start) {
    const auto found = std::ranges::find_if(
        table, [&](const Reader& reader) { return reader.recognises != nullptr && reader.recognises(start); });
    return found == table.end() ? nullptr : &*found;
}

const Reader& recognised(const FileTree& tree) {
    return *std::ranges::find_if(
        table, [&](const Reader& reader) { return reader.recognises_tree != nullptr && reader.recognises_tree(tree); });
}

namespace {

/// What can be read once more takes no memory until it is.
void forget_pages(Listing& listing) {
    for (Entry& entry : listing.entries)
        if (entry.page_again) entry.page.reset();
}

}  // namespace

std::vector<ReadSource> read_local(std::span<const Source> sources, const Reading& reading) {
    constexpr std::size_t most_with_pages = 100;  // reading a page again takes half as long as its way to a post
    std::vector<ReadSource> read;
    while (!sources.empty()) {
        const Reader& reader = reader_of(sources.front().kind);
        std::size_t count = 1;
        if (reader.several == Several::together)
            while (count < sources.size() && sources[count].kind == reader.kind) ++count;
        if (reader.read != nullptr)
            read.push_back({&sources.front(), reader.read(sources.first(count), reading)});
        else
            read.push_back({&sources.front(), fail(ErrorKind::unreadable, sources.front().path.string() + " is a " +
                                                                              std::string(reader.label) +
                                                                              ", which has to be named by itself")});
        if (read.size() > most_with_pages && read.back().listing) forget_pages(*read.back().listing);
        sources = sources.subspan(count);
    }
    return read;
}

std::string_view source_kind_name(SourceKind kind) { return reader_of(kind).name; }

std::optional<SourceKind> source_kind_named(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Reader::name);
    return found == table.end() ? std::nullopt : std::optional(found->kind);
}

std::string source_kind_names() {
    std::string names;
    for (const Reader& reader : table) names += (names.empty() ? "" : ", ") + std::string(reader.name);
    return names;
}

}  // namespace blogbind
