#include "media/worker/sandbox.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "media/worker_process.h"
#include "media/workshop.h"
#include "unit/media/sample_pictures.h"

namespace blogbind::media {
namespace {

namespace fs = std::filesystem;

/// What `attempt` returns in a process in the sandbox.
template <class Attempt>
bool succeeds_in_sandbox(FilesAllowed files, Attempt attempt) {
    const pid_t child = fork();
    if (child == 0) {
        enter_sandbox(files);
        _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == 0;
}

bool can_read(const char* path) { return open(path, O_RDONLY) >= 0; }

bool has_landlock() { return syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0; }

std::vector<pid_t> children() {
    std::vector<pid_t> result;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        result.insert(result.end(), std::istream_iterator<pid_t>(list), {});
    }
    return result;
}

std::string status_of(pid_t process) {
    std::ifstream stream("/proc/" + std::to_string(process) + "/status");
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// One of each kind is at work afterwards. The cover comes first: it sends the others away.
void start_all(Workshop& workshop) {
    REQUIRE(workshop.draw_cover({"Title", "", "", "", "", 160, 240}));
    REQUIRE(workshop.convert(test::sample_jpeg({}), {}));
    REQUIRE(workshop.convert(test::sample_gif(1), {}));
}

/// A process with workers of its own, which tells their ids and waits for its end.
[[noreturn]] void hold_workers(int out) {
    Workshop workshop(1);
    start_all(workshop);
    const std::vector<pid_t> workers = children();
    const auto size = workers.size() * sizeof(pid_t);
    if (write(out, workers.data(), size) != static_cast<ssize_t>(size)) _exit(1);
    while (true) pause();
}

}  // namespace

TEST_CASE("enter_sandbox: no file can be opened and no socket made") {
    struct Case {
        const char* name;
        bool (*attempt)();
        bool without_files, with_fonts;
    };
    const Case cases[] = {
        {"read a file of the user's", [] { return can_read("/etc/passwd"); }, false, !has_landlock()},
        {"read itself", [] { return can_read("/proc/self/exe"); }, false, !has_landlock()},
        {"read the fonts", [] { return can_read("/usr/share/fonts"); }, false, true},
        {"write a file", [] { return open("/var/tmp", O_TMPFILE | O_RDWR, 0600) >= 0; }, false, !has_landlock()},
        {"make a socket", [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }, false, false},
        {"make a local socket", [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }, false, false},
        {"run a program",
         [] {
             execl("/bin/true", "true", static_cast<char*>(nullptr));
             return false;
         },
         false, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(succeeds_in_sandbox(FilesAllowed::none, c.attempt) == c.without_files);
        CHECK(succeeds_in_sandbox(FilesAllowed::fonts, c.attempt) == c.with_fonts);
    }
}

TEST_CASE("Workshop: every worker is in the sandbox when it sees its first picture") {
    Workshop workshop(1);
    start_all(workshop);
    const std::vector<pid_t> workers = children();
    CHECK(workers.size() == 3);
    for (const pid_t worker : workers) {
        const std::string status = status_of(worker);
        CAPTURE(status);
        CHECK(status.find("\nSeccomp:\t2\n") != status.npos);
        CHECK(status.find("\nNoNewPrivs:\t1\n") != status.npos);
    }
}

TEST_CASE("Workshop: only the cover's worker is in memory when the cover is drawn") {
    Workshop workshop(1);
    REQUIRE(workshop.convert(test::sample_jpeg({}), {}));
    REQUIRE(workshop.convert(test::sample_gif(1), {}));
    REQUIRE(workshop.draw_cover({"Title", "", "", "", "", 160, 240}));
    CHECK(children().size() == 1);
}

TEST_CASE("Workshop: a worker killed in the middle costs its picture only") {
    auto worker = WorkerProcess::start("/usr/bin/tail");  // never answers
    REQUIRE(worker);
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<pid_t> working = children();
    REQUIRE(working.size() == 1);
    const std::jthread killer([&] { kill(working.front(), SIGKILL); });
    CHECK_FALSE(worker->ask("head", "body", begin + std::chrono::seconds(20)));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));

    Workshop workshop(1);
    const std::string original = test::sample_jpeg({});
    REQUIRE(workshop.convert(original, {}));
    for (const pid_t process : children()) kill(process, SIGKILL);
    const auto lost = workshop.convert(original, {});
    if (!lost) CHECK(lost.error().kind == ErrorKind::unreadable);
    CHECK(workshop.convert(original, {}));
}

TEST_CASE("Workshop: workers end with the program, however it ends") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t program = fork();
    if (program == 0) hold_workers(ends[1]);
    pid_t workers[3];
    REQUIRE(read(ends[0], workers, sizeof workers) == sizeof workers);
    std::vector<pollfd> watched;
    for (const pid_t worker : workers)
        watched.push_back({static_cast<int>(syscall(SYS_pidfd_open, worker, 0)), POLLIN, 0});
    kill(program, SIGKILL);
    REQUIRE(waitpid(program, nullptr, 0) == program);
    for (pollfd& worker : watched) {
        REQUIRE(worker.fd >= 0);
        CHECK(poll(&worker, 1, 20'000) == 1);
        close(worker.fd);
    }
    close(ends[0]);
    close(ends[1]);
}

}  // namespace blogbind::media
