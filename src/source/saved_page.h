// Pages that a browser or SingleFile saved: where they came from, and the pictures beside them.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/report.h"
#include "base/result.h"
#include "model/page.h"
#include "source/source.h"

namespace blogbind {

/// The address in a "saved from url" mark, a SingleFile or an HTTrack comment near the beginning.
std::optional<Url> saved_from(std::string_view html);

/// The page in a source of kind saved_page or mhtml. Its address: the user's, else its own canonical link, else saved_from.
/// Pictures saved beside it are named by file: addresses, those in it by data: addresses.
Result<PagePart> saved_page(const Source& source, Report& report);

/// Points `src` and `href` of pictures to files below the page's folder where such files exist: in `tree` if the page
/// is in one, else on the disk.
void use_local_pictures(markup::Body& document, const std::filesystem::path& page, const FileTree* tree);

}  // namespace blogbind
