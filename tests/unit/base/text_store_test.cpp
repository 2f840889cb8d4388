#include "base/text_store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace blogbind {

TEST_CASE("text store: texts stay as they are, whatever comes behind them") {
    TextStore store;
    std::vector<std::string_view> kept;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 300; ++i) {
        texts.push_back(std::string(i * i % 997, static_cast<char>('a' + i % 26)));
        kept.push_back(store.kept(texts.back()));
    }
    texts.push_back(std::string(100'000, 'z'));
    kept.push_back(store.kept(texts.back()));
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(kept[i] == texts[i]);
}

TEST_CASE("row table: rows are found by their texts, and the last set of a text is its row") {
    std::vector<std::string> texts;
    RowTable table;
    const auto text_of = [&](std::uint32_t row) -> std::string_view { return texts[row]; };
    CHECK(table.row("harbour", text_of) == RowTable::none);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        texts.push_back("harbour " + std::to_string(i % 500));
        table.set(texts.back(), i, text_of);
    }
    for (std::uint32_t i = 0; i < 500; ++i) CHECK(table.row("harbour " + std::to_string(i), text_of) == 500 + i);
    CHECK(table.row("harbour 500", text_of) == RowTable::none);
    CHECK(table.row("", text_of) == RowTable::none);
}

}  // namespace blogbind
