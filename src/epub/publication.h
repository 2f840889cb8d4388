// An EPUB's own parts, before they are packed. EPUB 3.3, https://www.w3.org/TR/epub-33/
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/book.h"
#include "template/template_set.h"

namespace blogbind::epub {

struct ContainerFile {
    std::string path;  ///< from the container's root: "EPUB/text/cover.xhtml"
    Spill::Piece bytes;
    bool stored = false;  ///< JPEG and PNG are not deflated
};

/// Empty if they cannot be read, which the spill remembers.
std::string bytes_of(const ContainerFile& file, const Spill& spill);

struct ManifestItem {
    std::string id, href, media_type, properties;  ///< href: from the package document's folder
};

struct Publication {
    std::vector<ManifestItem> manifest;
    std::vector<std::string> spine;    ///< manifest ids
    std::vector<ContainerFile> files;  ///< in container order, without "mimetype"
};

/// Error usage: a template is wrong. Everything the reader sees beside the author's text comes from `templates`. What
/// was written waits in the spill.
Result<Publication> render(const Book& book, const TemplateSet& templates, Spill& spill);

/// What must hold before packing: ids unique, every file in the manifest, every link's target there, one nav.
/// Error unreadable names the first breach: a bug of ours or of a user's template.
Status self_check(const Publication& publication, const Spill& spill);

}  // namespace blogbind::epub
