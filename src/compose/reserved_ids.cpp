#include "compose/reserved_ids.h"

#include <map>
#include <set>

namespace blogbind::compose {

void free_reserved_ids(markup::Body& body, const std::string& chapter_id) {
    const std::set<std::string_view> reserved{"title", "notes-title", chapter_id};
    std::set<std::string> taken;
    markup::each_element(body.root(), [&](const markup::Element& element) {
        if (const auto id = markup::attribute(element, "id"); !id.empty()) taken.emplace(id);
    });
    std::map<std::string, std::string> renamed;
    for (const std::string_view id : reserved) {
        if (!taken.contains(std::string(id))) continue;
        std::string name = std::string(id) + "-of-post";
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
