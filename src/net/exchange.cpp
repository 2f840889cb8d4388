#include "net/exchange.h"

#include <fmt/format.h>

#include "base/text.h"

namespace blogbind {

namespace {

constexpr std::size_t header_limit = 256U << 10;

std::string size_text(std::size_t bytes) {
    return bytes >> 20U > 0 ? fmt::format("{} MB", bytes >> 20U) : fmt::format("{} bytes", bytes);
}

}  // namespace

bool Exchange::add_body(std::string_view bytes) {
    if (bytes.size() > body_limit - body.size()) {
        refusal = Refusal::long_body;
        return false;
    }
    body += bytes;
    return true;
}

bool Exchange::add_header_line(std::string_view line) {
    header_size += line.size();
    if (header_size > header_limit) {
        refusal = Refusal::long_headers;
        return false;
    }
    const std::size_t colon = line.find(':');
    if (line.starts_with("HTTP/"))
        headers.clear();  // an interim answer's fields stood before it
    else if ((line.starts_with(' ') || line.starts_with('\t')) && !headers.empty())
        headers.back().second.append(" ").append(trimmed(line));  // RFC 9112 #line.folding
    else if (colon != std::string_view::npos && colon > 0)
        headers.emplace_back(ascii_lowered(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    return true;
}

Error refusal_error(const Url& url, const Exchange& exchange) {
    switch (exchange.refusal) {
        case Refusal::private_address: return {ErrorKind::refused, url.text() + ": leads to a private network address"};
        case Refusal::long_headers:
            return {ErrorKind::refused, fmt::format("{}: more than {} bytes of headers", url.text(), header_limit)};
        default:
            return {ErrorKind::refused, fmt::format("{}: larger than {}", url.text(), size_text(exchange.body_limit))};
    }
}

}  // namespace blogbind
