// blogbind-font-worker: finds fonts and cuts out of them. Apart from the program, because a font is a file from
// somebody like any other.
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "media/worker/font_files.h"
#include "media/worker/font_subset.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"

namespace {

using namespace blogbind;
using namespace blogbind::media;

constexpr off_t largest_font = 128 << 20;  // the largest collections have 30 MB

Result<std::string> bytes_of(const std::string& path) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(ErrorKind::unreadable, "cannot be read");
    if (facts.st_size > largest_font) return fail(ErrorKind::refused, "is too large for a book");
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Reply cut(std::string_view head, std::string_view) {
    const auto order = font_order(head);
    if (!order) return reply_with(Outcome::unreadable, "is no order for a font");
    const auto file = font_file(order->family, order->bold, order->italic);
    if (!file) return reply_with(Outcome::not_my_kind, file.error().message);
    const auto bytes = bytes_of(file->path);
    if (!bytes) return reply_with(Outcome::unreadable, bytes.error().message);
    auto font = subset_font(*bytes, file->index, order->characters);
    if (!font) return reply_with(Outcome::unreadable, font.error().message);
    font->family = file->family;
    std::string answer = answer_head(*font);
    return {std::move(answer), std::move(font->bytes)};
}

}  // namespace

int main() {
    enter_sandbox(FilesAllowed::fonts);
    serve(cut);
}
