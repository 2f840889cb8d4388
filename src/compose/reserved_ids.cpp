#include "compose/reserved_ids.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace blogbind::compose {

namespace {

constexpr std::array<std::string_view, 4> frame_ids{"title", "notes-title", "book-columns", "book-inner"};
constexpr std::string_view kobo_prefix = "kobo.";  // of the numbers in a book's twin for Kobo devices

}  // namespace

void free_reserved_ids(markup::Body& body, const std::string& chapter_id) {
    const auto is_reserved = [&](std::string_view id) {
        return id == chapter_id || id.starts_with(kobo_prefix) || std::ranges::find(frame_ids, id) != frame_ids.end();
    };
    std::set<std::string> taken;
    markup::each_element(body.root(), [&](const markup::Element& element) {
        if (const auto id = markup::attribute(element, "id"); !id.empty()) taken.emplace(id);
    });
    std::map<std::string, std::string> renamed;
    for (const std::string& id : std::set(taken)) {
        if (!is_reserved(id)) continue;
        std::string name = id + "-of-post";
        while (!taken.insert(name).second) name += 'x';
        renamed.emplace(id, name);
    }
    if (renamed.empty()) return;
    markup::each_element(body.root(), [&](markup::Element& element) {
        if (const auto id = renamed.find(std::string(markup::attribute(element, "id"))); id != renamed.end())
            markup::set_attribute(element, "id", id->second);
        const std::string_view href = markup::attribute(element, "href");
        if (!href.starts_with('#')) return;
        if (const auto target = renamed.find(std::string(href.substr(1))); target != renamed.end())
            markup::set_attribute(element, "href", "#" + target->second);
    });
}

}  // namespace blogbind::compose
