#include "media/worker/font_names.h"

#include <doctest/doctest.h>

namespace blogbind::media {
namespace {

/// Adobe Technical Note 5176: one object after the other, offsets of one byte.
std::string index_of(const std::vector<std::string>& objects) {
    if (objects.empty()) return {0, 0};
    std::string head{0, static_cast<char>(objects.size()), 1}, data;
    for (const std::string& object : objects) {
        head += static_cast<char>(data.size() + 1);
        data += object;
    }
    head += static_cast<char>(data.size() + 1);
    return head + data;
}

std::string table_with(const std::vector<std::string>& names, const std::vector<std::string>& strings) {
    return std::string{1, 0, 4, 1} + index_of(names) + index_of({"dict"}) + index_of(strings) + "glyphs Fenland";
}

}  // namespace

TEST_CASE("font_names: names and strings that begin with a reserved name are overwritten in their place") {
    std::string table = table_with({"Fenland-Bold"}, {"Version 2", "Fenland Bold", "with the name Fenland", "Fen"});
    disguise_cff(table, {"Fenland", "Fenland-Bold"});
    CHECK(table == table_with({"xxxxxxxxxxxx"}, {"Version 2", "xxxxxxxxxxxx", "with the name Fenland", "Fen"}));
}

TEST_CASE("font_names: a table that is not whole is left alone") {
    const std::string whole = table_with({"Fenland-Bold"}, {"Fenland Bold"});
    const std::size_t needed = whole.size() - std::string("glyphs Fenland").size();
    for (std::size_t size = 0; size < needed; ++size) {
        CAPTURE(size);
        std::string table = whole.substr(0, size);
        disguise_cff(table, {"Fenland"});
        CHECK(table == whole.substr(0, size));
    }
}

TEST_CASE("font_names: a table of names tells where each begins") {
    const std::string table = name_table({{1, u"Ab"}, {13, u"OFL"}});
    CHECK(table.substr(0, 6) == std::string("\0\0\0\2\0\x1E", 6));
    CHECK(table.substr(6, 12) == std::string("\0\3\0\1\4\x09\0\1\0\4\0\0", 12));
    CHECK(table.substr(18, 12) == std::string("\0\3\0\1\4\x09\0\x0D\0\6\0\4", 12));
    CHECK(table.substr(30) == std::string("\0A\0b\0O\0F\0L", 10));
}

}  // namespace blogbind::media
