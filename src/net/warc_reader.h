// Reads WARC files (1.0 and 1.1, plain or one gzip member a record) record by record, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/byte_source.h"
#include "net/warc.h"

namespace blogbind {

struct WarcStep {
    enum class Kind {
        record,
        end,
        torn,     ///< the file ends in the middle of a record, which begins at record.offset
        damaged,  ///< what stands at record.offset is no record
    };
    Kind kind = Kind::end;
    WarcRecord record;
};

class WarcReader {
  public:
    /// Begins at `offset`, where a record must begin. Of each block only the first `most` bytes are kept.
    WarcReader(const ByteSource& file, std::uint64_t offset, std::size_t most)
        : file_(file), offset_(offset), most_(most) {}
    WarcStep next();
    /// The record that next() would give, without its length: what stands behind the first `most` bytes of its block is
    /// not looked at.
    [[nodiscard]] WarcStep peek() const;

  private:
    const ByteSource& file_;
    std::uint64_t offset_;
    std::size_t most_;
};

}  // namespace blogbind
