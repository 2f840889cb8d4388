// Pictures are decoded, scaled and drawn in sandboxed worker processes; this is the desk where they are ordered.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "base/result.h"

namespace blogbind::media {

struct PictureOrder {
    int max_width = 1600, max_height = 1600;  ///< fitted into this box or the box turned, whichever suits its shape
    int quality = 80;
    bool grayscale = false;
    bool always_jpeg = false;  ///< drawings as well, which are PNG otherwise: many readers take no other cover
};

struct Picture {
    std::string bytes;       ///< baseline JPEG or PNG; no metadata, sRGB or grey
    std::string media_type;  ///< image/jpeg or image/png
    int width = 0, height = 0;
    int source_width = 0, source_height = 0;  ///< upright
    bool animated = false;                    ///< only its first frame is here
    bool cut_off = false;                     ///< the file ends before the picture does
};

struct PositionOrder {};

/// Where a picture was taken, as its camera noted it.
struct Whereabouts {
    bool known = false;
    int latitude = 0, longitude = 0;  ///< millionths of a degree, north and east
};

struct CoverOrder {
    std::string title, subtitle, author, footer;
    std::string picture;  ///< bytes of a JPEG or PNG; empty for a cover without a picture
    int width = 1600, height = 2400;
};

struct MapPoint {
    std::string name;
    int latitude = 0, longitude = 0;  ///< millionths of a degree, north and east
};

struct MapOrder {
    std::vector<MapPoint> route;
    std::string language;    ///< BCP 47, of the names
    std::string coastlines;  ///< folder with the outlines of the land (coastlines.h); empty: a map without them
};

struct FontOrder {
    std::string family;  ///< of a font that is installed for all users of the machine; case does not matter
    bool bold = false, italic = false;
    std::string characters;  ///< that are wanted, in UTF-8
};

struct CutFont {
    std::string bytes;       ///< OpenType or TrueType, with its makers' notice and licence, unhinted
    std::string media_type;  ///< font/otf or font/ttf
    std::string family;      ///< as its makers spell it
    std::string licence;     ///< its name or address; empty if the font does not tell
    int missing = 0;         ///< how many of the characters it has not
};

class Workshop {
  public:
    /// At most `workers` processes convert JPEG at a time, and one everything else; they are started when first needed.
    /// `programs` is the folder of the worker programs; empty: beside this program, in ../libexec/blogbind, or where
    /// they were built.
    explicit Workshop(std::size_t workers, std::filesystem::path programs = {});
    ~Workshop();
    /// Blocks. Safe to call from several threads. Error unreadable: no picture, cut off near its beginning, or too
    /// large; a worker that crashes or takes too long costs this picture only.
    Result<Picture> convert(std::string_view bytes, const PictureOrder& order);
    /// Ends the processes that convert, and their memory with them, until one is needed again.
    void dismiss_converters();
    /// Where the picture was taken; nothing if its metadata do not tell, or cannot be read. Blocks.
    std::optional<Position> position_of(std::string_view bytes);
    /// An image/jpeg of order.width x order.height.
    Result<Picture> draw_cover(const CoverOrder& order);
    /// An image/png.
    Result<Picture> draw_map(const MapOrder& order);
    /// Error not_found: the family is not installed, or has no such face; refused: its makers do not allow it, it is
    /// too large or damaged; unreadable: the worker crashed. The messages read on from the family's name.
    Result<CutFont> cut_font(const FontOrder& order);

  private:
    struct Desk;
    std::unique_ptr<Desk> desk_;
};

}  // namespace blogbind::media
