// Which proxy, if any, a request goes through.
#pragma once

#include <string>

#include "net/url.h"

namespace blogbind {

struct ProxyRules {
    std::string http;      ///< for http addresses; empty: none
    std::string https;     ///< for https addresses
    std::string excepted;  ///< hosts and domains between commas that are asked directly; "*" for all
};

/// What http_proxy, https_proxy, all_proxy and no_proxy say. HTTP_PROXY in capitals is not read: in CGI programs it
/// is a header that anybody may send.
ProxyRules proxy_rules_of_environment();
/// The proxy for `url`; empty if it is asked directly. This computer itself is never asked through a proxy.
std::string proxy_for(const Url& url, const ProxyRules& rules);

}  // namespace blogbind
