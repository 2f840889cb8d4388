// What a package document says, whoever wrote it. EPUB 3.3, https://www.w3.org/TR/epub-33/#sec-package-doc
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blogbind::archive {

struct PackageItem {
    std::string id, href, media_type, properties;
};

struct Package {
    std::string version;  ///< "3.0"
    std::vector<PackageItem> manifest;
    std::vector<std::string> spine;  ///< manifest ids
    std::vector<std::string> links;  ///< addresses of linked records and the like
    std::string record;              ///< the link with rel="record"; empty if there is none
};

/// Error unreadable: not well-formed, or no package document.
Result<Package> read_package(std::string_view xml);

/// The first package document that META-INF/container.xml names, from the container's root.
Result<std::string> package_path(std::string_view container_xml);

/// Where `reference`, as it stands in the file `from`, leads within the container: without query and fragment,
/// percent-decoded. Nothing if it leads out of it.
std::optional<std::string> target_path(std::string_view from, std::string_view reference);

/// "https:", "mailto:", "data:" or "//": it does not lead to a file of the container.
bool is_absolute(std::string_view reference);

}  // namespace blogbind::archive
