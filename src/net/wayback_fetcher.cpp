#include "net/wayback_fetcher.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/phrases.h"
#include "net/timestamp.h"
#include "net/wayback.h"

namespace blogbind {

namespace {

using wayback::Copy;

constexpr std::size_t list_limit = 4U << 20;
constexpr std::size_t most_tries = 3;                          // copies of one address
constexpr std::string_view memento_time = "memento-datetime";  // RFC 7089 #section-2.1.1

bool wants_picture(const Request& request) { return request.accept.starts_with("image/"); }

/// Nobody was there, or not even a name; a server that says what is wrong has answered.
bool is_silence(const Error& error) {
    return error.kind == ErrorKind::unreachable || error.kind == ErrorKind::not_found;
}

bool is_web_page(std::string_view media_type) {
    return media_type == "text/html" || media_type == "application/xhtml+xml";
}

}  // namespace

WaybackFetcher::WaybackFetcher(Fetcher& next, Fetcher& archives, WaybackRules rules)
    : next_(next),
      archives_(archives),
      rules_(std::move(rules)),
      server_(rules_.server ? *rules_.server : *Url::parse("https://web.archive.org/")) {}

bool WaybackFetcher::may_look_up(const Url& url) const {
    return url.is_web() && (rules_.server.has_value() || wayback::can_be_archived(url));
}

Result<Response> WaybackFetcher::fetch(const Request& request) {
    using Use = WaybackRules::Use;
    const bool asks_site = rules_.use != Use::only && request.rescue != Rescue::at_once;
    Result<Response> response = asks_site
                                    ? next_.fetch(request)
                                    : fail(ErrorKind::not_found, request.url.text() + ": was found in no web archive");
    if (rules_.use == Use::never || request.rescue == Rescue::unwanted) return response;
    if (!is_gone(response) || !may_look_up(request.url)) return response;
    Outcome outcome = rescued(request);
    if (outcome.response) return *std::move(outcome.response);
    if (!asks_site && outcome.is_silent)
        return fail(ErrorKind::unreachable,
                    request.url.text() + ": the web archive " + std::string(server_.text()) + " does not answer");
    return response;
}

/// The archive's own choice is asked for first, as its index may be asked but seldom.
WaybackFetcher::Outcome WaybackFetcher::rescued(const Request& request) {
    Outcome outcome = nearest(request);
    return outcome.response || !outcome.may_have_others ? std::move(outcome) : listed(request);
}

WaybackFetcher::Outcome WaybackFetcher::nearest(const Request& request) {
    if (request.written) return copy(request, timestamp_of(*request.written), request.url);
    const auto answer = text_at(wayback::availability_address(server_, request.url));
    if (!answer) return {.response = {}, .is_silent = is_silence(answer.error())};
    const std::optional<Copy> newest = wayback::available_copy(*answer, request.url);
    return newest ? copy(request, newest->timestamp, newest->original) : Outcome{};
}

WaybackFetcher::Outcome WaybackFetcher::listed(const Request& request) {
    const auto extent = request.written ? wayback::Listing::all : wayback::Listing::newest;
    const auto answer = text_at(wayback::index_address(server_, request.url, extent));
    if (!answer) return {.response = {}, .may_have_others = false, .is_silent = is_silence(answer.error())};
    std::vector<Copy> copies = wayback::listed_copies(*answer, request.url);
    std::erase_if(copies, [&](const Copy& c) { return wants_picture(request) && is_web_page(c.media_type); });
    wayback::sort_by_nearness(copies, request.written);
    for (std::size_t i = 0; i < std::min(copies.size(), most_tries); ++i)
        if (Outcome outcome = copy(request, copies[i].timestamp, copies[i].original); outcome.response)
            return outcome;
    return {.response = {}, .may_have_others = false};
}

WaybackFetcher::Outcome WaybackFetcher::copy(const Request& request, std::string_view timestamp, const Url& original) {
    const auto address = wayback::copy_address(server_, timestamp, original, wayback::Rendering::as_stored);
    if (!address) return {.response = {}, .may_have_others = false};
    Result<Response> response =
        archives_.fetch({.url = *address, .accept = request.accept, .body_limit = request.body_limit});
    if (!response)
        return {.response = {}, .may_have_others = false, .is_silent = is_silence(response.error())};
    // An archived 404 says when it was archived; what the archive does not know has no time.
    if (is_gone(response)) return {.response = {}, .may_have_others = !response->header(memento_time).empty()};
    return {.response = original_response(request, *std::move(response))};
}

/// Copies of other pages, to which the site led when it was archived, are soft 404s more often than not.
bool WaybackFetcher::is_usable(const Request& request, const Response& response, const Url& original) const {
    const bool is_same = same_page_key(original) == same_page_key(request.url);
    const bool may_be_other = rules_.use == WaybackRules::Use::only && !wants_picture(request);
    return response.status == 200 && !response.body.empty() && (is_same || may_be_other) &&
           !(wants_picture(request) && is_web_page(response.media_type()));
}

std::optional<Response> WaybackFetcher::original_response(const Request& request, Response response) const {
    const std::optional<Copy> copy = wayback::copy_at(response.url);
    if (!copy || !is_usable(request, response, copy->original)) return std::nullopt;
    const std::optional<DateTime> told = parse_date(response.header(memento_time));
    const auto time = told ? std::optional(told->utc()) : time_of_timestamp(copy->timestamp);
    const auto address = time ? wayback::copy_address(server_, timestamp_of(*time), copy->original,
                                                      wayback::Rendering::for_people)
                              : std::nullopt;
    if (!address) return std::nullopt;
    response.memento = Memento{*address, *time};
    const bool is_same = same_page_key(copy->original) == same_page_key(request.url);
    response.url = is_same ? request.url : copy->original;
    response.redirects.clear();
    if (!is_same) response.redirects.push_back(request.url);
    if (is_web_page(response.media_type())) response.body = wayback::without_toolbar(std::move(response.body));
    return response;
}

Result<std::string> WaybackFetcher::text_at(const std::optional<Url>& url) {
    if (!url) return fail(ErrorKind::refused, "the web archive has no such address");
    Result<Response> response = archives_.fetch({.url = *url, .accept = "application/json", .body_limit = list_limit});
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(ErrorKind::refused, response->url.text() + " tells nothing");
    return std::move(response->body);
}

std::string rescue_detail(const Memento& memento) {
    const DateTime time{.local = memento.time, .offset = std::chrono::minutes{0}};
    return "is gone, but a web archive kept it on " + Phrases::in_language("en").day(time);
}

}  // namespace blogbind
