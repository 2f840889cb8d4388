// Hosts of addresses: domains (IDNA), IPv4 in all the spellings that browsers take, IPv6, and opaque names.
#include <arpa/inet.h>
#include <idn2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "net/url.h"
#include "net/url_parts.h"

namespace blogbind {

namespace {

constexpr std::size_t longest_unicode_domain = 1024;
constexpr std::string_view forbidden_in_hosts{"\0\t\n\r #/:<>?@[\\]^|", 17};
constexpr std::uint64_t beyond_ipv4 = std::uint64_t{1} << 32U;

struct Release {
    void operator()(char* text) const { idn2_free(text); }
};

/// UTS 46 without transitional mapping. An ASCII domain is only lowered: a "xn--" label that IDNA 2008 forbids
/// (emoji) is still a name that the DNS may know.
std::optional<std::string> ascii_domain(std::string_view domain) {
    if (is_ascii(domain)) return ascii_lowered(domain);
    if (domain.size() > longest_unicode_domain || domain.find('\0') != std::string_view::npos) return std::nullopt;
    char* raw = nullptr;
    constexpr int flags = IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT | IDN2_ALLOW_UNASSIGNED;
    const int result = idn2_to_ascii_8z(std::string(domain).c_str(), &raw, flags);
    const std::unique_ptr<char, Release> owner(raw);
    if (result != IDN2_OK) return std::nullopt;
    return std::string(raw);
}

bool is_allowed_in_domain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f && c != '%' && forbidden_in_hosts.find(c) == std::string_view::npos;
}

/// Decimal, "0x" hexadecimal or "0" octal; values too large for any address stay at `beyond_ipv4`.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    unsigned base = 10;
    if (text.starts_with("0x")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
        text.remove_prefix(1);
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = hex_digit_value(c);
        if (digit < 0 || static_cast<unsigned>(digit) >= base) return std::nullopt;
        value = std::min(value * base + static_cast<unsigned>(digit), beyond_ipv4);
    }
    return value;
}

/// The labels of a domain, without the empty one behind a closing dot.
std::vector<std::string_view> labels(std::string_view domain) {
    std::vector<std::string_view> parts = split(domain, '.');
    if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
    return parts;
}

/// https://url.spec.whatwg.org/#ends-in-a-number-checker: such a host is an IPv4 address or wrong.
bool ends_in_number(std::string_view last_label) {
    if (!last_label.empty() && std::ranges::all_of(last_label, is_ascii_digit)) return true;
    return ipv4_number(last_label).has_value();
}

std::optional<std::string> ipv4_host(std::span<const std::string_view> parts) {
    if (parts.size() > 4) return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        const unsigned bits = last ? static_cast<unsigned>(8 * (4 - i)) : 8;  // the last number fills what is left
        const std::optional<std::uint64_t> number = ipv4_number(parts[i]);
        if (!number || *number >> bits != 0) return std::nullopt;
        address = (address << bits) | *number;
    }
    return fmt::format("{}.{}.{}.{}", address >> 24U, address >> 16U & 0xffU, address >> 8U & 0xffU, address & 0xffU);
}

struct Run {
    std::size_t start = 0, length = 0;
};

/// The first longest run of at least two zero pieces: what "::" stands for.
Run longest_zero_run(std::span<const std::uint16_t> pieces) {
    Run longest{0, 1};
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i;
        while (end < pieces.size() && pieces[end] == 0) ++end;
        if (end - i > longest.length) longest = {i, end - i};
        i = std::max(end, i + 1);
    }
    return longest.length > 1 ? longest : Run{pieces.size(), 0};
}

std::string ipv6_text(std::span<const std::uint16_t> pieces) {
    const Run zeros = longest_zero_run(pieces);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i == zeros.start) {
            out += "::";
            i += zeros.length - 1;
            continue;
        }
        if (!out.empty() && !out.ends_with(':')) out += ':';
        out += fmt::format("{:x}", pieces[i]);
    }
    return out;
}

std::optional<std::string> ipv6_host(std::string_view text) {
    constexpr std::size_t longest = 45;
    if (text.size() > longest || text.find('\0') != std::string_view::npos) return std::nullopt;
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, std::string(text).c_str(), bytes.data()) != 1) return std::nullopt;
    std::array<std::uint16_t, 8> pieces{};
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i] = static_cast<std::uint16_t>(bytes[2 * i] << 8U | bytes[2 * i + 1]);
    return fmt::format("[{}]", ipv6_text(pieces));
}

std::optional<std::string> opaque_host(std::string_view text) {
    if (text.find_first_of(forbidden_in_hosts) != std::string_view::npos) return std::nullopt;
    return percent_encoded(text, control_set);
}

}  // namespace

std::optional<std::string> parse_host(std::string_view text, bool special) {
    if (text.starts_with('[')) {
        if (!text.ends_with(']')) return std::nullopt;
        return ipv6_host(text.substr(1, text.size() - 2));
    }
    if (!special) return opaque_host(text);
    const std::optional<std::string> domain = ascii_domain(percent_decoded(text));
    if (!domain || domain->empty() || !std::ranges::all_of(*domain, is_allowed_in_domain)) return std::nullopt;
    const std::vector<std::string_view> parts = labels(*domain);
    return ends_in_number(parts.back()) ? ipv4_host(parts) : domain;
}

}  // namespace blogbind
