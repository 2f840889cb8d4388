#include "source/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/body_cut.h"
#include "markup/xhtml_writer.h"
#include "net/charset.h"
#include "series/part_tokens.h"
#include "source/fetch_page.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::size_t most_feed_pages = 1000;
constexpr std::size_t surely_whole = 1200;  // letters in a description that is no excerpt

/// One that names several languages says nothing of the feed's own.
std::string language_said(std::string_view header) {
    return header.find(',') == std::string_view::npos ? std::string(trimmed(header)) : std::string();
}

FeedOrigin origin_of(const Response& answer) {
    return {answer.url, answer.charset(), language_said(answer.header("content-language"))};
}

/// Rights that name a licence of Creative Commons: its address.
std::string licence_in(const FeedText& rights) {
    const std::size_t at = rights.text.find("creativecommons.org/");
    if (at == std::string::npos) return {};
    const std::size_t start = rights.text.rfind("http", at);
    if (start == std::string::npos || at - start > 12) return {};
    const std::string_view rest = std::string_view(rights.text).substr(start);
    std::string_view address = rest.substr(0, rest.find_first_of(" \t\r\n<>\"'()"));
    while (address.ends_with('.') || address.ends_with(',') || address.ends_with(';')) address.remove_suffix(1);
    return Url::parse(address) ? std::string(address) : std::string();
}

/// What stands for one entry until its turn comes.
struct WaitingEntry {
    FeedEntry entry;
    std::string site_title, site_description, language, licence, source_file, archive_record;
    std::optional<Url> site_url;
    std::optional<std::chrono::sys_seconds> retrieved;
};

/// The label in <?xml encoding="…"?>.
std::string declared_encoding(std::string_view bytes) {
    const std::string_view prolog = bytes.substr(0, bytes.substr(0, 200).find("?>"));
    const std::size_t at = prolog.find("encoding=");
    if (!trimmed(prolog).starts_with("<?xml") || at == std::string_view::npos || at + 10 > prolog.size()) return {};
    return std::string(prolog.substr(at + 10, prolog.find(prolog[at + 9], at + 10) - at - 10));
}

/// Valid UTF-8 is that, whatever is declared; other bytes are what they are said to be.
std::string text_of(std::string_view bytes, std::string_view charset) {
    if (is_valid_utf8(bytes)) return std::string(bytes);
    const std::string declared = charset.empty() ? declared_encoding(bytes) : std::string(charset);
    const bool is_lie = declared.empty() || equals_ignoring_case(declared, "utf-8");
    const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return is_lie && !is_wide ? std::string(bytes)
                              : decode_text(bytes, declared).text;  // the XML reader repairs the rest
}

/// What feeds add behind the text: "The post … appeared first on …", counters, buttons.
void drop_feed_furniture(markup::Body& body) {
    markup::each_element_bottom_up(body.root(), [](markup::Element& element) {
        const std::string_view address = markup::attribute(element, markup::is_named(element, "img") ? "src" : "href");
        const bool is_counter = address.find("feeds.wordpress.com/1.0/") != std::string_view::npos ||
                                address.find("pixel.wp.com/b.gif") != std::string_view::npos ||
                                address.find("stats.wordpress.com/b.gif") != std::string_view::npos ||
                                address.find("blogger.googleusercontent.com/tracker/") != std::string_view::npos;
        if (is_counter) return markup::remove(element);
        if (!markup::is_named(element, "p")) return;
        const std::string text = markup::collapsed_text(element);
        if (text.starts_with("The post ") && text.find(" appeared first on ") != std::string::npos)
            markup::remove(element);
    });
}

/// Feeds that cut a text say so at its end.
bool ends_as_excerpt(std::string_view text) {
    for (const std::string_view ending : {"[…]", "[...]", "…", "...", "(more…)", "→", "»"})
        if (text.ends_with(ending)) return true;
    const std::string end = ascii_lowered(text.substr(text.size() - std::min<std::size_t>(text.size(), 60)));
    for (const std::string_view words : {"continue reading", "read more", "read the rest", "weiterlesen",
                                         "lire la suite", "leer más", "continua a leggere", "lees verder"})
        if (end.find(words) != std::string::npos) return true;
    return false;
}

