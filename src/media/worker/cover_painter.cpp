#include "media/worker/cover_painter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "media/worker/colour.h"
#include "media/worker/cover_faces.h"
#include "media/worker/cover_picture.h"
#include "media/worker/cover_text.h"
#include "media/worker/destroyer.h"
#include "media/worker/geometry.h"
#include "media/worker/jpeg.h"

namespace blogbind::media {
namespace {

constexpr std::uint32_t paper = 0xF7F0E4;      // warm white, for all words
constexpr double picture_part = 0.6;           // of the height
constexpr std::size_t most_bytes = 1'500'000;  // shops take no larger covers
constexpr std::uint32_t panel_without_picture = 0x1F2A36;

// Lengths are for a cover 1600 pixels wide; drawing is scaled.
constexpr double cover_width = 1600, margin = 80, text_width = cover_width - 2 * margin;
constexpr int most_title_lines = 4, most_subtitle_lines = 2;
constexpr double largest_title = 216, least_title = 84, largest_author = 58, least_author = 30, footer_size = 40;

struct Style {
    bool bold = false, italic = false;
    bool capitals = false;  ///< and set wider
    int most_lines = 1;
};

/// Text is laid out in one size and scaled when it is drawn: asking for a font costs more than drawing with it.
constexpr double layout_size = 100;

/// A few lines of text in one style, centred.
class TextBlock {
  public:
    TextBlock(cairo_t* context, std::string text, Style style);
    [[nodiscard]] bool is_empty() const { return text_.empty(); }
    [[nodiscard]] double height() const { return is_empty() ? 0 : extent().second; }

    /// In this size; false if words or lines are too many.
    bool set(double size);
    /// In this size, with words broken and the end cut off where nothing else helps.
    void set_cut(double size);
    /// In lines of about the same width.
    void draw(cairo_t* context, double top);

  private:
    void choose_font();
    void set_font(const char* family, bool plain);
    void set_attributes(bool other_fonts);
    void set_width(double width);
    bool fits(double width);
    void balance();
    [[nodiscard]] double scale() const { return size_ / layout_size; }
    [[nodiscard]] std::pair<double, double> extent() const {
        int width = 0, height = 0;
        pango_layout_get_size(layout_.get(), &width, &height);
        return {width * scale() / PANGO_SCALE, height * scale() / PANGO_SCALE};
    }

    std::unique_ptr<PangoLayout, Destroyer<g_object_unref>> layout_;
    std::string text_;
    Style style_;
    double size_ = layout_size, width_ = text_width;
    bool cut_ = false;
};

TextBlock::TextBlock(cairo_t* context, std::string text, Style style)
    : layout_(pango_cairo_create_layout(context)), text_(std::move(text)), style_(style) {
    // Rounded to pixels, lines would break differently in another size.
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout_.get()), FALSE);
    pango_layout_set_text(layout_.get(), text_.data(), static_cast<int>(text_.size()));
    pango_layout_set_alignment(layout_.get(), PANGO_ALIGN_CENTER);
    pango_layout_set_line_spacing(layout_.get(), 0.92F);
    choose_font();
}

void TextBlock::choose_font() {
    if (is_empty()) return;
    set_attributes(false);
    for (const CoverFace& face : cover_faces) {  // the first that has all characters: mixed faces would show
        set_font(face.family, face.plain);
        if (pango_layout_get_unknown_glyphs_count(layout_.get()) == 0) return;
    }
    // Several scripts in one line: each character from wherever it is found.
    set_attributes(true);
    set_font("EB Garamond 12, Noto Serif, Noto Serif CJK KR", false);
}

void TextBlock::set_attributes(bool other_fonts) {
    constexpr double tracking = 0.09;
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(other_fonts));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    if (style_.capitals) {
        pango_attr_list_insert(attributes, pango_attr_text_transform_new(PANGO_TEXT_TRANSFORM_UPPERCASE));
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new(static_cast<int>(layout_size * tracking * PANGO_SCALE)));
    }
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
}

void TextBlock::set_font(const char* family, bool plain) {
    const std::unique_ptr<PangoFontDescription, Destroyer<pango_font_description_free>> font(
        pango_font_description_new());
    pango_font_description_set_family(font.get(), family);
    pango_font_description_set_absolute_size(font.get(), layout_size * PANGO_SCALE);
    if (style_.bold && !plain) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    if (style_.italic && !plain) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout_.get(), font.get());
}

void TextBlock::set_width(double width) {
    width_ = width;
    pango_layout_set_width(layout_.get(), static_cast<int>(width / scale() * PANGO_SCALE));
}

bool TextBlock::fits(double width) {
    set_width(width);
    return pango_layout_get_line_count(layout_.get()) <= style_.most_lines && extent().first <= width;
}

bool TextBlock::set(double size) {
    cut_ = false;
    size_ = size;
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    pango_layout_set_height(layout_.get(), -1);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_NONE);
    return fits(text_width);
}

