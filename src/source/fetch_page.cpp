#include "source/fetch_page.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "extract/comment_feed.h"
#include "extract/comments.h"
#include "extract/extract.h"
#include "extract/united_comments.h"
#include "markup/html_parser.h"
#include "net/charset.h"
#include "source/comment_facts.h"
#include "source/ghost_comments.h"
#include "source/post_comment_feed.h"

namespace blogbind {
namespace {

constexpr std::size_t page_limit = 20U << 20;
constexpr std::size_t parallel_parts = 4;  // further pages of one post
constexpr int round_limit = 60;            // a page can reveal the next one, so rounds are bounded by pages

bool begins_as_html(std::string_view body) {
    const std::string start = ascii_lowered(body.substr(0, 512));
    return start.find("<!doctype html") != std::string::npos || start.find("<html") != std::string::npos;
}

bool is_html(const Response& response) {
    const std::string type = response.media_type();
    if (type.empty() || type == "text/html" || type == "application/xhtml+xml") return true;
    const bool vague = type == "text/plain" || type == "application/octet-stream" || type.ends_with("/xml");
    return vague && begins_as_html(response.body);
}

struct Fetched {
    Result<PagePart> part;
    Report report;
};

/// Asks nothing more once nobody answers.
class UntilSilence final : public Fetcher {
  public:
    explicit UntilSilence(Fetcher& next) : next_(next) {}
    Result<Response> fetch(const Request& request) override {
        if (silent_) return fail(ErrorKind::unreachable, request.url.text() + " was not asked for");
        Result<Response> response = next_.fetch(request);
        const bool nobody = !response && (response.error().kind == ErrorKind::unreachable ||
                                          response.error().kind == ErrorKind::not_found);
        if (nobody) silent_ = true;
        return response;
    }

  private:
    Fetcher& next_;
    std::atomic<bool> silent_ = false;
};

std::optional<std::chrono::sys_seconds> instant(const std::optional<DateTime>& time) {
    return time ? std::optional(time->utc()) : std::nullopt;
}

/// All further pages of one post, as long as its server answers at all.
class FurtherPages {
  public:
    FurtherPages(Page& page, std::optional<std::chrono::sys_seconds> written, Fetcher& fetcher, Report& report,
                 const extract::SiteRules& rules)
        : page_(page),
          written_(page.parts.front().memento ? page.parts.front().memento->time : written),
          fetcher_(fetcher),
          report_(report),
          rules_(rules),
          is_doubtful_(!page.parts.front().requested) {}

    void fetch_all() {
        std::set<std::string> asked;
        for (int round = 0; round < round_limit; ++round) {
            auto pages = extract::wanted(page_);
            std::erase_if(pages, [&asked](const extract::WantedPage& p) {
                return !asked.insert(p.url.without_fragment().text()).second;
            });
            if (pages.empty()) break;
            fetch(pages);
        }
        tell_missing();
    }

  private:
    struct Missing {
        int count = 0;
        std::string reason;  ///< the first one's
    };

    /// Whether the server of a saved page is still there, the first further page tells.
    void fetch(std::span<const extract::WantedPage> pages) {
        const std::size_t first = std::exchange(is_doubtful_, false) ? 1 : pages.size();
        fetch_at_once(pages.first(first));
        fetch_at_once(pages.subspan(first));
    }
    void fetch_at_once(std::span<const extract::WantedPage> pages) {
        in_order(
            pages.size(), parallel_parts,
            [&](std::size_t i) {
                Report own;
                auto part = fetch_part(pages[i].url, pages[i].role, fetcher_, own, rules_, written_);
                return Fetched{std::move(part), std::move(own)};
            },
            [&](std::size_t i, Fetched fetched) { take(pages[i].role, std::move(fetched)); });
    }
    void take(PageRole role, Fetched fetched) {
        report_.merge(std::move(fetched.report));
        if (fetched.part) return page_.parts.push_back(*std::move(fetched.part));
        ++page_.missing_parts;
        Missing& missing = role == PageRole::comments ? comments_ : continuations_;
        if (++missing.count == 1) missing.reason = fetched.part.error().message;
    }

