#include "base/utf8.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace blogbind {

namespace {

constexpr char32_t replacement = 0xfffd;

/// What stands at one place of a byte string: a character and its length, or an ill-formed byte (length 0).
struct Sequence {
    char32_t character = replacement;
    std::size_t length = 0;
};

bool is_continuation(unsigned char byte) { return (byte & 0xc0U) == 0x80U; }

bool is_surrogate(char32_t character) { return character >= 0xd800 && character <= 0xdfff; }

/// How many bytes the sequence that starts with `lead` has; 0 for bytes that start none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xc2) return 0;  // a continuation, or an overlong form
    if (lead < 0xe0) return 2;
    if (lead < 0xf0) return 3;
    return lead < 0xf5 ? 4 : 0;
}

/// Unicode 15, table 3-7: shortest forms only, no surrogates, nothing beyond U+10FFFF.
Sequence sequence_at(std::string_view text, std::size_t position) {
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    constexpr unsigned lead_mask[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = sequence_length(lead);
    if (length == 0 || text.size() - position < length) return {};
    char32_t character = lead & lead_mask[length];
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[position + i]);
        if (!is_continuation(byte)) return {};
        character = (character << 6U) | (byte & 0x3fU);
    }
    if (character < smallest[length] || character > 0x10ffff || is_surrogate(character)) return {};
    return {character, length};
}

/// XML 1.0 #charsets
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xfffe && c != 0xffff;
}

/// The length of the run of plain printable ASCII from `position`: what needs no second look.
std::size_t plain_run(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size() && text[end] >= ' ' && text[end] <= '~') ++end;
    return end - position;
}

struct Release {
    void operator()(std::uint8_t* bytes) const { std::free(bytes); }
};

const std::uint8_t* unistring_bytes(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

/// Takes over a result of libunistring; where it could not make one, the text stays as it was.
std::string taken(std::uint8_t* bytes, std::size_t length, std::string_view original) {
    const std::unique_ptr<std::uint8_t, Release> owner(bytes);
    if (!bytes) return std::string(original);
    return {reinterpret_cast<const char*>(bytes), length};
}

/// Characters that are in normal form C whatever stands beside them: most texts hold no others, and need not be
/// taken apart (UAX 15, quick check).
bool is_surely_composed(char32_t character) {
    struct Range {
        char32_t first, last;
    };
    constexpr Range ranges[] = {{0, 0x2ff}, {0x2010, 0x2027}, {0x3041, 0x3093}, {0x4e00, 0x9fff}, {0xac00, 0xd7a3}};
    return std::ranges::any_of(ranges,
                               [&](Range range) { return character >= range.first && character <= range.last; });
}

bool is_surely_composed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_surely_composed(next_character(text, at))) return false;
    return true;
}

std::string normalised(std::string_view text, uninorm_t form) {
    if (is_ascii(text)) return std::string(text);
    std::size_t length = 0;
    std::uint8_t* bytes = u8_normalize(form, unistring_bytes(text), text.size(), nullptr, &length);
    return taken(bytes, length, text);
}

std::string folded_word(std::string_view word) {
    if (is_ascii(word)) return ascii_lowered(word);
    std::size_t length = 0;
    std::uint8_t* bytes = u8_casefold(unistring_bytes(word), word.size(), nullptr, UNINORM_NFKC, nullptr, &length);
    return taken(bytes, length, word);
}

/// Letters that no decomposition takes apart, as they are usually written in addresses.
std::string_view ascii_spelling(char32_t character) {
    struct Spelling {
        char32_t character;
        std::string_view ascii;
    };
    constexpr Spelling spellings[] = {{U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ø', "o"}, {U'đ', "d"},
                                      {U'ð', "d"},  {U'þ', "th"}, {U'ł', "l"},  {U'ı', "i"}, {U'ħ', "h"}};
    for (const Spelling& spelling : spellings)
        if (spelling.character == character) return spelling.ascii;
    return {};
}

/// `word` cut at `limit`, at a hyphen where there is one in its second half.
std::string cut_at_hyphen(std::string word, std::size_t limit) {
    if (word.size() <= limit) return word;
    const bool cut_falls_between = word[limit] == '-';
    word.resize(limit);
    const std::size_t hyphen = word.rfind('-');
    if (!cut_falls_between && hyphen != std::string::npos && hyphen >= limit / 2) word.resize(hyphen);
    while (word.ends_with('-')) word.pop_back();
    return word;
}

}  // namespace

