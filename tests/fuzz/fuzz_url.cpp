// Addresses. What was parsed is its own normal form.
#include "fuzz/oracle.h"
#include "net/url.h"

using namespace blogbind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = testing::as_text(data, size);
    static const Url base = *Url::parse("https://blog.example/2019/05/night-ferry/?p=1#top");
    for (const auto& url : {Url::parse(text), base.resolve(text)}) {
        if (!url) continue;
        const auto again = Url::parse(url->text());
        testing::must(again && *again == *url, "an address parsed twice is another address");
        (void)same_page_key(*url);
        (void)readable(*url);
        (void)url->without_tracking();
        (void)url->parameter("p");
    }
    return 0;
}
