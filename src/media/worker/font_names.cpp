#include "media/worker/font_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace blogbind::media {
namespace {

constexpr std::uint16_t windows = 3, unicode = 1, english = 0x409;

void append_short(std::string& out, std::size_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

/// Adobe Technical Note 5176, section 5: objects one after the other, found by their offsets.
struct Index {
    std::vector<std::pair<std::size_t, std::size_t>> objects;  ///< begin and end in the table
    std::size_t end = 0;
};

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::optional<Index> index_at(std::string_view table, std::size_t at) {
    if (at + 2 > table.size()) return std::nullopt;
    const std::size_t count = number_at(table, at, 2);
    if (count == 0) return Index{.objects = {}, .end = at + 2};
    if (at + 3 > table.size()) return std::nullopt;
    const std::size_t width = number_at(table, at + 2, 1), offsets = at + 3;
    if (width < 1 || width > 4 || offsets + (count + 1) * width > table.size()) return std::nullopt;
    const std::size_t base = offsets + (count + 1) * width - 1;  // offsets count from 1
    Index index;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = base + number_at(table, offsets + i * width, width);
        index.end = base + number_at(table, offsets + (i + 1) * width, width);
        if (begin > index.end || index.end > table.size()) return std::nullopt;
        index.objects.emplace_back(begin, index.end);
    }
    return index;
}

void overwrite(std::string& table, std::pair<std::size_t, std::size_t> object) {
    std::fill(table.begin() + static_cast<std::ptrdiff_t>(object.first),
              table.begin() + static_cast<std::ptrdiff_t>(object.second), 'x');
}

}  // namespace

std::string name_table(const std::vector<FontName>& names) {
    constexpr std::size_t header_size = 6, record_size = 12;
    std::string head, texts;
    append_short(head, 0);  // version
    append_short(head, names.size());
    append_short(head, header_size + record_size * names.size());
    for (const FontName& name : names) {
        const std::size_t start = texts.size();
        for (const char16_t unit : name.text) append_short(texts, unit);
        for (const std::size_t field : {std::size_t{windows}, std::size_t{unicode}, std::size_t{english},
                                        std::size_t{name.id}, texts.size() - start, start})
            append_short(head, field);
    }
    return head + texts;
}

void disguise_cff(std::string& table, const std::vector<std::string>& reserved) {
    if (table.size() < 4) return;
    const auto names = index_at(table, number_at(table, 2, 1));
    const auto fonts = names ? index_at(table, names->end) : std::nullopt;
    const auto strings = fonts ? index_at(table, fonts->end) : std::nullopt;
    if (!strings) return;
    for (const auto& object : names->objects) overwrite(table, object);
    for (const auto& object : strings->objects) {
        const std::string_view text = std::string_view(table).substr(object.first, object.second - object.first);
        const bool is_name =
            std::ranges::any_of(reserved, [&](const std::string& name) { return text.starts_with(name); });
        if (is_name) overwrite(table, object);
    }
}

}  // namespace blogbind::media
