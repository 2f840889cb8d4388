// What a golden test of one stage is: a folder in, texts out, each compared with a file of that folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace blogbind::testing {

/// Texts by the names of the files that hold what is expected.
using Outputs = std::map<std::string, std::string>;

/// extract/<slug>: input.html, url -> expected.json, what `blogbind extract --as json` prints, indented.
Outputs extract_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind);
/// source/<slug>: input.* (an export, a feed), or a live blog (recorded_blog.h) -> listing.json, what `blogbind list
/// --json` prints; posts.json, what `blogbind extract --as json` prints, indented.
Outputs source_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind);
/// Kinds of sources that no folder in `folder` is of, a line each; what is read like a site needs none.
std::string kinds_without_case(const std::filesystem::path& folder);
/// normalise/<slug>: input.html (a post's body), url -> expected.xhtml, issues.txt. The outcome is normalised again,
/// and must stay as it is.
Outputs normalise_case(const std::filesystem::path& folder, const std::filesystem::path& blogbind);

/// Codes of the issue enum without a folder in `folder`, folders without a code, and cases that do not show what they
/// are named after; empty if all is well. The cases themselves are run as the end-to-end cases are.
std::string issue_folder_mismatch(const std::filesystem::path& folder);

}  // namespace blogbind::testing
