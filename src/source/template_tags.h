// The tags that generators of static blogs replace within a post's text: Hugo's shortcodes "{{< figure … >}}", and the
// Liquid and Nunjucks tags "{% highlight … %}", "{{ site.url }}" of Jekyll, Hexo and Eleventy.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace blogbind {

struct TagRules {
    /// Where a post or a file of the blog is, by the name that a tag gives ("2020-01-02-fog", "posts/fog.md"); empty if
    /// that is not known.
    std::function<std::string(std::string_view name)> address_of;
    std::string site;  ///< the blog's address without a slash at its end; may be empty
};

/// The text with its tags replaced: pictures, films and code by what they show, links by addresses. What is not known
/// goes, but for what it encloses; its name is added to `unknown`.
std::string with_template_tags(std::string_view text, const TagRules& rules, std::set<std::string>& unknown);

}  // namespace blogbind
