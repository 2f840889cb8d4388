#include "base/zstd.h"

#include <zstd.h>

namespace blogbind {

struct ZstdReader::Stream {
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> context{ZSTD_createDStream(), ZSTD_freeDStream};
    bool is_usable = true;
};

ZstdReader::ZstdReader(std::string_view dictionary) : stream_(std::make_unique<Stream>()) {
    if (dictionary.empty()) return;
    const std::size_t loaded = ZSTD_DCtx_loadDictionary(stream_->context.get(), dictionary.data(), dictionary.size());
    stream_->is_usable = ZSTD_isError(loaded) == 0;
}
ZstdReader::~ZstdReader() = default;
ZstdReader::ZstdReader(ZstdReader&&) noexcept = default;
ZstdReader& ZstdReader::operator=(ZstdReader&&) noexcept = default;

ZstdReader::State ZstdReader::read(std::string_view& input, std::string& out, std::size_t room) {
    if (!stream_->is_usable) return State::damaged;
    const std::size_t before = out.size();
    out.resize(before + room);
    ZSTD_inBuffer from{input.data(), input.size(), 0};
    ZSTD_outBuffer to{out.data() + before, room, 0};
    const std::size_t left = ZSTD_decompressStream(stream_->context.get(), &to, &from);
    out.resize(before + to.pos);
    input.remove_prefix(from.pos);
    if (ZSTD_isError(left) != 0) return State::damaged;
    return left == 0 ? State::end : State::more;
}

}  // namespace blogbind
