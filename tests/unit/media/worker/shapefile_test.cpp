// Outlines from shapefiles, whole and broken.
#include "media/worker/shapefile.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace blogbind;
using namespace blogbind::media;

namespace {

template <class Number>
void put(std::string& bytes, std::size_t at, Number value) {
    if (bytes.size() < at + sizeof value) bytes.resize(at + sizeof value);
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// One polygon with two rings of two points each.
std::string sample() {
    std::string bytes(100, '\0');
    put(bytes, 32, std::uint32_t{5});
    const std::size_t record = 108;
    put(bytes, record, std::uint32_t{5});
    put(bytes, record + 36, std::uint32_t{2});
    put(bytes, record + 40, std::uint32_t{4});
    put(bytes, record + 44, std::uint32_t{0});
    put(bytes, record + 48, std::uint32_t{2});
    for (std::size_t i = 0; i < 4; ++i) {
        put(bytes, record + 52 + 16 * i, static_cast<double>(i));
        put(bytes, record + 60 + 16 * i, static_cast<double>(i) + 50);
    }
    bytes[107] = static_cast<char>((bytes.size() - record) / 2);  // big-endian, in 16-bit words
    return bytes;
}

struct Rings {
    bool is_whole = false;
    std::vector<std::vector<Position>> rings;
};

Rings rings_of(const std::string& bytes) {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "blogbind-shapefile-test.shp";
    std::ofstream(path, std::ios::binary) << bytes;
    Rings result;
    result.is_whole = each_ring(
        path.string(), [&](std::span<const Position> ring) { result.rings.emplace_back(ring.begin(), ring.end()); });
    std::filesystem::remove(path);
    return result;
}

}  // namespace

TEST_CASE("shapefile: each ring of a polygon comes with its points") {
    const Rings rings = rings_of(sample());
    CHECK(rings.is_whole);
    REQUIRE(rings.rings.size() == 2);
    CHECK(rings.rings[1].front() == Position{52, 2});
}

TEST_CASE("shapefile: a file that ends too early, or lies about its sizes, is told as such") {
    const std::string whole = sample();
    for (const std::size_t size : {std::size_t{0}, std::size_t{50}, std::size_t{104}, whole.size() - 8})
        CHECK(!rings_of(whole.substr(0, size)).is_whole);
    struct Lie {
        const char* name;
        std::size_t at;
        std::uint32_t value;
    };
    for (const Lie& lie : {Lie{"no polygon", 108, 3}, Lie{"rings", 108 + 36, 0xFFFFFFFF},
                           Lie{"points", 108 + 40, 1U << 28}, Lie{"a ring's beginning", 108 + 48, 77}}) {
        CAPTURE(lie.name);
        std::string bytes = whole;
        put(bytes, lie.at, lie.value);
        CHECK(!rings_of(bytes).is_whole);
    }
}
