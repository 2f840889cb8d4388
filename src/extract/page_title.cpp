#include "extract/page_title.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/page_addresses.h"
#include "extract/titles.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t longest_shown = 400;
constexpr std::size_t longest_heading = 300;
constexpr std::size_t shortest_heading = 10;  ///< shorter ones are names of sections more often than titles

bool is_usable(const std::string& title, const PageTitles& titles) {
    return !title.empty() && title.size() < longest_shown && !is_same_title(title, titles.site);
}

/// How many of `words` occur in `text`, both folded.
std::size_t shared_words(const std::vector<std::string_view>& words, const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [&](auto word) { return text.find(word) != std::string::npos; }));
}

/// Whether half of the words of `title` are in `other`: both speak of one thing.
bool speaks_of(const std::string& title, const std::string& other) {
    const std::string folded = case_folded(other), own = case_folded(title);
    const std::vector<std::string_view> words = split_words(own);
    return shared_words(words, folded) * 2 > words.size();
}

/// As speaks_of, but either may be the longer; short words do not count where `other` has longer ones.
bool is_related(const std::string& title, const std::string& other) {
    if (other.empty()) return false;
    if (speaks_of(title, other)) return true;
    const std::string folded = case_folded(other), own = case_folded(title);
    std::vector<std::string_view> words = split_words(folded);
    std::erase_if(words, [](std::string_view word) { return word.size() < 4; });
    return words.size() >= 2 && shared_words(words, own) * 2 > words.size();
}

bool is_told_elsewhere(const std::string& title, const PageTitles& titles) {
    return is_related(title, without_site(titles.told, titles.site)) ||
           is_related(title, without_site(titles.document, titles.site));
}

/// The heading that the reader sees is the author's. Pages show the titles of other posts, too, so one that the head
/// of the page knows comes first.
std::string visible_title(const PageTitles& titles) {
    for (const std::string& shown : titles.shown)
        if (is_usable(shown, titles) && is_told_elsewhere(shown, titles)) return shown;
    for (const std::string& heading : titles.headings)
        if (is_usable(heading, titles) && heading.size() >= shortest_heading && heading.size() < longest_heading &&
            is_told_elsewhere(heading, titles))
            return heading;
    for (const std::string& shown : titles.shown)
        if (is_usable(shown, titles)) return shown;
    return {};
}

/// "Travel Night ferry to Oslo", where the head only tells of the ferry: the first word is a label above the title.
std::string without_label(const std::string& shown, const PageTitles& titles) {
    constexpr std::size_t shortest_title = 15;
    for (const std::string& told : {titles.told, titles.headline, titles.document}) {
        const std::string own = without_site(told, titles.site);
        if (own.size() < shortest_title || own.size() >= shown.size() || !shown.ends_with(own)) continue;
        const std::string label = collapsed(shown.substr(0, shown.size() - own.size()));
        if (label.empty() || std::string_view(":-,\"").find(label.back()) == std::string_view::npos) return own;
    }
    return shown;
}

/// Letters and digits of what the site's address begins with: "slowblog" of www.slow-blog.example.
std::string host_letters(const PageTitles& titles) {
    if (!titles.url || !titles.url->is_web()) return {};
    const std::string host = readable_site(*titles.url);
    return replaced(host.substr(0, host.find('.')), "-", "");
}

/// Whether what follows a separator is the site by its address: "Slow Blog Oslo" at slow-blog.example.
bool names_host(std::string_view end, const std::string& host) {
    constexpr std::size_t shortest_host = 5, most_words = 6;
    return host.size() >= shortest_host && split_words(end).size() <= most_words &&
           replaced(slug(end, 200), "-", "").find(host) != std::string::npos;
}

/// Without what sites add behind a separator: their name, and in <title> whatever stands behind a bar.
std::string without_ending(std::string title, const PageTitles& titles, bool is_document_title) {
    constexpr std::size_t shortest_title = 10;
    const std::string host = host_letters(titles);
    for (const std::string_view separator : {" | ", " › ", " » ", " – ", " — ", " - ", " : "})
        for (std::size_t at = title.rfind(separator); at != std::string::npos && at >= shortest_title;
             at = title.rfind(separator)) {
            const bool is_addition = is_document_title && separator == " | ";
            if (!is_addition && !names_host(std::string_view(title).substr(at + separator.size()), host)) break;
            title = collapsed(title.substr(0, at));
        }
    return title;
}

/// "Night ferry - blog.example", "Night ferry | Example"; but the host's name before "Kyoto – Part A" is a place.
std::string without_host(const std::string& title, const PageTitles& titles) {
    if (!titles.url || !titles.url->is_web()) return title;
    const std::string host = readable_site(*titles.url);
    for (const std::string& site : {host, host.substr(0, host.find('.'))})
        if (const std::string clean = without_site(title, site); clean != title && title.starts_with(clean))
            return clean;
    return title;
}

std::string without_addition(const std::string& title, const PageTitles& titles) {
    return without_ending(without_host(without_site(title, titles.site), titles), titles, title == titles.document);
}

/// "Harbour Diary - Night ferry": the page's heading is the diary's, the post's stands in the text.
std::string title_in_text(const PageTitles& titles) {
    if (titles.headings.empty() || !titles.document.starts_with(titles.headings.front())) return {};
    const std::string own = without_site(titles.document, titles.headings.front());
    return own != titles.document && is_same_title(own, titles.in_body) ? own : std::string{};
}

}  // namespace

std::string page_title(const PageTitles& titles) {
    if (std::string own = title_in_text(titles); !own.empty()) return own;
    if (const std::string shown = visible_title(titles); !shown.empty())
        return without_label(without_site(shown, titles.site), titles);
    for (const std::string& candidate : {titles.headline, titles.told})
        if (is_usable(candidate, titles)) return without_addition(candidate, titles);
    const std::string from_head = without_addition(titles.document, titles);
    const std::string h1 = titles.headings.empty() ? std::string{} : titles.headings.front();
    const bool is_part = !h1.empty() && !is_same_title(h1, titles.site) && from_head.find(h1) != std::string::npos;
    return is_part || from_head.empty() ? h1 : from_head;
}

}  // namespace blogbind::extract
