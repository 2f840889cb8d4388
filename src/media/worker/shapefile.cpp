#include "media/worker/shapefile.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <vector>

namespace blogbind::media {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are read as they stand");

constexpr std::size_t file_head = 100, record_head = 8, polygon_head = 44;
constexpr std::size_t largest_record = 64U << 20;
constexpr std::uint32_t polygon = 5;

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
    Number value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::uint32_t turned(std::uint32_t value) {
    return value >> 24 | (value >> 8 & 0xFF00U) | (value << 8 & 0xFF0000U) | value << 24;
}

std::optional<std::string> read(std::ifstream& file, std::size_t size) {
    std::string bytes(size, '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
    return bytes;
}

/// The rings of one record: their beginnings, then the points of all.
bool take_rings(std::string_view record, const std::function<void(std::span<const Position>)>& take) {
    if (record.size() < polygon_head || number_at<std::uint32_t>(record, 0) != polygon) return false;
    const std::size_t rings = number_at<std::uint32_t>(record, 36), points = number_at<std::uint32_t>(record, 40);
    if (rings > record.size() || points > record.size()) return false;
    const std::size_t first_point = polygon_head + 4 * rings;
    if (record.size() < first_point + 16 * points) return false;
    const auto beginning = [&](std::size_t ring) -> std::size_t {
        return ring < rings ? number_at<std::uint32_t>(record, polygon_head + 4 * ring) : points;
    };
    std::vector<Position> positions;
    for (std::size_t ring = 0; ring < rings; ++ring) {
        if (beginning(ring) > beginning(ring + 1) || beginning(ring + 1) > points) return false;
        positions.clear();
        for (std::size_t i = beginning(ring); i < beginning(ring + 1); ++i) {
            const Position position{number_at<double>(record, first_point + 16 * i + 8),
                                    number_at<double>(record, first_point + 16 * i)};
            if (!std::isfinite(position.latitude) || !std::isfinite(position.longitude)) return false;
            positions.push_back(position);
        }
        take(positions);
    }
    return true;
}

}  // namespace

bool each_ring(const std::string& path, const std::function<void(std::span<const Position>)>& take) {
    std::ifstream file(path, std::ios::binary);
    if (const auto head = read(file, file_head); !head || number_at<std::uint32_t>(*head, 32) != polygon) return false;
    while (file.peek() != std::ifstream::traits_type::eof()) {
        const auto head = read(file, record_head);
        const std::size_t size = head ? std::size_t{turned(number_at<std::uint32_t>(*head, 4))} * 2 : 0;
        if (size > largest_record || size < 4) return false;
        const auto record = read(file, size);
        if (!record || !take_rings(*record, take)) return false;
    }
    return true;
}

}  // namespace blogbind::media
