// Pasted plain text to a post with its comments.
#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/oracle.h"
#include "markup/body.h"
#include "source/discover.h"

using namespace blogbind;

namespace {

class NoNetwork final : public Fetcher {
  public:
    Result<Response> fetch(const Request&) override { return fail(ErrorKind::unreachable, "there is no network"); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<Source> sources(1);
    sources.front().kind = SourceKind::pasted_text;
    sources.front().path = "post.txt";
    sources.front().bytes = testing::as_text(data, size);
    NoNetwork network;
    Report report;
    Result<Listing> listing = discover(sources, network, {}, report);
    if (!listing) return 0;
    for (Entry& entry : listing->entries) {
        if (!entry.page) continue;
        const Result<Post> post = extract::extract_post(entry, *entry.page, report);
        if (!post) continue;
        testing::must(!post->title.empty(), "a post without a title");
        testing::must(is_valid_utf8(markup::block_text(post->body.root())), "the body is not UTF-8");
    }
    return 0;
}
