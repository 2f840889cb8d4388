// WARC files that one crawl has written, one behind the other as if they were one: records may refer to each other's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/byte_source.h"

namespace blogbind {

struct WarcFile {
    std::string name;  ///< as an index calls it, without folders
    std::shared_ptr<const ByteSource> bytes;
};

class WarcFiles final : public ByteSource {
  public:
    struct Place {
        const WarcFile* file = nullptr;
        std::uint64_t start = 0, end = 0;  ///< among all bytes
    };

    explicit WarcFiles(std::vector<WarcFile> files);
    [[nodiscard]] std::uint64_t size() const override;
    /// Ends where a file ends, but for its very end.
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const override;

    [[nodiscard]] const std::vector<Place>& places() const { return places_; }
    /// The file that holds the byte at `offset`; null behind the last.
    [[nodiscard]] const Place* at(std::uint64_t offset) const;

  private:
    std::vector<WarcFile> files_;
    std::vector<Place> places_;
};

}  // namespace blogbind
