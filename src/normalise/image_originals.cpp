// Where hosts keep the original of a picture that they also serve in other sizes: one rule a host or plug-in.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "normalise/image_addresses.h"
#include "normalise/size_tokens.h"

namespace blogbind::normalise {

namespace {

using Rewritten = std::optional<Url>;  // nothing: the rule does not apply

Rewritten if_changed(const Url& url, std::string_view path) {
    if (path == url.path()) return std::nullopt;
    return url.with_path(path);
}

Rewritten without_any_query(const Url& url) {
    if (!url.query()) return std::nullopt;
    return url.without_query();
}

/// Parameters that only scale, as Jetpack, EWWW and others add them to the blog's own addresses.
Rewritten without_scaling_query(const Url& url) {
    constexpr std::array<std::string_view, 11> scaling{"w",     "h",   "resize",          "fit",  "crop", "quality",
                                                       "strip", "ssl", "is-pending-load", "zoom", "lb"};
    if (!url.query()) return std::nullopt;
    for (const std::string_view pair : split(*url.query(), '&'))
        if (std::ranges::find(scaling, pair.substr(0, pair.find('='))) == scaling.end()) return std::nullopt;
    return url.without_query();
}

/// i0.wp.com/<host>/<path>?ssl=1
Rewritten photon(const Url& url) {
    const bool secure = url.parameter("ssl").value_or("") == "1";
    return Url::parse((secure ? "https:/" : "http:/") + url.path());
}

Rewritten wordpress_suffix(const Url& url) {
    std::string path = url.path();
    const auto suffix = size_suffix(path);
    if (!suffix) return std::nullopt;
    path.erase(suffix->at, suffix->end - suffix->at);
    return url.with_path(path);
}

Rewritten google(const Url& url) {
    std::string path = url.path();
    const auto token = google_token(path);
    if (!token) return std::nullopt;
    return if_changed(url, path.replace(token->at, token->length, "s0"));
}

/// …/fetch/w_1456,c_limit/https%3A%2F%2Fhost%2Fpath
Rewritten encoded_tail(const Url& url) {
    const std::string path = url.path();
    const std::string tail = percent_decoded(path.substr(path.rfind('/') + 1));
    return tail.starts_with("http") ? Url::parse(tail) : std::nullopt;
}

/// …/w:auto/h:auto/q:75/https://host/path
Rewritten embedded_address(const Url& url) {
    const std::string path = url.path();
    const std::size_t at = std::min(path.find("https:/", 1), path.find("http:/", 1));
    if (at == std::string::npos) return std::nullopt;
    std::string address = path.substr(at);
    const std::size_t slash = address.find(":/") + 1;
    if (address.compare(slash, 2, "//") != 0) address.insert(slash, "/");
    return Url::parse(address);
}

/// …?url=https%3A%2F%2Fhost%2Fpath, absolute or seen from the proxy itself
Rewritten address_parameter(const Url& url) {
    const auto address = url.parameter("url");
    if (!address) return std::nullopt;
    return url.resolve(*address);
}

Rewritten medium(const Url& url) {
    const std::string path = url.path();
    const std::string name = path.substr(path.rfind('/'));
    return if_changed(url, "/v2" + name);
}

Rewritten squarespace(const Url& url) {
    if (url.parameter("format").value_or("") == "original") return std::nullopt;
    return Url::parse(url.without_query().text() + "?format=original");
}

Rewritten wix(const Url& url) {
    const std::string path = url.path();
    const std::size_t at = path.find("/v1/");
    if (at == std::string::npos) return std::nullopt;
    return if_changed(url, path.substr(0, at));
}

/// The size after the last "_" of the name becomes `wanted`, if it is one of `sizes`.
Rewritten resized_name(const Url& url, std::string_view sizes, std::string_view wanted) {
    std::string path = url.path();
    const std::size_t dot = path.rfind('.');
    const std::size_t mark = path.rfind('_', dot);
    if (dot == std::string::npos || mark == std::string::npos || mark > dot) return std::nullopt;
    if (!has_word(sizes, path.substr(mark + 1, dot - mark - 1))) return std::nullopt;
    return url.with_path(path.replace(mark, dot - mark, wanted));
}

Rewritten tumblr(const Url& url) { return resized_name(url, "75sq 100 250 400 500 540 640", "_1280"); }
Rewritten flickr(const Url& url) { return resized_name(url, "s q t m n w z c", "_b"); }
Rewritten shopify(const Url& url) { return resized_name(url, "100x 200x 300x 400x 600x 800x 1024x", ""); }

Rewritten ghost(const Url& url) {
    std::string path = url.path();
    const std::size_t at = path.find("/size/w");
    if (at == std::string::npos) return std::nullopt;
    const std::size_t end = path.find('/', at + 6);
    if (end == std::string::npos) return std::nullopt;
    path.erase(at, end - at);
    return url.with_path(replaced(path, "/format/webp", ""));
}

Rewritten photobucket(const Url& url) { return if_changed(url, replaced(url.path(), "/th_", "/")); }

/// Seven characters and one for the size.
Rewritten imgur(const Url& url) {
    std::string path = url.path();
    const std::size_t dot = path.rfind('.');
    if (dot != 9 || std::string_view("sbtmlh").find(path[8]) == std::string_view::npos) return std::nullopt;
    return url.with_path(path.erase(8, 1));
}

/// …/image/upload/w_800,c_fit/v123/name.jpg
Rewritten cloudinary(const Url& url) {
    std::string path = url.path();
    const std::size_t begin = path.find("/upload/") + 8;
    const std::size_t end = path.find('/', begin);
    if (end == std::string::npos || path.substr(begin, end - begin).find('_') == std::string::npos) return std::nullopt;
    return url.with_path(path.erase(begin, end - begin + 1));
}

/// /cdn-cgi/image/width=800,format=auto/path
Rewritten cloudflare(const Url& url) {
    const std::string path = url.path();
    const std::size_t options = path.find("/cdn-cgi/image/") + 15;
    const std::size_t end = path.find('/', options);
    if (end == std::string::npos) return std::nullopt;
    const std::string rest = path.substr(end + 1);
    return url.resolve(rest.starts_with("http") ? rest : "/" + rest);
}

Rewritten weibo(const Url& url) {
    const std::string path = url.path();
    const std::size_t end = path.find('/', 1);
    if (end == std::string::npos) return std::nullopt;
    return if_changed(url, "/large" + path.substr(end));
}

/// …/.a/6a00…-500wi
Rewritten typepad(const Url& url) {
    const std::string path = url.path();
    const std::size_t dash = path.rfind('-');
    if (dash == std::string::npos || leading_number(std::string_view(path).substr(dash + 1)) == 0) return std::nullopt;
    return url.with_path(path.substr(0, dash));
}

struct Rule {
    std::string_view host;  // that host and those under it; empty: any
    std::string_view path;  // part of path and query; empty: any
    Rewritten (*original)(const Url&);
};

// The first rule that gives another address wins. Hosts come before what any host may do; proxies before sizes,
// because what a proxy hides may have a size of its own.
constexpr std::array rules{
    Rule{"i0.wp.com", "", photon},
    Rule{"i1.wp.com", "", photon},
    Rule{"i2.wp.com", "", photon},
    Rule{"i3.wp.com", "", photon},
    Rule{"files.wordpress.com", "", without_any_query},
    Rule{"wordpress.com", "/wp-content/uploads/", without_any_query},
    Rule{"substackcdn.com", "/image/fetch/", encoded_tail},
    Rule{"cdn.substack.com", "/image/fetch/", encoded_tail},
    Rule{"bp.blogspot.com", "", google},
    Rule{"googleusercontent.com", "", google},
    Rule{"ggpht.com", "", google},
    Rule{"miro.medium.com", "", medium},
    Rule{"cdn-images-1.medium.com", "/max/", medium},
    Rule{"images.squarespace-cdn.com", "", squarespace},
    Rule{"static1.squarespace.com", "", squarespace},
    Rule{"static.wixstatic.com", "/v1/", wix},
    Rule{"media.tumblr.com", "", tumblr},
    Rule{"staticflickr.com", "", flickr},
    Rule{"photobucket.com", "/th_", photobucket},
    Rule{"i.imgur.com", "", imgur},
    Rule{"res.cloudinary.com", "/upload/", cloudinary},
    Rule{"cdn.shopify.com", "", shopify},
    Rule{"imgix.net", "", without_any_query},
    Rule{"cdn.sanity.io", "", without_any_query},
    Rule{"images.ctfassets.net", "", without_any_query},
    Rule{"images.unsplash.com", "", without_any_query},
    Rule{"pstatic.net", "type=", without_any_query},
    Rule{"ameba.jp", "caw=", without_any_query},
    Rule{"sinaimg.cn", "", weibo},
    Rule{"typepad.com", "/.a/", typepad},
    Rule{"i.optimole.com", "", embedded_address},
    Rule{"cdn.shortpixel.ai", "", embedded_address},
    Rule{"images.hive.blog", "", embedded_address},
    Rule{"steemitimages.com", "", embedded_address},
    Rule{"wsrv.nl", "url=", address_parameter},
    Rule{"images.weserv.nl", "url=", address_parameter},
    Rule{"", "/_next/image?", address_parameter},
    Rule{"", "/cdn-cgi/image/", cloudflare},
    Rule{"", "/content/images/size/w", ghost},
    Rule{"", "?", without_scaling_query},
    Rule{"", "", wordpress_suffix},
};

bool is_host(const Url& url, std::string_view host) {
    const std::string_view own = url.host();
    return host.empty() || own == host || (own.ends_with(host) && own[own.size() - host.size() - 1] == '.');
}

Rewritten more_original(const Url& url) {
    for (const Rule& rule : rules) {
        if (!is_host(url, rule.host)) continue;
        if (!rule.path.empty() && url.text().find(rule.path) == std::string::npos) continue;
        if (Rewritten found = rule.original(url); found && found->is_web() && *found != url) return found;
    }
    return std::nullopt;
}

/// WordPress keeps uploads above 2560 pixels as "-scaled" beside the untouched file, and turned ones as "-rotated".
void append_stored_forms(const Url& stripped, std::vector<Url>& found) {
    const std::string path = stripped.path();
    const std::size_t dot = path.rfind('.');
    if (dot == std::string::npos) return;
    found.push_back(stripped.with_path(std::string(path).insert(dot, "-scaled")));
}

}  // namespace

std::vector<Url> original_addresses(const Url& url) {
    constexpr int deepest = 4;  // a proxy of a proxy of a scaled picture
    std::vector<Url> found;
    Url current = url;
    for (int step = 0; step < deepest; ++step) {
        const Rewritten next = more_original(current);
        if (!next) break;
        if (size_suffix(current.path()) && current.path().find("/uploads/") != std::string::npos)
            append_stored_forms(*next, found);
        found.push_back(*next);
        current = *next;
    }
    std::ranges::reverse(found);
    return found;
}

}  // namespace blogbind::normalise
