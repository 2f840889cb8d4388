#include "source/content_kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind {
namespace {

constexpr std::size_t looked_at = 8192;

struct Signature {
    std::string_view bytes;
    std::string_view name;
};
constexpr std::array signatures{
    Signature{"%PDF-", "a PDF document"},
    Signature{"\xFF\xD8\xFF", "a JPEG picture"},
    Signature{"\x89PNG", "a PNG picture"},
    Signature{"GIF8", "a GIF picture"},
    Signature{"PK\x03\x04", "a ZIP archive"},
    Signature{"PK\x05\x06", "a ZIP archive"},
    Signature{"\x1F\x8B", "a gzip file"},
    Signature{"BZh", "a bzip2 file"},
    Signature{"\xFD\x37zXZ", "an xz file"},
    Signature{"7z\xBC\xAF", "a 7-Zip archive"},
    Signature{"Rar!", "a RAR archive"},
    Signature{"\x7F"
              "ELF",
              "a program"},
    Signature{"MZ", "a program"},
    Signature{"{\\rtf", "an RTF document"},
    Signature{"ID3", "an MP3 file"},
    Signature{"OggS", "an Ogg file"},
    Signature{"WARC/1.", "a WARC archive"},
    Signature{"\xD0\xCF\x11\xE0", "an Office document"},
    Signature{"%!PS", "a PostScript document"},
};

/// In the first lines of a text, folded to lower case.
constexpr std::array markers{
    Signature{"<rss", "an RSS feed"},
    Signature{"<feed", "an Atom feed"},
    Signature{"xmlns:wp=", "a WordPress export"},
    Signature{"<urlset", "a site map"},
    Signature{"<sitemapindex", "a site map"},
    Signature{"<svg", "an SVG picture"},
};

/// How a page may begin, after white space and comments.
constexpr std::array<std::string_view, 26> html_starts{
    "<!doctype html", "<html",  "<head", "<body", "<meta",       "<title",  "<link",    "<script", "<style",
    "<div",           "<p>",    "<p ",   "<h1",   "<h2",         "<h3",     "<article", "<main",   "<section",
    "<header",        "<table", "<ul",   "<ol",   "<blockquote", "<figure", "<img",     "<a "};

std::string_view without_prologue(std::string_view text) {
    for (;;) {
        text = trimmed(text);
        std::string_view end;
        if (text.starts_with("<!--")) end = "-->";
        if (text.starts_with("<?")) end = "?>";
        if (end.empty()) return text;
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
    }
}

bool has_wide_characters_mark(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// Bytes that no text in any single-byte or multi-byte encoding of the web holds.
bool is_binary(std::string_view bytes) {
    if (has_wide_characters_mark(bytes)) return false;
    const auto strange = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 9 || (byte > 13 && byte < 32 && byte != 27) || byte == 127;
    });
    return bytes.find('\0') != std::string_view::npos || static_cast<std::size_t>(strange) * 50 > bytes.size();
}

bool is_mail_archive(std::string_view lowered) {
    const bool headers = lowered.starts_with("from: <saved by") || lowered.starts_with("mime-version:") ||
                         lowered.starts_with("from:") || lowered.starts_with("content-type: multipart");
    return headers && lowered.find("multipart/related") != std::string_view::npos;
}

Content content_of_text(std::string_view start) {
    const std::string lowered = ascii_lowered(start);
    if (is_mail_archive(lowered)) return {ContentKind::other, "an MHTML archive"};
    const std::string_view text = without_prologue(lowered);
    const auto begins = [text](std::string_view tag) { return text.starts_with(tag); };
    if (std::any_of(html_starts.begin(), html_starts.end(), begins)) return {ContentKind::html, {}};
    if (text.starts_with('<') || lowered.starts_with("<?xml")) {
        for (const Signature& marker : markers)
            if (lowered.find(marker.bytes) != std::string::npos) return {ContentKind::other, std::string(marker.name)};
        if (lowered.find("<html") != std::string::npos) return {ContentKind::html, {}};
        if (lowered.starts_with("<?xml")) return {ContentKind::other, "an XML file of an unknown kind"};
    }
    if (text.starts_with("{\"") || text.starts_with("[{\"")) return {ContentKind::other, "a JSON file"};
    return {ContentKind::text, {}};
}

/// EPUB 3.3 #sec-zip-container-mime: the first entry's name and bytes, unpacked.
bool is_book(std::string_view bytes) {
    return bytes.starts_with("PK") && bytes.size() > 38 && bytes.substr(30).starts_with("mimetypeapplication/epub+zip");
}

std::string_view named_signature(std::string_view bytes) {
    if (is_book(bytes)) return "an EPUB book";
    for (const Signature& signature : signatures)
        if (bytes.starts_with(signature.bytes)) return signature.name;
    if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "a WebP picture";
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return "a video or HEIF picture";
    return {};
}

}  // namespace

bool is_zip(std::string_view bytes) {
    return (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) && !is_book(bytes);
}

Content content_kind(std::string_view bytes) {
    if (trimmed(bytes.substr(0, looked_at)).empty()) return {ContentKind::empty, "empty"};
    const std::string_view start = bytes.substr(0, looked_at);
    // "MZ" begins texts, too: a signature of letters counts only for what is no text.
    const std::string_view name = named_signature(start);
    const bool binary = is_binary(start);
    const bool sure = !name.empty() && (binary || !is_ascii_alpha(start[0]) || start.starts_with("WARC/1.") ||
                                        start.starts_with("GIF8"));
    if (sure) return {ContentKind::other, std::string(name)};
    if (binary) return {ContentKind::other, "a binary file of an unknown kind"};
    return content_of_text(start);
}

}  // namespace blogbind
