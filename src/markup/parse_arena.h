// Memory for one parse: handed out in order, given back all at once, with an end to patience.
#pragma once

#include <chrono>
#include <csetjmp>
#include <cstddef>

namespace blogbind::markup {

/// A C parser allocates from here. When the memory or the processor time is used up, allocate() does not return: it
/// jumps to where `escape` was set, so no object with a destructor may live in the frames between.
class ParseArena {
  public:
    ParseArena(std::size_t memory, std::chrono::nanoseconds processor_time);
    ParseArena(const ParseArena&) = delete;
    ParseArena& operator=(const ParseArena&) = delete;
    ~ParseArena();

    /// REQUIRES: setjmp(escape) was called, and the function that called it has not returned.
    void* allocate(std::size_t size);
    [[nodiscard]] bool is_out_of_time() const { return is_out_of_time_; }

    std::jmp_buf escape;

  private:
    struct Block {
        Block* previous;
    };
    void add_block(std::size_t least);
    void check_time();

    Block* last_ = nullptr;
    std::byte* free_ = nullptr;
    std::size_t free_size_ = 0;
    std::size_t next_block_size_;
    std::size_t memory_left_;
    std::size_t allocations_ = 0;
    std::chrono::nanoseconds deadline_;
    bool is_out_of_time_ = false;
};

}  // namespace blogbind::markup
