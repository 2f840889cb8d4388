#include "extract/page_addresses.h"

#include <string>

#include "base/text.h"

namespace blogbind::extract {

namespace {

constexpr std::string_view comment_segment = "/comment-page-";

/// The digits at `at`, as a page number.
std::optional<int> page_number(std::string_view digits) {
    const std::optional<long long> number = parsed_integer(digits);
    if (!number || *number < 1 || *number > 100000) return std::nullopt;
    return static_cast<int>(*number);
}

std::string_view without_closing_slash(std::string_view path) {
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

/// The query without the parameter `name`; `replacement` ("cpage=3") takes its place where there is one.
std::string query_with(const Url& url, std::string_view name, std::string_view replacement) {
    std::string query;
    const auto add = [&](std::string_view pair) {
        if (pair.empty()) return;
        query += query.empty() ? "" : "&";
        query += pair;
    };
    for (const std::string_view pair : split(url.query().value_or(""), '&'))
        if (pair.substr(0, pair.find('=')) != name) add(pair);
    add(replacement);
    return query;
}

Url with_query(const Url& url, const std::string& query) {
    const Url bare = url.without_fragment().without_query();
    if (query.empty()) return bare;
    return bare.resolve("?" + query).value_or(bare);
}

}  // namespace

std::optional<Url> base_address(const markup::Element& document, const std::optional<Url>& url) {
    const markup::Element* base = markup::first_descendant(document, "base");
    const std::string_view href = base != nullptr ? trimmed(markup::attribute(*base, "href")) : std::string_view{};
    if (href.empty()) return url;
    const std::optional<Url> resolved = url ? url->resolve(href) : Url::parse(href);
    return resolved ? resolved : url;
}

std::optional<CommentPage> comment_page(const Url& url) {
    const std::string path = url.path();
    if (const std::size_t at = path.find(comment_segment); at != std::string::npos) {
        const std::string_view digits =
            without_closing_slash(std::string_view(path).substr(at + comment_segment.size()));
        if (const std::optional<int> number = page_number(digits))
            return CommentPage{url.without_fragment().without_query().with_path(path.substr(0, at + 1)), *number};
    }
    if (const std::optional<std::string> value = url.parameter("cpage"))
        if (const std::optional<int> number = page_number(*value))
            return CommentPage{with_query(url, query_with(url, "cpage", "")), *number};
    return std::nullopt;
}

Url with_comment_page(const Url& model, int number) {
    const std::string digits = std::to_string(number);
    const std::string path = model.path();
    const std::size_t at = path.find(comment_segment);
    if (at == std::string::npos) return with_query(model, query_with(model, "cpage", "cpage=" + digits));
    const std::string closing = path.ends_with('/') ? "/" : "";
    const Url bare = model.without_fragment().without_query();
    return bare.with_path(path.substr(0, at + comment_segment.size()) + digits + closing);
}

std::optional<int> continuation_number(const Url& post, const Url& url) {
    if (post.host() != url.host()) return std::nullopt;
    const std::string own = std::string(without_closing_slash(post.path()));
    const std::string path = std::string(without_closing_slash(url.path()));
    if (own.empty()) return std::nullopt;
    if (path == own) {
        const std::optional<std::string> value = url.parameter("page");
        const std::optional<int> number = value ? page_number(*value) : std::nullopt;
        return number && *number >= 2 && post.parameter("page") != value ? number : std::nullopt;
    }
    if (!path.starts_with(own + "/") || url.query()) return std::nullopt;
    const std::optional<int> number = page_number(std::string_view(path).substr(own.size() + 1));
    return number && *number >= 2 && *number < 500 ? number : std::nullopt;
}

Url with_continuation(const Url& model, int number) {
    const std::string digits = std::to_string(number);
    if (model.parameter("page")) return with_query(model, query_with(model, "page", "page=" + digits));
    const std::string path = model.path();
    const std::string_view bare = without_closing_slash(path);
    const std::string closing = path.ends_with('/') ? "/" : "";
    return model.without_fragment().with_path(std::string(bare.substr(0, bare.rfind('/') + 1)) + digits + closing);
}

Url post_address(const Url& url) {
    const std::optional<CommentPage> comments = comment_page(url);
    const Url post = comments ? comments->post : url.without_fragment();
    return post.parameter("replytocom") ? with_query(post, query_with(post, "replytocom", "")) : post;
}

std::optional<Url> link_target(const markup::Element& link, const std::optional<Url>& base) {
    const std::string_view href = trimmed(markup::attribute(link, "href"));
    if (href.empty() || href.starts_with('#')) return std::nullopt;
    const std::optional<Url> target = base ? base->resolve(href) : Url::parse(href);
    return target && target->is_web() ? target : std::nullopt;
}

}  // namespace blogbind::extract
