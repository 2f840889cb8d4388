// Pictures that were saved beside a page, or inside it: file: and data: addresses, answered without the network.
#pragma once

#include <filesystem>
#include <vector>

#include "net/fetcher.h"

namespace blogbind {

/// Answers file: addresses below the folders that it was given and data: addresses itself; the rest goes to `next`.
class LocalFetcher final : public Fetcher {
  public:
    LocalFetcher(Fetcher& next, const std::vector<std::filesystem::path>& folders);
    /// Error refused: a file outside the folders.
    Result<Response> fetch(const Request& request) override;

  private:
    Fetcher& next_;
    std::vector<std::filesystem::path> folders_;  // canonical
};

/// The address of a file: "file:///home/ann/My%20page_files/a.jpg".
std::optional<Url> file_url(const std::filesystem::path& path);

}  // namespace blogbind
