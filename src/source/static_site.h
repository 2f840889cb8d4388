// A static blog's own settings, and where it publishes its posts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/file_tree.h"
#include "base/json.h"
#include "net/url.h"

namespace blogbind {

/// What a generator makes of the names of files.
enum class Naming {
    plain,   ///< in small letters, with hyphens for spaces
    zola,    ///< without accents and dates
    pelican  ///< the title counts
};

struct StaticSite {
    std::string title, description, language;
    std::optional<Url> home;
    std::string pattern;  ///< of permalinks, as Jekyll and Hexo write it: ":year/:month/:title/"; empty: by folders
    Naming naming = Naming::plain;
    bool is_configured = false;  ///< a generator's settings are there
};

/// From the settings of Jekyll, Hexo, Hugo, Zola, Pelican, Astro or Eleventy at the root; what is not said is empty.
StaticSite static_site(const FileTree& tree);

/// Where the site shows the post in the file `name`; nothing if the site has no address. `fields`: its front matter.
std::optional<Url> static_permalink(const StaticSite& site, std::string_view name, const Json& fields,
                                    const std::optional<DateTime>& published);

/// "fog" of "_posts/2020-01-02-fog.md" and of "posts/fog/index.md".
std::string static_slug(std::string_view name);

}  // namespace blogbind
