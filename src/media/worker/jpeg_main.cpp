// blogbind-jpeg-worker: most of a blog's pictures are JPEG files, so they have a worker that is small and quick.
#include "media/worker/jpeg.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"

namespace {

using namespace blogbind::media;

Reply convert(std::string_view head, std::string_view body) {
    const auto order = picture_order(head);
    if (!order) return reply_with(Outcome::not_my_kind, "is no order for a picture");
    switch (jpeg_kind(body)) {
        case JpegKind::exotic: return reply_with(Outcome::not_my_kind, "has unusual colours");
        case JpegKind::broken: return reply_with(Outcome::unreadable, "is not a readable JPEG");
        case JpegKind::plain: break;
    }
    auto picture = convert_jpeg(body, *order);
    if (!picture) return reply_with(Outcome::unreadable, picture.error().message);
    return reply_with(std::move(*picture));
}

}  // namespace

int main() {
    // What a picture takes; one sent in several scans takes twice that, but few are.
    constexpr std::size_t usual = 8U << 20;
    keep_freed_memory(usual);
    enter_sandbox(FilesAllowed::none);
    serve(convert);
}
