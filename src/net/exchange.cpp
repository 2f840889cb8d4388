#include "net/exchange.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace blogbind {

namespace {

constexpr std::size_t header_limit = 256U << 10;

constexpr std::array<std::string_view, 3> secret_fields{"authorization", "cookie", "proxy-authorization"};

bool is_secret(std::string_view name, const HeaderFields& own) {
    const auto is_named = [&](std::string_view secret) { return equals_ignoring_case(name, secret); };
    return std::any_of(secret_fields.begin(), secret_fields.end(), is_named) ||
           std::any_of(own.begin(), own.end(), [&](const auto& field) { return is_named(field.first); });
}

/// The length that the answer declares, true or not; 0 if it declares none.
std::size_t declared_length(const HeaderFields& headers) {
    const auto length = std::ranges::find(headers, "content-length", &HeaderFields::value_type::first);
    const auto told = length != headers.end() ? parsed_integer(length->second) : std::nullopt;
    return told && *told > 0 ? static_cast<std::size_t>(*told) : 0;
}

}  // namespace

std::string limit_text(std::size_t bytes) {
    return bytes >> 20U > 0 ? fmt::format("{} MB", bytes >> 20U) : fmt::format("{} bytes", bytes);
}

bool Exchange::add_body(std::string_view bytes) {
    if (bytes.size() > body_limit - body.size()) {
        refusal = Refusal::long_body;
        return false;
    }
    // A string that grows by itself takes up to twice the room.
    if (body.empty()) body.reserve(std::min(declared_length(headers), body_limit));
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

std::string public_head(std::string_view head, const HeaderFields& own) {
    std::string text;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size() - 1) + 1;
        const std::string_view line = head.substr(at, end - at);
        if (!is_secret(trimmed(line.substr(0, line.find(':'))), own)) text += line;
        at = end;
    }
    return text;
}

Error refusal_error(const Url& url, const Exchange& exchange) {
    switch (exchange.refusal) {
        case Refusal::private_address: return {ErrorKind::refused, url.text() + ": leads to a private network address"};
        case Refusal::long_headers:
            return {ErrorKind::refused, fmt::format("{}: more than {} bytes of headers", url.text(), header_limit)};
        default:
            return {ErrorKind::refused, fmt::format("{}: larger than {}", url.text(), limit_text(exchange.body_limit))};
    }
}

}  // namespace blogbind
