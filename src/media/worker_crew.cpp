#include "media/worker_crew.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "media/worker/protocol.h"

namespace blogbind::media {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{120};  // workers themselves count how long they have worked

/// Where the worker programs are; empty if nowhere.
fs::path folder_with(std::string_view program) {
    std::error_code ignored;
    const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    const fs::path folders[] = {here, here / "../libexec/blogbind", BLOGBIND_WORKERS};
    const auto* found = std::ranges::find_if(folders, [&](const fs::path& folder) {
        std::error_code missing;
        return fs::is_regular_file(folder / program, missing);
    });
    return found == std::end(folders) ? fs::path() : *found;
}

}  // namespace

Crew::Crew(fs::path folder, std::string_view program, std::size_t size)
    : program_((folder.empty() ? folder_with(program) : std::move(folder)) / program), free_places_(size) {}

void Crew::dismiss() {
    const std::scoped_lock lock(mutex_);
    idle_.clear();
}

std::optional<WorkerProcess> Crew::take_worker() {
    std::unique_lock lock(mutex_);
    place_is_free_.wait(lock, [this] { return free_places_ > 0; });
    --free_places_;
    if (idle_.empty()) {
        lock.unlock();
        return WorkerProcess::start(program_);
    }
    std::optional<WorkerProcess> worker(std::move(idle_.back()));
    idle_.pop_back();
    return worker;
}

void Crew::give_back(std::optional<WorkerProcess> worker) {
    const std::scoped_lock lock(mutex_);
    ++free_places_;
    if (worker) idle_.push_back(std::move(*worker));
    place_is_free_.notify_one();
}

Result<WorkerProcess::Frame> Crew::ask(std::string_view head, std::string_view body,
                                       bool (*whole)(std::string_view head)) {
    if (body.size() > most_body_bytes) return fail(ErrorKind::refused, "is too large");
    std::optional<WorkerProcess> worker = take_worker();
    if (!worker) {
        give_back({});
        return fail(ErrorKind::not_found, "the program " + program_.string() + " cannot be started");
    }
    auto frame = worker->ask(head, body, std::chrono::steady_clock::now() + patience);
    const bool is_sound = frame && whole(frame->head);
    // A worker that failed once is not trusted again: the next order gets a new one.
    if (!is_sound) worker.reset();
    give_back(std::move(worker));
    if (!is_sound) return fail(ErrorKind::unreadable, "cannot be decoded: its worker crashed or took too long");
    return *std::move(frame);
}

}  // namespace blogbind::media
