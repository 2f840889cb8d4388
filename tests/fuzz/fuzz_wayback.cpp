// What a web archive answers: whatever it is, copies are of the address that was asked for, and undoing adds nothing.
#include <string>

#include "fuzz/oracle.h"
#include "net/timestamp.h"
#include "net/wayback.h"

using namespace blogbind;

namespace {

void check(const wayback::Copy& copy, const Url& original) {
    testing::must(time_of_timestamp(copy.timestamp).has_value(), "a copy has no time");
    testing::must(same_page_key(copy.original) == same_page_key(original), "a copy is of another address");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = testing::as_text(data, size);
    static const Url original = *Url::parse("https://blog.example/2019/05/ferry/");
    std::vector<wayback::Copy> copies = wayback::listed_copies(text, original);
    wayback::sort_by_nearness(copies, time_of_timestamp("20190501080000"));
    for (const wayback::Copy& copy : copies) check(copy, original);
    if (const auto copy = wayback::available_copy(text, original)) check(*copy, original);
    testing::must(wayback::without_toolbar(std::string(text)).size() <= size, "a page grew");
    return 0;
}
