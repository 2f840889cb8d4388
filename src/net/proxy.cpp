#include "net/proxy.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "base/text.h"

namespace blogbind {

namespace {

std::string first_variable(std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    return {};
}

bool is_this_computer(std::string_view host) {
    return host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.") || host == "[::1]";
}

/// A domain stands for its subdomains too, with or without a leading dot.
bool is_within(std::string_view host, std::string_view domain) {
    if (domain == "*") return true;
    if (domain.starts_with('.')) domain.remove_prefix(1);
    if (domain.empty() || !host.ends_with(domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

}  // namespace

ProxyRules proxy_rules_of_environment() {
    return {.http = first_variable({"http_proxy", "all_proxy", "ALL_PROXY"}),
            .https = first_variable({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}),
            .excepted = first_variable({"no_proxy", "NO_PROXY"})};
}

std::string proxy_for(const Url& url, const ProxyRules& rules) {
    const auto excepts = [&](std::string_view domain) { return is_within(url.host(), ascii_lowered(trimmed(domain))); };
    const std::vector<std::string_view> excepted = split(rules.excepted, ',');
    if (is_this_computer(url.host()) || std::any_of(excepted.begin(), excepted.end(), excepts)) return {};
    return url.scheme() == "https" ? rules.https : rules.http;
}

}  // namespace blogbind
