// blogbind-cover-worker: draws covers and maps. Apart from the other workers because each book has one: what a program
// loads that has more libraries than this costs more than the drawing.
#include "media/worker/cover_painter.h"
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

Reply draw(std::string_view head, std::string_view body) {
    if (const auto order = cover_order(head)) return reply_to(paint_cover(*order, body));
    if (const auto order = map_order(head)) return reply_to(paint_map(*order));
    return reply_with(Outcome::not_my_kind, "is no order for a cover or a map");
}

}  // namespace

int main() {
    keep_freed_memory();
    enter_sandbox(FilesAllowed::fonts);
    serve(draw);
}