Extent extent_of(const FeedEntry& entry, const markup::Body& body) {
    const std::string text = markup::collapsed_text(body.root());
    if (ends_as_excerpt(text)) return Extent::excerpt;
    if (!entry.content.empty()) return body.is_empty() ? Extent::excerpt : Extent::whole;
    const bool has_paragraphs = markup::first_descendant(body.root(), "p") != nullptr;
    return has_paragraphs && text.size() > surely_whole ? Extent::whole : Extent::excerpt;
}

Given given_by(const WaitingEntry& waiting, Report& report) {
    const FeedEntry& entry = waiting.entry;
    Given given;
    given.title = plain(entry.title);
    given.authors = entry.authors;
    given.tags = entry.tags;
    given.published = entry.published;
    given.updated = entry.updated;
    given.language = waiting.language;
    given.licence = waiting.licence;
    given.site_title = waiting.site_title;
    given.site_description = waiting.site_description;
    given.site_url = waiting.site_url;
    const std::string where = entry.permalink ? entry.permalink->text() : given.title;
    given.content = parsed_content(entry.content.empty() ? entry.summary : entry.content, where, report);
    drop_feed_furniture(given.content);
    if (entry.base) extract::resolve_addresses(given.content.root(), *entry.base);
    given.extent = entry.permalink ? extent_of(entry, given.content) : Extent::whole;
    given.lead_image = picture_at(entry.picture);
    given.comments_declared = entry.comments_declared;
    given.comment_feed = entry.comment_feed;
    given.sha256 = entry.sha256;
    given.retrieved = waiting.retrieved;
    given.archive_record = waiting.archive_record;
    given.source_file = waiting.source_file;
    return given;
}

Entry entry_for(WaitingEntry waiting, std::string reason) {
    Entry entry;
    entry.permalink = waiting.entry.permalink;
    if (auto other = Url::parse(waiting.entry.id); other && other->is_web()) entry.aliases.push_back(*std::move(other));
    entry.title = plain(waiting.entry.title);
    entry.published = waiting.entry.published;
    entry.part = series::read_title(entry.title).part;
    entry.reason = std::move(reason);
    const auto shared = std::make_shared<const WaitingEntry>(std::move(waiting));
    entry.given = [shared](Report& report) { return Result<Given>(given_by(*shared, report)); };
    return entry;
}

/// WordPress's feeds do not say that they go on, but do.
std::optional<Url> counted_page(const Feed& feed, const Url& address, std::size_t number) {
    if (feed.generator.find("wordpress") == std::string::npos) return std::nullopt;
    const std::optional<std::string_view> query = address.query();
    std::string kept;
    for (const std::string_view parameter : split(query.value_or(""), '&'))
        if (!parameter.empty() && !parameter.starts_with("paged=")) kept += std::string(parameter) + "&";
    return address.without_fragment().resolve(fmt::format("?{}paged={}", kept, number));
}

/// The pages of one feed, newest posts first.
class FeedWalk {
  public:
    FeedWalk(FeedParser parse, const Reading& reading) : parse_(parse), reading_(reading) {}

    /// Where it goes on; nothing if the page had nothing new.
    std::optional<Url> take(std::string_view bytes, const Response* answer, const Source* file) {
        Feed feed;
        const FeedOrigin origin = answer != nullptr ? origin_of(*answer) : FeedOrigin{file->url, {}, {}};
        const std::string where = origin.address ? origin.address->text() : file->path.string();
        if (const Status status = parse_feed(bytes, origin, parse_, feed); !status)
            reading_.report.add(IssueCode::listing_incomplete, where, "the feed breaks off: " + status.error().message);
        ++page_;
        std::size_t added = 0;
        for (FeedEntry& entry : feed.entries) {
            const std::string key = entry.permalink ? same_page_key(*entry.permalink) : entry.id + entry.title.text;
            if (!keys_.insert(key).second || listing.entries.size() >= reading_.options.max_posts) continue;
            ++added;
            if (entry.authors.empty()) entry.authors = feed.authors;
            listing.entries.push_back(entry_for(waiting(std::move(entry), feed, answer, file), reason_in(feed)));
        }
        if (page_ == 1) {
            listing.title = plain(feed.title);
            listing.address = feed.home;
        }
        if (added == 0 || answer == nullptr) return std::nullopt;
        return feed.older ? feed.older : counted_page(feed, answer->url, page_ + 1);
    }

