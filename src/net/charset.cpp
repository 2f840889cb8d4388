#include "net/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

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

/// How many bytes a character takes in UTF-8 that begins with `lead`; 0: none begins so.
std::size_t length_from(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// UTF-8 that was taken for Latin-1 and encoded once more: "â" and two controls where "’" is meant. Gives the length of
/// such a character at the front of `text`, and its bytes; 0 if none stands there.
std::size_t twice_encoded(std::string_view text, std::string& bytes) {
    const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (text.size() < 4 || at(0) != 0xC3) return 0;
    const std::size_t length = length_from(static_cast<unsigned char>(at(1) + 0x40));
    if (length == 0 || text.size() < 2 * length) return 0;
    bytes.assign(1, static_cast<char>(at(1) + 0x40));
    for (std::size_t i = 1; i < length; ++i) {
        if (at(2 * i) != 0xC2) return 0;
        bytes += static_cast<char>(at(2 * i + 1));
    }
    return is_valid_utf8(bytes) ? 2 * length : 0;
}

bool has_control(std::string_view bytes) {
    return std::ranges::any_of(bytes.substr(1), [](char c) { return static_cast<unsigned char>(c) < 0xA0; });
}

/// No text holds the controls U+0080 to U+009F on purpose: where some stand, each in such a character, all of these are
/// put right.
void undo_second_encoding(Decoded& decoded) {
    constexpr std::size_t least = 2;
    std::string repaired, bytes;
    std::size_t certain = 0;
    for (std::string_view rest = decoded.text; !rest.empty();) {
        const std::size_t length = twice_encoded(rest, bytes);
        if (length == 0) {
            const bool is_control = rest.size() > 1 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0;
            if (is_control) return;
            repaired += rest[0];
        } else {
            certain += has_control(bytes);
            repaired += bytes;
        }
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    if (certain >= least) decoded.text = std::move(repaired);
}

Decoded decode_as(const Encoding& encoding, std::string_view bytes) {
    const bool is_utf8 = encoding.family == Family::utf8;
    Decoded decoded = is_utf8 ? Decoded{{}, std::string(encoding.name), 0} : Decoder(encoding).decode(bytes);
    Repaired repaired = repaired_utf8(is_utf8 ? bytes : std::string_view(decoded.text));
    decoded.text = std::move(repaired.text);
    decoded.replaced += repaired.replaced;
    if (is_utf8 && decoded.text.find("\xC3\xA2\xC2") != std::string::npos) undo_second_encoding(decoded);
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
