// Filters on posts: dates, tags, authors, titles.
#include "series/selection.h"

#include <regex.h>

#include <algorithm>

#include "base/utf8.h"

namespace blogbind::series {
namespace {

/// A compiled POSIX pattern; glibc bounds its own time and memory on short subjects, and titles are short.
class Pattern {
  public:
    explicit Pattern(const std::string& text)
        : error_(regcomp(&compiled_, text.c_str(), REG_EXTENDED | REG_ICASE | REG_NOSUB)) {}
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;
    ~Pattern() {
        if (error_ == 0) regfree(&compiled_);
    }
    [[nodiscard]] bool is_valid() const { return error_ == 0; }
    [[nodiscard]] bool matches(const std::string& text) const {
        return error_ == 0 && regexec(&compiled_, text.c_str(), 0, nullptr, 0) == 0;
    }
    [[nodiscard]] std::string complaint() const {
        char text[200] = "";
        regerror(error_, &compiled_, text, sizeof text);
        return text;
    }

  private:
    regex_t compiled_{};
    int error_;
};

constexpr std::size_t longest_title = 1000;

bool any_matches(const std::vector<std::string>& patterns, const std::string& title) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return Pattern(pattern).matches(title.substr(0, longest_title));
    });
}

bool within(const Selection& selection, const std::optional<DateTime>& published) {
    if (!published) return !selection.since && !selection.until;
    const auto day = std::chrono::floor<std::chrono::days>(published->local);
    if (selection.since && day < std::chrono::floor<std::chrono::days>(selection.since->local)) return false;
    return !selection.until || day <= std::chrono::floor<std::chrono::days>(selection.until->local);
}

bool title_agrees(const Selection& selection, const std::string& title) {
    if (!selection.match.empty() && !any_matches(selection.match, title)) return false;
    return !any_matches(selection.exclude, title);
}

bool names_any(const std::vector<std::string>& wanted, const std::vector<std::string>& found) {
    if (wanted.empty()) return true;
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
        const std::string folded = case_folded(name);
        return std::any_of(found.begin(), found.end(), [&](const std::string& f) { return case_folded(f) == folded; });
    });
}

}  // namespace

Status check_pattern(const std::string& pattern) {
    const Pattern compiled(pattern);
    if (compiled.is_valid()) return {};
    return fail(ErrorKind::usage, "“" + pattern + "” is not a regular expression: " + compiled.complaint());
}

bool may_select(const Selection& selection, const Entry& entry) {
    if (entry.published && !within(selection, entry.published)) return false;
    return entry.title.empty() || title_agrees(selection, entry.title);
}

bool selects(const Selection& selection, const Post& post) {
    return within(selection, post.published) && title_agrees(selection, post.title) &&
           names_any(selection.tags, post.tags);
}

void keep_authors(std::vector<Post>& posts, const std::vector<std::string>& authors) {
    const auto is_by = [&](const Post& post) { return names_any(authors, post.authors); };
    if (std::any_of(posts.begin(), posts.end(), is_by)) std::erase_if(posts, [&](const Post& p) { return !is_by(p); });
}

}  // namespace blogbind::series
