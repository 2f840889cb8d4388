#include "compose/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>

#include "base/hash.h"
#include "base/phrases.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::compose {

namespace {

constexpr std::size_t most_without_parts = 25;  // chapters (epub-output §1.6)
constexpr std::size_t least_average = 3;        // chapters of a part, or it is a division into crumbs

/// "Vietnam" of "Huế, Thừa Thiên-Huế, Vietnam".
std::string country_of(const std::string& place) {
    return nfc(collapsed(std::string_view(place).substr(place.rfind(',') + 1)));
}

std::string name_of(const Post& post, Grouping grouping) {
    switch (grouping) {
        case Grouping::series: return nfc(collapsed(post.series_name));
        case Grouping::place: return country_of(post.place);
        case Grouping::year:
            return post.published ? std::to_string(static_cast<int>(post.published->day().year())) : std::string();
        default: return {};
    }
}

std::vector<PartStart> starts_of(std::span<const Post> posts, Grouping grouping, std::string_view language) {
    const std::vector<std::string> names = part_names(posts, grouping);
    std::vector<PartStart> starts;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        if (i > 0 && names[i] == names[i - 1]) continue;
        const bool is_year = grouping == Grouping::year;
        starts.push_back(
            {i, names[i], is_year ? Phrases::in_language(language).text(Phrase::part_of_year, names[i]) : names[i]});
    }
    return starts;
}

/// Two parts at least, none that comes twice, and no more than a reader can survey.
bool suits(const std::vector<PartStart>& starts, std::span<const Post> posts, Grouping grouping) {
    std::set<std::string_view> keys;
    for (const PartStart& start : starts) keys.insert(start.key);
    const auto known = static_cast<std::size_t>(
        std::ranges::count_if(posts, [&](const Post& post) { return !name_of(post, grouping).empty(); }));
    return starts.size() >= 2 && keys.size() == starts.size() && posts.size() >= least_average * starts.size() &&
           known * 2 > posts.size();
}

}  // namespace

std::vector<std::string> part_names(std::span<const Post> posts, Grouping grouping) {
    std::vector<std::string> names;
    for (const Post& post : posts) {
        std::string name = name_of(post, grouping);
        if (name.empty() && !names.empty()) name = names.back();
        names.push_back(std::move(name));
    }
    const auto first = std::ranges::find_if(names, [](const std::string& name) { return !name.empty(); });
    if (first != names.end()) std::fill(names.begin(), first, *first);
    return names;
}

std::vector<PartStart> divided_into_parts(std::span<const Post> posts, Grouping grouping, std::string_view language) {
    if (grouping == Grouping::none) return {};
    if (grouping != Grouping::automatic) {
        std::vector<PartStart> starts = starts_of(posts, grouping, language);
        return starts.size() > 1 ? starts : std::vector<PartStart>();
    }
    if (posts.size() <= most_without_parts) return {};
    for (const Grouping candidate : {Grouping::series, Grouping::place, Grouping::year})
        if (std::vector<PartStart> starts = starts_of(posts, candidate, language); suits(starts, posts, candidate))
            return starts;
    return {};
}

std::vector<Part> parts_of(const std::vector<PartStart>& starts, std::span<const std::size_t> first_chapters) {
    std::set<std::string> taken;
    std::vector<Part> parts;
    for (const PartStart& start : starts) {
        const std::string stem = slug(start.key);
        const std::string plain = "part_" + (stem.empty() ? sha256_hex(start.key).substr(0, 8) : stem);
        std::string id = plain;
        for (int n = 2; !taken.insert(id).second; ++n) id = fmt::format("{}_{}", plain, n);
        parts.push_back({start.title, "text/" + id + ".xhtml", id, first_chapters[start.post]});
    }
    return parts;
}

}  // namespace blogbind::compose
