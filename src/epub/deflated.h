// Files compressed ahead of the writer, on several threads. The only files that know libdeflate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <string>
#include <vector>

#include "base/task_pool.h"
#include "epub/publication.h"

namespace blogbind::epub {

struct Deflated {
    std::string bytes;
    std::uint64_t size = 0;  ///< before
    std::uint32_t crc = 0;   ///< CRC-32 of what it was before
};
Deflated deflated(const std::string& text);

std::uint32_t crc32(std::uint32_t before, std::string_view bytes);

/// Compresses files in the order in which they will be asked for; at most one a thread is
/// ready or under way.
class DeflateAhead {
  public:
    /// The files must stay where they are.
    DeflateAhead(std::vector<const ContainerFile*> files, const Spill& spill, std::size_t threads);
    /// The next file. REQUIRES: called at most once for each.
    Deflated next();

  private:
    void start_more();
    std::vector<const ContainerFile*> files_;
    const Spill& spill_;
    std::size_t most_ahead_;
    std::size_t started_ = 0;
    std::deque<std::future<Deflated>> running_;
    TaskPool pool_;  // last: its threads use the others
};

}  // namespace blogbind::epub
