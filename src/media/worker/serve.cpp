#include "media/worker/serve.h"

#include <malloc.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace blogbind::media {
namespace {

// Seconds for one request. Work is counted in processor time: what a book holds must not depend on how busy the machine
// is. By the clock, the program itself waits for less.
constexpr int most_work = 20;
constexpr unsigned given_up_after = 150;

/// Ends the process when it has worked for so long; 0: no end.
void limit_work(int seconds) {
    const itimerval limit{.it_interval = {}, .it_value = {.tv_sec = seconds, .tv_usec = 0}};
    setitimer(ITIMER_PROF, &limit, nullptr);
}

bool read_all(char* to, std::size_t size) {
    while (size > 0) {
        const ssize_t got = read(STDIN_FILENO, to, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

bool read_frame(std::string& head, std::string& body) {
    std::array<char, frame_prefix_size> prefix{};
    if (!read_all(prefix.data(), prefix.size())) return false;
    const auto lengths = frame_lengths(prefix);
    if (!lengths) return false;
    head.resize(lengths->head);
    body.resize(lengths->body);
    return read_all(head.data(), head.size()) && read_all(body.data(), body.size());
}

bool write_frame(const Reply& reply) {
    const auto prefix =
        frame_prefix({static_cast<std::uint32_t>(reply.head.size()), static_cast<std::uint32_t>(reply.body.size())});
    return write_all({prefix.data(), prefix.size()}) && write_all(reply.head) && write_all(reply.body);
}

}  // namespace

Reply reply_with(Picture picture) {
    std::string head = answer_head(picture);
    return {std::move(head), std::move(picture.bytes)};
}

Reply reply_with(CutFont font) {
    std::string head = answer_head(font);
    return {std::move(head), std::move(font.bytes)};
}

Reply reply_with(const Whereabouts& whereabouts) { return {answer_head(whereabouts), {}}; }

Reply reply_with(Outcome outcome, std::string_view message) { return {answer_head(outcome, message), {}}; }

void serve(const std::function<Reply(std::string_view, std::string_view)>& work) {
    std::string head, body;
    while (read_frame(head, body)) {
        alarm(given_up_after);
        limit_work(most_work);
        const Reply reply = work(head, body);
        if (!write_frame(reply)) break;
        alarm(0);
        limit_work(0);
        constexpr std::size_t usual_body = 4U << 20;
        if (body.capacity() > usual_body) std::string().swap(body);
    }
    // No exit handlers: libraries would tidy up with calls that the sandbox forbids.
    _exit(0);
}

void keep_freed_memory(std::size_t most) {
    constexpr int large = 24 << 20;
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(most));
    mallopt(M_ARENA_MAX, 1);
}

}  // namespace blogbind::media
