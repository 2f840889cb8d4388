// Dates as blogs write them. What was read and written again is the same date.
#include "base/date.h"
#include "fuzz/oracle.h"

using namespace blogbind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = testing::as_text(data, size);
    (void)date_in_path(text);
    for (const auto& date : {parse_date(text), parse_written_date(text)})
        if (date) testing::must(parse_date(rfc3339(*date)).has_value(), "rfc3339 cannot be read again");
    return 0;
}
