// What a kind of source holds, to posts, whatever its bytes say. The corpus's folder names the kind as --from does.
// Folders and archives, and what a server answers one request after the other, are several documents (documents.h).
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>

#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/documents.h"
#include "fuzz/oracle.h"
#include "markup/body.h"
#include "net/site_copy.h"
#include "source/discover.h"
#include "source/fetch_page.h"
#include "source/mirror.h"
#include "source/readers.h"
#include "source/web_archive.h"

using namespace blogbind;

namespace {

const Reader* reader = nullptr;

/// A folder that is on no disk.
class MemoryTree final : public FileTree {
  public:
    explicit MemoryTree(const std::vector<testing::Document>& documents) : FileTree("/fuzz/folder", "folder") {
        for (const testing::Document& document : documents) {
            const bool is_inside = !document.name.empty() && document.name.find("..") == std::string_view::npos &&
                                   document.name.front() != '/' && document.name.find('\0') == std::string_view::npos;
            if (!is_inside) continue;
            files_.push_back({std::string(document.name), document.text.size(), texts_.size()});
            texts_.emplace_back(document.text);
        }
        std::ranges::sort(files_, {}, &File::name);
        const auto again = std::ranges::unique(files_, {}, &File::name);
        files_.erase(again.begin(), again.end());
    }
    Result<std::unique_ptr<ByteSource>> open_file(const File& file) const override {
        return std::make_unique<Bytes>(texts_[file.index]);
    }

  private:
    class Bytes final : public ByteSource {
      public:
        explicit Bytes(std::string_view text) : text_(text) {}
        std::uint64_t size() const override { return text_.size(); }
        Result<std::string> read(std::uint64_t offset, std::size_t size) const override {
            return std::string(text_.substr(std::min<std::size_t>(offset, text_.size()), size));
        }

      private:
        std::string_view text_;
    };

    Result<std::string> bytes_of(const File& file, std::size_t most) const override {
        return texts_[file.index].substr(0, most);
    }

    std::vector<std::string> texts_;
};

/// Each request gets the next document, whatever it asks for; then there is nobody.
class Server final : public Fetcher {
  public:
    explicit Server(std::vector<testing::Document> documents) : documents_(std::move(documents)) {}
    Result<Response> fetch(const Request& request) override {
        const std::size_t place = next_++;
        if (place >= documents_.size()) return fail(ErrorKind::unreachable, "there is no network");
        return Response{.url = request.url, .status = 200, .body = std::string(documents_[place].text)};
    }

  private:
    std::vector<testing::Document> documents_;
    std::atomic<std::size_t> next_{0};
};

DiscoverOptions all_posts() {
    DiscoverOptions options;
    options.include = {true, true, true, true, true};
    options.max_posts = 50;
    options.ghost_key = "0123456789abcdef01234567";
    return options;
}

void read_posts(Result<Listing> listing, Fetcher& fetcher, Report& report) {
    if (!listing) return testing::must(!listing.error().message.empty(), "an error without a sentence");
    testing::must(is_valid_utf8(listing->title), "the title is not UTF-8");
    for (Entry& entry : listing->entries) {
        testing::must(is_valid_utf8(entry.title), "a title is not UTF-8");
        const Result<Page> page = fetch_page(entry, fetcher, report);
        const Result<Post> post = page ? extract::extract_post(entry, *page, report) : fail(page.error());
        if (!post) continue;
        testing::must(!post->title.empty(), "a post without a title");
        testing::must(is_valid_utf8(markup::block_text(post->body.root())), "the body is not UTF-8");
        for (const Comment& comment : post->comments)
            testing::must(is_valid_utf8(comment.author + comment.id), "a comment is not UTF-8");
    }
    for (const Issue& issue : report.issues()) testing::must(is_valid_utf8(issue.detail), "an issue is not UTF-8");
}

Source file_or_folder(std::string_view bytes, const std::vector<testing::Document>& documents) {
    Source source;
    source.kind = reader->kind;
    const bool is_tree =
        reader->recognises_tree != nullptr && (reader->recognises == nullptr || !documents.front().name.empty());
    if (is_tree) {
        source.path = "/fuzz/folder";
        source.tree = std::make_shared<const MemoryTree>(documents);
    } else {
        source.bytes = bytes;
    }
    return source;
}

void read_files(std::string_view bytes, const std::vector<testing::Document>& documents) {
    std::vector<Source> sources{file_or_folder(bytes, documents)};
    Server nobody({});
    Report report;
    if (reader->kind == SourceKind::web_archive && !sources.front().tree) return;  // has a target of its own
    if (!open_web_archives(sources) || !open_mirrors(sources)) return;
    const DiscoverOptions options = all_posts();
    CopyFetcher copies(
        sources.front().site ? std::vector{sources.front().site} : std::vector<std::shared_ptr<SiteCopy>>{}, &nobody);
    read_posts(discover(sources, copies, options, report), copies, report);
}

void read_answers(std::vector<testing::Document> documents) {
    const Url address = Url::parse(documents.front().name).value_or(*Url::parse("https://blog.example/rss/"));
    const Response first{.url = address, .status = 200, .body = std::string(documents.front().text)};
    documents.erase(documents.begin());
    Server server(std::move(documents));
    Report report;
    const DiscoverOptions options = all_posts();
    read_posts(reader->read_answer(first, {options, server, report}), server, report);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    std::filesystem::path folder = (*arguments)[*count - 1];
    if (std::filesystem::is_regular_file(folder)) folder = folder.parent_path();
    const std::optional<SourceKind> kind = source_kind_named(std::filesystem::absolute(folder).filename().string());
    testing::must(kind.has_value(), "the corpus's folder is not called after a kind of source");
    reader = &reader_of(*kind);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = testing::as_text(data, size);
    const std::vector<testing::Document> documents = testing::documents_in(bytes);
    const bool is_answer =
        reader->read_answer != nullptr && (reader->recognises == nullptr || !documents.front().name.empty());
    if (is_answer)
        read_answers(documents);
    else
        read_files(bytes, documents);
    return 0;
}
