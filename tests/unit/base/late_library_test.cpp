#include "base/late_library.h"

#include <doctest/doctest.h>

#include <cmath>

namespace blogbind {

TEST_CASE("late library: its functions can be called") {
    LateLibrary mathematics("libm.so.6");
    double (*const root)(double) = mathematics["cbrt"];
    REQUIRE(mathematics.is_complete());
    CHECK(root(27.0) == doctest::Approx(3.0));
}

TEST_CASE("late library: what is missing is told, be it a function or all of it") {
    LateLibrary mathematics("libm.so.6");
    CHECK(mathematics["no_such_function"].address == nullptr);
    CHECK_FALSE(mathematics.is_complete());

    LateLibrary none("libblogbind-is-not-this.so.0");
    CHECK_FALSE(none.is_complete());
    CHECK(none["cbrt"].address == nullptr);
}

}  // namespace blogbind
