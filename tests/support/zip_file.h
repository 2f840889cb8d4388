// ZIP files as tests need them: whole ones, and such as no honest program writes.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::test {

struct ZipMember {
    std::string name;
    std::string bytes;       ///< stored, not deflated
    unsigned flags = 0;      ///< 1: encrypted
    std::uint32_t crc_error = 0;  ///< added to the right checksum
    std::uint32_t claimed = 0;    ///< the size that is told; 0: the right one
};

inline std::string little_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
}

/// The bytes of a ZIP file with these members, in this order.
inline std::string zip_file(const std::vector<ZipMember>& members) {
    std::string file, directory;
    for (const ZipMember& member : members) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(member.bytes.data());
        const auto crc = static_cast<std::uint32_t>(::crc32(0, bytes, static_cast<unsigned>(member.bytes.size())));
        const std::size_t size = member.claimed != 0 ? member.claimed : member.bytes.size();
        const std::string common = little_endian(20, 2) + little_endian(member.flags, 2) + little_endian(0, 2) +
                                   little_endian(0x00210000, 4) + little_endian(crc + member.crc_error, 4) +
                                   little_endian(member.bytes.size(), 4) + little_endian(size, 4) +
                                   little_endian(member.name.size(), 2) + little_endian(0, 2);
        directory += "PK\1\2" + little_endian(20, 2) + common + little_endian(0, 10) + little_endian(file.size(), 4);
        directory += member.name;
        file += "PK\3\4" + common + member.name + member.bytes;
    }
    const std::string end = "PK\5\6" + little_endian(0, 4) + little_endian(members.size(), 2) +
                            little_endian(members.size(), 2) + little_endian(directory.size(), 4) +
                            little_endian(file.size(), 4) + little_endian(0, 2);
    return file + directory + end;
}

}  // namespace blogbind::test
