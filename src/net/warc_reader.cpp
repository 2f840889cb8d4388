#include "net/warc_reader.h"

#include <algorithm>
#include <optional>

#include "base/gzip.h"
#include "base/text.h"

namespace blogbind {

namespace {

constexpr std::size_t piece_size = 64U << 10;  // larger pieces are fresh pages each time, and fall out of the cache
constexpr std::size_t small_piece_size = 4U << 10;  // holds the heads of most records
constexpr std::size_t head_limit = 256U << 10;
constexpr std::uint64_t believed_size = 64U << 20;  // a record may claim any length
constexpr std::size_t blank_limit = 4096;           // a packed file could hold gigabytes of them
constexpr std::string_view line_breaks = "\r\n";

/// The bytes of one record, unpacked, piece by piece.
class RecordBytes {
  public:
    enum class State { more, end, torn, damaged };

    /// `piece`: how many bytes are read, and unpacked, at a time.
    RecordBytes(const ByteSource& file, std::uint64_t offset, std::size_t piece)
        : file_(file), start_(offset), read_to_(offset), piece_(piece) {}

    /// Appends some bytes to `out`.
    State pull(std::string& out) {
        const bool has_input = raw_.size() > raw_at_ || refill();
        if (!has_input && !is_packed_) return State::end;
        if (!is_known_) recognise();
        if (!is_packed_) {
            out.append(raw_, raw_at_);
            raw_at_ = raw_.size();
            return State::more;
        }
        std::string_view input = std::string_view(raw_).substr(raw_at_);
        const std::size_t before = out.size();
        const Inflater::State state = inflater_->inflate(input, out, piece_);
        raw_at_ = raw_.size() - input.size();
        if (state == Inflater::State::damaged) return State::damaged;
        if (state == Inflater::State::end) return State::end;
        return has_input || out.size() > before ? State::more : State::torn;
    }

    [[nodiscard]] bool is_packed() const { return is_packed_; }
    /// How many bytes of the file have been taken.
    [[nodiscard]] std::uint64_t taken() const { return read_to_ - start_ - (raw_.size() - raw_at_); }

  private:
    bool refill() {
        Result<std::string> piece = file_.read(read_to_, piece_);
        if (!piece || piece->empty()) return false;
        raw_ = *std::move(piece);
        raw_at_ = 0;
        read_to_ += raw_.size();
        return true;
    }
    void recognise() {
        is_known_ = true;
        is_packed_ = raw_.starts_with("\x1f\x8b");
        if (is_packed_) inflater_.emplace();
    }

    const ByteSource& file_;
    std::uint64_t start_, read_to_;
    std::size_t piece_;
    std::string raw_;
    std::size_t raw_at_ = 0;
    bool is_known_ = false, is_packed_ = false;
    std::optional<Inflater> inflater_;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(line_breaks) == std::string_view::npos; }

std::size_t after_head(std::string_view text) {
    const std::size_t crlf = text.find("\r\n\r\n"), lf = text.find("\n\n");
    if (crlf == std::string_view::npos && lf == std::string_view::npos) return 0;
    return crlf < lf ? crlf + 4 : lf + 2;
}

HeaderFields fields_of(std::string_view head) {
    HeaderFields fields;
    for (const std::string_view line : split(head, '\n')) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.starts_with("WARC/")) continue;
        fields.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    return fields;
}

class RecordReader {
  public:
    enum class Extent { whole, beginning };
    RecordReader(const ByteSource& file, std::uint64_t offset, std::size_t most, Extent extent)
        : bytes_(file, offset, extent == Extent::whole ? piece_size : small_piece_size), most_(most), extent_(extent) {
        step_.record.offset = offset;
    }

    WarcStep read() {
        if (!read_head() || !read_block()) return std::move(step_);
        if (extent_ == Extent::beginning)
            step_.kind = WarcStep::Kind::record;
        else
            step_.kind = bytes_.is_packed() ? end_of_member() : end_in_plain_file();
        return std::move(step_);
    }

  private:
    using State = RecordBytes::State;

    bool stop(WarcStep::Kind kind) {
        step_.kind = kind;
        return false;
    }
    bool stop_at(State state) { return stop(state == State::damaged ? WarcStep::Kind::damaged : WarcStep::Kind::torn); }

