// Parts of installed fonts, for books: only the characters that a book shows. A sandboxed worker finds and cuts them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"

namespace blogbind::media {

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

class FontCutter {
  public:
    /// `programs` is the folder of the worker program; empty: where the other workers are.
    explicit FontCutter(std::filesystem::path programs = {});
    ~FontCutter();
    /// Error not_found: the family is not installed, or has no such face; refused: its makers do not allow it, it is
    /// too large or damaged; unreadable: the worker crashed. The messages read on from the family's name.
    Result<CutFont> cut(const FontOrder& order);

  private:
    struct Desk;
    std::unique_ptr<Desk> desk_;
};

}  // namespace blogbind::media
