#include "media/worker_process.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace blogbind::media {
namespace {

auto in_milliseconds(int count) { return std::chrono::steady_clock::now() + std::chrono::milliseconds(count); }

}  // namespace

TEST_CASE("WorkerProcess: what is asked and answered arrives whole, however large") {
    auto echo = WorkerProcess::start("/bin/cat");
    REQUIRE(echo);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{100'000}}) {
        CAPTURE(size);
        const std::string body(size, 'x');
        const auto frame = echo->ask("head", body, in_milliseconds(10'000));
        REQUIRE(frame);
        CHECK(frame->head == "head");
        CHECK(frame->body == body);
    }
}

TEST_CASE("WorkerProcess: a worker that fails gives nothing, and in time") {
    struct Case {
        std::string_view name, program;
    };
    const Case cases[] = {
        {"ends at once", "/bin/true"}, {"talks nonsense", "/usr/bin/yes"}, {"never answers", "/usr/bin/tail"}};
    const std::string large(4U << 20, 'x');
    for (const Case& c : cases) {
        CAPTURE(c.name);
        auto worker = WorkerProcess::start(c.program);
        REQUIRE(worker);
        const auto begin = std::chrono::steady_clock::now();
        CHECK_FALSE(worker->ask("head", large, in_milliseconds(100)));
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
}

TEST_CASE("WorkerProcess: a program that does not exist is not started") {
    CHECK_FALSE(WorkerProcess::start("/nonexistent/worker"));
}

}  // namespace blogbind::media
