#include "net/unpacked_warc.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/gzip.h"
#include "base/zstd.h"
#include "net/warc_reader.h"

namespace blogbind {

namespace {

constexpr std::size_t piece_size = 1U << 18;
constexpr std::uint64_t most_bytes = std::uint64_t{64} << 30;
constexpr std::uint32_t most_dictionary = 16U << 20;
// a skippable frame whose content is the dictionary of all that follow
constexpr std::string_view dictionary_magic = "\x5d\x2a\x4d\x18";
constexpr std::size_t dictionary_head = 8;

/// The scratch file as bytes that can be read from anywhere.
class ScratchBytes final : public ByteSource {
  public:
    ScratchBytes(Spill spill, std::uint64_t size) : spill_(std::move(spill)), size_(size) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const override {
        if (offset >= size_) return std::string();
        return spill_.read({0, size_}, offset, size);
    }

  private:
    Spill spill_;
    std::uint64_t size_;
};

enum class Step { more, end, damaged };

/// One packed member, or frame, after the other; what is behind a damaged one is lost.
template <class Unpack>
Result<WarcFile> unpacked(const WarcFile& file, std::uint64_t at, std::string name, Unpack unpack) {
    auto spill = Spill::create();
    if (!spill) return fail(spill.error());
    std::uint64_t size = 0;
    std::string rest, out;
    for (Step step = Step::more; step != Step::damaged;) {
        const auto piece = file.bytes->read(at, piece_size);
        if (!piece) return fail(piece.error());
        at += piece->size();
        rest += *piece;
        std::string_view input = rest;
        bool has_taken = true;
        while (step != Step::damaged && has_taken) {
            const std::size_t before = input.size();
            step = unpack(input, out);
            has_taken = input.size() < before || !out.empty();
            if (const auto kept = spill->append(out); !kept) return fail(kept.error());
            size += out.size();
            out.clear();
            if (size > most_bytes)
                return fail(ErrorKind::refused,
                            fmt::format("{} unpacks to more than {} GB", file.name, most_bytes >> 30));
        }
        rest = std::string(input);
        if (piece->empty()) break;
    }
    return WarcFile{std::move(name), std::make_shared<const ScratchBytes>(*std::move(spill), size)};
}

Result<WarcFile> from_gzip(const WarcFile& file, std::string name) {
    return unpacked(file, 0, std::move(name),
                    [inflater = Inflater()](std::string_view& input, std::string& out) mutable {
                        const Inflater::State state = inflater.inflate(input, out, piece_size);
                        if (state == Inflater::State::end) inflater.restart();
                        return state == Inflater::State::damaged ? Step::damaged : Step::more;
                    });
}

std::string whole_frame(std::string_view packed, std::size_t limit) {
    std::string out;
    ZstdReader reader;
    while (out.size() < limit)
        if (reader.read(packed, out, limit - out.size()) != ZstdReader::State::more || packed.empty()) break;
    return out;
}

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    return number;
}

/// It may be packed itself.
Result<std::string> dictionary_of(const WarcFile& file, std::string_view head) {
    if (!head.starts_with(dictionary_magic)) return std::string();
    const std::uint32_t size = little_endian(head.substr(dictionary_magic.size()));
    if (size > most_dictionary) return fail(ErrorKind::refused, file.name + " has a dictionary that is too large");
    auto bytes = file.bytes->read(dictionary_head, size);
    if (!bytes || !bytes->starts_with(zstd_magic)) return bytes;
    return whole_frame(*bytes, most_dictionary);
}

Result<WarcFile> from_zstd(const WarcFile& file, std::string_view head, std::string name) {
    const auto dictionary = dictionary_of(file, head);
    if (!dictionary) return fail(dictionary.error());
    return unpacked(file, 0, std::move(name),
                    [reader = ZstdReader(*dictionary)](std::string_view& input, std::string& out) mutable {
                        const ZstdReader::State state = reader.read(input, out, piece_size);
                        return state == ZstdReader::State::damaged ? Step::damaged : Step::more;
                    });
}

/// The first member begins with a record, and holds more than that.
bool is_packed_as_a_whole(const WarcFile& file, std::string_view head) {
    if (!head.starts_with("\x1f\x8b")) return false;
    if (WarcReader(*file.bytes, 0, 0).next().kind != WarcStep::Kind::damaged) return false;
    std::string start;
    Inflater().inflate(head, start, 5);
    return start == "WARC/";
}

/// "crawl.warc" of "crawl.warc.gz".
std::string unpacked_name(const std::string& name) { return name.substr(0, name.rfind('.')); }

}  // namespace

Result<WarcFile> enterable(WarcFile file) {
    constexpr std::size_t head_size = 4096;
    const auto head = file.bytes->read(0, head_size);
    if (!head) return fail(head.error());
    if (is_zstd_warc(*head)) return from_zstd(file, *head, unpacked_name(file.name));
    if (is_packed_as_a_whole(file, *head)) return from_gzip(file, unpacked_name(file.name));
    return file;
}

bool is_zstd_warc(std::string_view start) {
    if (start.starts_with(dictionary_magic)) return start.size() > dictionary_head;
    return start.starts_with(zstd_magic) && whole_frame(start, 7).starts_with("WARC/1.");
}

}  // namespace blogbind
