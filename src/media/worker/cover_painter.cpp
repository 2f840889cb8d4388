#include "media/worker/cover_painter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "media/worker/colour.h"
#include "media/worker/cover_text.h"
#include "media/worker/vips.h"

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

struct Released {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

struct Style {
    bool bold = false, italic = false;
    bool capitals = false;  ///< and set wider
    int most_lines = 1;
};

/// A few lines of text in one style, centred.
class TextBlock {
  public:
    TextBlock(cairo_t* context, std::string text, Style style)
        : layout_(pango_cairo_create_layout(context)), text_(std::move(text)), style_(style) {
        pango_layout_set_text(layout_.get(), text_.data(), static_cast<int>(text_.size()));
        pango_layout_set_alignment(layout_.get(), PANGO_ALIGN_CENTER);
        pango_layout_set_line_spacing(layout_.get(), 0.92F);
        choose_font();
    }
    [[nodiscard]] bool is_empty() const { return text_.empty(); }
    [[nodiscard]] double height() const { return is_empty() ? 0 : extent().second; }

    /// In this size, in lines of about the same width; false if words or lines are too many.
    bool set_balanced(double size);
    /// In this size, with words broken and the end cut off where nothing else helps.
    void set_cut(double size);
    void draw(cairo_t* context, double top) const;

  private:
    void choose_font();
    void set_attributes(double size);
    void set_size(double size);
    bool fits(double width);
    [[nodiscard]] std::pair<double, double> extent() const {
        int width = 0, height = 0;
        pango_layout_get_pixel_size(layout_.get(), &width, &height);
        return {width, height};
    }

    std::unique_ptr<PangoLayout, Released> layout_;
    std::string text_;
    Style style_;
    std::string family_;
    double width_ = text_width;
    bool other_fonts_ = false;  ///< no single family has all characters of the text
    bool upright_ = false;      ///< the family has no bold or italic with all characters of the text
};

struct Face {
    const char* family;
    bool plain;  ///< the regular face instead of the bold or italic one
};

/// A string is set in the first face that has all its characters: mixed faces would show.
constexpr Face faces[] = {{"EB Garamond 12", false},
                          {"EB Garamond 12", true},
                          {"Noto Serif", false},
                          {"Noto Serif CJK KR", false},
                          {"Noto Serif CJK JP", false},
                          {"Noto Serif CJK SC", false},
                          {"Amiri", false},
                          {"Noto Naskh Arabic", false},
                          {"Noto Serif Hebrew", false},
                          {"Noto Serif Devanagari", false},
                          {"Noto Serif Thai", false},
                          {"DejaVu Serif", false}};

void TextBlock::choose_font() {
    for (const Face& face : faces) {
        family_ = face.family;
        upright_ = face.plain;
        set_size(100);
        if (pango_layout_get_unknown_glyphs_count(layout_.get()) == 0) return;
    }
    // Several scripts in one line: each character from wherever it is found.
    family_ = "EB Garamond 12, Noto Serif, Noto Serif CJK KR";
    other_fonts_ = true;
}

void TextBlock::set_attributes(double size) {
    constexpr double tracking = 0.09;
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(other_fonts_));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    if (style_.capitals) {
        pango_attr_list_insert(attributes, pango_attr_text_transform_new(PANGO_TEXT_TRANSFORM_UPPERCASE));
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new(static_cast<int>(size * tracking * PANGO_SCALE)));
    }
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
}

void TextBlock::set_size(double size) {
    const std::unique_ptr<PangoFontDescription, Released> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), family_.c_str());
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    if (style_.bold && !upright_) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    if (style_.italic && !upright_) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout_.get(), font.get());
    set_attributes(size);
}

bool TextBlock::fits(double width) {
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    return pango_layout_get_line_count(layout_.get()) <= style_.most_lines && extent().first <= width;
}

bool TextBlock::set_balanced(double size) {
    set_size(size);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    if (!fits(text_width)) return false;
    const int lines = pango_layout_get_line_count(layout_.get());
    // The narrowest width with as few lines makes them equally long.
    double narrow = text_width / (lines + 1), wide = text_width;
    while (wide - narrow > 2) {
        const double middle = (narrow + wide) / 2;
        const bool same = fits(middle) && pango_layout_get_line_count(layout_.get()) == lines;
        (same ? wide : narrow) = middle;
    }
    width_ = std::ceil(wide);
    return fits(width_);
}

