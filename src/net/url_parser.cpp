// Text to the parts of an address. The standard's state machine, with one function where it has a group of states;
// "#" and "?" end every part before them, so fragment and query are cut off first.
#include <array>
#include <utility>

#include "base/text.h"
#include "net/url_parts.h"

namespace blogbind {

namespace {

constexpr std::size_t longest_input = 16 * 1024;
constexpr std::size_t longest_data = 24U << 20;  // "data:" addresses carry whole photographs

struct SpecialScheme {
    std::string_view name;
    int port;
};
constexpr std::array special_schemes{SpecialScheme{"http", 80}, SpecialScheme{"https", 443}, SpecialScheme{"ftp", 21},
                                     SpecialScheme{"ws", 80},   SpecialScheme{"wss", 443},   SpecialScheme{"file", -1}};

const SpecialScheme* special_scheme(std::string_view name) {
    for (const SpecialScheme& scheme : special_schemes)
        if (scheme.name == name) return &scheme;
    return nullptr;
}

/// Without controls and spaces around it, and without the line breaks and tabs that sources have in long addresses.
std::string cleaned(std::string_view text) {
    const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
    std::string clean(text);
    std::erase_if(clean, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return clean;
}

bool is_scheme_character(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; }

/// The length of "scheme" where `text` starts with "scheme:"; 0 otherwise.
std::size_t scheme_length(std::string_view text) {
    if (text.empty() || !is_ascii_alpha(text.front())) return 0;
    std::size_t length = 1;
    while (length < text.size() && is_scheme_character(text[length])) ++length;
    return length < text.size() && text[length] == ':' ? length : 0;
}

/// Cuts `text` before the first `mark` and gives what followed it.
std::optional<std::string_view> take_after(std::string_view& text, char mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view after = text.substr(at + 1);
    text = text.substr(0, at);
    return after;
}

bool is_single_dot(std::string_view segment) { return segment == "." || equals_ignoring_case(segment, "%2e"); }

bool is_double_dot(std::string_view segment) {
    return segment == ".." || equals_ignoring_case(segment, ".%2e") || equals_ignoring_case(segment, "%2e.") ||
           equals_ignoring_case(segment, "%2e%2e");
}

/// "C:" or "C|", as file addresses of Windows have it.
bool is_drive(std::string_view segment) {
    return segment.size() == 2 && is_ascii_alpha(segment[0]) && (segment[1] == ':' || segment[1] == '|');
}

bool starts_with_drive(std::string_view text) {
    return is_drive(text.substr(0, 2)) && (text.size() == 2 || text[2] == '/' || text[2] == '\\');
}

class Parser {
  public:
    explicit Parser(const UrlParts* base) : base_(base) {}

    std::optional<UrlParts> parse(std::string_view text) {
        const std::size_t length = scheme_length(text);
        const std::optional<std::string_view> fragment = take_after(text, '#');
        if (fragment) url_.fragment = percent_encoded(*fragment, fragment_set);
        const bool parsed = length > 0 ? parse_absolute(text, length) : parse_relative(text);
        if (!parsed) return std::nullopt;
        return std::move(url_);
    }

  private:
    [[nodiscard]] bool is_slash(char c) const { return c == '/' || (special_ && c == '\\'); }
    [[nodiscard]] bool is_file() const { return url_.scheme == "file"; }
    [[nodiscard]] std::size_t leading_slashes(std::string_view text) const {
        std::size_t count = 0;
        while (count < text.size() && is_slash(text[count])) ++count;
        return count;
    }

    void set_scheme(std::string scheme) {
        url_.scheme = std::move(scheme);
        special_ = is_special_scheme(url_.scheme);
    }

    void take_query(std::string_view& text) {
        const std::optional<std::string_view> query = take_after(text, '?');
        if (query) url_.query = percent_encoded(*query, special_ ? special_query_set : query_set);
    }

    bool parse_absolute(std::string_view text, std::size_t length) {
        set_scheme(ascii_lowered(text.substr(0, length)));
        std::string_view rest = text.substr(length + 1);
        take_query(rest);
        if (is_file()) return parse_file(rest);
        if (special_) {
            if (base_ && base_->scheme == url_.scheme) return parse_hierarchical(rest);
            return parse_authority(rest.substr(leading_slashes(rest)));
        }
        if (rest.starts_with("//")) return parse_authority(rest.substr(2));
        if (rest.starts_with("/")) return append_path(rest);
        return parse_opaque(rest);
    }

    bool parse_relative(std::string_view text) {
        if (!base_) return false;
        if (base_->opaque) return parse_beside_opaque(text);
        set_scheme(base_->scheme);
        take_query(text);
        return is_file() ? parse_file(text) : parse_hierarchical(text);
    }

    /// Seen from a mailto: or data: address only a fragment has a meaning.
    bool parse_beside_opaque(std::string_view text) {
        if (!text.empty() || !url_.fragment) return false;
        std::optional<std::string> fragment = std::move(url_.fragment);
        url_ = *base_;
        url_.fragment = std::move(fragment);
        return true;
    }

    bool parse_opaque(std::string_view text) {
        url_.opaque = true;
        url_.path = percent_encoded(text, control_set);
        const bool something_follows = url_.query || url_.fragment;
        if (something_follows && url_.path.ends_with(' ')) url_.path.replace(url_.path.size() - 1, 1, "%20");
        return true;
    }

    void take_base_authority() {
        url_.credentials = base_->credentials;
        url_.host = base_->host;
        url_.port = base_->port;
    }

    /// "//host/path", "/path", "path" or nothing, seen from the base.
    bool parse_hierarchical(std::string_view text) {
        const std::size_t slashes = leading_slashes(text);
        if (slashes >= 2) return parse_authority(text.substr(special_ ? slashes : 2));
        take_base_authority();
        if (slashes == 1) return append_path(text);
        return append_to_base_path(text);
    }

    bool append_to_base_path(std::string_view text) {
        url_.path = base_->path;
        if (!text.empty()) {
            shorten_path();
            return append_path(text);
        }
        if (!url_.query) url_.query = base_->query;
        return true;
    }

    bool parse_file(std::string_view text) {
        url_.host.emplace();
        const bool beside_file = base_ && base_->scheme == "file";
        const std::size_t slashes = leading_slashes(text);
        if (slashes >= 2) return parse_file_host(text.substr(2));
        if (!beside_file) return append_path(text);
        url_.host = base_->host;
        const bool names_drive = starts_with_drive(text.substr(slashes));
        if (slashes == 0) return names_drive ? append_path(text) : append_to_base_path(text);
        const std::string_view base_drive = std::string_view(base_->path).substr(0, 3);
        if (!names_drive && base_drive.size() == 3 && is_drive(base_drive.substr(1))) url_.path = base_drive;
        return append_path(text);
    }

    bool parse_file_host(std::string_view text) {
        const std::size_t end = text.find_first_of("/\\");
        const std::string_view name = text.substr(0, end);
        if (is_drive(name)) return append_path(text);
        if (!name.empty()) {
            std::optional<std::string> host = parse_host(name, special_);
            if (!host) return false;
            if (*host != "localhost") url_.host = std::move(host);
        }
        return append_path(end == std::string_view::npos ? std::string_view{} : text.substr(end));
    }

    bool parse_authority(std::string_view text) {
        std::size_t end = 0;
        while (end < text.size() && !is_slash(text[end])) ++end;
        std::string_view authority = text.substr(0, end);
        const std::string_view path = text.substr(end);
        const std::size_t at = authority.rfind('@');
        if (at != std::string_view::npos) {
            take_credentials(authority.substr(0, at));
            authority.remove_prefix(at + 1);
            if (authority.empty()) return false;
        }
        if (!parse_host_and_port(authority)) return false;
        return path.empty() && !special_ ? true : append_path(path);
    }

    void take_credentials(std::string_view text) {
        const std::size_t colon = text.find(':');
        const std::string user = percent_encoded(text.substr(0, colon), credentials_set);
        std::string password;
        if (colon != std::string_view::npos) password = percent_encoded(text.substr(colon + 1), credentials_set);
        if (user.empty() && password.empty()) return;
        url_.credentials = password.empty() ? user + "@" : user + ":" + password + "@";
    }

    bool parse_host_and_port(std::string_view text) {
        const std::size_t bracket = text.starts_with('[') ? text.find(']') : 0;
        const std::size_t colon = bracket == std::string_view::npos ? bracket : text.find(':', bracket);
        const std::string_view name = text.substr(0, colon);
        if (name.empty() && (special_ || colon != std::string_view::npos)) return false;
        if (colon != std::string_view::npos && !parse_port(text.substr(colon + 1))) return false;
        url_.host = name.empty() ? std::string() : parse_host(name, special_);
        return url_.host.has_value();
    }

    bool parse_port(std::string_view text) {
        if (text.empty()) return true;
        int port = 0;
        for (const char c : text) {
            if (!is_ascii_digit(c)) return false;
            port = port * 10 + (c - '0');
            if (port > 65535) return false;
        }
        if (port != default_port(url_.scheme)) url_.port = port;
        return true;
    }

    void shorten_path() {
        if (is_file() && url_.path.size() == 3 && is_drive(std::string_view(url_.path).substr(1))) return;
        const std::size_t slash = url_.path.rfind('/');
        url_.path.resize(slash == std::string::npos ? 0 : slash);
    }

    /// Appends the segments of `text`, whose first slash may be missing, to the path. Always true.
    bool append_path(std::string_view text) {
        if (!text.empty() && is_slash(text.front())) text.remove_prefix(1);
        for (bool last = false; !last;) {
            std::size_t end = 0;
            while (end < text.size() && !is_slash(text[end])) ++end;
            last = end == text.size();
            append_segment(text.substr(0, end), last);
            if (!last) text.remove_prefix(end + 1);
        }
        return true;
    }

    void append_segment(std::string_view segment, bool last) {
        const bool up = is_double_dot(segment);
        if (up) shorten_path();
        if (up || is_single_dot(segment)) {
            if (last) url_.path += '/';
            return;
        }
        const bool drive = is_file() && url_.path.empty() && is_drive(segment);
        url_.path.append(1, '/').append(percent_encoded(segment, path_set));
        if (drive) url_.path.back() = ':';
    }

    const UrlParts* base_;
    UrlParts url_;
    bool special_ = false;
};

}  // namespace

bool is_special_scheme(std::string_view scheme) { return special_scheme(scheme) != nullptr; }

int default_port(std::string_view scheme) {
    const SpecialScheme* special = special_scheme(scheme);
    return special ? special->port : -1;
}

std::optional<UrlParts> parse_url(std::string_view text, const UrlParts* base) {
    if (text.size() > (text.starts_with("data:") ? longest_data : longest_input)) return std::nullopt;
    return Parser(base).parse(cleaned(text));
}

}  // namespace blogbind
