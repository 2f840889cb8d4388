#include "net/charset.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/utf8.h"
#include "net/charset_labels.h"
#include "net/charset_prescan.h"

namespace blogbind {

namespace {

using Family = Encoding::Family;

/// More does not make the statistics better.
constexpr std::size_t guess_size = std::size_t{64} * 1024;

struct CloseDetector {
    void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

struct Mark {
    std::string_view bytes, label;
};
/// https://encoding.spec.whatwg.org/#bom-sniff
constexpr std::array byte_order_marks{Mark{"\xef\xbb\xbf", "utf-8"}, Mark{"\xff\xfe", "utf-16le"},
                                      Mark{"\xfe\xff", "utf-16be"}};

const Mark* byte_order_mark(std::string_view bytes) {
    const auto* found =
        std::ranges::find_if(byte_order_marks, [&](const Mark& m) { return bytes.starts_with(m.bytes); });
    return found == byte_order_marks.end() ? nullptr : found;
}

/// Also texts that were cut or patched in places: their other characters cannot be UTF-8 by chance.
bool is_mostly_utf8(std::string_view bytes) {
    const std::size_t bad = repaired_utf8(bytes).replaced;
    const auto high = static_cast<std::size_t>(std::ranges::count_if(bytes, is_high));
    return bad * 20 < high;
}

bool shifts_character_sets(std::string_view bytes) { return bytes.find("\x1b$") != std::string_view::npos; }

const Encoding& guessed_by_statistics(std::string_view bytes) {
    const std::unique_ptr<uchardet, CloseDetector> detector(uchardet_new());
    const auto* start = shifts_character_sets(bytes) ? bytes.begin() : std::ranges::find_if(bytes, is_high);
    const std::string_view sample = std::string_view(start, bytes.end()).substr(0, guess_size);
    if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return windows_1252_encoding();
    uchardet_data_end(detector.get());
    const Encoding* encoding = encoding_for_label(uchardet_get_charset(detector.get()));
    return encoding ? *encoding : windows_1252_encoding();
}

const Encoding& guessed_encoding(std::string_view bytes) {
    const bool utf8 = !shifts_character_sets(bytes) && (is_valid_utf8(bytes) || is_mostly_utf8(bytes));
    return utf8 ? utf8_encoding() : guessed_by_statistics(bytes);
}

/// Turns bytes into UTF-8 with the C library's tables, past every error.
class Decoder {
  public:
    explicit Decoder(const Encoding& encoding)
        : encoding_(encoding), codec_(iconv_open("UTF-8", std::string(encoding.codec).c_str())) {}
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() {
        if (is_open()) iconv_close(codec_);
    }

    Decoded decode(std::string_view bytes) {
        Decoded decoded;
        decoded.encoding = encoding_.name;
        if (!is_open()) {
            decoded.text = bytes;
            return decoded;
        }
        decoded.text.reserve(bytes.size() + bytes.size() / 4);
        while (!bytes.empty()) {
            const int error = convert(bytes, decoded.text);
            if (error == 0 || error == E2BIG || bytes.empty()) continue;
            append_undecodable(bytes.front(), decoded);
            const std::size_t step = encoding_.family == Family::utf16 ? 2 : 1;
            bytes.remove_prefix(std::min(step, bytes.size()));
        }
        convert_rest(decoded.text);
        return decoded;
    }

  private:
    /// False only where the system's conversion tables were removed.
    [[nodiscard]] bool is_open() const { return codec_ != reinterpret_cast<iconv_t>(-1); }

    /// Takes from `bytes` what can be converted at once, and says what stopped it.
    int convert(std::string_view& bytes, std::string& out) {
        char* in = const_cast<char*>(bytes.data());  // iconv does not write there
        std::size_t left = bytes.size();
        char* to = buffer_.data();
        std::size_t room = buffer_.size();
        const bool stopped = iconv(codec_, &in, &left, &to, &room) == static_cast<std::size_t>(-1);
        const int error = stopped ? errno : 0;
        out.append(buffer_.data(), buffer_.size() - room);
        bytes.remove_prefix(bytes.size() - left);
        return error;
    }

    /// What the codec holds back until it knows that nothing combines with it.
    void convert_rest(std::string& out) {
        char* to = buffer_.data();
        std::size_t room = buffer_.size();
        iconv(codec_, nullptr, nullptr, &to, &room);
        out.append(buffer_.data(), buffer_.size() - room);
    }

    /// The standard's code pages have controls where iconv's have nothing (0x81 in windows-1252).
    void append_undecodable(char byte, Decoded& decoded) const {
        const auto value = static_cast<unsigned char>(byte);
        const bool control = encoding_.family == Family::windows && value >= 0x80 && value < 0xa0;
        append_character(decoded.text, control ? char32_t{value} : char32_t{0xfffd});
        if (!control) ++decoded.replaced;
    }

    const Encoding& encoding_;
    iconv_t codec_;
    std::array<char, 16 * 1024> buffer_{};
};

Decoded decode_as(const Encoding& encoding, std::string_view bytes) {
    const bool is_utf8 = encoding.family == Family::utf8;
    Decoded decoded = is_utf8 ? Decoded{{}, std::string(encoding.name), 0} : Decoder(encoding).decode(bytes);
    Repaired repaired = repaired_utf8(is_utf8 ? bytes : std::string_view(decoded.text));
    decoded.text = std::move(repaired.text);
    decoded.replaced += repaired.replaced;
    return decoded;
}

enum class Markup { html, none };

Decoded decode(std::string_view bytes, std::string_view declared, Markup markup) {
    if (const Mark* mark = byte_order_mark(bytes))
        return decode_as(*encoding_for_label(mark->label), bytes.substr(mark->bytes.size()));
    const Encoding* encoding = encoding_for_label(declared);
    if (!encoding && markup == Markup::html) encoding = encoding_named_in_page(bytes);
    return decode_as(encoding ? *encoding : guessed_encoding(bytes), bytes);
}

}  // namespace

Decoded decode_html(std::string_view bytes, std::string_view declared) { return decode(bytes, declared, Markup::html); }
Decoded decode_text(std::string_view bytes, std::string_view declared) { return decode(bytes, declared, Markup::none); }

}  // namespace blogbind
