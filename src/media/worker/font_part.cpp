#include "media/worker/font_part.h"

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

namespace blogbind::media {
namespace {

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

}  // namespace

Result<CutFont> font_part(const FontOrder& order) {
    const auto file = font_file(order.family, order.bold, order.italic);
    if (!file) return fail(file.error());
    const auto whole = mapped(file->path);
    if (!whole) return fail(whole.error());
    auto font = subset_font(whole->bytes(), file->index, order.characters);
    if (!font) return fail(std::move(font.error()));
    font->family = file->family;
    return std::move(*font);
}

}  // namespace blogbind::media
