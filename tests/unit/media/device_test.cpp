#include "media/device.h"

#include <doctest/doctest.h>

#include <set>

#include "media/worker/geometry.h"

namespace blogbind::media {

TEST_CASE("devices: each has a name of its own, and a size that pictures may have") {
    std::set<std::string_view> names;
    for (const Device& device : devices()) {
        CAPTURE(device.name);
        CHECK(names.insert(device.name).second);
        CHECK(device.width <= device.height);
        CHECK(device.height <= longest_edge);
        CHECK_FALSE(device.note.empty());
    }
}

TEST_CASE("find_device: by name; the first is for any reader") {
    CHECK(devices().front().name == "generic");
    REQUIRE(find_device("kobo") != nullptr);
    CHECK(find_device("kobo")->width == 1264);
    CHECK(find_device("toaster") == nullptr);
}

}  // namespace blogbind::media
