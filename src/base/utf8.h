// Characters: decoding, repair, normal forms, scripts. Unicode tables come from libunistring.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blogbind {

struct Repaired {
    std::string text;
    std::size_t replaced = 0;  ///< how many bad bytes or characters became U+FFFD or were removed
};
/// Valid UTF-8 that XML 1.0 allows (#charsets): ill-formed bytes become U+FFFD, other forbidden characters vanish.
Repaired repaired_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

char32_t next_beyond_ascii(std::string_view text, std::size_t& position);  ///< for next_character()
/// The character at `position`, which moves behind it. Ill-formed bytes give U+FFFD, one byte at a time.
inline char32_t next_character(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    return lead < 0x80 ? (++position, lead) : next_beyond_ascii(text, position);
}
void append_character(std::string& out, char32_t character);
std::size_t character_count(std::string_view text);
/// At most `limit` characters, cut at a word's end where there is one, with "…" if something was cut.
std::string shortened(std::string_view text, std::size_t limit);

std::string nfc(std::string_view text);
std::string nfkc(std::string_view text);
/// For comparing: NFKC and full case folding.
std::string case_folded(std::string_view text);
/// Lower-case ASCII letters, digits and single hyphens; accents are dropped, "ß" is "ss". Empty if nothing is left.
std::string slug(std::string_view text, std::size_t limit = 60);
bool is_letter(char32_t character);
bool is_capital(char32_t character);
bool is_small(char32_t character);

}  // namespace blogbind
