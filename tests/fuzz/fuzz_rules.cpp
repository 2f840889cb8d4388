// The user's rules, and a page that they are for: two documents (documents.h).
#include "extract/extract.h"
#include "extract/site_rules.h"
#include "fuzz/documents.h"
#include "fuzz/oracle.h"
#include "model/entry.h"
#include "net/fetcher.h"
#include "source/fetch_page.h"

using namespace blogbind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<testing::Document> documents = testing::documents_in(testing::as_text(data, size));
    const Result<extract::SiteRules> rules = extract::SiteRules::parse(documents.front().text);
    if (!rules) {
        testing::must(!rules.error().message.empty(), "an error without a sentence");
        return 0;
    }
    testing::must(extract::SiteRules::parse(rules->text()).has_value(), "rules that cannot be read again");
    const Response answer{.url = *Url::parse("https://blog.example/2019/05/fog/"),
                          .status = 200,
                          .body = std::string(documents.back().text)};
    Report report;
    auto part = part_of(answer, answer.url, PageRole::post, report, *rules);
    if (!part) return 0;
    Entry entry;
    entry.permalink = answer.url;
    Page page;
    page.parts.push_back(*std::move(part));
    (void)extract::extract_post(entry, page, report);
    return 0;
}
