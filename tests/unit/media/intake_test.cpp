#include "media/intake.h"

#include <doctest/doctest.h>

#include <future>

namespace blogbind::media {
namespace {

/// Begins a request on a thread of its own; the future is ready once there was room for it.
std::future<void> begun(Intake& intake) {
    return std::async(std::launch::async, [&intake] { intake.begin_request(); });
}

void arrive(Intake& intake, std::size_t bytes) {
    intake.begin_request();
    intake.end_request(bytes);
}

}  // namespace

TEST_CASE("intake: one alone has room, however large the last one was") {
    Intake intake(4, 100);
    arrive(intake, 500);
    intake.let_go(500);
    intake.begin_request();  // would wait for ever
    intake.end_request(0);
}

TEST_CASE("intake: who finds no room gets it when a request ends or bytes are let go") {
    SUBCASE("of requests") {
        Intake intake(1, 100);
        intake.begin_request();
        std::future<void> next = begun(intake);
        intake.end_request(10);
        next.get();
        intake.end_request(10);
    }
    SUBCASE("of bytes") {
        Intake intake(4, 100);
        arrive(intake, 60);  // a second one might be as large
        std::future<void> next = begun(intake);
        intake.let_go(60);
        next.get();
        intake.end_request(10);
    }
}

}  // namespace blogbind::media
