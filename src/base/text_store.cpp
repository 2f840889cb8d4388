#include "base/text_store.h"

#include <algorithm>
#include <cstring>

namespace blogbind {

std::string_view TextStore::kept(std::string_view text) {
    constexpr std::size_t block_size = 32U << 10;
    if (text.empty()) return {};
    if (text.size() > left_) {
        left_ = std::max(block_size, text.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        end_ = blocks_.back().get();
    }
    char* const start = end_;
    std::memcpy(start, text.data(), text.size());
    end_ += text.size();
    left_ -= text.size();
    return {start, text.size()};
}

}  // namespace blogbind
