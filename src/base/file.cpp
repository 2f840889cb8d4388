#include "base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;

/// Closes what it holds.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Error> cannot_read(std::string_view name, int error) {
    const bool absent = error == ENOENT || error == ENOTDIR;
    return fail(absent ? ErrorKind::not_found : ErrorKind::unreadable,
                fmt::format("{} cannot be read: {}", name, reason(error)));
}

tl::unexpected<Error> cannot_write(const fs::path& path, int error) {
    return fail(ErrorKind::unwritable, fmt::format("{} cannot be written: {}", path.string(), reason(error)));
}

/// All that `descriptor` gives, as long as it is no more than `limit`.
Result<std::string> read_all(int descriptor, std::string_view name, std::size_t limit) {
    std::string bytes;
    struct stat facts {};
    if (::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode))
        bytes.reserve(std::min(static_cast<std::size_t>(facts.st_size), limit));
    std::string piece(std::size_t{64} * 1024, '\0');
    for (;;) {
        const ssize_t count = ::read(descriptor, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_read(name, errno);
        if (count == 0) return bytes;
        bytes.append(piece, 0, static_cast<std::size_t>(count));
        if (bytes.size() > limit)
            return fail(ErrorKind::refused, fmt::format("{} is larger than the limit of {} bytes", name, limit));
    }
}

/// 0, or the error that stopped it.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

/// The folder that `path` is in, as a path that can be opened.
fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// Flushes a file or a folder to the disk; 0, or the error that stopped it.
int flush(const fs::path& path, int flags) {
    const Descriptor descriptor(::open(path.c_str(), flags | O_CLOEXEC));
    if (!descriptor) return errno;
    // Some file systems cannot flush folders, and say EINVAL: nothing more can be done there.
    return ::fsync(descriptor.number()) == 0 || errno == EINVAL ? 0 : errno;
}

/// What the names of all temporaries beside `target` start with; the process and a number follow.
std::string temporary_prefix(const fs::path& target) {
    return fmt::format(".{}.blogbind-", target.filename().string());
}

bool is_alive(long long process) {
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

/// Whether `name` is a temporary with `prefix` whose process has ended.
bool is_stale(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    name.remove_prefix(prefix.size());
    const std::size_t dash = name.find('-');
    if (dash == std::string_view::npos) return false;
    const std::optional<long long> process = parsed_integer(name.substr(0, dash));
    return process && !is_alive(*process);
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return cannot_read(path.string(), errno);
    return read_all(file.number(), path.string(), limit);
}

Result<std::string> read_standard_input(std::size_t limit) {
    return read_all(STDIN_FILENO, "the standard input", limit);
}

fs::path temporary_beside(const fs::path& target) {
    static std::atomic<unsigned> count{0};
    return folder_of(target) / fmt::format("{}{}-{}.tmp", temporary_prefix(target), ::getpid(), ++count);
}

void sweep_temporaries(const fs::path& target) {
    const std::string prefix = temporary_prefix(target);
    std::error_code error;
    fs::directory_iterator entry(folder_of(target), error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code ignored;  // what cannot be removed does no harm
        if (is_stale(entry->path().filename().string(), prefix)) fs::remove(entry->path(), ignored);
    }
}

Status replace_file(const fs::path& temporary, const fs::path& target) {
    if (const int error = flush(temporary, O_RDONLY)) return cannot_write(target, error);
    if (::rename(temporary.c_str(), target.c_str()) != 0) return cannot_write(target, errno);
    if (const int error = flush(folder_of(target), O_RDONLY | O_DIRECTORY)) return cannot_write(target, error);
    return {};
}

Status write_file(const fs::path& target, std::string_view bytes) {
    const fs::path temporary = temporary_beside(target);
    int error = 0;
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (!file) return cannot_write(target, errno);
        error = write_all(file.number(), bytes);
    }
    Status status = error == 0 ? replace_file(temporary, target) : Status(cannot_write(target, error));
    std::error_code ignored;
    if (!status) fs::remove(temporary, ignored);
    return status;
}

}  // namespace blogbind
