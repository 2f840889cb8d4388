#include "markup/parse_arena.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

namespace blogbind::markup {

namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr std::size_t first_block_size = 16U << 10;  // a comment's text is small, and there are thousands of them
constexpr std::size_t largest_block_size = 4U << 20;
constexpr std::size_t allocations_between_checks = 4096;

constexpr std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

std::chrono::nanoseconds processor_time_of_thread() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

ParseArena::ParseArena(std::size_t memory, std::chrono::nanoseconds processor_time)
    : next_block_size_(first_block_size),
      memory_left_(memory),
      deadline_(processor_time_of_thread() + processor_time) {}

ParseArena::~ParseArena() {
    while (last_ != nullptr) {
        Block* previous = last_->previous;
        std::free(last_);
        last_ = previous;
    }
}

void* ParseArena::allocate(std::size_t size) {
    size = aligned(size);
    if (++allocations_ % allocations_between_checks == 0) check_time();
    if (size > memory_left_) std::longjmp(escape, 1);
    memory_left_ -= size;
    if (size > free_size_) add_block(size);
    void* result = free_;
    free_ += size;
    free_size_ -= size;
    return result;
}

void ParseArena::add_block(std::size_t least) {
    const std::size_t header = aligned(sizeof(Block));
    const std::size_t size = std::max(header + least, next_block_size_);
    auto* block = static_cast<Block*>(std::malloc(size));
    if (block == nullptr) std::longjmp(escape, 1);
    block->previous = last_;
    last_ = block;
    free_ = reinterpret_cast<std::byte*>(block) + header;
    free_size_ = size - header;
    next_block_size_ = std::min(next_block_size_ * 2, largest_block_size);
}

void ParseArena::check_time() {
    is_out_of_time_ = processor_time_of_thread() >= deadline_;
    if (is_out_of_time_) std::longjmp(escape, 1);
}

}  // namespace blogbind::markup
