// Whether files are what the manifest says that they are, by their first bytes.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "archive/checks.h"

namespace blogbind::archive {

namespace {

bool begins(const BookFile& file, std::string_view mark, std::size_t at = 0) {
    return std::string_view(file.head).substr(std::min(at, file.head.size())).starts_with(mark);
}

bool is_mpeg_audio(const BookFile& f) {
    return begins(f, "ID3") || (f.head.size() > 1 && f.head[0] == '\xFF' && (f.head[1] & 0xE0) == 0xE0);
}
bool is_truetype(const BookFile& f) { return begins(f, std::string_view("\0\1\0\0", 4)) || begins(f, "true"); }
bool is_opentype(const BookFile& f) { return begins(f, "OTTO") || is_truetype(f) || begins(f, "ttcf"); }
bool is_woff(const BookFile& f) { return begins(f, "wOFF"); }
bool is_mp4(const BookFile& f) { return begins(f, "ftyp", 4); }

struct MediaTypeRow {
    std::string_view type;
    bool (*fits)(const BookFile&);
};

/// Types that are not here are not looked at.
constexpr std::array media_type_rows{
    MediaTypeRow{"application/xhtml+xml", [](const BookFile& f) { return f.root == "html"; }},
    MediaTypeRow{"application/x-dtbncx+xml", [](const BookFile& f) { return f.root == "ncx"; }},
    MediaTypeRow{"image/svg+xml", [](const BookFile& f) { return f.root == "svg"; }},
    MediaTypeRow{"application/smil+xml", [](const BookFile& f) { return f.root == "smil"; }},
    MediaTypeRow{"text/css", [](const BookFile& f) { return f.is_text; }},
    MediaTypeRow{"image/jpeg", [](const BookFile& f) { return begins(f, "\xFF\xD8\xFF"); }},
    MediaTypeRow{"image/png", [](const BookFile& f) { return begins(f, "\x89PNG\r\n\x1A\n"); }},
    MediaTypeRow{"image/gif", [](const BookFile& f) { return begins(f, "GIF8"); }},
    MediaTypeRow{"image/webp", [](const BookFile& f) { return begins(f, "RIFF") && begins(f, "WEBP", 8); }},
    MediaTypeRow{"audio/mpeg", is_mpeg_audio},
    MediaTypeRow{"audio/mp4", is_mp4},
    MediaTypeRow{"video/mp4", is_mp4},
    MediaTypeRow{"audio/ogg", [](const BookFile& f) { return begins(f, "OggS"); }},
    MediaTypeRow{"font/ttf", is_truetype},
    MediaTypeRow{"font/otf", is_opentype},
    MediaTypeRow{"application/vnd.ms-opentype", is_opentype},
    MediaTypeRow{"application/font-sfnt", is_opentype},
    MediaTypeRow{"font/woff", is_woff},
    MediaTypeRow{"application/font-woff", is_woff},
    MediaTypeRow{"font/woff2", [](const BookFile& f) { return begins(f, "wOF2"); }},
};

bool is_font(std::string_view media_type) {
    return media_type.starts_with("font/") || media_type.starts_with("application/font-") ||
           media_type == "application/vnd.ms-opentype";
}

}  // namespace

void check_media_types(const BookContents& book, Verification& verification) {
    if (!book.package) return verification.not_made(Check::media_types, "there is no package document");
    const bool fonts_are_disguised = book.find("META-INF/encryption.xml") != nullptr;
    for (const BookFile& file : book.files) {
        const auto row = std::ranges::find(media_type_rows, file.media_type, &MediaTypeRow::type);
        const bool is_looked_at = file.damage.empty() && !(fonts_are_disguised && is_font(file.media_type));
        if (!is_looked_at) continue;
        if (!file.fault.empty()) {
            verification.add(Check::media_types, file.path, fmt::format("is not well-formed: {}", file.fault));
        } else if (row != media_type_rows.end() && !row->fits(file)) {
            verification.add(Check::media_types, file.path,
                             fmt::format("is not the {} that it is said to be", file.media_type));
        }
    }
    verification.made(Check::media_types, "");
}

}  // namespace blogbind::archive
