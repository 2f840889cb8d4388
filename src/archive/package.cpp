#include "archive/package.h"

#include <algorithm>

#include "base/text.h"
#include "markup/xml_tags.h"
#include "net/url.h"

namespace blogbind::archive {

namespace {

std::string attribute(const markup::XmlTag& tag, std::string_view name) {
    return std::string(trimmed(tag.attribute(name)));
}

void note(const markup::XmlTag& tag, Package& package) {
    if (tag.name == "package") {
        package.version = attribute(tag, "version");
    } else if (tag.name == "item") {
        package.manifest.push_back(
            {attribute(tag, "id"), attribute(tag, "href"), attribute(tag, "media-type"), attribute(tag, "properties")});
    } else if (tag.name == "itemref") {
        package.spine.push_back(attribute(tag, "idref"));
    } else if (tag.name == "link") {
        package.links.push_back(attribute(tag, "href"));
        if (package.record.empty() && has_word(tag.attribute("rel"), "record")) package.record = package.links.back();
    }
}

}  // namespace

Result<Package> read_package(std::string_view xml) {
    Package package;
    std::string root;
    const Status read = markup::visit_tags(xml, [&](const markup::XmlTag& tag) {
        if (root.empty()) root = tag.name;
        note(tag, package);
    });
    if (!read) return fail(read.error());
    if (root != "package") return fail(ErrorKind::unreadable, "it is no package document");
    return package;
}

Result<std::string> package_path(std::string_view container_xml) {
    std::string path;
    const Status read = markup::visit_tags(container_xml, [&](const markup::XmlTag& tag) {
        if (tag.name == "rootfile" && path.empty()) path = attribute(tag, "full-path");
    });
    if (!read) return fail(read.error());
    if (path.empty()) return fail(ErrorKind::unreadable, "it names no package document");
    return path;
}

std::optional<std::string> target_path(std::string_view from, std::string_view reference) {
    const std::string decoded = percent_decoded(reference.substr(0, reference.find_first_of("?#")));
    if (decoded.empty()) return std::string(from);
    const std::string_view folder = decoded.front() == '/' ? "" : from.substr(0, from.rfind('/') + 1);
    std::vector<std::string> parts;
    const std::string joined_path = std::string(folder) + decoded;
    for (const std::string_view part : split(joined_path, '/')) {
        if (part == ".." && parts.empty()) return std::nullopt;
        if (part == "..") {
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.emplace_back(part);
        }
    }
    return joined(parts, "/");
}

bool is_absolute(std::string_view reference) {
    if (reference.starts_with("//")) return true;
    const std::size_t mark = reference.find_first_of(":/?#");
    return mark != reference.npos && mark > 0 && reference[mark] == ':' && is_ascii_alpha(reference.front());
}

}  // namespace blogbind::archive