    bool read_head() {
        std::size_t size = 0;
        while ((size = after_head(buffer_)) == 0) {
            const bool is_too_long = buffer_.size() > head_limit || head_size_ > blank_limit;
            if (is_too_long || is_member_over_) return stop(WarcStep::Kind::damaged);
            const State state = pull();
            if (state == State::end && !is_member_over_) return stop(kind_of_rest());
            if (state == State::torn || state == State::damaged) return stop_at(state);
            skip_empty_lines();
        }
        if (!buffer_.starts_with("WARC/")) return stop(WarcStep::Kind::damaged);
        step_.record.fields = fields_of(std::string_view(buffer_).substr(0, size));
        buffer_.erase(0, size);
        head_size_ += size;
        return true;
    }

    /// A plain file has ended before a head has.
    [[nodiscard]] WarcStep::Kind kind_of_rest() const {
        if (buffer_.empty()) return WarcStep::Kind::end;
        const bool begins_well =
            buffer_.starts_with("WARC/") || std::string_view("WARC/").starts_with(buffer_) || buffer_ == "\x1f";
        return begins_well ? WarcStep::Kind::torn : WarcStep::Kind::damaged;
    }

    State pull() {
        const State state = bytes_.pull(buffer_);
        is_member_over_ = state == State::end && bytes_.is_packed();
        return state;
    }

    /// Between records stand two line breaks, or more.
    void skip_empty_lines() {
        const std::size_t start = std::min(buffer_.find_first_not_of(line_breaks), buffer_.size());
        buffer_.erase(0, start);
        head_size_ += start;
    }

    bool read_block() {
        const std::optional<long long> length = parsed_integer(step_.record.field("Content-Length"));
        if (!length || *length < 0) return stop(WarcStep::Kind::damaged);
        block_size_ = static_cast<std::uint64_t>(*length);
        step_.record.block.reserve(std::min({block_size_, std::uint64_t{most_}, believed_size}));
        std::uint64_t seen = 0;
        for (;;) {
            const std::uint64_t wanted = block_size_ - seen, here = std::min<std::uint64_t>(buffer_.size(), wanted);
            const std::size_t room = most_ - step_.record.block.size();
            step_.record.block.append(buffer_, 0, std::min<std::size_t>(here, room));
            seen += here;
            buffer_.erase(0, here);
            if (seen == block_size_ || (extent_ == Extent::beginning && room <= here)) return true;
            if (is_member_over_) return stop(WarcStep::Kind::damaged);  // shorter than it says
            const State state = pull();
            if (state != State::more && !is_member_over_) return stop_at(state);
        }
    }

    /// Behind the block only line breaks may follow: a file that was packed as a whole cannot be entered anywhere.
    WarcStep::Kind end_of_member() {
        for (std::size_t blank = 0; blank <= blank_limit && is_blank(buffer_);) {
            if (is_member_over_) {
                step_.record.length = bytes_.taken();
                return WarcStep::Kind::record;
            }
            blank += buffer_.size();
            buffer_.clear();
            const State state = pull();
            if (state == State::torn) return WarcStep::Kind::torn;
            if (state == State::damaged) return WarcStep::Kind::damaged;
        }
        return WarcStep::Kind::damaged;
    }

    /// Two line breaks belong to the record. Some programs leave them out, or write them as line feeds.
    WarcStep::Kind end_in_plain_file() {
        while (buffer_.size() < 2 * line_breaks.size() && pull() == State::more) {
        }
        std::size_t end = 0;
        for (int count = 0; count < 2; ++count) {
            const std::string_view rest = std::string_view(buffer_).substr(end);
            end += rest.starts_with(line_breaks) ? 2 : rest.starts_with('\n') ? 1 : 0;
        }
        step_.record.length = head_size_ + block_size_ + end;
        return WarcStep::Kind::record;
    }

    RecordBytes bytes_;
    std::size_t most_;
    std::string buffer_;
    std::uint64_t head_size_ = 0, block_size_ = 0;
    bool is_member_over_ = false;
    Extent extent_;
    WarcStep step_;
};

}  // namespace

WarcStep WarcReader::next() {
    WarcStep step = RecordReader(file_, offset_, most_, RecordReader::Extent::whole).read();
    if (step.kind == WarcStep::Kind::record) offset_ += step.record.length;
    return step;
}

WarcStep WarcReader::peek() const {
    return RecordReader(file_, offset_, most_, RecordReader::Extent::beginning).read();
}

}  // namespace blogbind
