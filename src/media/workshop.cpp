#include "media/workshop.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "media/picture_kind.h"
#include "media/worker/protocol.h"
#include "media/worker_process.h"

namespace blogbind::media {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{20};

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

/// The processes of one program: each does one order at a time.
class Crew {
  public:
    Crew(fs::path folder, std::string_view program, std::size_t size)
        : program_((folder.empty() ? folder_with(program) : std::move(folder)) / program), free_places_(size) {}

    Result<Answer> ask(std::string_view head, std::string_view body);
    /// Ends the processes that wait for orders, and their memory with them.
    void dismiss() {
        const std::scoped_lock lock(mutex_);
        idle_.clear();
    }

  private:
    [[nodiscard]] std::optional<WorkerProcess> take_worker();
    void give_back(std::optional<WorkerProcess> worker);

    fs::path program_;
    std::mutex mutex_;
    std::condition_variable place_is_free_;
    std::size_t free_places_;
    std::vector<WorkerProcess> idle_;
};

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

Result<Answer> Crew::ask(std::string_view head, std::string_view body) {
    if (body.size() > most_body_bytes) return fail(ErrorKind::refused, "is too large");
    std::optional<WorkerProcess> worker = take_worker();
    if (!worker) {
        give_back({});
        return fail(ErrorKind::not_found, "the program " + program_.string() + " cannot be started");
    }
    auto frame = worker->ask(head, body, std::chrono::steady_clock::now() + patience);
    std::optional<Answer> said = frame ? answer(frame->head) : std::nullopt;
    // A worker that failed once is not trusted again: the next order gets a new one.
    if (!said) worker.reset();
    give_back(std::move(worker));
    if (!said) return fail(ErrorKind::unreadable, "cannot be decoded: its worker crashed or took too long");
    said->picture.bytes = std::move(frame->body);
    return std::move(*said);
}

Result<Picture> picture_of(Result<Answer> said) {
    if (!said) return fail(std::move(said.error()));
    if (said->outcome != Outcome::done) return fail(ErrorKind::unreadable, std::move(said->message));
    return std::move(said->picture);
}

}  // namespace

struct Workshop::Desk {
    Desk(std::size_t workers, const fs::path& programs)
        : jpegs(programs, "blogbind-jpeg-worker", std::max<std::size_t>(workers, 1)),
          others(programs, "blogbind-picture-worker", 1),
          covers(programs, "blogbind-cover-worker", 1) {}
    Crew jpegs;
    Crew others;
    Crew covers;
};

Workshop::Workshop(std::size_t workers, std::filesystem::path programs)
    : desk_(std::make_unique<Desk>(workers, programs)) {}
Workshop::~Workshop() = default;

Result<Picture> Workshop::convert(std::string_view bytes, const PictureOrder& order) {
    const PictureKind kind = picture_kind(bytes);
    if (kind == PictureKind::none) return fail(ErrorKind::unreadable, std::string(not_a_picture(bytes)));
    const std::string head = request_head(order);
    if (kind == PictureKind::jpeg) {
        Result<Answer> said = desk_->jpegs.ask(head, bytes);
        if (!said || said->outcome != Outcome::not_my_kind) return picture_of(std::move(said));
    }
    return picture_of(desk_->others.ask(head, bytes));
}

Result<Picture> Workshop::draw_cover(const CoverOrder& order) {
    desk_->jpegs.dismiss();
    desk_->others.dismiss();
    return picture_of(desk_->covers.ask(request_head(order), order.picture));
}

Result<Picture> Workshop::draw_map(const MapOrder& order) {
    return picture_of(desk_->covers.ask(request_head(order), {}));
}

}  // namespace blogbind::media
