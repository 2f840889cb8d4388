#include "media/picture_kind.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace blogbind::media {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    PictureKind kind;
};

constexpr Signature signatures[] = {
    {0, "\xFF\xD8\xFF"sv, PictureKind::jpeg}, {0, "\x89PNG\r\n\x1A\n"sv, PictureKind::other},
    {0, "GIF87a"sv, PictureKind::other},      {0, "GIF89a"sv, PictureKind::other},
    {8, "WEBPVP8"sv, PictureKind::other},     {4, "ftypavif"sv, PictureKind::other},
    {4, "ftypavis"sv, PictureKind::other},    {4, "ftypmif1"sv, PictureKind::other},
    {4, "ftypmsf1"sv, PictureKind::other},    {4, "ftyphei"sv, PictureKind::other},
    {4, "ftyphev"sv, PictureKind::other},     {0, "II*\0"sv, PictureKind::other},
    {0, "MM\0*"sv, PictureKind::other},
};

std::string_view first_text(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    return trimmed(bytes.substr(0, enough));
}

bool is_svg(std::string_view bytes) {
    const std::string_view text = first_text(bytes);
    return text.starts_with('<') && text.find("<svg") != text.npos && !contains_ignoring_case(text, "<html");
}

}  // namespace

PictureKind picture_kind(std::string_view bytes) {
    const auto* found = std::ranges::find_if(signatures, [&](const Signature& signature) {
        return bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes);
    });
    if (found != std::end(signatures)) return found->kind;
    return is_svg(bytes) ? PictureKind::other : PictureKind::none;
}

std::string_view not_a_picture(std::string_view bytes) {
    if (bytes.empty()) return "is empty";
    const std::string_view text = first_text(bytes);
    const bool page = contains_ignoring_case(text, "<html") || contains_ignoring_case(text, "<!doctype html");
    return page ? "is a web page" : "is no picture";
}

}  // namespace blogbind::media
