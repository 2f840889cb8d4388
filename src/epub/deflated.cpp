#include "epub/deflated.h"

#include <libdeflate.h>

#include <memory>
#include <utility>

namespace blogbind::epub {

namespace {

constexpr int level = 6;  // what zlib's default gives, at less than half of its time

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}  // namespace

std::uint32_t crc32(std::uint32_t before, std::string_view bytes) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

Deflated deflated(const std::string& text) {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(level));
    Deflated result{.bytes = {}, .size = text.size(), .crc = crc32(0, text)};
    result.bytes.resize(libdeflate_deflate_compress_bound(compressor.get(), text.size()));
    result.bytes.resize(libdeflate_deflate_compress(compressor.get(), text.data(), text.size(), result.bytes.data(),
                                                    result.bytes.size()));
    result.bytes.shrink_to_fit();
    return result;
}

DeflateAhead::DeflateAhead(std::vector<const ContainerFile*> files, const Spill& spill, std::size_t threads)
    : files_(std::move(files)), spill_(spill), most_ahead_(threads), pool_(threads, threads) {
    start_more();
}

void DeflateAhead::start_more() {
    for (; started_ < files_.size() && running_.size() < most_ahead_; ++started_) {
        auto task = std::make_shared<std::packaged_task<Deflated()>>(
            [this, file = files_[started_]] { return deflated(bytes_of(*file, spill_)); });
        running_.push_back(task->get_future());
        pool_.add([task] { (*task)(); });
    }
}

Deflated DeflateAhead::next() {
    Deflated result = running_.front().get();
    running_.pop_front();
    start_more();
    return result;
}

}  // namespace blogbind::epub
