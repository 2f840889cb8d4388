#include "net/transfer_error.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace blogbind {
namespace {

struct Failure {
    CURLcode code;
    ErrorKind kind;
    std::string_view message;
    bool has_detail = false;  ///< libcurl's own words say more
};

constexpr std::array failures{
    Failure{CURLE_COULDNT_RESOLVE_HOST, ErrorKind::not_found, "host not found"},
    Failure{CURLE_COULDNT_RESOLVE_PROXY, ErrorKind::unreachable, "proxy not found"},
    Failure{CURLE_COULDNT_CONNECT, ErrorKind::unreachable, "connection refused"},
    Failure{CURLE_OPERATION_TIMEDOUT, ErrorKind::unreachable, "no answer in time"},
    Failure{CURLE_GOT_NOTHING, ErrorKind::unreachable, "empty reply"},
    Failure{CURLE_PARTIAL_FILE, ErrorKind::unreachable, "the answer ended too early"},
    Failure{CURLE_RECV_ERROR, ErrorKind::unreachable, "connection broken"},
    Failure{CURLE_SEND_ERROR, ErrorKind::unreachable, "connection broken"},
    Failure{CURLE_HTTP2, ErrorKind::unreachable, "connection broken"},
    Failure{CURLE_HTTP2_STREAM, ErrorKind::unreachable, "connection broken"},
    Failure{CURLE_SSL_CONNECT_ERROR, ErrorKind::unreachable, "no secure connection", true},
    Failure{CURLE_PEER_FAILED_VERIFICATION, ErrorKind::refused, "its certificate is not valid", true},
    Failure{CURLE_FILESIZE_EXCEEDED, ErrorKind::refused, "too large"},
    Failure{CURLE_BAD_CONTENT_ENCODING, ErrorKind::unreadable, "the answer's compression is damaged"},
    Failure{CURLE_UNSUPPORTED_PROTOCOL, ErrorKind::unreadable, "the answer is not HTTP"},
    Failure{CURLE_WEIRD_SERVER_REPLY, ErrorKind::unreadable, "the answer is not HTTP"},
    Failure{CURLE_ABORTED_BY_CALLBACK, ErrorKind::interrupted, "interrupted"},
};

}  // namespace

Error transfer_error(int code, std::string_view words, const Url& url, const Exchange& exchange) {
    if (code == CURLE_FILESIZE_EXCEEDED || (exchange.refusal != Refusal::none && code != CURLE_ABORTED_BY_CALLBACK))
        return refusal_error(url, exchange);
    const auto* known =
        std::find_if(failures.begin(), failures.end(), [&](const Failure& failure) { return failure.code == code; });
    const std::string_view detail = exchange.detail[0] != '\0' ? exchange.detail.data() : words;
    if (known == failures.end()) return {ErrorKind::unreachable, fmt::format("{}: {}", url.text(), detail)};
    if (known->has_detail) return {known->kind, fmt::format("{}: {} ({})", url.text(), known->message, detail)};
    return {known->kind, fmt::format("{}: {}", url.text(), known->message)};
}

}  // namespace blogbind
