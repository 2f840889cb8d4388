#include "source/static_site.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "base/toml.h"
#include "base/yaml.h"
#include "source/front_matter.h"

namespace blogbind {
namespace {

constexpr std::size_t settings_limit = 1U << 20;

struct Settings {
    std::string_view file;
    Result<Json> (*parse)(std::string_view text);
    std::string_view pattern;  ///< of permalinks, if they do not follow the folders
};

/// Pelican's settings are a program; its lines tell enough.
Result<Json> parse_assignments(std::string_view text) {
    Json::Object fields;
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || line.starts_with('#')) continue;
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (value.size() < 2 || (value[0] != '"' && value[0] != '\'')) continue;
        fields.emplace_back(std::string(trimmed(line.substr(0, equals))),
                            std::string(value.substr(1, value.find(value[0], 1) - 1)));
    }
    return fields;
}

constexpr std::string_view jekyll_pattern = "/:categories/:year/:month/:day/:title.html";
constexpr std::array settings_files{
    Settings{"_config.yml", parse_yaml, jekyll_pattern},
    Settings{"_config.toml", parse_toml, jekyll_pattern},
    Settings{"hugo.toml", parse_toml, ""},
    Settings{"hugo.yaml", parse_yaml, ""},
    Settings{"hugo.json", parse_json, ""},
    Settings{"config.toml", parse_toml, ""},
    Settings{"config.yaml", parse_yaml, ""},
    Settings{"config.json", parse_json, ""},
    Settings{"pelicanconf.py", parse_assignments, ""},
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
    std::string pattern = field_text(fields, {"permalink"});
    if (usual.empty()) return {};
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

/// "/2020/01/fog/" for ":year/:month/:title/"; empty where a placeholder has no value.
std::string filled(std::string pattern, std::string_view slug, const Json& fields,
                   const std::optional<DateTime>& date) {
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
    if (pattern.find(':') != std::string::npos) return {};
    return (pattern.starts_with('/') ? "" : "/") + replaced(pattern, "//", "/");
}

/// "posts/fog" of "content/posts/fog/index.md".
std::string path_of(std::string_view name) {
    for (const std::string_view folder : {"content/", "src/content/", "source/", "src/", "_posts/"})
        if (name.starts_with(folder)) name.remove_prefix(folder.size());
    name = name.substr(0, name.rfind('.'));
    for (const std::string_view index : {"/index", "/_index"})
        if (name.ends_with(index)) name.remove_suffix(index.size());
    return std::string(name);
}

}  // namespace

StaticSite static_site(const FileTree& tree) {
    StaticSite site;
    for (const Settings& settings : settings_files) {
        const FileTree::File* file = tree.find(settings.file);
        if (file == nullptr) continue;
        site.is_configured = true;
        const auto text = tree.read(*file, settings_limit);
        const auto parsed = text ? settings.parse(*text) : fail(text.error());
        if (!parsed) return site;
        const Json fields = with_lowered(*parsed);
        site.title = field_text(fields, {"title", "sitename"});
        site.description =
            field_text(fields, {"description", "subtitle", "tagline", "params.description", "sitesubtitle"});
        site.language =
            field_text(fields, {"lang", "language", "languagecode", "default_language", "default_lang", "locale"});
        std::string address = field_text(fields, {"baseurl", "base_url", "siteurl", "url"});
        if (!address.starts_with("http")) address = field_text(fields, {"url"}) + address;  // Jekyll tells it in two
        while (address.ends_with('/')) address.pop_back();
        if (auto home = Url::parse(address + "/"); home && home->is_web()) site.home = std::move(home);
        site.pattern = pattern_in(fields, settings.pattern);
        return site;
    }
    return site;
}

std::string static_slug(std::string_view name) {
    std::string path = path_of(name);
    path.erase(0, path.rfind('/') + 1);
    const auto is_digits = [&](std::size_t at, std::size_t count) {
        return path.size() > at + count && path.find_first_not_of("0123456789", at) == at + count;
    };
    if (is_digits(0, 4) && path[4] == '-' && is_digits(5, 2) && path[7] == '-' && is_digits(8, 2) && path[10] == '-')
        path.erase(0, 11);
    return path;
}

std::optional<Url> static_permalink(const StaticSite& site, std::string_view name, const Json& fields,
                                    const std::optional<DateTime>& published) {
    if (!site.home) return std::nullopt;
    std::string path = field_text(fields, {"permalink", "url"});
    if (path.starts_with("http")) return Url::parse(path);
    const std::string slug = field_text(fields, {"slug"});
    if (!path.empty()) {
        path = filled(path, slug.empty() ? static_slug(name) : slug, fields, published);
    } else if (!site.pattern.empty()) {
        path = filled(site.pattern, slug.empty() ? static_slug(name) : slug, fields, published);
    } else {
        path = path_of(name);
        if (!slug.empty()) path = path.substr(0, path.rfind('/') + 1) + slug;
        path = "/" + path + "/";
    }
    if (path.empty()) return std::nullopt;
    return site.home->resolve(path.substr(1));
}

}  // namespace blogbind
