// The scratch file of a run. It has no name, so nothing is left of it when the process ends.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"

namespace blogbind {

namespace {

tl::unexpected<Error> spill_failure(std::string_view what, int error) {
    return fail(ErrorKind::unwritable,
                fmt::format("the temporary file cannot be {}: {}", what, std::generic_category().message(error)));
}

/// For file systems that have no O_TMPFILE: a name that exists for a moment.
int open_and_unlink(const std::filesystem::path& folder) {
    std::string name = (folder / "blogbind-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor >= 0) ::unlink(name.c_str());
    return descriptor;
}

int open_unnamed(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    return descriptor >= 0 ? descriptor : open_and_unlink(folder);
}

}  // namespace

Result<Spill> Spill::create() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) return spill_failure("made", error.value());
    const int descriptor = open_unnamed(folder);
    if (descriptor < 0) return spill_failure("made", errno);
    return Spill(descriptor);
}

Spill::Spill(Spill&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      end_(other.end_.exchange(0)),
      read_error_(other.read_error_.exchange(0)) {}

Spill::~Spill() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Spill::Piece> Spill::append(std::string_view bytes) {
    const Piece piece{end_.fetch_add(bytes.size()), bytes.size()};
    std::uint64_t at = piece.offset;
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return spill_failure("written", errno);
        at += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return piece;
}

Result<std::string> Spill::read(const Piece& piece, std::uint64_t offset, std::size_t size) const {
    const std::uint64_t left = piece.size - std::min(offset, piece.size);
    std::string bytes(std::min<std::uint64_t>(size, left), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto at = static_cast<off_t>(piece.offset + offset + done);
        const ssize_t count = ::pread(descriptor_, bytes.data() + done, bytes.size() - done, at);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            read_error_ = count < 0 ? errno : EIO;  // shorter than what was written: not our doing
            return spill_failure("read", read_error_);
        }
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

Status Spill::soundness() const { return read_error_ != 0 ? Status(spill_failure("read", read_error_)) : Status(); }

}  // namespace blogbind
