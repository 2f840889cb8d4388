// A web archive in WARC files: what was sent and received, whole, so that it can be had again without the network. Ours
// is one file that grows; another crawler's may be several, and is only read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/shared_file.h"
#include "net/captures.h"
#include "net/transport.h"
#include "net/warc.h"
#include "net/warc_files.h"

namespace blogbind {

/// Where the archive keeps what an answer brought.
struct Kept {
    std::string record;               ///< "urn:uuid:…"
    std::chrono::sys_seconds time{};  ///< when that was asked: earlier if an address still brings the same
};

struct WarcStep;

class Archive {
  public:
    using Clock = std::function<std::chrono::sys_seconds()>;

    /// Reads the index beside the file (NAME.cdxj) as far as it goes and the rest from the file itself. A file that
    /// is not there yet is an empty archive; it is made when the first answer is appended. With Mode::append a record
    /// that a killed program has left torn is cut off. Errors: unreadable for what is no WARC file or damaged within.
    static Result<std::unique_ptr<Archive>> open(const std::filesystem::path& path, SharedFile::Mode mode, Clock clock);

    /// What another crawler has written, with its indexes (CDXJ) in any order: a file that none of them speaks of is
    /// read through. `name` is for people. Records behind a damaged one of the same file are lost: see damages(). Error
    /// unreadable if there is not one record.
    static Result<std::unique_ptr<Archive>> open_crawl(std::string name, std::vector<WarcFile> files,
                                                       const std::vector<std::string>& indexes);
    /// The first page of a crawl: where it began.
    [[nodiscard]] std::optional<Capture> first_page() const { return captures_.first_page(); }
    /// What could not be read, for people.
    [[nodiscard]] const std::vector<std::string>& damages() const { return damages_; }

    /// The newest exchange with an address, whatever came of it.
    [[nodiscard]] std::optional<Capture> newest(const Url& url) const;
    /// The newest answer with status 200, even if a later one says that the page is gone.
    [[nodiscard]] std::optional<Capture> newest_whole(const Url& url) const;
    /// True if it was archived by this run, or within a day by one before it that did not come to its end.
    [[nodiscard]] bool is_of_this_run(const Capture& capture) const;
    /// True if its server has said that `answer`, which is the capture's, still holds, and nothing newer contradicts.
    [[nodiscard]] bool is_fresh(const Capture& capture, const Answer& answer) const;
    /// The answer. A revisit has the payload and the time of the answer that it refers to, with its own newer headers.
    [[nodiscard]] Result<Answer> load(const Capture& capture) const;
    /// The same without its body, which takes less time.
    [[nodiscard]] Result<Answer> load_head(const Capture& capture) const;

    /// Appends an exchange. What is there already (a 304, the same bytes once more) is only referred to. Error
    /// unwritable, for a full disk for instance: the file then ends with its last whole record. Safe to call from
    /// several threads and programs.
    Result<Kept> append(const Answer& answer);
    /// The run has come to its end: the next one asks again. Writes the index.
    Status complete();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    Archive(std::filesystem::path path, SharedFile::Mode mode, Clock clock);
    Status read();
    void read_index();
    Status write_index();
    Status read_crawl(const std::vector<std::string>& indexes);
    Status read_through(const WarcFiles::Place& place);
    Status read_records(std::uint64_t until);
    Status cut_off(const WarcStep& rest, std::uint64_t size);
    Status catch_up();
    Result<std::uint64_t> append_bytes(std::string_view bytes);
    void add(const Answer& answer, CaptureFacts facts);
    void add_record(WarcRecord record);
    struct Written {
        WarcExchange exchange;
        Kept kept;
        bool is_revisit = false;
    };
    [[nodiscard]] Written written(const Answer& answer) const;
    [[nodiscard]] std::optional<Written> referring(const Answer& answer, std::uint64_t offset,
                                                   const Capture& held) const;
    [[nodiscard]] const ByteSource& bytes() const;
    [[nodiscard]] Result<WarcRecord> record_at(std::uint64_t offset) const;
    [[nodiscard]] Result<Answer> answer_at(std::uint64_t offset) const;
    [[nodiscard]] Result<Answer> head_at(std::uint64_t offset) const;
    using Reading = Result<Answer> (Archive::*)(std::uint64_t) const;
    [[nodiscard]] Result<Answer> load_by(Reading reading, const Capture& capture) const;

    std::filesystem::path path_;
    SharedFile::Mode mode_;
    Clock clock_;
    mutable std::mutex mutex_;
    std::optional<SharedFile> file_;
    std::optional<WarcFiles> crawl_;  // instead of it
    std::vector<std::string> damages_;
    Captures captures_;            // in the order of the file
    std::size_t indexed_ = 0;      // so many of them, the first, are the lines of the index
    std::uint64_t end_ = 0;        // what stands before it in the file is known
    std::uint64_t last_mark_ = 0;  // behind the last mark that a run has come to its end
    std::uint64_t run_start_ = 0;  // what stands behind it belongs to this run
};

/// Where a site's exchanges are kept unless the user says otherwise: below $XDG_CACHE_HOME/blogbind or
/// ~/.cache/blogbind; nothing if there is neither.
std::optional<std::filesystem::path> default_archive(const Url& site);

}  // namespace blogbind
