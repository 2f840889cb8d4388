#include "media/worker/vips.h"

#include <vips/vips8>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "media/worker/geometry.h"

namespace blogbind::media {
namespace {

using vips::VImage;
using vips::VOption;

/// All that a blog's pictures are. Everything else stays blocked, above all what runs other programs' parsers.
constexpr const char* loaders[] = {"VipsForeignLoadJpeg", "VipsForeignLoadPng",  "VipsForeignLoadNsgif",
                                   "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadTiff",
                                   "VipsForeignLoadSvg"};

constexpr int few = 64;                        // colours of a drawing or a screenshot
constexpr std::size_t small_png = 200U << 10;  // not worth asking whether a JPEG would be smaller
constexpr std::size_t large_png = 5U << 20;    // more than delivery services take

/// Runs `work`; what the library throws becomes an error, and its own record of errors is emptied.
template <class Work>
auto caught(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const vips::VError&) {
        vips_error_clear();
        return fail(ErrorKind::unreadable, "cannot be decoded completely");
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::unreadable, "needs too much memory to be decoded");
    }
}

VOption* options() { return VImage::option(); }

VipsBlob* blob_of(std::string_view bytes) { return vips_blob_new(nullptr, bytes.data(), bytes.size()); }

struct BlobReleaser {
    void operator()(VipsBlob* blob) const { vips_area_unref(VIPS_AREA(blob)); }
};
using Blob = std::unique_ptr<VipsBlob, BlobReleaser>;

std::string bytes_of(VipsBlob* written) {
    const Blob blob(written);
    std::size_t size = 0;
    const void* data = vips_blob_get(blob.get(), &size);
    return {static_cast<const char*>(data), size};
}

bool has_loader(std::string_view bytes, std::string_view name) {
    const char* loader = vips_foreign_find_load_buffer(bytes.data(), bytes.size());
    return loader != nullptr && std::string_view(loader).starts_with(name);
}

VImage opened(std::string_view bytes) {
    return VImage::new_from_buffer(
        bytes.data(), bytes.size(), "",
        options()->set("access", VIPS_ACCESS_SEQUENTIAL)->set("fail_on", VIPS_FAIL_ON_TRUNCATED));
}

bool is_animated(const VImage& image) {
    return image.get_typeof(VIPS_META_N_PAGES) != 0 && image.get_int(VIPS_META_N_PAGES) > 1;
}

/// Grey or sRGB, eight bits, no transparency.
VImage plain(VImage image, bool grey) {
    if (image.has_alpha()) image = image.flatten(options()->set("background", std::vector<double>{255, 255, 255}));
    const bool colourless = image.interpretation() == VIPS_INTERPRETATION_B_W ||
                            image.interpretation() == VIPS_INTERPRETATION_GREY16 || image.bands() < 3;
    image = image.colourspace(grey || colourless ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB);
    return image.cast(VIPS_FORMAT_UCHAR);
}

struct RegionReleaser {
    void operator()(VipsRegion* region) const { g_object_unref(region); }
};

/// Reads from the top and stops at the colour that is one too many: in a photograph, within its first rows.
bool has_few_colours(const VImage& image) {
    const std::unique_ptr<VipsRegion, RegionReleaser> region(vips_region_new(image.get_image()));
    const int bands = image.bands(), width = image.width();
    std::set<std::uint32_t> colours;
    for (int y = 0; y < image.height(); ++y) {
        const VipsRect row{0, y, width, 1};
        if (vips_region_prepare(region.get(), &row) != 0) return false;
        const VipsPel* samples = VIPS_REGION_ADDR(region.get(), 0, y);
        std::uint32_t previous = ~0U;
        for (int x = 0; x < width; ++x) {
            std::uint32_t colour = 0;
            for (int band = 0; band < bands; ++band) colour = colour << 8 | *samples++;
            if (colour != previous) colours.insert(colour);
            previous = colour;
            if (colours.size() >= few) return false;
        }
    }
    return true;
}

