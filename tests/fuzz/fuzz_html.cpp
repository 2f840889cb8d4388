// A page from bytes to a normalised post: nothing crashes, the text is valid, normalising again changes nothing.
#include "base/phrases.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/oracle.h"
#include "markup/xhtml_writer.h"
#include "normalise/normalise.h"
#include "source/fetch_page.h"

using namespace blogbind;

namespace {

void check(Post post) {
    const Phrases& phrases = Phrases::in_language(post.language);
    Report report;
    normalise::normalise(post, phrases, report);
    const std::string once = markup::xhtml(post.body.root());
    testing::must(is_valid_utf8(once), "the body is not UTF-8");
    normalise::normalise(post, phrases, report);
    testing::must(markup::xhtml(post.body.root()) == once, "normalising twice changes something");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Report report;
    const auto url = Url::parse("https://blog.example/2019/05/night-ferry/");
    Result<PagePart> part = parse_part(testing::as_text(data, size), "", url, report);
    if (!part) return 0;
    Page page;
    page.parts.push_back(std::move(*part));
    (void)extract::page_kind(page.parts.front());
    testing::must(extract::wanted(page).size() <= 500, "too many further pages are wanted");
    Entry entry;
    entry.permalink = url;
    if (Result<Post> post = extract::extract_post(entry, page, report)) check(std::move(*post));
    return 0;
}
