#include "media/worker/jpeg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

#include <jpeglib.h>

#include <jerror.h>  // after it: its messages depend on the version

#include "media/worker/exif.h"
#include "media/worker/geometry.h"
#include "media/worker/resample.h"

namespace blogbind::media {
namespace {

/// Where libjpeg's errors go. Its fatal ones jump back to `guarded`; nothing that they jump over has a destructor.
struct ErrorTrap {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
    JDIMENSION damaged_at = 0;  ///< the row of blocks from which on the data is missing
    bool damaged = false;

    ErrorTrap() {
        jpeg_std_error(&manager);
        manager.error_exit = [](j_common_ptr codec) { std::longjmp(of(codec).back, 1); };
        manager.output_message = [](j_common_ptr) {};
        manager.emit_message = [](j_common_ptr codec, int level) {
            if (level < 0) of(codec).notice(codec);
        };
    }

    static ErrorTrap& of(j_common_ptr codec) { return *reinterpret_cast<ErrorTrap*>(codec->err); }

    /// Without its first two scans a progressive picture is a blur; the later ones only add detail.
    static bool is_essential(const jpeg_decompress_struct& decoder) {
        const bool coarse_brightness =
            decoder.Ss == 1 && decoder.Ah == 0 && decoder.cur_comp_info[0] == decoder.comp_info;
        return decoder.Ss == 0 || coarse_brightness;
    }

