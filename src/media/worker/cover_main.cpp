// blogbind-cover-worker: draws covers. Apart from the other workers because each book has one: what a program loads
// that has more libraries than this costs more than the drawing.
#include "media/worker/cover_painter.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"

namespace {

using namespace blogbind::media;

Reply draw(std::string_view head, std::string_view body) {
    const auto order = cover_order(head);
    if (!order) return reply_with(Outcome::not_my_kind, "is no order for a cover");
    auto cover = paint_cover(*order, body);
    if (!cover) return reply_with(Outcome::unreadable, cover.error().message);
    return reply_with(std::move(*cover));
}

}  // namespace

int main() {
    keep_freed_memory();
    enter_sandbox(FilesAllowed::fonts);
    serve(draw);
}