void TextBlock::set_cut(double size) {
    cut_ = true;
    size_ = size;
    set_width(text_width);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout_.get(), -style_.most_lines);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
}

/// The narrowest width with as few lines makes them equally long.
void TextBlock::balance() {
    const int lines = pango_layout_get_line_count(layout_.get());
    if (cut_ || lines < 2) return;
    double narrow = text_width / (lines + 1), wide = text_width;
    while (wide - narrow > 2) {
        const double middle = (narrow + wide) / 2;
        const bool same = fits(middle) && pango_layout_get_line_count(layout_.get()) == lines;
        (same ? wide : narrow) = middle;
    }
    set_width(std::ceil(wide) + 1);
}

void TextBlock::draw(cairo_t* context, double top) {
    if (is_empty()) return;
    balance();
    cairo_save(context);
    cairo_translate(context, (cover_width - width_) / 2, top);
    cairo_scale(context, scale(), scale());
    pango_cairo_update_layout(context, layout_.get());
    cairo_move_to(context, 0, 0);
    pango_cairo_show_layout(context, layout_.get());
    cairo_restore(context);
}

/// The largest of the sizes, in steps, that fits.
void fit(TextBlock& block, double largest, double least) {
    for (double size = largest; size >= least; size -= 4)
        if (block.set(size)) return;
    block.set_cut(least);
}

struct Words {
    std::string title, subtitle, author, footer;
};

/// The words of a cover, one below the other.
class TitleStack {
  public:
    TitleStack(cairo_t* context, const Words& words)
        : title_(context, with_joined_small_words(words.title), {.bold = true, .most_lines = most_title_lines}),
          subtitle_(context, words.subtitle, {.italic = true, .most_lines = most_subtitle_lines}),
          author_(context, words.author, {.capitals = true}) {
        fit(author_, largest_author, least_author);
    }
    /// False if the title must be cut to come into so little height.
    bool fit_into(double height) {
        for (double size = largest_title; size >= least_title; size -= 6) {
            set_gaps(size);
            if (title_.set(size) && total() <= height) return true;
        }
        title_.set_cut(least_title);
        set_gaps(least_title);
        return false;
    }
    [[nodiscard]] double total() const {
        return title_.height() + subtitle_gap_ + subtitle_.height() + rule_gap_ + author_.height();
    }
    void draw(cairo_t* context, double top);

  private:
    void set_gaps(double title_size) {
        fit(subtitle_, std::clamp(title_size * 0.45, 44.0, 84.0), 40);
        subtitle_gap_ = subtitle_.is_empty() ? 0 : title_size * 0.16;
        rule_gap_ = author_.is_empty() ? 0 : 96;
    }
    TextBlock title_, subtitle_, author_;
    double subtitle_gap_ = 0, rule_gap_ = 0;
};

void set_colour(cairo_t* context, std::uint32_t colour, double opacity = 1) {
    const auto part = [colour](int shift) { return (colour >> shift & 0xFF) / 255.0; };
    cairo_set_source_rgba(context, part(16), part(8), part(0), opacity);
}

void TitleStack::draw(cairo_t* context, double top) {
    title_.draw(context, top);
    top += title_.height() + subtitle_gap_;
    subtitle_.draw(context, top);
    top += subtitle_.height();
    if (author_.is_empty()) return;
    constexpr double rule_width = text_width * 0.1;
    cairo_rectangle(context, (cover_width - rule_width) / 2, top + rule_gap_ / 2, rule_width, 3);
    cairo_fill(context);
    author_.draw(context, top + rule_gap_);
}

/// A title too long even for small type gives its second half to the subtitle.
TitleStack fitted_stack(cairo_t* context, Words words, double height) {
    TitleStack whole(context, words);
    if (whole.fit_into(height)) return whole;
    auto [title, rest] = divided_title(words.title);
    if (rest.empty()) return whole;
    words.title = std::move(title);
    if (words.subtitle.empty()) words.subtitle = std::move(rest);
    TitleStack divided(context, words);
    divided.fit_into(height);
    return divided;
}

void draw_words(cairo_t* context, const Words& words, double panel_top, double height) {
    constexpr double foot = 180, head = 60;
    set_colour(context, paper);
    TextBlock footer(context, words.footer, {});
    fit(footer, footer_size, 28);
    footer.draw(context, height - 84 - footer.height() / 2);
    const double room = height - foot - panel_top - head;
    TitleStack stack = fitted_stack(context, words, room);
    // In a panel the words stand in its middle; without a picture they begin at a third.
    const double slack = std::max(0.0, room - stack.total());
    stack.draw(context, panel_top + head + (panel_top > 0 ? slack / 2 : std::min(slack, height * 0.3 - head)));
}

using Surface = std::unique_ptr<cairo_surface_t, Destroyer<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Destroyer<cairo_destroy>>;

