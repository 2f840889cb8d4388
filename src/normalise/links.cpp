// Links: absolute, without what only tracks readers, or no links at all.
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

constexpr std::string_view kept_schemes = "http https mailto tel geo";

/// "#fn1" if `url` is a place in this very post.
std::optional<std::string> own_fragment(const Task& task, const Url& url) {
    if (!url.fragment() || url.fragment()->empty() || !task.post.permalink) return std::nullopt;
    if (same_page_key(url) != same_page_key(*task.post.permalink)) return std::nullopt;
    if (url.fragment()->starts_with("comment")) return std::nullopt;  // stands in the appendix: compose finds it
    return "#" + percent_decoded(*url.fragment());
}

/// Whether the words of a link are its address, whole or cut off by the blog.
bool is_address(std::string_view words, const Url& url) {
    if (words.find(' ') != std::string_view::npos || words.size() < 8) return false;
    const bool has_scheme = words.starts_with("http://") || words.starts_with("https://");
    if (!has_scheme && !words.starts_with("www.")) return false;
    const auto stated = Url::parse(has_scheme ? std::string(words) : "http://" + std::string(words));
    return stated && (stated->host() == url.host() || words.ends_with("…") || words.ends_with("..."));
}

void shorten_address(Element& link, const Url& url) {
    const std::string words = markup::collapsed_text(link);
    if (!is_address(words, url) || markup::first_descendant(link, "img") != nullptr) return;
    const std::string written = markup::text_content(link);
    const std::string before = is_ascii_space(written.front()) ? " " : "",
                      after = is_ascii_space(written.back()) ? " " : "";
    link.DeleteChildren();
    markup::append_text(link, before + readable(url) + after);
}

/// An anchor without a destination is a place, if anything.
void make_place(Element& link) {
    if (attribute(link, "id").empty() && !attribute(link, "name").empty())
        markup::set_attribute(link, "id", attribute(link, "name"));
    link.DeleteAttribute("href");
}

/// False if `link` leads nowhere.
bool resolve_link(Task& task, Element& link) {
    const std::string reference(trimmed(attribute(link, "href")));
    if (reference.empty() || reference == "#") return false;
    if (reference.starts_with('#') && !(reference.starts_with("#comment") && task.post.permalink)) {
        markup::set_attribute(link, "href", "#" + percent_decoded(std::string_view(reference).substr(1)));
        return true;
    }
    const std::optional<Url> url = task.resolve(reference);
    if (!url && reference.find(':') == std::string::npos) task.note(IssueCode::link_unresolvable, reference);
    if (!url || !has_word(kept_schemes, url->scheme())) return false;
    if (const auto fragment = own_fragment(task, *url)) {
        markup::set_attribute(link, "href", *fragment);
        return true;
    }
    const Url clean = url->is_web() ? url->without_tracking() : *url;
    markup::set_attribute(link, "href", clean.text());
    if (clean.is_web()) shorten_address(link, clean);
    return true;
}

std::vector<Element*> links_of(Element& root) {
    std::vector<Element*> links;
    markup::each_element(root, [&](Element& element) {
        if (markup::is_named(element, "a")) links.push_back(&element);
    });
    return links;
}

}  // namespace

void resolve_links(Task& task) {
    for (Element* link : links_of(task.root()))
        if (!resolve_link(task, *link)) make_place(*link);
}

void check_fragments(Task& task) {
    std::unordered_set<std::string> ids;
    markup::each_element(task.root(), [&](Element& element) {
        if (const std::string_view id = attribute(element, "id"); !id.empty()) ids.emplace(id);
    });
    for (Element* link : links_of(task.root())) {
        const std::string_view reference = attribute(*link, "href");
        if (reference.starts_with('#') && !ids.contains(std::string(reference.substr(1))))
            link->DeleteAttribute("href");
        if (attribute(*link, "href").empty() && attribute(*link, "id").empty()) markup::unwrap(*link);
    }
}

}  // namespace blogbind::normalise
