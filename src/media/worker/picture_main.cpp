// blogbind-picture-worker: the kinds of pictures that a blog has few of, and the cover.
#include "media/worker/cover_painter.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"
#include "media/worker/vips.h"

namespace {

using namespace blogbind::media;

Reply reply_with(blogbind::Result<Picture> picture) {
    if (!picture) return reply_with(Outcome::unreadable, picture.error().message);
    return blogbind::media::reply_with(std::move(*picture));
}

Reply work(std::string_view head, std::string_view body) {
    if (const auto order = picture_order(head)) return reply_with(convert_picture(body, *order));
    if (const auto order = cover_order(head)) return reply_with(paint_cover(*order, body));
    return reply_with(Outcome::not_my_kind, "is no order");
}

}  // namespace

int main(int, char** arguments) {
    keep_freed_memory();
    if (!start_vips(arguments[0])) return 1;
    enter_sandbox(FilesAllowed::fonts);
    serve(work);
}
