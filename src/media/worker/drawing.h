// Cairo's and Pango's objects in std::unique_ptr.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

namespace blogbind::media {

struct Released {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

}  // namespace blogbind::media
