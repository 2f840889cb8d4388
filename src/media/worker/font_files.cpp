// The only file that knows fontconfig.
#include "media/worker/font_files.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <tuple>
#include <vector>

#include "media/worker/destroyer.h"

namespace blogbind::media {
namespace {

constexpr int farthest_weight = 40;  // from book to medium, from semibold to black

struct Face {
    FontFile file;
    int weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN, width = FC_WIDTH_NORMAL;
};

using Pattern = std::unique_ptr<FcPattern, Destroyer<FcPatternDestroy>>;
using Objects = std::unique_ptr<FcObjectSet, Destroyer<FcObjectSetDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroyer<FcFontSetDestroy>>;

/// What the library holds of its own goes when the program ends, or it would look like a leak.
struct Library {
    ~Library() { FcFini(); }
};

std::string text_of(const FcPattern* pattern, const char* object) {
    FcChar8* text = nullptr;
    if (FcPatternGetString(pattern, object, 0, &text) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(text);
}

int number_of(const FcPattern* pattern, const char* object, int otherwise) {
    int number = otherwise;
    return FcPatternGetInteger(pattern, object, 0, &number) == FcResultMatch ? number : otherwise;
}

/// Fonts have several names: this is the one that was asked for.
std::string spelling_of(const FcPattern* pattern, const std::string& family) {
    const auto* wanted = reinterpret_cast<const FcChar8*>(family.c_str());
    FcChar8* text = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &text) == FcResultMatch; ++i)
        if (FcStrCmpIgnoreCase(text, wanted) == 0) return reinterpret_cast<const char*>(text);
    return family;
}

/// Outlines that do not vary: what readers of books can show.
std::vector<Face> faces_of(const std::string& family) {
    const Pattern wanted(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family.c_str(), FC_SCALABLE, FcTypeBool,
                                        FcTrue, FC_VARIABLE, FcTypeBool, FcFalse, nullptr));
    const Objects objects(FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, nullptr));
    const FontSet found(FcFontList(nullptr, wanted.get(), objects.get()));
    std::vector<Face> faces;
    for (int i = 0; found && i < found->nfont; ++i) {
        const FcPattern* font = found->fonts[i];
        const int index = number_of(font, FC_INDEX, 0);
        if (index >> 16 != 0) continue;  // an instance of a font that varies
        faces.push_back({.file = {spelling_of(font, family), text_of(font, FC_FILE), static_cast<unsigned>(index)},
                         .weight = number_of(font, FC_WEIGHT, FC_WEIGHT_REGULAR),
                         .slant = number_of(font, FC_SLANT, FC_SLANT_ROMAN),
                         .width = number_of(font, FC_WIDTH, FC_WIDTH_NORMAL)});
    }
    return faces;
}

}  // namespace

Result<FontFile> font_file(const std::string& family, bool bold, bool italic) {
    static const Library library;
    const int weight = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    std::vector<Face> faces = faces_of(family);
    if (faces.empty()) return fail(ErrorKind::not_found, "is not installed for all users of this machine");
    std::erase_if(faces, [&](const Face& face) {
        return (face.slant != FC_SLANT_ROMAN) != italic || std::abs(face.weight - weight) > farthest_weight;
    });
    if (faces.empty()) return fail(ErrorKind::not_found, "has no face of the usual weight");
    // Of optical sizes, which differ in nothing else, the one for captions has the first name: the last is taken.
    const auto order = [&](const Face& face) {
        return std::tuple(-std::abs(face.width - FC_WIDTH_NORMAL), -std::abs(face.weight - weight), face.file.path,
                          -static_cast<int>(face.file.index));
    };
    return std::ranges::max_element(faces, {}, order)->file;
}

}  // namespace blogbind::media
