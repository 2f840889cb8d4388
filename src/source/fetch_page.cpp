#include "source/fetch_page.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "extract/extract.h"
#include "markup/html_parser.h"
#include "net/charset.h"

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

std::string name_of(const extract::WantedPage& page) {
    return page.role == PageRole::comments ? "comment page" : "further page of the post";
}

/// Asks for all of `pages` at once; what could not be had is reported and counted.
void fetch_parts(const std::vector<extract::WantedPage>& pages, Fetcher& fetcher, Page& page, Report& report) {
    const Url where = *page.parts.front().url;
    in_order(
        pages.size(), parallel_parts,
        [&](std::size_t i) {
            Report own;
            auto part = fetch_part(pages[i].url, pages[i].role, fetcher, own);
            return Fetched{std::move(part), std::move(own)};
        },
        [&](std::size_t i, Fetched fetched) {
            report.merge(std::move(fetched.report));
            if (fetched.part) return page.parts.push_back(*std::move(fetched.part));
            ++page.missing_parts;
            const bool comments = pages[i].role == PageRole::comments;
            report.add(comments ? IssueCode::comments_incomplete : IssueCode::post_unreachable, where.text(),
                       name_of(pages[i]) + " could not be read: " + fetched.part.error().message);
        });
}

}  // namespace

Result<Page> fetch_page(Entry& entry, Fetcher& fetcher, Report& report) {
    Page page;
    if (entry.page) page = *std::move(entry.page);
    if (page.parts.empty()) {
        if (!entry.permalink) return fail(ErrorKind::unreadable, "“" + entry.title + "” has no address");
        auto first = fetch_part(*entry.permalink, PageRole::post, fetcher, report);
        if (!first) return fail(first.error());
        page.parts.push_back(*std::move(first));
    }
    if (!page.parts.front().url) return page;
    std::set<std::string> asked;
    for (int round = 0; round < round_limit; ++round) {
        auto pages = extract::wanted(page);
        std::erase_if(pages, [&asked](const extract::WantedPage& p) {
            return !asked.insert(p.url.without_fragment().text()).second;
        });
        if (pages.empty()) break;
        fetch_parts(pages, fetcher, page, report);
    }
    return page;
}

Result<PagePart> fetch_part(const Url& url, PageRole role, Fetcher& fetcher, Report& report) {
    Request request{url.without_fragment(), std::nullopt};
    request.body_limit = page_limit;
    auto response = fetch_ok(fetcher, request);
    if (!response) return fail(response.error());
    if (!is_html(*response))
        return fail(ErrorKind::unreadable, url.text() + " is " + response->media_type() + ", not a web page");
    auto part = parse_part(response->body, response->charset(), response->url, report);
    if (!part) return fail(part.error());
    part->role = role;
    part->requested = url;
    part->retrieved = response->retrieved;
    return part;
}

Result<PagePart> parse_part(std::string_view bytes, std::string_view charset, std::optional<Url> url, Report& report) {
    const std::string where = url ? url->text() : "the page";
    const Decoded decoded = decode_html(bytes, charset);
    auto parsed = markup::parse_document(decoded.text);
    if (!parsed) return fail(parsed.error().kind, where + ": " + parsed.error().message);
    if (decoded.replaced > 0)
        report.add(IssueCode::text_repaired, where,
                   std::to_string(decoded.replaced) + " characters are not " + decoded.encoding);
    if (parsed->flattened) report.add(IssueCode::markup_truncated, where, "elements are nested too deep");
    PagePart part;
    part.url = std::move(url);
    part.document = std::move(parsed->body);
    part.sha256 = sha256_hex(bytes);
    part.bytes = bytes.size();
    return part;
}

}  // namespace blogbind
