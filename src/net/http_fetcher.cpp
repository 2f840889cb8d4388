#include "net/http_fetcher.h"

#include <fmt/format.h>

#include "net/content_encoding.h"
#include "net/exchange.h"
#include "net/redirect_trail.h"

namespace blogbind {

namespace {

bool is_redirected_to_plain_text(const Url& from, const Url& to) {
    return from.scheme() == "https" && to.scheme() == "http";
}

Ask ask_for(const Request& request, const Url& url) {
    Ask ask{.url = url.without_fragment(), .form = request.form, .body_limit = request.body_limit};
    ask.may_know_secrets = !is_redirected_to_plain_text(request.url, url);
    ask.headers.emplace_back("Accept", request.accept);
    ask.headers.emplace_back("Accept-Encoding", accepted_encodings);
    if (request.referrer) ask.headers.emplace_back("Referer", request.referrer->without_fragment().text());
    return ask;
}

/// What comes from an archive has passed no limit yet.
Result<std::string> decoded_body(Answer& answer, const Request& request) {
    const std::string_view encoding = answer.header("content-encoding");
    const std::size_t limit = request.body_limit;
    if (encoding.empty() && answer.body.size() <= limit) return std::move(answer.body);
    Result<std::string> body = encoding.empty() ? fail(ErrorKind::refused, "larger than " + limit_text(limit))
                                                : decoded_content(answer.body, encoding, limit);
    if (!body) return fail(body.error().kind, answer.url.text() + ": " + body.error().message);
    return body;
}

}  // namespace

Result<Response> HttpFetcher::fetch(const Request& request) {
    RedirectTrail trail(request.url, redirect_limit_);
    for (;;) {
        Result<Answer> answer = transport_.ask(ask_for(request, trail.url()));
        if (!answer) return fail(answer.error());
        const Result<bool> is_led_on = request.form.empty() ? trail.follow(*answer) : false;
        if (!is_led_on) return fail(is_led_on.error());
        if (*is_led_on) continue;
        Result<std::string> body = decoded_body(*answer, request);
        if (!body) return fail(body.error());
        Response response{.url = trail.url(), .redirects = trail.passed(), .status = answer->status};
        response.headers = std::move(answer->headers);
        response.body = *std::move(body);
        if (provenance_ == Provenance::told && !answer->record.empty()) {
            response.record = std::move(answer->record);
            response.retrieved = answer->time;
        }
        return response;
    }
}

}  // namespace blogbind
