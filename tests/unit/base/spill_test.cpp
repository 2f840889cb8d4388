#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "base/file.h"

using namespace blogbind;

TEST_CASE("spill: pieces come back as they were put") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    const Result<Spill::Piece> first = spill->append("first"), empty = spill->append(""), last = spill->append("last");
    REQUIRE(first);
    REQUIRE(empty);
    REQUIRE(last);
    CHECK(spill->read(*first, 0, 100) == "first");
    CHECK(spill->read(*empty, 0, 100) == "");
    CHECK(spill->read(*last, 0, 100) == "last");
}

TEST_CASE("spill: a part of a piece never reaches into the next") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    const Result<Spill::Piece> piece = spill->append("0123456789");
    REQUIRE(spill->append("next"));
    REQUIRE(piece);
    CHECK(spill->read(*piece, 2, 3) == "234");
    CHECK(spill->read(*piece, 8, 100) == "89");
    CHECK(spill->read(*piece, 10, 1) == "");
    CHECK(spill->read(*piece, 1000, 1) == "");
}

TEST_CASE("spill: threads write beside each other") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    std::vector<Result<Spill::Piece>> pieces(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        threads.emplace_back(
            [&, i] { pieces[i] = spill->append(std::string(10'000 + i, static_cast<char>('a' + i))); });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        REQUIRE(pieces[i]);
        CHECK(spill->read(*pieces[i], 0, 20'000) == std::string(10'000 + i, static_cast<char>('a' + i)));
    }
}

TEST_CASE("spill: what was written moves with it") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    const Result<Spill::Piece> piece = spill->append("kept");
    REQUIRE(piece);
    Spill moved(std::move(*spill));
    REQUIRE(moved.append("more"));
    CHECK(moved.read(*piece, 0, 10) == "kept");
}

TEST_CASE("spill: that something could not be read back is remembered") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    CHECK(spill->soundness());
    CHECK_FALSE(spill->read({.offset = 100, .size = 1}, 0, 1));
    const Status status = spill->soundness();
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::unwritable);
}