    void notice(j_common_ptr codec) {
        const int code = manager.msg_code;
        // Other warnings are about harmless disorder between the markers.
        if (damaged || (code != JWRN_HIT_MARKER && code != JWRN_HUFF_BAD_CODE && code != JWRN_ARITH_BAD_CODE)) return;
        const auto* decoder = reinterpret_cast<j_decompress_ptr>(codec);
        if (decoder->progressive_mode && !is_essential(*decoder)) return;
        damaged = true;
        damaged_at = decoder->input_iMCU_row;
    }
};

template <class Step>
bool guarded(ErrorTrap& trap, Step step) {
    if (setjmp(trap.back) != 0) return false;
    step();
    return true;
}

std::string_view marker_data(const jpeg_marker_struct& marker) {
    return {reinterpret_cast<const char*>(marker.data), marker.data_length};
}

class Decoder {
  public:
    explicit Decoder(std::string_view bytes) {
        codec_.err = &trap_.manager;
        jpeg_create_decompress(&codec_);
        readable_ = guarded(trap_, [&] {
            jpeg_mem_src(&codec_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
            jpeg_save_markers(&codec_, JPEG_APP0 + 1, 4096);  // Exif: its first directory is near its beginning
            jpeg_save_markers(&codec_, JPEG_APP0 + 2, 4096);  // ICC: so is the profile's name
            jpeg_read_header(&codec_, TRUE);
        });
    }
    ~Decoder() { jpeg_destroy_decompress(&codec_); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    [[nodiscard]] JpegKind kind() const;
    [[nodiscard]] int orientation() const;
    [[nodiscard]] Size size() const {
        return {static_cast<int>(codec_.image_width), static_cast<int>(codec_.image_height)};
    }
    [[nodiscard]] bool is_sampled_simply() const;
    [[nodiscard]] int quality() const;
    std::optional<PlanarPicture> planes(Size target, bool grey);
    std::optional<std::string> transcoded();
    /// How much of the picture came before the data ended or went wrong: 1 for a whole one.
    [[nodiscard]] double complete_part() const;

  private:
    void choose_scale(Size target);
    [[nodiscard]] std::vector<PlaneScaler> scalers(Size target, int planes) const;
    void read_rows(std::vector<PlaneScaler>& scalers);

    ErrorTrap trap_;
    jpeg_decompress_struct codec_{};
    bool readable_ = false;
};

JpegKind Decoder::kind() const {
    if (!readable_ || codec_.data_precision != 8) return JpegKind::broken;
    if (static_cast<double>(codec_.image_width) * codec_.image_height > most_source_pixels) return JpegKind::broken;
    if (codec_.jpeg_color_space != JCS_GRAYSCALE && codec_.jpeg_color_space != JCS_YCbCr) return JpegKind::exotic;
    for (const auto* marker = codec_.marker_list; marker != nullptr; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 2 || !marker_data(*marker).starts_with("ICC_PROFILE")) continue;
        return is_srgb_profile(marker_data(*marker)) ? JpegKind::plain : JpegKind::exotic;
    }
    return JpegKind::plain;
}

int Decoder::orientation() const {
    for (const auto* marker = codec_.marker_list; marker != nullptr; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 1) continue;
        if (const int found = exif_orientation(marker_data(*marker)); found != 1) return found;
    }
    return 1;
}

/// Grey, 4:4:4 or 4:2:0: what every reading device decodes.
bool Decoder::is_sampled_simply() const {
    if (codec_.num_components == 1) return true;
    const auto* component = codec_.comp_info;
    const bool even = component[0].h_samp_factor == component[0].v_samp_factor && component[0].h_samp_factor <= 2;
    return even && std::all_of(component + 1, component + 3,
                               [](const auto& c) { return c.h_samp_factor == 1 && c.v_samp_factor == 1; });
}

/// The quality from 1 to 100 at which libjpeg would quantise brightness about as finely.
int Decoder::quality() const {
    constexpr double standard_sum = 3688;  // of the table in ISO/IEC 10918-1, K.1
    const JQUANT_TBL* table = codec_.quant_tbl_ptrs[codec_.comp_info[0].quant_tbl_no];
    if (table == nullptr) return 100;
    double sum = 0;
    for (const auto step : table->quantval) sum += step;
    const double percent = 100 * sum / standard_sum;
    return std::clamp(static_cast<int>(std::lround(percent <= 100 ? 100 - percent / 2 : 5000 / percent)), 1, 100);
}

double Decoder::complete_part() const {
    if (codec_.progressive_mode && codec_.coef_bits != nullptr && codec_.coef_bits[0][1] < 0) return 0;
    if (!trap_.damaged || codec_.total_iMCU_rows == 0) return 1;
    return static_cast<double>(trap_.damaged_at) / codec_.total_iMCU_rows;
}

/// libjpeg decodes to a half, a quarter or an eighth of the size for less than the full size takes.
void Decoder::choose_scale(Size target) {
    codec_.scale_denom = 8;
    for (const unsigned scale : {1U, 2U, 4U, 8U}) {
        codec_.scale_num = scale;
        jpeg_calc_output_dimensions(&codec_);
        if (codec_.output_width >= static_cast<JDIMENSION>(target.width) &&
            codec_.output_height >= static_cast<JDIMENSION>(target.height))
            return;
    }
}

std::vector<PlaneScaler> Decoder::scalers(Size target, int planes) const {
    std::vector<PlaneScaler> result;
    for (int i = 0; i < planes; ++i) {
        const jpeg_component_info& component = codec_.comp_info[i];
        const double across = static_cast<double>(component.h_samp_factor) * component.DCT_scaled_size /
                              (codec_.max_h_samp_factor * DCTSIZE);
        const double down = static_cast<double>(component.v_samp_factor) * component.DCT_scaled_size /
                            (codec_.max_v_samp_factor * DCTSIZE);
        const int part = i == 0 ? 1 : 2;
        const auto to = [part](int edge) { return Span{(edge + part - 1) / part, static_cast<double>(edge) / part}; };
        result.emplace_back(Span{static_cast<int>(component.downsampled_width), codec_.image_width * across},
                            Span{static_cast<int>(component.downsampled_height), codec_.image_height * down},
                            to(target.width), to(target.height));
    }
    return result;
}

void Decoder::read_rows(std::vector<PlaneScaler>& scalers) {
    constexpr int most_rows = 4 * DCTSIZE * 2;  // a component has at most four block rows, scaled at most twofold
    const int planes = static_cast<int>(scalers.size());
    std::array<std::vector<JSAMPLE>, 3> samples;
    std::array<std::array<JSAMPROW, most_rows>, 3> rows{};
    std::array<JSAMPARRAY, MAX_COMPONENTS> tables{};
    std::array<JDIMENSION, 3> fed{};
    for (int i = 0; i < planes; ++i) {
        const jpeg_component_info& component = codec_.comp_info[i];
        const std::size_t stride = static_cast<std::size_t>(component.width_in_blocks + 4) * component.DCT_scaled_size;
        samples[i].resize(stride * most_rows);
        for (int y = 0; y < most_rows; ++y) rows[i][y] = samples[i].data() + stride * y;
        tables[i] = rows[i].data();
    }
    const JDIMENSION lines = codec_.max_v_samp_factor * codec_.min_DCT_scaled_size;
    const auto read = [&] {
        while (codec_.output_scanline < codec_.output_height) {
            if (jpeg_read_raw_data(&codec_, tables.data(), lines) == 0) return;
            for (int i = 0; i < planes; ++i) {
                const jpeg_component_info& component = codec_.comp_info[i];
                const int height = component.v_samp_factor * component.DCT_scaled_size;
                for (int y = 0; y < height && fed[i] < component.downsampled_height; ++y, ++fed[i])
                    scalers[i].feed(rows[i][y]);
            }
        }
    };
    if (!guarded(trap_, read) && !trap_.damaged) {
        trap_.damaged = true;
        trap_.damaged_at = codec_.input_iMCU_row;
    }
}

std::optional<PlanarPicture> Decoder::planes(Size target, bool grey) {
    const int count = grey ? 1 : codec_.num_components;
    const bool started = guarded(trap_, [&] {
        choose_scale(target);
        codec_.raw_data_out = TRUE;
        codec_.dct_method = JDCT_ISLOW;
        for (int i = count; i < codec_.num_components; ++i) codec_.comp_info[i].component_needed = FALSE;
        jpeg_start_decompress(&codec_);
    });
    if (!started) return std::nullopt;
    std::vector<PlaneScaler> scaled = scalers(target, count);
    read_rows(scaled);
    PlanarPicture picture{target.width, target.height, {}};
    for (PlaneScaler& scaler : scaled) picture.planes.push_back(scaler.take());
    return picture;
}

/// Owns what libjpeg's memory destination allocates.
class Encoder {
  public:
    Encoder() {
        codec_.err = &trap_.manager;
        jpeg_create_compress(&codec_);
        jpeg_mem_dest(&codec_, &bytes_, &size_);
    }
    ~Encoder() {
        jpeg_destroy_compress(&codec_);
        std::free(bytes_);
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    [[nodiscard]] std::string written() const { return {reinterpret_cast<const char*>(bytes_), size_}; }
    /// With codes of its own for the picture, which take a second pass and twice the picture's memory, or the usual ones.
    std::optional<std::string> encode(const PlanarPicture& picture, int quality, bool own_codes);

    ErrorTrap trap_;
    jpeg_compress_struct codec_{};

  private:
    void set_up(const PlanarPicture& picture, int quality, bool own_codes);
    void write_rows(const PlanarPicture& picture, std::vector<JSAMPLE>& scratch);

    unsigned char* bytes_ = nullptr;
    unsigned long size_ = 0;
};

void Encoder::set_up(const PlanarPicture& picture, int quality, bool own_codes) {
    codec_.image_width = static_cast<JDIMENSION>(picture.width);
    codec_.image_height = static_cast<JDIMENSION>(picture.height);
    codec_.input_components = static_cast<int>(picture.planes.size());
    codec_.in_color_space = codec_.input_components == 1 ? JCS_GRAYSCALE : JCS_YCbCr;
    jpeg_set_defaults(&codec_);  // 4:2:0, JFIF
    jpeg_set_quality(&codec_, quality, TRUE);
    codec_.optimize_coding = own_codes ? TRUE : FALSE;
    codec_.dct_method = JDCT_ISLOW;
    codec_.raw_data_in = TRUE;
    jpeg_start_compress(&codec_, TRUE);
}

/// libjpeg wants whole blocks: rows are copied to `scratch` and go on beyond the picture's edge as they end.
void Encoder::write_rows(const PlanarPicture& picture, std::vector<JSAMPLE>& scratch) {
    constexpr int most_rows = 2 * DCTSIZE;
    JSAMPROW rows[3][most_rows];
    JSAMPARRAY tables[3] = {rows[0], rows[1], rows[2]};
    const int planes = static_cast<int>(picture.planes.size());
    const std::size_t stride = scratch.size() / (planes * most_rows);
    const int lines = codec_.max_v_samp_factor * DCTSIZE;
    while (codec_.next_scanline < codec_.image_height) {
        const int top = static_cast<int>(codec_.next_scanline) / lines;
        for (int i = 0; i < planes; ++i) {
            const Plane& plane = picture.planes[i];
            const int height = codec_.comp_info[i].v_samp_factor * DCTSIZE;
            for (int y = 0; y < height; ++y) {
                rows[i][y] = scratch.data() + stride * (i * most_rows + y);
                const std::uint8_t* row = plane.row(std::min(top * height + y, plane.height - 1));
                std::fill(std::copy_n(row, plane.width, rows[i][y]), rows[i][y] + stride, row[plane.width - 1]);
            }
        }
        jpeg_write_raw_data(&codec_, tables, lines);
    }
}

std::optional<std::string> Encoder::encode(const PlanarPicture& picture, int quality, bool own_codes) {
    const std::size_t stride = (static_cast<std::size_t>(picture.width) + 31) / 16 * 16;
    std::vector<JSAMPLE> scratch(stride * picture.planes.size() * 2 * DCTSIZE);
    const bool done = guarded(trap_, [&] {
        set_up(picture, quality, own_codes);
        write_rows(picture, scratch);
        jpeg_finish_compress(&codec_);
    });
    return done ? std::optional(written()) : std::nullopt;
}

std::optional<std::string> Decoder::transcoded() {
    Encoder encoder;
    jvirt_barray_ptr* coefficients = nullptr;
    const bool read = guarded(trap_, [&] { coefficients = jpeg_read_coefficients(&codec_); });
    if (!read || complete_part() < 1) return std::nullopt;
    const bool done = guarded(encoder.trap_, [&] {
        jpeg_copy_critical_parameters(&codec_, &encoder.codec_);
        encoder.codec_.optimize_coding = TRUE;
        jpeg_write_coefficients(&encoder.codec_, coefficients);
        jpeg_finish_compress(&encoder.codec_);
    });
    return done ? std::optional(encoder.written()) : std::nullopt;
}

/// Whether the file can stay as it is but for its coding: it fits, stands upright, and is not stored more finely than
/// was ordered by more than would show in its size.
bool can_be_taken_over(const Decoder& decoder, const PictureOrder& order) {
    constexpr int finer = 12;
    const bool fits = fitting_scale(decoder.size(), {order.max_width, order.max_height}) == 1;
    return fits && decoder.orientation() == 1 && !order.grayscale && decoder.is_sampled_simply() &&
           decoder.quality() <= order.quality + finer;
}

Picture described(std::string bytes, Size size, Size source) {
    return {std::move(bytes), "image/jpeg", size.width, size.height, source.width, source.height};
}

constexpr double enough = 0.9;  // of a picture that is cut off

Result<Picture> reencoded(Decoder& decoder, const PictureOrder& order) {
    const Size source = decoder.size();
    const bool turned = decoder.orientation() >= 5;
    std::optional<PlanarPicture> picture =
        decoder.planes(fitted(source, {order.max_width, order.max_height}), order.grayscale);
    if (!picture) return fail(ErrorKind::unreadable, "is not a readable JPEG");
    const double part = decoder.complete_part();
    if (part < enough)
        return fail(ErrorKind::unreadable, "is cut off after " + std::to_string(static_cast<int>(part * 100)) + " %");
    // Two rows less: the filter has mixed missing rows into them. Even, so that colours and brightness end together.
    if (part < 1) crop_to_height(*picture, std::max(2, static_cast<int>(picture->height * part) / 2 * 2 - 4));
    *picture = upright(std::move(*picture), decoder.orientation());
    std::optional<std::string> bytes = Encoder().encode(*picture, order.quality, true);
    if (!bytes) return fail(ErrorKind::unreadable, "could not be written as a JPEG");
    Picture result = described(std::move(*bytes), {picture->width, picture->height},
                               turned ? Size{source.height, source.width} : source);
    result.cut_off = part < 1;
    return result;
}

}  // namespace

JpegKind jpeg_kind(std::string_view bytes) { return Decoder(bytes).kind(); }

Result<Picture> convert_jpeg(std::string_view bytes, const PictureOrder& order) {
    {
        Decoder decoder(bytes);
        if (can_be_taken_over(decoder, order))
            if (std::optional<std::string> same = decoder.transcoded())
                return described(std::move(*same), decoder.size(), decoder.size());
    }
    Decoder decoder(bytes);
    return reencoded(decoder, order);
}

Result<PlanarPicture> planes_covering(std::string_view bytes, Size box) {
    Decoder decoder(bytes);
    if (decoder.kind() != JpegKind::plain) return fail(ErrorKind::unreadable, "is not a plain JPEG");
    const bool turned = decoder.orientation() >= 5;
    const Size lying = turned ? Size{box.height, box.width} : box;
    const std::optional<Size> size = covering(decoder.size(), lying);
    if (!size) return fail(ErrorKind::unreadable, "is too narrow");
    std::optional<PlanarPicture> picture = decoder.planes(*size, false);
    if (!picture || decoder.complete_part() < enough) return fail(ErrorKind::unreadable, "is not a readable JPEG");
    return upright(std::move(*picture), decoder.orientation());
}

Result<std::string> jpeg_of(const PlanarPicture& picture, int quality) {
    std::optional<std::string> bytes = Encoder().encode(picture, quality, false);
    if (!bytes) return fail(ErrorKind::unreadable, "could not be written as a JPEG");
    return std::move(*bytes);
}

}  // namespace blogbind::media
