// Web archives and their indexes. Every record lies within the file and can be entered again; no more is kept of it
// than was asked for; a written index is read as it was.
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/shared_file.h"
#include "fuzz/oracle.h"
#include "net/archive.h"
#include "net/cdx.h"
#include "net/warc_reader.h"

using namespace blogbind;

namespace {

constexpr std::size_t most = 4096;

/// Bytes that can be opened as a file, without a disk.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("warc", 0)) {
        testing::must(::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "memfd");
    }
    MemoryFile(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(descriptor_); }
    [[nodiscard]] std::filesystem::path path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

  private:
    int descriptor_;
};

void read_record(const SharedFile& file, const Archive* archive, const WarcRecord& record) {
    testing::must(record.length > 0 && record.offset + record.length <= file.size(), "a record outside its file");
    testing::must(record.block.size() <= most, "more of a block than was asked for");
    const WarcStep again = WarcReader(file, record.offset, most).next();
    testing::must(again.kind == WarcStep::Kind::record && again.record.block == record.block, "another record");
    const Result<Answer> answer = warc_answer(record);
    if (!answer || archive == nullptr) return;
    if (const std::optional<Capture> capture = archive->newest(answer->url)) (void)archive->load(*capture);
}

void read_archive(std::string_view bytes) {
    const MemoryFile memory(bytes);
    const Result<SharedFile> file = SharedFile::open(memory.path(), SharedFile::Mode::read);
    testing::must(file.has_value(), "the file cannot be opened");
    const auto archive =
        Archive::open(memory.path(), SharedFile::Mode::read, [] { return std::chrono::sys_seconds(); });
    WarcReader reader(*file, 0, most);
    for (WarcStep step = reader.next(); step.kind == WarcStep::Kind::record; step = reader.next())
        read_record(*file, archive ? archive->get() : nullptr, step.record);
}

/// The index of what an index tells.
std::string again(std::string_view text) {
    Captures captures;
    each_indexed(text, [&](const IndexedCapture& line) { captures.add(line.facts); });
    captures.settle();
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < captures.size(); ++i) lines.push_back(cdxj_line(captures[i], "a.warc.gz"));
    return with_lines({}, std::move(lines));
}

void read_index(std::string_view bytes) {
    const std::string text = again(bytes);
    testing::must(again(text) == text, "an index read twice is another index");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = testing::as_text(data, size);
    read_archive(bytes);
    read_index(bytes);
    return 0;
}