/// What is drawn on it comes into `pixels`.
Surface surface_of(Pixels& pixels) {
    return Surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.colours.data()),
                                                       CAIRO_FORMAT_RGB24, pixels.width, pixels.height,
                                                       pixels.width * static_cast<int>(sizeof(std::uint32_t))));
}

cairo_status_t read_some(void* rest, unsigned char* to, unsigned size) {
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (size > bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(bytes.data(), size, to);
    bytes.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

std::optional<PlanarPicture> png_covering(std::string_view bytes, Size box) {
    const Surface png(cairo_image_surface_create_from_png_stream(read_some, &bytes));
    if (cairo_surface_status(png.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    Pixels pixels(cairo_image_surface_get_width(png.get()), cairo_image_surface_get_height(png.get()));
    const std::optional<Size> size = covering({pixels.width, pixels.height}, box);
    if (!size) return std::nullopt;
    const Surface page = surface_of(pixels);
    const Context context(cairo_create(page.get()));
    set_colour(context.get(), 0xFFFFFF);
    cairo_paint(context.get());
    cairo_set_source_surface(context.get(), png.get(), 0, 0);
    cairo_paint(context.get());
    cairo_surface_flush(page.get());
    return scaled(planes_of(pixels), *size);
}

std::optional<PlanarPicture> picture_filling(std::string_view bytes, Size box) {
    if (bytes.empty()) return std::nullopt;
    if (std::optional<PlanarPicture> png = png_covering(bytes, box)) return cropped(*png, box);
    const Result<PlanarPicture> jpeg = planes_covering(bytes, box);
    if (!jpeg) return std::nullopt;
    return coloured(cropped(*jpeg, box));
}

/// Letters keep their shapes and distances in every size.
void set_unhinted(cairo_t* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

/// The part of the cover from `top` down.
void draw_panel(cairo_t* context, const CoverOrder& order, int top, std::uint32_t colour) {
    set_colour(context, colour);
    cairo_paint(context);
    set_unhinted(context);
    const double scale = order.width / cover_width, panel_top = top / scale;
    cairo_scale(context, scale, scale);
    cairo_translate(context, 0, -panel_top);
    if (top > 0) {
        set_colour(context, 0xFFFFFF, 0.25);
        cairo_rectangle(context, 0, panel_top, cover_width, 4);
        cairo_fill(context);
    }
    const Words words{single_line(order.title), single_line(order.subtitle), single_line(order.author),
                      single_line(order.footer)};
    draw_words(context, words, panel_top, order.height / scale);
}

/// Drawn once and painted strip by strip: in pixels, the whole panel would be most of the worker's memory.
void paint_panel(PlanarPicture& cover, const CoverOrder& order, int top, std::uint32_t colour) {
    constexpr int strip_height = 64;
    const cairo_rectangle_t extents{0, 0, static_cast<double>(order.width), static_cast<double>(order.height - top)};
    const Surface drawing(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, &extents));
    draw_panel(Context(cairo_create(drawing.get())).get(), order, top, colour);
    Pixels strip(order.width, strip_height);
    for (int y = 0; y < order.height - top; y += strip_height) {
        strip.height = std::min(strip_height, order.height - top - y);
        const Surface surface = surface_of(strip);
        const Context context(cairo_create(surface.get()));
        cairo_set_source_surface(context.get(), drawing.get(), 0, -y);
        cairo_paint(context.get());
        cairo_surface_flush(surface.get());
        place(cover, top + y, planes_of(strip));
    }
}

PlanarPicture painted(const CoverOrder& order, std::string_view bytes) {
    const int picture_height = static_cast<int>(std::lround(order.height * picture_part / 2)) * 2;
    PlanarPicture cover = blank({order.width, order.height});
    std::uint32_t colour = panel_without_picture;
    const std::optional<PlanarPicture> picture = picture_filling(bytes, {order.width, picture_height});
    if (picture) {
        place(cover, 0, *picture);
        colour = to_srgb(panel_colour(colours_of(*picture), from_srgb(paper)));
    }
    paint_panel(cover, order, picture ? picture_height : 0, colour);
    return cover;
}

}  // namespace

Result<Picture> paint_cover(const CoverOrder& order, std::string_view picture) {
    constexpr int smallest = 100, largest = 4000;
    if (std::min(order.width, order.height) < smallest || std::max(order.width, order.height) > largest)
        return fail(ErrorKind::usage, "a cover has 100 to 4000 pixels a side");
    const PlanarPicture cover = painted(order, picture);
    Result<std::string> bytes;
    for (const int quality : {90, 82, 74, 60, 45}) {
        bytes = jpeg_of(cover, quality);
        if (!bytes) return fail(std::move(bytes.error()));
        if (bytes->size() <= most_bytes) break;
    }
    return Picture{std::move(*bytes), "image/jpeg", order.width, order.height, order.width, order.height};
}

}  // namespace blogbind::media
