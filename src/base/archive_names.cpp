#include "base/archive_names.h"

#include <uniconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

#include "base/utf8.h"

namespace blogbind {

namespace {

struct Free {
    void operator()(std::uint8_t* bytes) const { std::free(bytes); }
};

struct CodePage {
    const char* codec;
    /// The first bytes of pairs that mean common characters, where characters are pairs of bytes.
    unsigned char first_common, last_common;
};

/// As systems have them, Western Europe's first: where two read equally well, they mostly mean the same.
constexpr std::array code_pages{
    CodePage{"CP850", 0, 0},       CodePage{"CP1252", 0, 0},      CodePage{"CP852", 0, 0},
    CodePage{"CP1250", 0, 0},      CodePage{"CP866", 0, 0},       CodePage{"CP1251", 0, 0},
    CodePage{"KOI8-R", 0, 0},      CodePage{"CP932", 0x82, 0x98}, CodePage{"CP949", 0xB0, 0xC8},
    CodePage{"CP936", 0xB0, 0xD7}, CodePage{"CP950", 0xA4, 0xC6},
};

/// Enough to tell code pages apart.
constexpr std::size_t sample_size = 20'000;

std::optional<std::string> decoded(std::string_view name, const CodePage& page) {
    std::size_t size = 0;
    const std::unique_ptr<std::uint8_t, Free> text(
        u8_conv_from_encoding(page.codec, iconveh_error, name.data(), name.size(), nullptr, nullptr, &size));
    if (!text) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(text.get()), size);
}

enum class Script { none, ascii, latin, cyrillic, kana, han, hangul, foreign };

struct ScriptRange {
    char32_t first, last;
    Script script;
};

constexpr std::array script_ranges{
    ScriptRange{U'A', U'Z', Script::ascii},      ScriptRange{U'a', U'z', Script::ascii},
    ScriptRange{0xD7, 0xD7, Script::foreign},    ScriptRange{0xF7, 0xF7, Script::foreign},
    ScriptRange{0xC0, 0x24F, Script::latin},     ScriptRange{0x400, 0x4FF, Script::cyrillic},
    ScriptRange{0x3041, 0x30FF, Script::kana},   ScriptRange{0x4E00, 0x9FFF, Script::han},
    ScriptRange{0xAC00, 0xD7A3, Script::hangul}, ScriptRange{0x2013, 0x201E, Script::none},
    ScriptRange{0x2026, 0x2026, Script::none},   ScriptRange{0x3000, 0x3020, Script::none},
    ScriptRange{0xFF01, 0xFF5E, Script::none},   ScriptRange{0x80, 0x10FFFF, Script::foreign},
};

Script script_of(char32_t character) {
    for (const ScriptRange& range : script_ranges)
        if (character >= range.first && character <= range.last) return range.script;
    return Script::none;
}

bool are_of_one_word(Script one, Script other) {
    const auto family = [](Script script) {
        if (script == Script::latin) return Script::ascii;
        return script == Script::kana ? Script::han : script;
    };
    return one == Script::none || other == Script::none || family(one) == family(other);
}

/// How well a name reads; below zero: badly.
int reading(std::string_view name) {
    int sum = 0, accented = 0;
    Script before = Script::none;
    bool was_small = false;
    for (std::size_t position = 0; position < name.size();) {
        const char32_t character = next_character(name, position);
        const Script script = script_of(character);
        const bool is_large = is_capital(character);
        accented = script == Script::latin ? accented + 1 : 0;
        const bool is_wide = script >= Script::kana && script <= Script::hangul;  // two bytes
        if (script == Script::foreign)
            sum -= 2;
        else if (script > Script::ascii)
            sum += accented > 2 ? -2 : is_wide ? 4 : 2;
        if (character == U'’' && before != Script::none) sum += 2;
        if (!are_of_one_word(before, script)) sum -= 5;
        if (was_small && is_large && (script > Script::ascii || before > Script::ascii)) sum -= 2;
        was_small = script != Script::none && is_small(character);
        before = script;
    }
    return sum;
}

int common_pairs(std::string_view name, const CodePage& page) {
    int count = 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte <= 0x80) continue;
        count += byte >= page.first_common && byte <= page.last_common;
        i += page.last_common != 0;  // its second byte
    }
    return count;
}

/// How well names read under a code page; nothing if it does not have all their characters.
std::optional<int> reading(const std::vector<std::string>& names, const CodePage& page) {
    int sum = 0;
    for (const std::string& name : names) {
        const auto text = decoded(name, page);
        if (!text) return std::nullopt;
        sum += reading(*text) + common_pairs(name, page);
    }
    return sum;
}

const CodePage* best_code_page(const std::vector<std::string>& names) {
    const CodePage* best = nullptr;
    std::optional<int> most;
    for (const CodePage& page : code_pages) {
        const auto sum = reading(names, page);
        if (!sum || (most && *sum <= *most)) continue;
        best = &page;
        most = sum;
    }
    return best;
}

}  // namespace

std::vector<std::string> readable_names(std::vector<std::string> names) {
    std::vector<std::string> sample;
    std::size_t size = 0;
    for (const std::string& name : names)
        if (size < sample_size && !is_valid_utf8(name)) size += sample.emplace_back(name).size();
    const CodePage* page = best_code_page(sample);
    for (std::string& name : names) {
        if (is_valid_utf8(name)) continue;
        const auto text = page != nullptr ? decoded(name, *page) : std::nullopt;
        name = text ? *text : repaired_utf8(name).text;
    }
    return names;
}

}  // namespace blogbind
