// blogbind-picture-worker: the kinds of pictures that a blog has few of.
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"
#include "media/worker/vips.h"

namespace {

using namespace blogbind::media;

Reply convert(std::string_view head, std::string_view body) {
    if (position_order(head)) return reply_with(whereabouts_of(body));
    const auto order = picture_order(head);
    if (!order) return reply_with(Outcome::not_my_kind, "is no order for a picture");
    auto picture = convert_picture(body, *order);
    if (!picture) return reply_with(Outcome::unreadable, picture.error().message);
    return reply_with(std::move(*picture));
}

}  // namespace

int main(int, char** arguments) {
    keep_freed_memory(24U << 20);
    if (!start_vips(arguments[0])) return 1;
    enter_sandbox(FilesAllowed::fonts);
    serve(convert);
}
