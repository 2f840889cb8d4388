// Pictures that every reader can show.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>
#include <libdeflate.h>

#include <csetjmp>
#include <cstdint>
#include <map>
#include <memory>
#include <set>

#include "assertions/assertions.h"
#include "base/hash.h"

namespace blogbind::testing {

namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0);
    return number;
}

/// What the segments before the picture's data say.
struct Jpeg {
    unsigned frame = 0, precision = 0, width = 0, height = 0, components = 0;
    std::vector<unsigned> segments;
};

Jpeg jpeg_of(const std::string& bytes) {
    Jpeg jpeg;
    for (std::size_t at = 2; at + 4 < bytes.size() && big_endian(bytes, at, 1) == 0xFF;) {
        const unsigned marker = big_endian(bytes, at + 1, 1);
        jpeg.segments.push_back(marker);
        if (marker == 0xDA) break;
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            jpeg.frame = marker;
            jpeg.precision = big_endian(bytes, at + 4, 1);
            jpeg.height = big_endian(bytes, at + 5, 2);
            jpeg.width = big_endian(bytes, at + 7, 2);
            jpeg.components = big_endian(bytes, at + 9, 1);
        }
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    return jpeg;
}

Breaches pictures_unless(const CheckedBook& book, std::string_view media_type,
                         const std::function<bool(const Item&, const std::string&)>& holds) {
    return items_unless(book, [&](const Item& item) {
        const auto file = book.files.find(item.path);
        return !item.media_type.starts_with(media_type) || file == book.files.end() || holds(item, file->second->bytes);
    });
}

Breaches plain_jpegs(const CheckedBook& book) {
    const bool any_size = book.is_made_with("max-image");
    return pictures_unless(book, "image/jpeg", [&](const Item&, const std::string& bytes) {
        const Jpeg jpeg = jpeg_of(bytes);
        for (const unsigned marker : jpeg.segments)
            if (marker == 0xE1 || marker == 0xED || marker == 0xEE || marker == 0xFE) return false;
        return jpeg.frame == 0xC0 && jpeg.precision == 8 && (jpeg.components == 1 || jpeg.components == 3) &&
               jpeg.segments.front() == 0xE0 &&
               (any_size || (jpeg.width * jpeg.height <= 5'600'000 && jpeg.width <= 2560 && jpeg.height <= 2560 &&
                             bytes.size() <= 5'000'000));
    });
}

Breaches cover_shape(const CheckedBook& book) {
    return pictures_unless(book, "image/jpeg", [&](const Item& item, const std::string& bytes) {
        if (item.properties.find("cover-image") == std::string::npos) return true;
        const Jpeg jpeg = jpeg_of(bytes);
        return (jpeg.width >= 1400 || book.is_made_with("max-size")) && jpeg.height * 100 >= jpeg.width * 133 &&
               jpeg.height * 10 <= jpeg.width * 16 && bytes.size() <= 1'500'000;
    });
}

Breaches each_picture_once_and_used(const CheckedBook& book) {
    std::set<std::string> used, hashes;
    for (const Document& document : book.documents)
        for (const Element* image : elements(document.body, "img"))
            used.insert(target_of(value(image, "src"), document.path));
    return pictures_unless(book, "image/", [&](const Item& item, const std::string& bytes) {
        return used.contains(item.path) && hashes.insert(sha256_hex(bytes)).second;
    });
}

struct DecodingError {
    jpeg_error_mgr manager;
    std::jmp_buf exit;
};

/// Whether libjpeg decodes every line without a warning: data that end early give one. `line` is the caller's, since
/// what an error jumps over must need no destructor.
bool decodes(const std::string& bytes, std::vector<unsigned char>& line) {
    DecodingError error;
    jpeg_decompress_struct decoder{};
    decoder.err = jpeg_std_error(&error.manager);
    error.manager.error_exit = [](j_common_ptr common) {
        std::longjmp(reinterpret_cast<DecodingError*>(common->err)->exit, 1);
    };
    error.manager.output_message = [](j_common_ptr) {};
    if (setjmp(error.exit) != 0) {
        jpeg_destroy_decompress(&decoder);
        return false;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&decoder, 1);
    jpeg_start_decompress(&decoder);
    line.resize(static_cast<std::size_t>(decoder.output_width) * static_cast<std::size_t>(decoder.output_components));
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = line.data();
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    const bool sound = error.manager.num_warnings == 0;
    jpeg_destroy_decompress(&decoder);
    return sound;
}

/// Whether all chunks are whole, and the last is the end.
bool is_whole_png(const std::string& bytes) {
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::size_t size = big_endian(bytes, at, 4);
        if (size > bytes.size() - at - 12) return false;
        if (libdeflate_crc32(0, bytes.data() + at + 4, size + 4) != big_endian(bytes, at + 8 + size, 4)) return false;
        if (bytes.compare(at + 4, 4, "IEND") == 0) return at + 12 == bytes.size();
        at += 12 + size;
    }
    return false;
}

Breaches whole_pictures(const CheckedBook& book) {
    return pictures_unless(book, "image/", [](const Item& item, const std::string& bytes) {
        std::vector<unsigned char> line;
        return item.media_type == "image/png" ? is_whole_png(bytes) : decodes(bytes, line);
    });
}

}  // namespace

std::span<const Assertion> picture_assertions() {
    static const auto cut = [](ZipEntry& entry) { entry.bytes.resize(entry.bytes.size() * 2 / 3); };
    static const std::string comment("\xFF\xFE\0\4no", 6);
    static const std::vector<Assertion> all{
        {"A69", "every picture decodes completely", whole_pictures, {change(".jpg", cut), change(".png", cut)}},
        {"A70",
         "photographs are baseline JPEG without metadata, of a size that readers bear",
         plain_jpegs,
         {change(".jpg", [](ZipEntry& entry) { entry.bytes[entry.bytes.find("\xFF\xC0") + 1] = '\xC2'; }),
          change(".jpg", [](ZipEntry& entry) { entry.bytes.insert(20, comment); }),
          change(".jpg", [](ZipEntry& entry) { entry.bytes[entry.bytes.find("\xFF\xC0") + 7] = '\x10'; })}},
        {"A72",
         "the cover has the shape of a book's",
         cover_shape,
         {change("cover.jpg", [](ZipEntry& entry) { entry.bytes[entry.bytes.find("\xFF\xC0") + 7] = '\4'; }),
          change("cover.jpg", [](ZipEntry& entry) { entry.bytes[entry.bytes.find("\xFF\xC0") + 5] = '\5'; })}},
        {"A73",
         "no picture occurs twice or is never shown",
         each_picture_once_and_used,
         {replace("salt-works.xhtml", "src=\"../images/", "src=\"../images/x"),
          [](Entries& entries) {
              std::string first;
              for (ZipEntry& entry : entries) {
                  if (!entry.name.ends_with(".jpg")) continue;
                  if (!first.empty()) entry.bytes = first;
                  first = entry.bytes;
              }
          }}},
    };
    return all;
}

}  // namespace blogbind::testing