/// libvips leaves out the JFIF marker along with the metadata, but old readers look for it.
std::string with_jfif_marker(std::string jpeg) {
    constexpr std::string_view marker("\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 18);
    constexpr std::size_t after_start_of_image = 2;
    return jpeg.insert(after_start_of_image, marker);
}

std::string as_jpeg(const VImage& image, int quality) {
    return with_jfif_marker(bytes_of(image.jpegsave_buffer(options()
                                                               ->set("Q", quality)
                                                               ->set("strip", true)
                                                               ->set("optimize_coding", true)
                                                               ->set("subsample_mode", VIPS_FOREIGN_SUBSAMPLE_ON))));
}

std::string as_png(const VImage& image) {
    return bytes_of(image.pngsave_buffer(options()
                                             ->set("strip", true)
                                             ->set("compression", 6)
                                             ->set("palette", image.bands() == 3)
                                             ->set("dither", 0.0)
                                             ->set("bitdepth", 8)));
}

/// Sharp edges and few colours are PNG's strength; but not at any price.
std::optional<std::string> drawing(const VImage& image, int quality) {
    std::string png = as_png(image);
    if (png.size() > large_png) return std::nullopt;
    if (png.size() > small_png && png.size() > 2 * as_jpeg(image, quality).size()) return std::nullopt;
    return png;
}

enum class Kind { any, photograph, drawing };

/// WebP Container Specification #simple_file_format_lossy, #extended_file_format: "RIFF", size, "WEBP", then chunks.
bool is_lossy_webp(std::string_view bytes) {
    constexpr std::size_t first_chunk = 12, head_size = 8, longest_search = 4096;
    std::size_t at = first_chunk;
    while (at < std::min(bytes.size(), longest_search) && bytes.size() - at >= head_size) {
        const std::string_view name = bytes.substr(at, 4);
        if (name == "VP8 ") return true;
        if (name == "VP8L" || name == "ANMF") return false;
        std::uint32_t size = 0;
        for (const char byte : {bytes[at + 7], bytes[at + 6], bytes[at + 5], bytes[at + 4]})
            size = size << 8U | static_cast<unsigned char>(byte);
        at += head_size + size + size % 2;
    }
    return false;
}

/// What cannot store few colours exactly holds photographs; to ask them for their colours would decode them twice.
Kind kind_of(std::string_view bytes) {
    if (has_loader(bytes, "VipsForeignLoadSvg")) return Kind::drawing;
    const bool is_lossy = has_loader(bytes, "VipsForeignLoadJpeg") || has_loader(bytes, "VipsForeignLoadHeif") ||
                          (has_loader(bytes, "VipsForeignLoadWebp") && is_lossy_webp(bytes));
    return is_lossy ? Kind::photograph : Kind::any;
}

struct Source {
    Size size;  ///< upright
    bool animated = false;
    bool is_srgb = false;  ///< as far as it tells: no profile says otherwise
    Kind kind = Kind::any;
};

bool is_srgb(const VImage& header) {
    const VipsInterpretation told = header.interpretation();
    return header.get_typeof(VIPS_META_ICC_NAME) == 0 &&
           (told == VIPS_INTERPRETATION_sRGB || told == VIPS_INTERPRETATION_B_W);
}

Source source_of(std::string_view bytes) {
    const VImage header = opened(bytes);
    Source source{{header.width(), header.height()}, is_animated(header), is_srgb(header), kind_of(bytes)};
    if (vips_image_get_orientation_swap(header.get_image()) != 0) std::swap(source.size.width, source.size.height);
    return source;
}

/// An SVG file's own size is often an icon's: twice that is still sharp.
VImage drawn_svg(std::string_view bytes, Size size, Size box) {
    constexpr double larger = 2;
    const Size twice{static_cast<int>(size.width * larger), static_cast<int>(size.height * larger)};
    const Blob blob(blob_of(bytes));
    return VImage::svgload_buffer(blob.get(), options()->set("scale", larger * fitting_scale(twice, box)));
}

VImage reduced(std::string_view bytes, const Source& source, Size target) {
    const Blob blob(blob_of(bytes));
    VOption* const wanted = options()
                                ->set("height", target.height)
                                ->set("size", VIPS_SIZE_DOWN)
                                // libvips 8.14 ignores thumbnail_buffer's own fail_on.
                                ->set("option_string", "[fail_on=truncated]");
    if (!source.is_srgb) wanted->set("export_profile", "srgb");
    return VImage::thumbnail_buffer(blob.get(), target.width, wanted);
}

Result<Picture> converted(std::string_view bytes, const PictureOrder& order) {
    const Source source = source_of(bytes);
    if (static_cast<double>(source.size.width) * source.size.height > most_source_pixels)
        return fail(ErrorKind::unreadable, "has too many pixels");
    const Size box{order.max_width, order.max_height};
    // What it is made of ends with the line, and with it the decoder's memory.
    const VImage image = plain(source.kind == Kind::drawing ? drawn_svg(bytes, source.size, box)
                                                            : reduced(bytes, source, fitted(source.size, box)),
                               order.grayscale)
                             .copy_memory();
    Picture picture{{}, "image/png", image.width(), image.height(), source.size.width, source.size.height};
    picture.animated = source.animated;
    const bool is_as_sent = fitting_scale(source.size, box) == 1 && !order.grayscale;  // then it is decoded only once
    std::optional<std::string> png;
    const bool is_drawing =
        source.kind == Kind::drawing ||
        (source.kind == Kind::any && has_few_colours(is_as_sent ? image : plain(opened(bytes), false)));
    if (is_drawing && !order.always_jpeg) png = drawing(image, order.quality);
    if (!png) picture.media_type = "image/jpeg";
    picture.bytes = png ? std::move(*png) : as_jpeg(image, order.quality);
    return picture;
}

/// What libvips tells of an EXIF field begins as the field's own value does; empty if it has none.
std::string exif_value(const VImage& image, const char* field) {
    return image.get_typeof(field) == 0 ? std::string() : std::string(image.get_string(field));
}

/// "35/1 10/1 3072/100 (35, 10, 30.72, Rational, …)": degrees, minutes, seconds.
std::optional<double> angle(const VImage& image, const char* field, const char* reference, char opposite) {
    std::istringstream numbers(exif_value(image, field));
    double degrees = 0, unit = 1;
    for (int i = 0; i < 3; ++i, unit *= 60) {
        double over = 0, under = 0;
        char stroke = 0;
        if (!(numbers >> over >> stroke >> under) || stroke != '/' || under == 0) break;
        degrees += over / under / unit;
    }
    if (unit == 1) return std::nullopt;
    return exif_value(image, reference).starts_with(opposite) ? -degrees : degrees;
}

Whereabouts told_by(const VImage& image) {
    const auto latitude = angle(image, "exif-ifd3-GPSLatitude", "exif-ifd3-GPSLatitudeRef", 'S');
    const auto longitude = angle(image, "exif-ifd3-GPSLongitude", "exif-ifd3-GPSLongitudeRef", 'W');
    const bool is_somewhere = latitude && longitude && std::abs(*latitude) <= 90 && std::abs(*longitude) <= 180 &&
                              (*latitude != 0 || *longitude != 0);  // 0, 0 is what cameras write without a signal
    if (!is_somewhere) return {};
    const auto millionths = [](double degrees) { return static_cast<int>(std::lround(degrees * 1e6)); };
    return {true, millionths(*latitude), millionths(*longitude)};
}

}  // namespace

bool start_vips(const char* program) {
    if (vips_init(program) != 0) return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* loader : loaders) vips_operation_block_set(loader, FALSE);
    return true;
}

Result<Picture> convert_picture(std::string_view bytes, const PictureOrder& order) {
    return caught([&] { return converted(bytes, order); });
}

Whereabouts whereabouts_of(std::string_view bytes) {
    const auto told = caught([&]() -> Result<Whereabouts> { return told_by(opened(bytes)); });
    return told.value_or(Whereabouts());
}

}  // namespace blogbind::media
