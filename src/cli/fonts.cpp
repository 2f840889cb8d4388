// From what a book shows to the fonts that show it.
#include "cli/fonts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "epub/font_use.h"
#include "epub/script_runs.h"
#include "media/glyph_fonts.h"
#include "media/workshop.h"

namespace blogbind::cli {
namespace {

constexpr std::size_t largest_glyph_font = 100'000;  // more slows devices down, and their readers know the script
constexpr std::size_t most_glyph_fonts = 4;

struct FaceKind {
    std::string_view file;
    bool bold, italic;
};
/// The first is needed; of the others a book has what the family has.
constexpr FaceKind face_kinds[] = {{"fonts/text-regular", false, false},
                                   {"fonts/text-bold", true, false},
                                   {"fonts/text-bold-italic", true, true},
                                   {"fonts/text-italic", false, true}};

std::string generic_of(std::string_view family) {
    if (family.find("Mono") != std::string_view::npos) return "monospace";
    return family.find("Sans") != std::string_view::npos ? "sans-serif" : "serif";
}

std::string printable_ascii() {
    std::string characters;
    for (char c = ' '; c <= '~'; ++c) characters += c;
    return characters;
}

/// Without its file's place in the book.
Result<Font> placed(const media::CutFont& cut, std::string path, Spill& spill) {
    const Result<Spill::Piece> piece = spill.append(cut.bytes);
    if (!piece) return fail(piece.error());
    Font font;
    font.file.path = std::move(path) + (cut.media_type == "font/otf" ? ".otf" : ".ttf");
    font.file.media_type = cut.media_type;
    font.file.bytes = *piece;
    font.file.sha256 = sha256_hex(cut.bytes);
    font.family = cut.family;
    font.licence = cut.licence;
    font.generic = generic_of(cut.family);
    return font;
}

void complain(Book& book, const std::string& family, const std::string& reason, Report& report) {
    if (report.count(IssueCode::font_unavailable) == 0)  // once for all volumes
        report.add(IssueCode::font_unavailable, family, reason);
    book.losses.push_back({IssueCode::font_unavailable, family, reason});
}

Status add_family(Book& book, const std::string& family, const std::string& characters, media::Workshop& workshop,
                  Spill& spill, Report& report) {
    for (const FaceKind& kind : face_kinds) {
        const auto cut = workshop.cut_font({family, kind.bold, kind.italic, characters});
        if (!cut && book.fonts.empty()) return complain(book, family, cut.error().message, report), Status{};
        if (!cut) continue;
        Result<Font> font = placed(*cut, std::string(kind.file), spill);
        if (!font) return fail(font.error());
        font->bold = kind.bold;
        font->italic = kind.italic;
        book.fonts.push_back(*std::move(font));
    }
    return {};
}

/// Only what lies beyond ASCII: all else every device has.
std::string beyond_ascii(std::string characters) {
    std::erase_if(characters, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return characters;
}

/// By the first family that has all of them; else by that which lacks the fewest.
std::optional<media::CutFont> glyphs_for(std::string_view language, const std::string& characters,
                                         media::Workshop& workshop) {
    std::optional<media::CutFont> best;
    for (const media::GlyphFont& row : media::glyph_fonts()) {
        if (row.languages.find(' ' + std::string(language) + ' ') == std::string_view::npos) continue;
        auto cut = workshop.cut_font({std::string(row.family), false, false, characters});
        if (!cut || cut->bytes.size() > largest_glyph_font || (best && best->missing <= cut->missing)) continue;
        best = *std::move(cut);
        if (best->missing == 0) break;
    }
    return best;
}

Status add_glyphs(Book& book, const std::map<std::string, std::string>& shown, media::Workshop& workshop,
                  Spill& spill) {
    const std::string own(epub::primary_language(book.metadata.language));
    for (const auto& [language, characters] : shown) {
        const std::string wanted = beyond_ascii(characters);
        if (language == own || wanted.empty() || book.fonts.size() == most_glyph_fonts) continue;
        const auto glyphs = glyphs_for(language, wanted, workshop);
        if (!glyphs) continue;
        Result<Font> font = placed(*glyphs, "fonts/glyphs-" + language, spill);
        if (!font) return fail(font.error());
        font->language = language;
        book.fonts.push_back(*std::move(font));
    }
    return {};
}

}  // namespace

Status add_fonts(Book& book, const std::string& fonts, const epub::Publication& draft, media::Workshop& workshop,
                 Spill& spill, Report& report) {
    if (fonts == "none") return {};
    const std::map<std::string, std::string> shown = epub::shown_characters(draft, spill);
    if (fonts == "auto") return add_glyphs(book, shown, workshop, spill);
    std::string characters = printable_ascii() + fonts;  // the colophon names the font
    for (const auto& [language, own] : shown) characters += own;
    return add_family(book, fonts, characters, workshop, spill, report);
}

}  // namespace blogbind::cli
