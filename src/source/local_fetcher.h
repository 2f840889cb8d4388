// Pictures that were saved beside a page, or inside it: file: and data: addresses, answered without the network.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/file_tree.h"
#include "net/fetcher.h"

namespace blogbind {

using FileTrees = std::vector<std::shared_ptr<const FileTree>>;

/// Answers file: addresses below the folders and the trees that it was given and data: addresses itself; the rest goes
/// to `next`.
class LocalFetcher final : public Fetcher {
  public:
    LocalFetcher(Fetcher& next, const std::vector<std::filesystem::path>& folders, FileTrees trees = {});
    /// Error refused: a file outside the folders.
    Result<Response> fetch(const Request& request) override;

  private:
    [[nodiscard]] Result<std::string> read(const std::filesystem::path& path, std::size_t limit) const;

    Fetcher& next_;
    std::vector<std::filesystem::path> folders_;  // canonical
    FileTrees trees_;
};

/// The address of a file, or of one in a tree: "file:///home/ann/My%20page_files/a.jpg".
std::optional<Url> file_url(const std::filesystem::path& path);

}  // namespace blogbind
