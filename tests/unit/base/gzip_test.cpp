#include "base/gzip.h"

#include <doctest/doctest.h>

namespace blogbind {

namespace {

std::string inflated(std::string_view input, std::size_t step, Inflater::State& state) {
    Inflater inflater;
    std::string out;
    state = Inflater::State::more;
    while (!input.empty() && state == Inflater::State::more) {
        std::string_view piece = input.substr(0, step);
        const std::size_t before = piece.size();
        state = inflater.inflate(piece, out, 7);
        input.remove_prefix(before - piece.size());
    }
    return out;
}

}  // namespace

TEST_CASE("gzip: what was packed comes back, in whatever pieces") {
    const std::string text = std::string(100'000, 'a') + "Salt road" + std::string(100'000, 'b');
    const std::string member = gzip_member(text);
    CHECK(member.size() < 1000);
    CHECK(member == gzip_member(text));
    for (const std::size_t step : {1, 7, 100'000}) {
        CAPTURE(step);
        Inflater::State state{};
        CHECK(inflated(member, step, state) == text);
        CHECK(state == Inflater::State::end);
    }
}

TEST_CASE("gzip: a member ends where it ends, and the next one is read after a restart") {
    const std::string two = gzip_member("first") + gzip_member("second");
    Inflater inflater;
    std::string_view input = two;
    std::string out;
    CHECK(inflater.inflate(input, out, 100) == Inflater::State::end);
    CHECK(out == "first");
    inflater.restart();
    CHECK(inflater.inflate(input, out, 100) == Inflater::State::end);
    CHECK(out == "firstsecond");
    CHECK(input.empty());
}

TEST_CASE("gzip: more than the room is not given at once") {
    const std::string bomb = gzip_member(std::string(1U << 20, '\0'));
    Inflater inflater;
    std::string_view input = bomb;
    std::string out;
    CHECK(inflater.inflate(input, out, 1000) == Inflater::State::more);
    CHECK(out.size() == 1000);
}

TEST_CASE("gzip: damage is told") {
    std::string member = gzip_member("the road along the salt pans");
    member[member.size() / 2] ^= 0x55;
    Inflater::State state{};
    inflated(member, 1000, state);
    CHECK(state == Inflater::State::damaged);
    inflated("no gzip at all", 1000, state);
    CHECK(state == Inflater::State::damaged);
}

}  // namespace blogbind