Repaired repaired_utf8(std::string_view bytes) {
    Repaired repaired;
    repaired.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t plain = plain_run(bytes, at);
        repaired.text.append(bytes.substr(at, plain));
        at += plain;
        if (at == bytes.size()) break;
        const Sequence sequence = sequence_at(bytes, at);
        const bool allowed = sequence.length > 0 && is_xml_character(sequence.character);
        if (allowed)
            repaired.text.append(bytes.substr(at, sequence.length));
        else
            ++repaired.replaced;
        if (sequence.length == 0) append_character(repaired.text, replacement);
        at += sequence.length > 0 ? sequence.length : 1;
    }
    return repaired;
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Sequence sequence = sequence_at(bytes, at);
        if (sequence.length == 0) return false;
        at += sequence.length;
    }
    return true;
}

char32_t next_beyond_ascii(std::string_view text, std::size_t& position) {
    const Sequence sequence = sequence_at(text, position);
    position += sequence.length > 0 ? sequence.length : 1;
    return sequence.character;
}

void append_character(std::string& out, char32_t character) {
    if (character > 0x10ffff || is_surrogate(character)) character = replacement;
    const auto continuation = [&](unsigned shift) { out += static_cast<char>(0x80U | ((character >> shift) & 0x3fU)); };
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xc0U | (character >> 6U));
        continuation(0);
    } else if (character < 0x10000) {
        out += static_cast<char>(0xe0U | (character >> 12U));
        continuation(6);
        continuation(0);
    } else {
        out += static_cast<char>(0xf0U | (character >> 18U));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
    return count;
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::size_t cut = 0;       // where the text must end so that "…" still fits
    std::size_t word_end = 0;  // the last end of a word up to there
    std::size_t at = 0;
    for (std::size_t count = 0; count < limit && at < text.size(); ++count) {
        cut = at;
        if (at > 0 && is_ascii_space(text[at]) && !is_ascii_space(text[at - 1])) word_end = at;
        next_character(text, at);
    }
    if (at == text.size()) return std::string(text);
    if (limit == 0) return {};
    const bool near = word_end >= cut / 2 && word_end > 0;
    return std::string(trimmed(text.substr(0, near ? word_end : cut))) + "…";
}

std::string nfc(std::string_view text) {
    return is_surely_composed(text) ? std::string(text) : normalised(text, UNINORM_NFC);
}
std::string nfkc(std::string_view text) { return normalised(text, UNINORM_NFKC); }

std::string case_folded(std::string_view text) {
    if (is_ascii(text)) return ascii_lowered(text);
    std::string out;
    out.reserve(text.size());
    for (;;) {  // nothing composes over a space, so words without accents cost little
        const std::size_t space = text.find(' ');
        out += folded_word(text.substr(0, space));
        if (space == std::string_view::npos) return out;
        out += ' ';
        text.remove_prefix(space + 1);
    }
}

std::string slug(std::string_view text, std::size_t limit) {
    const std::string letters = normalised(case_folded(text), UNINORM_NFKD);
    std::string out;
    bool at_gap = false;
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t character = next_character(letters, at);
        if (uc_combining_class(character) != UC_CCC_NR || character == U'\'' || character == U'’') continue;
        const bool plain = character < 0x80 && (is_ascii_alpha(static_cast<char>(character)) ||
                                                is_ascii_digit(static_cast<char>(character)));
        const std::string spelling =
            plain ? std::string(1, static_cast<char>(character)) : std::string(ascii_spelling(character));
        if (at_gap && !spelling.empty() && !out.empty()) out += '-';
        at_gap = spelling.empty();
        out += spelling;
    }
    return cut_at_hyphen(std::move(out), limit);
}

bool is_letter(char32_t character) { return uc_is_property_alphabetic(character); }

bool is_capital(char32_t character) { return uc_is_property_uppercase(character); }

bool is_small(char32_t character) { return uc_is_property_lowercase(character); }

}  // namespace blogbind
