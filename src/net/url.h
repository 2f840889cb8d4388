// Addresses by the WHATWG URL Standard (https://url.spec.whatwg.org/), as browsers understand them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

struct UrlParts;  // url_parts.h

/// An absolute address. Values exist only parsed; text() is pure ASCII: percent-encoded, host in Punycode.
class Url {
  public:
    /// Nothing if `text` is not an absolute address.
    static std::optional<Url> parse(std::string_view text);
    /// `reference` (absolute, relative, "//host", "?query", "#fragment", "") seen from this address.
    [[nodiscard]] std::optional<Url> resolve(std::string_view reference) const;

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string_view scheme() const { return std::string_view(text_).substr(0, scheme_size_); }
    /// Lower case; IPv6 in brackets.
    [[nodiscard]] std::string_view host() const {
        return std::string_view(text_).substr(std::min<std::size_t>(host_at_, text_.size()), host_size_);
    }
    [[nodiscard]] int port() const { return port_; }                 ///< -1 for the scheme's own
    [[nodiscard]] std::string path() const;                          ///< "/2019/05/slug/", still percent-encoded
    [[nodiscard]] std::optional<std::string_view> query() const;     ///< without "?"
    [[nodiscard]] std::optional<std::string_view> fragment() const;  ///< without "#"
    /// The decoded value of the first query parameter of that name.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
    [[nodiscard]] bool is_web() const { return scheme() == "http" || scheme() == "https"; }
    /// scheme://host[:port], the part that every page of a site shares.
    [[nodiscard]] std::string origin() const;

    [[nodiscard]] Url without_fragment() const;
    [[nodiscard]] Url without_query() const;
    /// Without parameters that only track readers: utm_*, fbclid, gclid, …
    [[nodiscard]] Url without_tracking() const;
    /// The address of `path` on the same host; query and fragment go.
    [[nodiscard]] Url with_path(std::string_view path) const;

    friend bool operator==(const Url& a, const Url& b) { return a.text_ == b.text_; }

  private:
    explicit Url(const UrlParts& parts);
    [[nodiscard]] UrlParts parts() const;

    // A blog's posts and pictures have thousands of addresses: of the parts only the places in the text are held.
    using Place = std::uint32_t;
    static constexpr Place absent = 0xFFFF'FFFF;

    std::string text_;
    int port_ = -1;
    Place scheme_size_ = 0, host_at_ = 0, host_size_ = 0, path_at_ = 0;
    Place query_at_ = absent, fragment_at_ = absent;  // of their marks
    bool has_host_ = false, opaque_ = false;
};

/// Equal for addresses that name the same page: without scheme, "www.", fragment, tracking parameters, default file
/// names, closing slash; path percent-decoded. Only for comparing.
std::string same_page_key(const Url& url);
/// The last non-empty segment of the path, percent-decoded: "kestrel-coast-part-a".
std::string last_path_segment(const Url& url);
std::string percent_decoded(std::string_view text);
/// "host/path" for people: no scheme, no "www.", decoded where that gives valid UTF-8.
std::string readable(const Url& url);
/// The site alone: "example.org" of "https://www.example.org/2019/05/", "example.org:8080".
std::string readable_site(const Url& url);

}  // namespace blogbind