    void follow(std::optional<Url> next) {
        std::set<std::string> asked;
        while (next && page_ < most_feed_pages && listing.entries.size() < reading_.options.max_posts &&
               asked.insert(next->text()).second) {
            const auto answer = fetch_answer(*next, reading_.fetcher);
            if (!answer) {
                const bool is_end = answer.error().kind == ErrorKind::not_found;  // WordPress's way to say so
                if (!is_end) reading_.report.add(IssueCode::listing_incomplete, next->text(), answer.error().message);
                return;
            }
            next = take(answer->body, &*answer, nullptr);
        }
    }

    Result<Listing> finished(const std::string& name, SourceKind kind) {
        if (listing.entries.empty()) return fail(ErrorKind::unreadable, name + " is a feed without posts");
        const auto is_dated = [](const Entry& entry) { return entry.published.has_value(); };
        std::ranges::reverse(listing.entries);
        if (std::ranges::all_of(listing.entries, is_dated))
            std::ranges::stable_sort(listing.entries, {}, [](const Entry& entry) { return entry.published->utc(); });
        listing.source_kind = reader_of(kind).label;
        return std::move(listing);
    }

    Listing listing;

  private:
    static WaitingEntry waiting(FeedEntry entry, const Feed& feed, const Response* answer, const Source* file) {
        const std::string licence = entry.licence.empty() ? feed.licence : entry.licence;
        WaitingEntry waiting{
            std::move(entry), plain(feed.title), plain(feed.description), feed.language, licence, {}, {},
            feed.home,        std::nullopt};
        if (answer != nullptr) {
            waiting.archive_record = answer->record;
            waiting.retrieved = answer->retrieved;
        } else {
            waiting.source_file = file->path.filename().string();
        }
        return waiting;
    }

    [[nodiscard]] std::string reason_in(const Feed& feed) const {
        const std::string title = plain(feed.title), name = title.empty() ? "" : " “" + title + "”";
        return page_ == 1 ? "in the feed" + name : fmt::format("on page {} of the feed{}", page_, name);
    }

    FeedParser parse_;
    const Reading& reading_;
    std::set<std::string> keys_;
    std::size_t page_ = 0;
};

}  // namespace

std::string plain(const FeedText& text) { return plain_title(text.is_html ? text.text : markup::escaped(text.text)); }

Status parse_feed(std::string_view bytes, const FeedOrigin& origin, FeedParser parse, Feed& feed) {
    const Status status = parse(text_of(bytes, origin.charset), origin.address, feed);
    if (feed.language.empty()) feed.language = origin.language;
    if (feed.licence.empty()) feed.licence = licence_in(feed.rights);
    for (FeedEntry& entry : feed.entries)
        if (entry.licence.empty()) entry.licence = licence_in(entry.rights);
    return status;
}

Result<Listing> read_feed(const Response& answer, FeedParser parse, const Reading& reading) {
    FeedWalk walk(parse, reading);
    const std::optional<Url> next = walk.take(answer.body, &answer, nullptr);
    if (reading.options.follow != Follow::none) walk.follow(next);
    const Reader* reader = recognised(FileStart(answer.body));  // null where a page has named what is no feed
    return walk.finished(answer.url.text(), reader != nullptr ? reader->kind : SourceKind::rss);
}

Result<Listing> read_feed_file(const Source& source, FeedParser parse, const Reading& reading) {
    FeedWalk walk(parse, reading);
    walk.take(source.bytes, nullptr, &source);
    return walk.finished(source.path.empty() ? "standard input" : source.path.string(), source.kind);
}

}  // namespace blogbind
