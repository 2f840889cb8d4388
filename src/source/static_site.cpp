#include "source/static_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/toml.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "source/front_matter.h"

namespace blogbind {
namespace {

constexpr std::size_t settings_limit = 1U << 20;

struct Settings {
    std::string_view file;
    Result<Json> (*parse)(std::string_view text);
    std::string_view pattern = {};  ///< of permalinks, if they do not follow the folders
    Naming naming = Naming::plain;
};

/// Settings that are a program, as Pelican's ("SITENAME = 'Light'") and Astro's ("site: 'https://light.example',"): its
/// lines tell enough.
Result<Json> parse_assignments(std::string_view text) {
    Json::Object fields;
    for (const std::string_view untrimmed : split(text, '\n')) {
        const std::string_view line = trimmed(untrimmed);
        const std::size_t sign = line.find_first_of("=:");
        if (sign == std::string_view::npos || line.starts_with('#') || line.starts_with("//")) continue;
        const std::string_view value = trimmed(line.substr(sign + 1));
        if (value.size() < 2 || (value[0] != '"' && value[0] != '\'')) continue;
        const std::string_view names = trimmed(line.substr(0, sign));  // "export const SITE_TITLE"
        const std::string name(names.substr(names.rfind(' ') + 1));
        if (std::ranges::find(fields, name, &Json::Object::value_type::first) == fields.end())
            fields.emplace_back(name, std::string(value.substr(1, value.find(value[0], 1) - 1)));
    }
    return fields;
}

/// Of settings that tell nothing but which generator is meant.
Result<Json> parse_nothing(std::string_view /*text*/) { return Json::Object(); }

constexpr std::string_view jekyll_pattern = "/:categories/:year/:month/:day/:title.html";
/// Several may stand side by side: what the first does not tell, the others may.
constexpr std::array settings_files{
    Settings{"_config.yml", parse_yaml, jekyll_pattern},
    Settings{"_config.toml", parse_toml, jekyll_pattern},
    Settings{"hugo.toml", parse_toml},
    Settings{"hugo.yaml", parse_yaml},
    Settings{"hugo.json", parse_json},
    Settings{"zola.toml", parse_toml, "", Naming::zola},
    Settings{"config.toml", parse_toml},  // Hugo's, or Zola's
    Settings{"config.yaml", parse_yaml},
    Settings{"config.json", parse_json},
    Settings{"pelicanconf.py", parse_assignments, "/:slug.html", Naming::pelican},
    Settings{"astro.config.mjs", parse_assignments},
    Settings{"astro.config.ts", parse_assignments},
    Settings{"src/consts.ts", parse_assignments},  // as Astro's own example of a blog has it
    Settings{"_data/metadata.json", parse_json},   // Eleventy leaves names to its users; these are its examples'
    Settings{"_data/metadata.js", parse_assignments},
    Settings{"_data/site.json", parse_json},
    Settings{"src/_data/metadata.json", parse_json},
    Settings{"src/_data/site.json", parse_json},
    Settings{"eleventy.config.js", parse_nothing},
    Settings{"eleventy.config.mjs", parse_nothing},
    Settings{"eleventy.config.cjs", parse_nothing},
};

/// Jekyll's patterns that have names.
struct NamedPattern {
    std::string_view name, pattern;
};
constexpr std::array named_patterns{
    NamedPattern{"date", jekyll_pattern},
    NamedPattern{"pretty", "/:categories/:year/:month/:day/:title/"},
    NamedPattern{"ordinal", "/:categories/:year/:y_day/:title.html"},
    NamedPattern{"weekdate", "/:categories/:year/W:week/:short_day/:title.html"},
    NamedPattern{"none", "/:categories/:title.html"},
};

std::string pattern_in(const Json& fields, std::string_view usual) {
    std::string pattern = field_text(fields, {"permalink", "article_url"});
    if (usual.empty()) return {};
    for (const auto& [pelican, name] : {std::pair("{slug}", ":slug"), std::pair("{date:%Y}", ":year"),
                                        std::pair("{date:%m}", ":month"), std::pair("{date:%d}", ":day")})
        pattern = replaced(pattern, pelican, name);
    for (const NamedPattern& named : named_patterns)
        if (pattern == named.name) pattern = named.pattern;
    return pattern.empty() ? std::string(usual) : pattern;
}

Json with_lowered(const Json& value) {
    Json::Object fields;
    if (const Json::Object* object = value.object())
        for (const auto& [name, field] : *object) fields.emplace_back(ascii_lowered(name), field);
    return fields;
}

/// "/posts/fog/" for Eleventy's "/posts/{{ page.fileSlug }}/"; empty where a tag is not known.
std::string with_tags_filled(std::string_view pattern, std::string_view slug_of_file, const Json& fields) {
    std::string path;
    for (std::size_t at = pattern.find("{{"); at != std::string_view::npos; at = pattern.find("{{")) {
        const std::size_t end = pattern.find("}}", at);
        if (end == std::string_view::npos) return {};
        const std::string_view tag = trimmed(pattern.substr(at + 2, end - at - 2));
        const bool is_title = tag.starts_with("title") && tag.find("slug") != std::string_view::npos;
        if (!is_title && tag != "page.fileSlug") return {};
        path.append(pattern.substr(0, at)).append(is_title ? slug(field_text(fields, {"title"})) : slug_of_file);
        pattern.remove_prefix(end + 2);
    }
    return path.append(pattern);
}

/// "/2020/01/fog/" for ":year/:month/:title/"; empty where a placeholder has no value.
std::string filled(std::string pattern, std::string_view slug, const Json& fields,
                   const std::optional<DateTime>& date) {
    pattern = with_tags_filled(pattern, slug, fields);
    std::string categories;
    for (const std::string& category : field_list(fields, {"categories", "category"}))
        categories += ascii_lowered(replaced(category, " ", "-")) + "/";
    pattern = replaced(replaced(pattern, ":categories/", categories), ":categories", categories);
    if (date) {
        const std::string day = iso_day(*date);  // 2020-01-02
        pattern = replaced(replaced(replaced(pattern, ":year", day.substr(0, 4)), ":month", day.substr(5, 2)), ":day",
                           day.substr(8));
    }
    for (const char* name : {":title", ":slug", ":name", ":post_title"}) pattern = replaced(pattern, name, slug);
    if (pattern.empty() || pattern.find_first_of(":{") != std::string::npos) return {};
    if (constexpr std::string_view index = "/index.html"; pattern.ends_with(index)) pattern.resize(pattern.size() - 10);
    return (pattern.starts_with('/') ? "" : "/") + replaced(pattern, "//", "/");
}

/// "posts/fog" of "content/posts/fog/index.md".
std::string path_of(std::string_view name) {
    for (const std::string_view folder : {"content/", "src/content/", "src/pages/", "source/", "src/", "_posts/"})
        if (name.starts_with(folder)) name.remove_prefix(folder.size());
    name = name.substr(0, name.rfind('.'));
    for (const std::string_view index : {"/index", "/_index"})
        if (name.ends_with(index)) name.remove_suffix(index.size());
    return std::string(name);
}

void fill(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

void add_settings(const Json& fields, StaticSite& site) {
    fill(site.title, field_text(fields, {"title", "sitename", "site_title"}));
    fill(site.description, field_text(fields, {"description", "subtitle", "tagline", "params.description",
                                               "sitesubtitle", "site_description"}));
    fill(site.language,
         field_text(fields, {"lang", "language", "languagecode", "default_language", "default_lang", "locale"}));
    std::string address = field_text(fields, {"baseurl", "base_url", "siteurl", "url", "site"});
    if (!address.starts_with("http")) address = field_text(fields, {"url"}) + address;  // Jekyll tells it in two
    while (address.ends_with('/')) address.pop_back();
    if (auto home = Url::parse(address + "/"); home && home->is_web() && !site.home) site.home = std::move(home);
    if (!field_text(fields, {"base_url"}).empty()) site.naming = Naming::zola;  // Hugo spells it baseURL
}

/// As generators make addresses of names of files and folders.
std::string as_addressed(std::string_view path, Naming naming) {
    std::string all;
    for (const std::string_view name : split(path, '/')) {
        const std::string plain = replaced(ascii_lowered(name), " ", "-"),
                          zola = slug(static_slug(std::string(name) + ".md"));
        all += (all.empty() ? "" : "/") + (naming == Naming::zola && !zola.empty() ? zola : plain);
    }
    return all;
}

}  // namespace

StaticSite static_site(const FileTree& tree) {
    StaticSite site;
    for (const Settings& settings : settings_files) {
        const FileTree::File* file = tree.find(settings.file);
        if (file == nullptr) continue;
        const bool is_first = !std::exchange(site.is_configured, true);
        const auto text = tree.read(*file, settings_limit);
        const auto parsed = text ? settings.parse(repaired_utf8(*text).text) : fail(text.error());
        if (!parsed) continue;
        const Json fields = with_lowered(*parsed);
        add_settings(fields, site);
        if (!is_first) continue;
        site.pattern = pattern_in(fields, settings.pattern);
        if (settings.naming != Naming::plain) site.naming = settings.naming;
    }
    return site;
}

std::string static_slug(std::string_view name) {
    std::string path = path_of(name);
    path.erase(0, path.rfind('/') + 1);
    const auto is_digits = [&](std::size_t at, std::size_t count) {
        return path.size() > at + count && path.find_first_not_of("0123456789", at) == at + count;
    };
    if (is_digits(0, 4) && path[4] == '-' && is_digits(5, 2) && path[7] == '-' && is_digits(8, 2) &&
        (path[10] == '-' || path[10] == '_'))
        path.erase(0, 11);
    return path;
}

std::optional<Url> static_permalink(const StaticSite& site, std::string_view name, const Json& fields,
                                    const std::optional<DateTime>& published) {
    if (!site.home) return std::nullopt;
    std::string path = field_text(fields, {"permalink", "url"});
    if (path.starts_with("http")) return Url::parse(path);
    const std::string given = field_text(fields, {"slug"});
    std::string own = site.naming == Naming::pelican ? slug(field_text(fields, {"title"})) : std::string();
    if (own.empty()) own = static_slug(name);
    const std::string within = site.naming == Naming::zola ? field_text(fields, {"path"}) : std::string();
    if (!path.empty() || !site.pattern.empty()) {
        path = filled(path.empty() ? site.pattern : path, given.empty() ? own : given, fields, published);
    } else if (!within.empty()) {
        path = (within.starts_with('/') ? "" : "/") + within + (within.ends_with('/') ? "" : "/");
    } else {
        path = as_addressed(path_of(name), site.naming);
        if (!given.empty()) path = path.substr(0, path.rfind('/') + 1) + given;
        path = "/" + path + "/";
    }
    if (path.empty()) return std::nullopt;
    return site.home->resolve(path.substr(1));
}

}  // namespace blogbind
