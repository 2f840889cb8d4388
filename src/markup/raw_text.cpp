#include "markup/raw_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace blogbind::markup {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_space(c) || c == '/' || c == '>'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The first place at or after `at` with such a character; the text's end if there is none.
template <class Is>
std::size_t next(std::string_view html, std::size_t at, const Is& is) {
    while (at < html.size() && !is(html[at])) ++at;
    return at;
}

/// The place behind `sign`, at or after `at`; nothing if it does not come.
std::optional<std::size_t> behind(std::string_view html, std::string_view sign, std::size_t at) {
    const std::size_t found = html.find(sign, at);
    return found == std::string_view::npos ? std::nullopt : std::optional(found + sign.size());
}

/// The place behind the tag whose name ends at `at`: #before-attribute-name-state and those that follow it.
std::optional<std::size_t> behind_tag(std::string_view html, std::size_t at) {
    while (true) {
        at = next(html, at, [](char c) { return !is_space(c) && c != '/'; });
        if (at >= html.size()) return std::nullopt;
        if (html[at] == '>') return at + 1;
        at = next(html, at + 1, [](char c) { return ends_name(c) || c == '='; });
        at = next(html, at, [](char c) { return !is_space(c); });
        if (at >= html.size()) return std::nullopt;
        if (html[at] != '=') continue;
        at = next(html, at + 1, [](char c) { return !is_space(c); });
        if (at >= html.size()) return std::nullopt;
        if (html[at] == '"' || html[at] == '\'') {
            const auto closed = behind(html, html.substr(at, 1), at + 1);
            if (!closed) return std::nullopt;
            at = *closed;
        } else {
            at = next(html, at, [](char c) { return is_space(c) || c == '>'; });
        }
    }
}

/// #comment-start-state and those that follow it. Nothing as well for a comment that ends with --!>.
std::optional<std::size_t> behind_comment(std::string_view html, std::size_t at) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with('>')) return at + 1;
    if (rest.starts_with("->")) return at + 2;
    const auto end = behind(html, "-->", at);
    const bool may_end_before = end && html.substr(at, *end - at).find("--!>") != std::string_view::npos;
    return may_end_before ? std::nullopt : end;
}

/// The place behind what begins with "<!", "<?" or "</" and is no end tag.
std::optional<std::size_t> behind_declaration(std::string_view html, std::size_t at) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!--")) return behind_comment(html, at + 4);
    if (rest.starts_with("<![CDATA[")) return std::nullopt;
    return behind(html, ">", at);
}

/// Where the element's end tag begins, at or after `at`.
std::optional<std::size_t> end_tag_of(std::string_view name, std::string_view html, std::size_t at) {
    constexpr std::string_view mark = "</";
    for (at = html.find(mark, at); at != std::string_view::npos; at = html.find(mark, at + mark.size())) {
        const std::size_t name_end = at + mark.size() + name.size();
        if (name_end < html.size() && ends_name(html[name_end]) &&
            equals_ignoring_case(html.substr(at + mark.size(), name.size()), name))
            return at;
    }
    return std::nullopt;
}

/// Elements whose content is not read as markup.
struct Holder {
    std::string_view name;
    bool is_raw = false;  ///< the content can be taken out
};
constexpr std::array holders{Holder{"script", true}, Holder{"style", true}, Holder{"title"},   Holder{"textarea"},
                             Holder{"xmp"},          Holder{"iframe"},      Holder{"noembed"}, Holder{"noframes"}};

/// An end tag within a script does not end it if a comment with a script begins before.
bool is_doubtful(std::string_view content) {
    const std::size_t comment = content.find("<!--");
    return content.find('\0') != std::string_view::npos ||
           (comment != std::string_view::npos && contains_ignoring_case(content.substr(comment), "<script"));
}

/// What these hold may be markup although it stands in a <style>: other vocabularies have no raw text, and <select>
/// ignores the tag.
constexpr std::array<std::string_view, 3> other_countries{"svg", "math", "select"};

class Lightening {
  public:
    explicit Lightening(std::string_view html) : html_(html) {}

    LighterPage run() && {
        std::optional<std::size_t> at = 0;
        while (at && (at = html_.find('<', *at)) != std::string_view::npos) at = behind_next(*at);
        if (!result_.taken.empty()) result_.html.append(html_.substr(copied_));
        return std::move(result_);
    }

  private:
    /// The place behind what the `<` at `at` begins; nothing if it cannot be told.
    std::optional<std::size_t> behind_next(std::size_t at) {
        const char kind = at + 1 < html_.size() ? html_[at + 1] : ' ';
        if (is_letter(kind)) return behind_start_tag(at + 1);
        if (kind == '/' && at + 2 < html_.size() && is_letter(html_[at + 2])) return behind_end_tag(at + 2);
        if (kind == '!' || kind == '?' || kind == '/') return behind_declaration(html_, at);
        return at + 1;
    }

    /// With the element's content, if that is no markup.
    std::optional<std::size_t> behind_start_tag(std::size_t at) {
        const std::size_t name_end = next(html_, at, ends_name);
        const std::string_view name = html_.substr(at, name_end - at);
        if (equals_ignoring_case(name, "plaintext") || equals_ignoring_case(name, "frameset")) return std::nullopt;
        const auto end = behind_tag(html_, name_end);
        if (!end) return std::nullopt;
        const bool is_whole = html_[*end - 2] == '/';
        const bool has_ended = is_whole && !equals_ignoring_case(name, "select");  // HTML knows no whole tags
        if (std::size_t* open = open_ones(name); open != nullptr && !has_ended) ++*open;
        const auto* holder =
            std::ranges::find_if(holders, [name](const Holder& each) { return equals_ignoring_case(name, each.name); });
        if (holder == holders.end()) return end;
        if (is_whole) return std::nullopt;  // within SVG it is, elsewhere not
        const auto content_end = end_tag_of(holder->name, html_, *end);
        if (!content_end) return std::nullopt;
        if (open_ != decltype(open_){}) return html_.find('<', *end) == *content_end ? content_end : std::nullopt;
        return !holder->is_raw || take(*end, *content_end) ? content_end : std::nullopt;
    }

    std::optional<std::size_t> behind_end_tag(std::size_t at) {
        const std::size_t name_end = next(html_, at, ends_name);
        const auto end = behind_tag(html_, name_end);
        const bool is_plain = end && *end == name_end + 1;
        std::size_t* open = open_ones(html_.substr(at, name_end - at));
        if (open != nullptr && is_plain && *open > 0) --*open;
        return end;
    }

    /// How many elements of that name are open; null if it does not matter.
    std::size_t* open_ones(std::string_view name) {
        for (std::size_t i = 0; i < other_countries.size(); ++i)
            if (equals_ignoring_case(name, other_countries[i])) return &open_[i];
        return nullptr;
    }

    bool take(std::size_t first, std::size_t last) {
        const std::string_view content = html_.substr(first, last - first);
        if (is_doubtful(content)) return false;
        if (content.empty()) return true;
        result_.html.append(html_.substr(copied_, first - copied_));
        result_.taken.push_back({result_.html.size(), content});
        copied_ = last;
        return true;
    }

    std::string_view html_;
    std::array<std::size_t, other_countries.size()> open_{};  // so many of each
    std::size_t copied_ = 0;  // up to here the page is in the result, but for what was taken out
    LighterPage result_;
};

}  // namespace

LighterPage without_raw_text(std::string_view utf8) { return Lightening(utf8).run(); }

}  // namespace blogbind::markup
