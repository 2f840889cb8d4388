// Titles and names as they should be printed: without the site's suffix, without "by" and "says:".
#pragma once

#include <string>
#include <string_view>

namespace blogbind::extract {

/// "Night Ferry – A Blog" without the site's name at either end. `site` may be empty: nothing is cut then.
std::string without_site(std::string_view title, std::string_view site);
/// The site's name in "Night Ferry – A Blog", if the rest is `title`; else empty.
std::string site_in(std::string_view document_title, std::string_view title);
/// Equal for people: without case, white space and punctuation.
bool is_same_title(std::string_view a, std::string_view b);

/// "By Mara Ellingsen" and "Text: Mara Ellingsen" without the first word; other text only loses superfluous spaces.
std::string without_byline_start(std::string_view text);
/// "By Mara Ellingsen on 3 May" is "Mara Ellingsen"; empty for what is no person's name: "admin", an address, a mail
/// address, the site's name.
std::string author_name(std::string_view text, std::string_view site);
/// "Mara says:" is "Mara".
std::string commenter_name(std::string_view text);

}  // namespace blogbind::extract
