#include "media/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "media/worker/protocol.h"

namespace blogbind::media {
namespace {

using Clock = std::chrono::steady_clock;

/// False once the deadline is past.
bool wait_for(int connection, short event, Clock::time_point deadline) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) return false;
        pollfd watched{connection, event, 0};
        const int ready = poll(&watched, 1, static_cast<int>(std::min<long long>(left.count(), 1'000'000)));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

bool send_all(int connection, std::string_view bytes, Clock::time_point deadline) {
    while (!bytes.empty()) {
        if (!wait_for(connection, POLLOUT, deadline)) return false;
        const ssize_t sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool receive_all(int connection, char* to, std::size_t size, Clock::time_point deadline) {
    while (size > 0) {
        if (!wait_for(connection, POLLIN, deadline)) return false;
        const ssize_t got = recv(connection, to, size, MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// The worker's end becomes its standard input and output; what it or its libraries complain about goes nowhere.
pid_t spawn(const std::filesystem::path& program, int connection) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, connection, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, connection, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A book must look the same wherever it is made: no settings of the user's reach the workers.
    std::string name = program.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    // Large pages: workers fill tens of megabytes once, which costs more in page faults than in work.
    // One thread: sums of parts would depend on their number.
    std::array<std::string, 6> settings{"LC_ALL=C.UTF-8",    "PATH=/usr/bin:/bin",
                                        "HOME=/nonexistent", "VIPS_WARNING=0",
                                        "OMP_NUM_THREADS=1", "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"};
    std::array<char*, 7> environment{};
    std::ranges::transform(settings, environment.begin(), [](std::string& text) { return text.data(); });
    pid_t process = -1;
    const int failed = posix_spawn(&process, name.c_str(), &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : -1;
}

}  // namespace

std::optional<WorkerProcess> WorkerProcess::start(const std::filesystem::path& program) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
    const pid_t process = spawn(program, ends[1]);
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return std::nullopt;
    }
    return WorkerProcess(ends[0], process);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : connection_(std::exchange(other.connection_, -1)), process_(std::exchange(other.process_, -1)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
    std::swap(connection_, other.connection_);
    std::swap(process_, other.process_);
    return *this;
}

WorkerProcess::~WorkerProcess() {
    if (process_ < 0) return;
    close(connection_);
    // It has nothing worth keeping, and might not listen.
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
}

std::optional<WorkerProcess::Frame> WorkerProcess::ask(std::string_view head, std::string_view body,
                                                       Clock::time_point deadline) {
    auto prefix = frame_prefix({static_cast<std::uint32_t>(head.size()), static_cast<std::uint32_t>(body.size())});
    const bool sent = send_all(connection_, {prefix.data(), prefix.size()}, deadline) &&
                      send_all(connection_, head, deadline) && send_all(connection_, body, deadline);
    if (!sent || !receive_all(connection_, prefix.data(), prefix.size(), deadline)) return std::nullopt;
    const auto lengths = frame_lengths(prefix);
    if (!lengths) return std::nullopt;
    Frame frame{std::string(lengths->head, '\0'), std::string(lengths->body, '\0')};
    if (!receive_all(connection_, frame.head.data(), frame.head.size(), deadline) ||
        !receive_all(connection_, frame.body.data(), frame.body.size(), deadline))
        return std::nullopt;
    return frame;
}

}  // namespace blogbind::media
