#include "unit/media/sample_pictures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#include <libdeflate.h>

namespace blogbind::test {
namespace {

using Rgb = std::array<std::uint8_t, 3>;

constexpr Rgb red{220, 30, 30}, green{30, 200, 30}, blue{30, 30, 220}, white{250, 250, 250};

struct NamedColour {
    std::string_view name;
    Rgb colour;
};
constexpr NamedColour named[] = {{"red", red}, {"green", green}, {"blue", blue}, {"white", white}};

Rgb colour_at(const SampleJpeg& wanted, int x, int y, std::uint32_t& random) {
    random = random * 1664525U + 1013904223U;
    const bool right = x >= wanted.width / 2, below = y >= wanted.height / 2;
    Rgb colour = below ? (right ? white : blue) : (right ? green : red);
    if (wanted.noisy) colour[0] = static_cast<std::uint8_t>(random >> 24);
    return colour;
}

void write_orientation(jpeg_compress_struct& codec, int orientation) {
    const std::string bytes = std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25) +
                              static_cast<char>(orientation) + std::string("\0\0\0\0\0\0", 6);
    jpeg_write_marker(&codec, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(bytes.data()),
                      static_cast<unsigned>(bytes.size()));
}

void set_up(jpeg_compress_struct& codec, const SampleJpeg& wanted) {
    codec.image_width = static_cast<JDIMENSION>(wanted.width);
    codec.image_height = static_cast<JDIMENSION>(wanted.height);
    codec.input_components = wanted.cmyk ? 4 : 3;
    codec.in_color_space = wanted.cmyk ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&codec);
    if (wanted.grey) jpeg_set_colorspace(&codec, JCS_GRAYSCALE);
    if (wanted.progressive) jpeg_simple_progression(&codec);
    jpeg_set_quality(&codec, wanted.quality, TRUE);
    codec.comp_info[0].h_samp_factor = codec.comp_info[0].v_samp_factor = wanted.grey ? 1 : wanted.brightness_sampling;
}

std::string number(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

std::string chunk(std::string_view kind, std::string_view data) {
    const std::string checked = std::string(kind) + std::string(data);
    return number(data.size()) + checked + number(libdeflate_crc32(0, checked.data(), checked.size()));
}

std::string compressed(std::string_view bytes) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::string result(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
    result.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), result.data(), result.size()));
    libdeflate_free_compressor(compressor);
    return result;
}

/// GIF's compression without its gain: "clear, 0, 0" keeps every code three bits wide.
std::string black_gif_pixels(int count) {
    std::string packed;
    unsigned bits = 0;
    int held = 0;
    const auto put = [&](unsigned code) {
        bits |= code << held;
        for (held += 3; held >= 8; held -= 8, bits >>= 8) packed += static_cast<char>(bits & 0xFF);
    };
    for (int i = 0; i < count; i += 2)
        for (const unsigned code : {4U, 0U, 0U}) put(code);
    put(5);
    packed += static_cast<char>(bits & 0xFF);
    std::string blocks;
    for (std::size_t at = 0; at < packed.size(); at += 255) {
        const std::string block = packed.substr(at, 255);
        blocks += static_cast<char>(block.size());
        blocks += block;
    }
    return blocks + '\0';
}

std::vector<std::string> markers_of(std::string_view bytes) {
    std::vector<std::string> names;
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        const int marker = static_cast<std::uint8_t>(bytes[at + 1]);
        if (marker == 0xDA) break;
        if (marker >= 0xE0 && marker <= 0xEF) names.push_back("APP" + std::to_string(marker - 0xE0));
        if (marker == 0xFE) names.emplace_back("COM");
        at += 2 + (static_cast<std::uint8_t>(bytes[at + 2]) << 8 | static_cast<std::uint8_t>(bytes[at + 3]));
    }
    return names;
}

}  // namespace

std::string sample_jpeg(const SampleJpeg& wanted) {
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &bytes, &size);
    set_up(codec, wanted);
    jpeg_start_compress(&codec, TRUE);
    if (wanted.orientation != 0) write_orientation(codec, wanted.orientation);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(wanted.width) * codec.input_components);
    std::uint32_t random = 1;
    for (int y = 0; y < wanted.height; ++y) {
        for (int x = 0; x < wanted.width; ++x)
            std::ranges::copy(colour_at(wanted, x, y, random), row.begin() + x * codec.input_components);
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&codec, &pointer, 1);
    }
    jpeg_finish_compress(&codec);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&codec);
    std::free(bytes);
    return result;
}

std::string sample_png(int width, int height, const std::function<Rgba(int, int)>& colour) {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x)
            for (const std::uint8_t sample : colour(x, y)) rows += static_cast<char>(sample);
    }
    const std::string header = number(width) + number(height) + std::string("\x08\x06\0\0\0", 5);
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + chunk("IDAT", compressed(rows)) + chunk("IEND", {});
}

std::string sample_gif(int frames) {
    const std::string size("\x20\0\x20\0", 4);
    std::string bytes = "GIF89a";
    bytes += size + std::string("\x80\0\0\0\0\0\xFF\xFF\xFF", 9);
    for (int i = 0; i < frames; ++i) {
        bytes += std::string("\x21\xF9\x04\0\x0A\0\0\0", 8);
        bytes += std::string(",\0\0\0\0", 5);
        bytes += size + std::string("\0\x02", 2) + black_gif_pixels(32 * 32);
    }
    return bytes + ";";
}

SeenJpeg seen_jpeg(std::string_view bytes) {
    SeenJpeg seen;
    seen.markers = markers_of(bytes);
    jpeg_decompress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&codec, TRUE);
    seen.components = codec.num_components;
    seen.progressive = codec.progressive_mode != 0;
    seen.brightness_sampling = {codec.comp_info[0].h_samp_factor, codec.comp_info[0].v_samp_factor};
    codec.out_color_space = JCS_RGB;
    jpeg_start_decompress(&codec);
    seen.width = static_cast<int>(codec.output_width);
    seen.height = static_cast<int>(codec.output_height);
    seen.rgb.resize(static_cast<std::size_t>(seen.width) * seen.height * 3);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = seen.rgb.data() + static_cast<std::size_t>(codec.output_scanline) * seen.width * 3;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return seen;
}

std::string SeenJpeg::quarter(bool right, bool below) const {
    const int x = width / 4 + (right ? width / 2 : 0), y = height / 4 + (below ? height / 2 : 0);
    const std::uint8_t* pixel = rgb.data() + (static_cast<std::size_t>(y) * width + x) * 3;
    for (const auto& [name, colour] : named) {
        const bool same =
            std::abs(pixel[0] - colour[0]) + std::abs(pixel[1] - colour[1]) + std::abs(pixel[2] - colour[2]) < 40;
        if (same) return std::string(name);
    }
    return std::to_string(pixel[0]) + "," + std::to_string(pixel[1]) + "," + std::to_string(pixel[2]);
}

std::string SeenJpeg::quarters() const {
    return quarter(false, false) + " " + quarter(true, false) + " / " + quarter(false, true) + " " +
           quarter(true, true);
}

std::array<int, 2> seen_png_size(std::string_view bytes) {
    const auto at = [bytes](std::size_t offset) {
        int value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
        return value;
    };
    return {at(16), at(20)};
}

}  // namespace blogbind::test
