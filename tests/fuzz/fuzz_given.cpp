// Exports, feeds and saved files to posts, whatever the bytes say they are.
#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/oracle.h"
#include "markup/body.h"
#include "source/discover.h"
#include "source/fetch_page.h"

using namespace blogbind;

namespace {

class NoNetwork final : public Fetcher {
  public:
    Result<Response> fetch(const Request&) override { return fail(ErrorKind::unreachable, "there is no network"); }
};

void read_as(SourceKind kind, std::string_view bytes) {
    std::vector<Source> sources(1);
    sources.front().kind = kind;
    sources.front().bytes = bytes;
    NoNetwork network;
    DiscoverOptions options;
    options.include = {true, true, true, true, true};
    Report report;
    Result<Listing> listing = discover(sources, network, options, report);
    if (!listing) return;
    testing::must(is_valid_utf8(listing->title), "the title is not UTF-8");
    for (Entry& entry : listing->entries) {
        testing::must(is_valid_utf8(entry.title), "a title is not UTF-8");
        const Result<Page> page = fetch_page(entry, network, report);
        const Result<Post> post = page ? extract::extract_post(entry, *page, report) : fail(page.error());
        if (!post) continue;
        testing::must(!post->title.empty(), "a post without a title");
        testing::must(is_valid_utf8(markup::block_text(post->body.root())), "the body is not UTF-8");
        for (const Comment& comment : post->comments)
            testing::must(is_valid_utf8(comment.author + comment.id), "a comment is not UTF-8");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const SourceKind kind :
         {SourceKind::wordpress_export, SourceKind::rss, SourceKind::atom, SourceKind::json_feed,
          SourceKind::blogger_export, SourceKind::ghost_export, SourceKind::movable_type, SourceKind::journal_export,
          SourceKind::wix_export, SourceKind::markdown, SourceKind::mhtml})
        read_as(kind, testing::as_text(data, size));
    return 0;
}