void TextBlock::set_cut(double size) {
    set_size(size);
    width_ = text_width;
    pango_layout_set_width(layout_.get(), static_cast<int>(width_ * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout_.get(), -style_.most_lines);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
}

void TextBlock::draw(cairo_t* context, double top) const {
    cairo_move_to(context, (cover_width - width_) / 2, top);
    pango_cairo_show_layout(context, layout_.get());
}

/// The largest of the sizes, in steps, that fits.
void fit(TextBlock& block, double largest, double least) {
    for (double size = largest; size >= least; size -= 4)
        if (block.set_balanced(size)) return;
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
            if (title_.set_balanced(size) && total() <= height) return true;
        }
        title_.set_cut(least_title);
        set_gaps(least_title);
        return false;
    }
    [[nodiscard]] double total() const {
        return title_.height() + subtitle_gap_ + subtitle_.height() + rule_gap_ + author_.height();
    }
    void draw(cairo_t* context, double top) const;

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

void TitleStack::draw(cairo_t* context, double top) const {
    title_.draw(context, top);
    top += title_.height() + subtitle_gap_;
    if (!subtitle_.is_empty()) subtitle_.draw(context, top);
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
    const TitleStack stack = fitted_stack(context, words, room);
    // In a panel the words stand in its middle; without a picture they begin at a third.
    const double slack = std::max(0.0, room - stack.total());
    stack.draw(context, panel_top + head + (panel_top > 0 ? slack / 2 : std::min(slack, height * 0.3 - head)));
}

void draw_picture(cairo_t* context, const Pixels& pixels, std::uint32_t* to, int stride) {
    cairo_surface_flush(cairo_get_target(context));
    for (int y = 0; y < pixels.height; ++y)
        std::memcpy(to + static_cast<std::size_t>(y) * stride,
                    pixels.colours.data() + static_cast<std::size_t>(y) * pixels.width,
                    sizeof(std::uint32_t) * pixels.width);
    cairo_surface_mark_dirty(cairo_get_target(context));
}

std::optional<Pixels> decoded(std::string_view picture, int width, int height) {
    if (picture.empty()) return std::nullopt;
    Result<Pixels> pixels = picture_filling(picture, width, height);
    if (!pixels) return std::nullopt;
    return std::move(*pixels);
}

Pixels painted(const CoverOrder& order, const std::optional<Pixels>& picture) {
    Pixels canvas(order.width, order.height);
    const std::uint32_t panel =
        picture ? to_srgb(panel_colour(picture->colours, from_srgb(paper))) : panel_without_picture;
    const std::unique_ptr<cairo_surface_t, Released> surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(canvas.colours.data()), CAIRO_FORMAT_RGB24, order.width, order.height,
        order.width * static_cast<int>(sizeof(std::uint32_t))));
    const std::unique_ptr<cairo_t, Released> context(cairo_create(surface.get()));
    const double scale = order.width / cover_width;
    set_colour(context.get(), panel);
    cairo_paint(context.get());
    if (picture) draw_picture(context.get(), *picture, canvas.colours.data(), order.width);
    cairo_scale(context.get(), scale, scale);
    const double top = picture ? picture->height / scale : 0;
    if (picture) {
        set_colour(context.get(), 0xFFFFFF, 0.25);
        cairo_rectangle(context.get(), 0, top, cover_width, 4);
        cairo_fill(context.get());
    }
    const Words words{single_line(order.title), single_line(order.subtitle), single_line(order.author),
                      single_line(order.footer)};
    draw_words(context.get(), words, top, order.height / scale);
    cairo_surface_flush(surface.get());
    return canvas;
}

}  // namespace

Result<Picture> paint_cover(const CoverOrder& order, std::string_view picture) {
    constexpr int smallest = 100, largest = 4000;
    if (std::min(order.width, order.height) < smallest || std::max(order.width, order.height) > largest)
        return fail(ErrorKind::usage, "a cover has 100 to 4000 pixels a side");
    const int picture_height = static_cast<int>(std::lround(order.height * picture_part));
    const Pixels canvas = painted(order, decoded(picture, order.width, picture_height));
    Result<std::string> bytes = jpeg_of(canvas, most_bytes);
    if (!bytes) return fail(std::move(bytes.error()));
    return Picture{std::move(*bytes), "image/jpeg", order.width, order.height, order.width, order.height};
}

}  // namespace blogbind::media
