// Figures for people.
#include "cli/terminal.h"

#include <doctest/doctest.h>

using namespace blogbind::cli;

TEST_CASE("terminal: sizes and times read as people write them") {
    CHECK(readable_size(0) == "0 bytes");
    CHECK(readable_size(999) == "999 bytes");
    CHECK(readable_size(1500) == "1.5 kB");
    CHECK(readable_size(12'345'678) == "12.3 MB");
    CHECK(readable_size(2'500'000'000) == "2.50 GB");
    CHECK(readable_time(std::chrono::seconds(7)) == "0:07");
    CHECK(readable_time(std::chrono::seconds(67)) == "1:07");
    CHECK(readable_time(std::chrono::seconds(3661)) == "1:01:01");
}
