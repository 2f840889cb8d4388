#include "source/password_fetcher.h"

#include <optional>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "markup/body.h"
#include "markup/html_parser.h"

namespace blogbind {

namespace {

constexpr std::string_view field = "post_password";

/// As application/x-www-form-urlencoded has it.
std::string form_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_ascii_alpha(c) || is_ascii_digit(c))
            encoded += c;
        else
            encoded.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return encoded;
}

bool has_password_field(const markup::Element& form) {
    bool found = false;
    markup::each_element(form, [&](const markup::Element& element) {
        found |= markup::is_named(element, "input") && markup::attribute(element, "name") == field;
    });
    return found;
}

/// Where the page's form for a post's password leads. Most pages have none, and are not even parsed.
std::optional<Url> password_form(const Response& page) {
    if (page.body.find(field) == std::string::npos) return std::nullopt;
    const Result<markup::ParsedHtml> parsed = markup::parse_document(repaired_utf8(page.body).text);
    std::optional<Url> action;
    if (!parsed) return action;
    markup::each_element(parsed->body.root(), [&](const markup::Element& element) {
        if (!action && markup::is_named(element, "form") && has_password_field(element))
            action = page.url.resolve(markup::attribute(element, "action"));
    });
    return action;
}

}  // namespace

bool PasswordFetcher::may_learn(const Url& page, const Url& action) const {
    return named_hosts_.contains(std::string(page.host())) && action.host() == page.host() && action.is_web() &&
           (action.scheme() == page.scheme() || action.scheme() == "https");
}

void PasswordFetcher::send_password(const Url& page, const Url& action) {
    std::once_flag* told = nullptr;
    {
        const std::lock_guard lock(mutex_);
        std::unique_ptr<std::once_flag>& known = told_[action.text()];
        if (!known) known = std::make_unique<std::once_flag>();
        told = known.get();
    }
    std::call_once(*told, [&] {
        const Request form{.url = action, .referrer = page, .form = std::string(field) + "=" + form_encoded(password_)};
        // The page shows whether it was the right one; a failure leaves it closed.
        [[maybe_unused]] const Result<Response> answer = server_.fetch(form);
    });
}

Result<Response> PasswordFetcher::fetch(const Request& request) {
    Result<Response> page = next_.fetch(request);
    if (password_.empty() || !page) return page;
    const std::optional<Url> action = password_form(*page);
    if (!action || !may_learn(page->url, *action)) return page;
    send_password(page->url, *action);
    return server_.fetch(request);
}

}  // namespace blogbind
