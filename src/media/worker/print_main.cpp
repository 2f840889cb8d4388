// blogbind-print-worker: draws covers and maps, and cuts fonts, as each book wants it once. Apart from the other
// workers, because to load what they need costs more than this work; and apart from the program, because pictures and
// fonts are files from somebody.
#include <utility>

#include "media/worker/cover_painter.h"
#include "media/worker/font_part.h"
#include "media/worker/map_painter.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"

namespace {

using namespace blogbind;
using namespace blogbind::media;

Reply reply_to(Result<Picture> picture) {
    if (!picture) return reply_with(Outcome::unreadable, picture.error().message);
    return reply_with(*std::move(picture));
}

Reply reply_to(Result<CutFont> font) {
    if (font) return reply_with(*std::move(font));
    const bool is_missing = font.error().kind == ErrorKind::not_found;
    return reply_with(is_missing ? Outcome::not_my_kind : Outcome::unreadable, font.error().message);
}

Reply print(std::string_view head, std::string_view body) {
    if (const auto order = cover_order(head)) return reply_to(paint_cover(*order, body));
    if (const auto order = map_order(head)) return reply_to(paint_map(*order));
    if (const auto order = font_order(head)) return reply_to(font_part(*order));
    return reply_with(Outcome::not_my_kind, "is no order for a cover, a map or a font");
}

}  // namespace

int main() {
    keep_freed_memory(24U << 20);
    enter_sandbox(FilesAllowed::fonts);
    serve(print);
}
