// blogbind-font-worker: finds fonts and cuts out of them. Apart from the program, because a font is a file from
// somebody like any other.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "media/worker/font_files.h"
#include "media/worker/font_subset.h"
#include "media/worker/sandbox.h"
#include "media/worker/serve.h"

namespace {

using namespace blogbind;
using namespace blogbind::media;

constexpr off_t largest_font = 128 << 20;  // the largest collections have 30 MB

/// A font where it lies: of a large one a subset needs little, and reading all of it would cost more than the cutting.
class MappedFont {
  public:
    MappedFont(void* start, std::size_t size) : start_(start), size_(size) {}
    MappedFont(MappedFont&& other) noexcept : start_(std::exchange(other.start_, MAP_FAILED)), size_(other.size_) {}
    MappedFont& operator=(MappedFont&&) = delete;
    ~MappedFont() {
        if (start_ != MAP_FAILED) munmap(start_, size_);
    }
    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

  private:
    void* start_;
    std::size_t size_;
};

Result<MappedFont> mapped(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    const bool is_file = descriptor >= 0 && fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    const bool fits = is_file && facts.st_size > 0 && facts.st_size <= largest_font;
    const auto size = static_cast<std::size_t>(fits ? facts.st_size : 0);
    MappedFont font(fits ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED, size);
    const bool is_mapped = fits && font.bytes().data() != MAP_FAILED;
    if (descriptor >= 0) close(descriptor);
    if (is_file && facts.st_size > largest_font) return fail(ErrorKind::refused, "is too large for a book");
    if (!is_mapped) return fail(ErrorKind::unreadable, "cannot be read");
    return font;
}

Reply cut(std::string_view head, std::string_view) {
    const auto order = font_order(head);
    if (!order) return reply_with(Outcome::unreadable, "is no order for a font");
    const auto file = font_file(order->family, order->bold, order->italic);
    if (!file) return reply_with(Outcome::not_my_kind, file.error().message);
    const auto whole = mapped(file->path);
    if (!whole) return reply_with(Outcome::unreadable, whole.error().message);
    auto font = subset_font(whole->bytes(), file->index, order->characters);
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
