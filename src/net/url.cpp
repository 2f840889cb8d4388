#include "net/url.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "net/url_parts.h"

namespace blogbind {

namespace {

/// The byte that "%41" at the start of `text` stands for; -1 if none does.
int encoded_byte(std::string_view text) {
    if (text.size() < 3 || text[0] != '%') return -1;
    const int high = hex_digit_value(text[1]), low = hex_digit_value(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// Form encoding: "+" is a space there.
std::string form_decoded(std::string_view text) { return percent_decoded(replaced(text, "+", " ")); }

/// Query parameters that tell a site where a reader came from and nothing about what to show. A closing "*" stands
/// for anything.
constexpr std::array<std::string_view, 21> tracking_parameters{
    "utm_*",  "fbclid", "gclid",   "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid",
    "mc_cid", "mc_eid", "mkt_tok", "_ga",    "_gl",   "_hsenc", "_hsmi",  "vero_id", "oly_*", "ref_src"};

bool is_tracking(std::string_view name) {
    return std::ranges::any_of(tracking_parameters, [&](std::string_view pattern) {
        if (!pattern.ends_with('*')) return equals_ignoring_case(name, pattern);
        pattern.remove_suffix(1);
        return equals_ignoring_case(name.substr(0, pattern.size()), pattern);
    });
}

std::string_view parameter_name(std::string_view parameter) { return parameter.substr(0, parameter.find('=')); }

/// `query` without what only tracks; nothing if nothing is left.
std::optional<std::string> untracked(std::string_view query) {
    std::string kept;
    for (std::string_view parameter : split(query, '&')) {
        if (parameter.empty() || is_tracking(parameter_name(parameter))) continue;
        if (!kept.empty()) kept += '&';
        kept += parameter;
    }
    if (kept.empty()) return std::nullopt;
    return kept;
}

std::string_view without_www(std::string_view host) {
    if (host.starts_with("www.") && host.find('.', 4) != std::string_view::npos) host.remove_prefix(4);
    return host;
}

std::string host_and_port(std::string_view host, int port) {
    return port < 0 ? std::string(host) : std::string(host) + ":" + std::to_string(port);
}

/// What servers show for a folder: the same page under two names.
constexpr std::array<std::string_view, 6> default_files{"index.html",  "index.htm",    "index.php",
                                                        "index.shtml", "default.html", "default.aspx"};

std::string_view without_default_file(std::string_view path) {
    for (std::string_view file : default_files)
        if (path.ends_with(file) && path.substr(0, path.size() - file.size()).ends_with('/'))
            path.remove_suffix(file.size());
    return path;
}

/// Decoded where that gives text that can be shown: valid UTF-8 without spaces and controls.
std::string decoded_for_people(std::string_view text) {
    std::string decoded = percent_decoded(text);
    const bool plain = std::ranges::none_of(decoded, [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
    return plain && is_valid_utf8(decoded) ? decoded : std::string(text);
}

}  // namespace

std::string percent_encoded(std::string_view text, const EncodeSet& set) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!set.holds(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return out;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = encoded_byte(text.substr(i));
        out += byte < 0 ? text[i] : static_cast<char>(byte);
        if (byte >= 0) i += 2;
    }
    return out;
}

Url::Url(const UrlParts& parts)
    : port_(parts.port),
      scheme_size_(static_cast<Place>(parts.scheme.size())),
      has_host_(parts.host.has_value()),
      opaque_(parts.opaque) {
    constexpr std::size_t most_marks = 16;  // those between the parts, and the port
    text_.reserve(parts.scheme.size() + parts.credentials.size() + parts.host.value_or("").size() + parts.path.size() +
                  parts.query.value_or("").size() + parts.fragment.value_or("").size() + most_marks);
    text_.append(parts.scheme).append(1, ':');
    const auto end = [this] { return static_cast<Place>(text_.size()); };
    if (has_host_) {
        text_.append("//").append(parts.credentials);
        host_at_ = end();
        host_size_ = static_cast<Place>(parts.host->size());
        text_ += host_and_port(*parts.host, port_);
    } else if (!opaque_ && parts.path.starts_with("//")) {
        text_ += "/.";  // or the path would be read as a host
    }
    path_at_ = end();
    text_ += parts.path;
    if (parts.query) {
        query_at_ = end();
        text_.append(1, '?').append(*parts.query);
    }
    if (parts.fragment) {
        fragment_at_ = end();
        text_.append(1, '#').append(*parts.fragment);
    }
}

UrlParts Url::parts() const {
    UrlParts parts;
    parts.scheme = scheme();
    parts.path = path();
    parts.opaque = opaque_;
    parts.port = port_;
    parts.query = query();
    parts.fragment = fragment();
    if (!has_host_) return parts;
    parts.host = host();
    constexpr std::size_t mark_size = 3;  // "://"
    const std::size_t authority_at = scheme_size_ + mark_size;
    parts.credentials = text_.substr(authority_at, host_at_ - authority_at);
    return parts;
}

std::optional<Url> Url::parse(std::string_view text) {
    const std::optional<UrlParts> parts = parse_url(text, nullptr);
    if (!parts) return std::nullopt;
    return Url(*parts);
}

std::optional<Url> Url::resolve(std::string_view reference) const {
    const UrlParts base = parts();
    const std::optional<UrlParts> parts = parse_url(reference, &base);
    if (!parts) return std::nullopt;
    return Url(*parts);
}

std::string Url::path() const {
    const std::size_t end = std::min<std::size_t>({query_at_, fragment_at_, text_.size()});
    return text_.substr(path_at_, end - path_at_);
}

std::optional<std::string_view> Url::query() const {
    if (query_at_ == absent) return std::nullopt;
    const std::size_t end = std::min<std::size_t>(fragment_at_, text_.size());
    return std::string_view(text_).substr(query_at_ + 1, end - query_at_ - 1);
}

std::optional<std::string_view> Url::fragment() const {
    if (fragment_at_ == absent) return std::nullopt;
    return std::string_view(text_).substr(fragment_at_ + 1);
}

std::optional<std::string> Url::parameter(std::string_view name) const {
    for (std::string_view parameter : split(query().value_or(""), '&')) {
        const std::string_view raw_name = parameter_name(parameter);
        if (raw_name.size() == parameter.size() && raw_name.empty()) continue;
        if (form_decoded(raw_name) != name) continue;
        return form_decoded(parameter.substr(std::min(parameter.size(), raw_name.size() + 1)));
    }
    return std::nullopt;
}

std::string Url::origin() const { return std::string(scheme()) + "://" + host_and_port(host(), port_); }

Url Url::without_fragment() const {
    UrlParts bare = parts();
    bare.fragment.reset();
    return Url(bare);
}

Url Url::without_query() const {
    UrlParts bare = parts();
    bare.query.reset();
    return Url(bare);
}

Url Url::without_tracking() const {
    if (!query()) return *this;
    UrlParts clean = parts();
    clean.query = untracked(*clean.query);
    return Url(clean);
}

Url Url::with_path(std::string_view path) const {
    UrlParts bare = parts();
    bare.path.clear();
    bare.query.reset();
    bare.fragment.reset();
    // "/./" in front keeps a path that starts with "//" from being read as a host.
    const std::string escaped = replaced(replaced(path, "?", "%3F"), "#", "%23");
    const std::optional<UrlParts> moved = parse_url((escaped.starts_with('/') ? "/." : "/./") + escaped, &bare);
    return Url(moved.value_or(bare));
}

std::string same_page_key(const Url& url) {
    const Url clean = url.without_tracking();
    std::string key = host_and_port(without_www(clean.host()), clean.port());
    const std::string whole_path = clean.path();
    std::string_view path = without_default_file(whole_path);
    while (path.ends_with('/')) path.remove_suffix(1);
    key += percent_decoded(path);
    if (clean.query()) key.append(1, '?').append(*clean.query());
    return key;
}

std::string last_path_segment(const Url& url) {
    const std::string whole_path = url.path();
    std::string_view path = whole_path;
    while (path.ends_with('/')) path.remove_suffix(1);
    return percent_decoded(path.substr(path.rfind('/') + 1));
}

std::string readable_site(const Url& url) { return host_and_port(without_www(url.host()), url.port()); }

std::string readable(const Url& url) {
    if (!url.is_web()) return url.text();
    std::string text = readable_site(url);
    const std::string path = url.path();
    if (path != "/") text += decoded_for_people(path);
    if (url.query()) text.append(1, '?').append(decoded_for_people(*url.query()));
    return text;
}

}  // namespace blogbind
