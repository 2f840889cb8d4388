// Bytes that can be read from anywhere in them: a file's, or those of a file within another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace blogbind {

class ByteSource {
  public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Up to `size` bytes; fewer at the end. Safe from several threads at once.
    [[nodiscard]] virtual Result<std::string> read(std::uint64_t offset, std::size_t size) const = 0;

  protected:
    ByteSource() = default;
    ByteSource(const ByteSource&) = default;
    ByteSource(ByteSource&&) = default;
    ByteSource& operator=(const ByteSource&) = default;
    ByteSource& operator=(ByteSource&&) = default;
};

}  // namespace blogbind