    static std::string sentence(const Missing& missing, std::string_view kind) {
        return std::to_string(missing.count) + std::string(kind) + (missing.count == 1 ? " page" : " pages") +
               " could not be read: " + missing.reason;
    }
    void tell_missing() {
        if (comments_.count > 0) page_.comments_missing = sentence(comments_, " comment");
        if (continuations_.count > 0)
            report_.add(IssueCode::post_unreachable, page_.parts.front().url->text(),
                        sentence(continuations_, " further"));
    }

    Page& page_;
    std::optional<std::chrono::sys_seconds> written_;  // of the copy, if the first page is one: they go together
    UntilSilence fetcher_;
    Report& report_;
    const extract::SiteRules& rules_;
    bool is_doubtful_;
    Missing comments_, continuations_;
};

/// All comments that the blog counts are given; where it does not tell how many there are, its page may.
bool has_discussion(const Given& given) {
    return given.comments_declared && *given.comments_declared <= static_cast<int>(given.comments.size());
}

/// What the user's rules take away goes from a text that is given, too.
void apply_rules(const extract::SiteRules& rules, const std::optional<Url>& permalink, Given& given) {
    PagePart text;
    text.url = permalink;
    text.document = std::move(given.content);
    rules.apply(text);
    given.content = std::move(text.document);
}

/// What other sources tell of the post goes with it. Where they fail, nothing is lost that this one has.
void add_from_elsewhere(Entry& entry, Page& page, Report& report) {
    for (const auto& read : std::exchange(entry.elsewhere, {})) {
        auto other = read(report);
        if (!other) continue;
        if (!page.given) {
            page.given = std::make_unique<Given>(*std::move(other));
            continue;
        }
        extract::unite_comments(page.given->comments, std::move(other->comments));
        // what one source counts in full, the union holds
        page.given->comments_declared = std::max(page.given->comments_declared, other->comments_declared);
    }
}

/// Where the blog counts more comments than its page shows, or there is no page, their feed has the newest.
void add_comments_of_feed(Page& page, const Entry& entry, Fetcher& fetcher, Report& report) {
    if (!page.given || !page.given->comment_feed || has_discussion(*page.given)) return;
    Given& given = *page.given;
    std::size_t shown = 0;
    for (const PagePart& part : page.parts) shown += extract::read_comments(part).comments.size();
    const auto declared = static_cast<std::size_t>(given.comments_declared.value_or(0));
    if (shown >= declared) return;
    const std::string where = entry.permalink ? entry.permalink->text() : given.title;
    extract::unite_comments(given.comments, comments_in_feed(*given.comment_feed, declared, fetcher, where, report));
}

/// What a script of the page would ask for.
void add_loaded_comments(Page& page, Fetcher& fetcher, Report& report) {
    const auto discussion = ghost_discussion(page.parts.front());
    if (!discussion) return;
    GhostComments loaded = ghost_comments(*discussion, fetcher, page.parts.front().url->text(), report);
    if (!page.given) {
        page.given = std::make_unique<Given>();
        page.given->extent = Extent::excerpt;
    }
    Given& given = *page.given;
    extract::unite_comments(given.comments, std::move(loaded.comments));
    if (loaded.failure.empty())
        given.comments_declared =
            std::max(given.comments_declared, std::optional(static_cast<int>(given.comments.size())));
    else
        page.comments_missing = "its members’ comments could not be read: " + loaded.failure;
}

/// Last of all: it may have to be waited for.
Page with_told_comments(Page page, Entry& entry) {
    if (entry.told_comments) page.told_comments = std::exchange(entry.told_comments, nullptr)();
    return page;
}

}  // namespace

Result<Page> fetch_page(Entry& entry, Fetcher& fetcher, Report& report, const extract::SiteRules& rules) {
    Page page;
    if (entry.page) {
        page = *std::move(entry.page);
    } else if (entry.page_again) {
        auto again = std::exchange(entry.page_again, nullptr)();
        if (!again) return again;
        page = *std::move(again);
    }
    if (entry.given) {
        auto given = std::exchange(entry.given, nullptr)(report);
        if (!given) return fail(given.error());
        page.given = std::make_unique<Given>(*std::move(given));
        apply_rules(rules, entry.permalink, *page.given);
    }
    const bool is_in_fields = page.given && page.given->extent == Extent::whole;
    add_from_elsewhere(entry, page, report);
    if (is_in_fields && (has_discussion(*page.given) || !entry.permalink))
        return with_told_comments(std::move(page), entry);
    const bool is_whole = page.given && page.given->extent == Extent::whole;  // and may stand in for the page
    if (page.parts.empty()) {
        if (!entry.permalink) return fail(ErrorKind::unreadable, "“" + entry.title + "” has no address");
        auto first = fetch_part(*entry.permalink, PageRole::post, fetcher, report, rules, instant(entry.published));
        if (!first && is_whole) {
            page.comments_missing = "the page could not be read: " + first.error().message;
            add_comments_of_feed(page, entry, fetcher, report);
            return with_told_comments(std::move(page), entry);
        }
        if (!first) return fail(first.error());
        page.parts.push_back(*std::move(first));
    }
    if (!page.parts.front().url) return with_told_comments(std::move(page), entry);
    FurtherPages(page, instant(entry.published), fetcher, report, rules).fetch_all();
    add_comments_of_feed(page, entry, fetcher, report);
    page = with_told_comments(std::move(page), entry);
    const bool is_live = page.parts.front().requested && !page.parts.front().memento;
    if (is_live) add_loaded_comments(page, fetcher, report);
    if (const std::optional<Url> feed = is_live ? extract::comment_feed(page) : std::nullopt)
        std::ranges::move(comment_facts_in_feed(*feed, fetcher), std::back_inserter(page.told_comments));
    return page;
}

Result<Response> fetch_answer(const Url& url, Fetcher& fetcher, std::optional<std::chrono::sys_seconds> written) {
    Request request{url.without_fragment(), std::nullopt};
    request.body_limit = page_limit;
    request.rescue = Rescue::if_gone;
    request.written = written ? written : instant(date_in_path(url.path()));
    return fetch_ok(fetcher, request);
}

Result<PagePart> part_of(const Response& answer, const Url& requested, PageRole role, Report& report,
                         const extract::SiteRules& rules) {
    if (!is_html(answer))
        return fail(ErrorKind::unreadable, requested.text() + " is " + answer.media_type() + ", not a web page");
    auto part = parse_part(answer.body, answer.charset(), answer.url, report);
    if (!part) return fail(part.error());
    part->role = role;
    part->requested = requested;
    part->retrieved = answer.retrieved;
    part->archive_record = answer.record;
    part->memento = answer.memento;
    rules.apply(*part);
    return part;
}

Result<PagePart> fetch_part(const Url& url, PageRole role, Fetcher& fetcher, Report& report,
                            const extract::SiteRules& rules, std::optional<std::chrono::sys_seconds> written) {
    const auto answer = fetch_answer(url, fetcher, written);
    if (!answer) return fail(answer.error());
    return part_of(*answer, url, role, report, rules);
}

Result<PagePart> parse_part(std::string_view bytes, std::string_view charset, std::optional<Url> url, Report& report) {
    const std::string where = url ? url->text() : "the page";
    const Decoded decoded = decode_html(bytes, charset);
    auto parsed = markup::parse_document(decoded.text);
    if (!parsed) return fail(parsed.error().kind, where + ": " + parsed.error().message);
    if (decoded.replaced > 0)
        report.add(IssueCode::text_repaired, where,
                   std::to_string(decoded.replaced) +
                       (decoded.replaced == 1 ? " character is not " : " characters are not ") + decoded.encoding);
    if (parsed->flattened) report.add(IssueCode::markup_truncated, where, "elements are nested too deep");
    PagePart part;
    part.url = std::move(url);
    part.document = std::move(parsed->body);
    part.sha256 = sha256_hex(bytes);
    part.bytes = bytes.size();
    return part;
}

}  // namespace blogbind
