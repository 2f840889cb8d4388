#include "net/fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace blogbind {

namespace {

struct StatusKind {
    int status;
    ErrorKind kind;
};

constexpr std::array status_kinds{
    StatusKind{401, ErrorKind::refused},
    StatusKind{403, ErrorKind::refused},
    StatusKind{404, ErrorKind::not_found},
    StatusKind{410, ErrorKind::not_found},
};

ErrorKind kind_of(int status) {
    const auto* found = std::find_if(status_kinds.begin(), status_kinds.end(),
                                     [&](const StatusKind& known) { return known.status == status; });
    return found != status_kinds.end() ? found->kind : ErrorKind::unreachable;
}

std::string_view without_quotes(std::string_view text) {
    if (text.starts_with('"')) text.remove_prefix(1);
    return text.substr(0, text.find('"'));
}

}  // namespace

std::string_view Response::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return trimmed(value);
    return {};
}

std::string Response::media_type() const {
    const std::string_view value = header("content-type");
    return ascii_lowered(trimmed(value.substr(0, value.find_first_of(";,"))));
}

std::string Response::charset() const {
    for (const std::string_view parameter : split(header("content-type"), ';')) {
        const std::size_t sign = parameter.find('=');
        if (sign == std::string_view::npos) continue;
        if (equals_ignoring_case(trimmed(parameter.substr(0, sign)), "charset"))
            return std::string(trimmed(without_quotes(trimmed(parameter.substr(sign + 1)))));
    }
    return {};
}

Result<Response> fetch_ok(Fetcher& fetcher, const Request& request) {
    return expect_ok(request, fetcher.fetch(request));
}

Result<Response> expect_ok(const Request& request, Result<Response> response) {
    if (!response || (response->status >= 200 && response->status <= 299)) return response;
    return fail(kind_of(response->status), fmt::format("{} answered {}", request.url.text(), response->status));
}

bool is_gone(const Result<Response>& response) {
    if (response) return kind_of(response->status) == ErrorKind::not_found;
    return response.error().kind == ErrorKind::not_found || response.error().kind == ErrorKind::unreachable;
}

}  // namespace blogbind
