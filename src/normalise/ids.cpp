// Ids: only those that a link of the same body leads to, spelt so that XML takes them and none of ours is among them.
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

bool is_own(const Element& element) {
    const std::string_view role = attribute(element, "role");
    return role == "doc-noteref" || role == "doc-footnote" || markup::has_class(element, "notes-title") ||
           (markup::has_class(element, "gallery-title") && attribute(element, "id").starts_with("gallery-"));
}

/// "s-chapter-2" for "chapter 2"; what already is of that form stays.
std::string safe_id(std::string_view id) {
    std::string safe = id.starts_with("s-") ? "" : "s-";
    for (const char c : id)
        safe += is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' ? c : '-';
    return safe.substr(0, 80);
}

std::unordered_set<std::string> wanted_ids(Element& root) {
    std::unordered_set<std::string> wanted;
    markup::each_element(root, [&](Element& element) {
        const std::string_view reference = attribute(element, "href");
        if (reference.starts_with('#')) wanted.emplace(reference.substr(1));
    });
    return wanted;
}

}  // namespace

void keep_target_ids(Task& task) {
    const std::unordered_set<std::string> wanted = wanted_ids(task.root());
    std::unordered_map<std::string, std::string> renamed;
    std::unordered_set<std::string> taken;
    markup::each_element(task.root(), [&](Element& element) {
        const std::string id(attribute(element, "id"));
        if (id.empty() || is_own(element)) return;
        element.DeleteAttribute("id");
        if (!wanted.contains(id) || renamed.contains(id)) return;
        std::string safe = safe_id(id);
        for (int copy = 2; !taken.insert(safe).second; ++copy) safe = safe_id(id) + "-" + std::to_string(copy);
        renamed.emplace(id, safe);
        markup::set_attribute(element, "id", safe);
    });
    markup::each_element(task.root(), [&](Element& element) {
        const std::string_view reference = attribute(element, "href");
        if (!reference.starts_with('#')) return;
        const auto found = renamed.find(std::string(reference.substr(1)));
        if (found != renamed.end()) markup::set_attribute(element, "href", "#" + found->second);
    });
}

}  // namespace blogbind::normalise
