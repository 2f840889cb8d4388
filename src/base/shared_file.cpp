#include "base/shared_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace blogbind {

namespace {

/// Held by one process at a time; the system lets go of it when a process ends, however it ends.
class Lock {
  public:
    explicit Lock(int descriptor) : descriptor_(descriptor) {
        while (::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() { ::flock(descriptor_, LOCK_UN); }

  private:
    int descriptor_;
};

tl::unexpected<Error> failure(ErrorKind kind, const std::filesystem::path& path, std::string_view what, int error) {
    return fail(kind, fmt::format("{} cannot be {}: {}", path.string(), what, std::generic_category().message(error)));
}

std::uint64_t size_of(int descriptor) {
    struct stat facts {};
    return ::fstat(descriptor, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

}  // namespace

Result<SharedFile> SharedFile::open(const std::filesystem::path& path, Mode mode) {
    std::error_code failed;
    if (mode == Mode::append && path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), failed);
    const int flags = mode == Mode::append ? O_RDWR | O_CREAT : O_RDONLY;
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (descriptor >= 0) return SharedFile(path, descriptor);
    if (mode == Mode::append) return failure(ErrorKind::unwritable, path, "written", errno);
    return failure(errno == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable, path, "read", errno);
}

SharedFile::SharedFile(SharedFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

SharedFile& SharedFile::operator=(SharedFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

SharedFile::~SharedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint64_t SharedFile::size() const { return size_of(descriptor_); }

Result<std::string> SharedFile::read(std::uint64_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count =
            ::pread(descriptor_, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure(ErrorKind::unreadable, path_, "read", errno);
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

Result<std::uint64_t> SharedFile::append(std::string_view bytes) {
    const Lock lock(descriptor_);
    const std::uint64_t start = size_of(descriptor_);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(start + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            const int error = count < 0 ? errno : ENOSPC;
            if (::ftruncate(descriptor_, static_cast<off_t>(start)) != 0) {
                // Nothing more can be done: what is torn is cut off when the file is next opened.
            }
            return failure(ErrorKind::unwritable, path_, "written", error);
        }
        done += static_cast<std::size_t>(count);
    }
    return start;
}

Status SharedFile::cut(std::uint64_t size, std::uint64_t expected) {
    const Lock lock(descriptor_);
    if (size_of(descriptor_) != expected) return {};
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0)
        return failure(ErrorKind::unwritable, path_, "shortened", errno);
    return {};
}

void SharedFile::flush() const { ::fdatasync(descriptor_); }

}  // namespace blogbind
