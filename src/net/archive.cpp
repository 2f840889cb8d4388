#include "net/archive.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/date.h"
#include "base/file.h"
#include "base/program.h"
#include "base/text.h"
#include "net/archive_parts.h"
#include "net/cdx.h"
#include "net/freshness.h"
#include "net/warc_reader.h"

namespace blogbind {

namespace {

constexpr std::size_t record_limit = 256U << 20;  // a record larger than this is not loaded
constexpr std::size_t http_head_size = 8U << 10;  // most are far shorter
constexpr auto longest_interruption = std::chrono::hours(24);

std::string key_of(const Url& url) { return url.without_fragment().text(); }

/// RFC 9111 #freshening.responses: what the 304 says anew replaces what was said before, but for what describes the
/// body.
void freshen(Answer& stored, const HeaderFields& newer) {
    for (const auto& [name, value] : newer) {
        if (name.starts_with("content-") || name.ends_with("transfer-encoding")) continue;
        std::erase_if(stored.headers, [&](const auto& field) { return field.first == name; });
    }
    for (const auto& field : newer)
        if (!field.first.starts_with("content-") && !field.first.ends_with("transfer-encoding"))
            stored.headers.push_back(field);
}

std::string identifier_of(const WarcRecord& record) {
    const std::string_view id = trimmed(record.field("WARC-Record-ID"));
    return std::string(id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id);
}

}  // namespace

Archive::Archive(std::filesystem::path path, SharedFile::Mode mode, Clock clock)
    : path_(std::move(path)), mode_(mode), clock_(std::move(clock)) {}

Result<std::unique_ptr<Archive>> Archive::open(const std::filesystem::path& path, SharedFile::Mode mode, Clock clock) {
    std::unique_ptr<Archive> archive(new Archive(path, mode, std::move(clock)));
    std::error_code unknown;
    if (!std::filesystem::exists(path, unknown)) return archive;
    Result<SharedFile> file = SharedFile::open(path, mode);
    if (!file) return fail(file.error());
    archive->file_ = *std::move(file);
    if (Status status = archive->read(); !status) return fail(status.error());
    return archive;
}

std::optional<Capture> Archive::newest(const Url& url) const {
    const std::lock_guard lock(mutex_);
    return captures_.newest(key_of(url));
}

std::optional<Capture> Archive::newest_whole(const Url& url) const {
    const std::lock_guard lock(mutex_);
    return captures_.newest_whole(key_of(url));
}

bool Archive::is_of_this_run(const Capture& capture) const {
    return capture.offset >= run_start_ && clock_() - capture.time < longest_interruption;
}

bool Archive::is_fresh(const Capture& capture, const Answer& answer) const {
    const std::optional<Capture> latest = newest(answer.url);
    return latest && latest->offset == capture.offset && blogbind::is_fresh(answer, capture.time, clock_());
}

const ByteSource& Archive::bytes() const { return crawl_ ? static_cast<const ByteSource&>(*crawl_) : *file_; }

Result<WarcRecord> Archive::record_at(std::uint64_t offset) const {
    WarcStep step = WarcReader(bytes(), offset, record_limit).next();
    if (step.kind != WarcStep::Kind::record)
        return fail(ErrorKind::unreadable, fmt::format("{}: no WARC record stands at byte {}", path_.string(), offset));
    const std::optional<long long> size = parsed_integer(step.record.field("Content-Length"));
    if (size && static_cast<std::uint64_t>(*size) > step.record.block.size())
        return fail(ErrorKind::refused, fmt::format("{}: the record at byte {} is too large", path_.string(), offset));
    return std::move(step.record);
}

Result<Answer> Archive::answer_at(std::uint64_t offset) const {
    Result<WarcRecord> record = record_at(offset);
    if (!record) return fail(record.error());
    std::string identifier = identifier_of(*record);
    Result<Answer> answer = warc_answer(*std::move(record));
    if (answer) answer->record = std::move(identifier);
    return answer;
}

Result<Answer> Archive::head_at(std::uint64_t offset) const {
    WarcStep step = WarcReader(bytes(), offset, http_head_size).peek();
    const std::string_view block = step.record.block;
    if (step.kind != WarcStep::Kind::record || block.find("\r\n\r\n") == block.npos) return answer_at(offset);
    Result<Answer> answer = warc_answer(std::move(step.record));
    if (answer) answer->body.clear();
    return answer;
}

/// What `reading` finds in the record of the page, with what later records say of it.
Result<Answer> Archive::load_by(Reading reading, const Capture& capture) const {
    Result<Answer> answer = (this->*reading)(capture.base_offset);
    if (!answer) return answer;
    if (answer->url.text() != capture.url)  // an index that lies
        return fail(ErrorKind::unreadable,
                    fmt::format("{}: another address stands at byte {}", path_.string(), capture.base_offset));
    if (capture.offset == capture.base_offset) return answer;
    Result<Answer> confirmation = answer_at(capture.offset);
    if (!confirmation) return confirmation;
    if (confirmation->status == not_modified)
        freshen(*answer, confirmation->headers);
    else
        answer->headers = std::move(confirmation->headers);  // the same bytes, sent whole
    return answer;
}

Result<Answer> Archive::load_head(const Capture& capture) const { return load_by(&Archive::head_at, capture); }

Result<Answer> Archive::load(const Capture& capture) const {
    Result<Answer> answer = load_by(&Archive::answer_at, capture);
    if (!answer || capture.payload_offset == capture.base_offset) return answer;
    Result<Answer> held = answer_at(capture.payload_offset);
    if (!held) return held;
    answer->body = std::move(held->body);
    return answer;
}

std::optional<Archive::Written> Archive::referring(const Answer& answer, std::uint64_t offset,
                                                   const Capture& held) const {
    if (answer.status == whole) {  // digests of other crawlers are not to be believed
        const Result<Answer> payload = answer_at(held.payload_offset);
        if (!payload || payload->body != answer.body) return std::nullopt;
    }
    const WarcStep step = WarcReader(bytes(), offset, 0).peek();
    if (step.kind != WarcStep::Kind::record) return std::nullopt;
    const std::optional<DateTime> time = parse_date(step.record.field("WARC-Date"));
    const WarcReference original{identifier_of(step.record), std::string(step.record.field("WARC-Target-URI")),
                                 time ? time->utc() : held.time};
    WarcExchange made = warc_revisit(answer, original, held.payload_digest, end_);
    const bool is_same_page = held.url == answer.url.text();
    Kept kept = is_same_page ? Kept{original.record, original.time} : Kept{made.record, answer.time};
    return Written{std::move(made), std::move(kept), true};
}

Archive::Written Archive::written(const Answer& answer) const {
    const std::string digest = warc_digest(answer.body);
    std::optional<Written> reference;
    const bool has_payload = answer.status == whole && !answer.body.empty();
    if (const auto held = captures_.confirmed(answer.url.text(), answer.status, digest))
        reference = referring(answer, held->base_offset, *held);
    else if (const auto same = captures_.holder(digest); has_payload && same && same->status == whole)
        reference = referring(answer, same->offset, *same);
    if (reference) return *std::move(reference);
    WarcExchange made = warc_response(answer, end_);
    Kept kept{made.record, answer.time};
    return {std::move(made), std::move(kept)};
}

/// The file is there, and all in it is known, what other programs have appended included.
Status Archive::catch_up() {
    if (!file_) {
        Result<SharedFile> file = SharedFile::open(path_, mode_);
        if (!file) return fail(file.error());
        file_ = *std::move(file);
    }
    if (Status status = read_records(whole_file); !status) return status;
    if (file_->size() > 0) return {};
    const Result<std::uint64_t> begun =
        append_bytes(warc_info(fmt::format("{} {}", program_name, program_version()), clock_()));
    return begun ? Status{} : fail(begun.error());
}

Result<std::uint64_t> Archive::append_bytes(std::string_view bytes) {
    Result<std::uint64_t> offset = file_->append(bytes);
    if (!offset) return offset;
    if (Status status = read_records(*offset); !status) return fail(status.error());  // another program was faster
    end_ = *offset + bytes.size();
    return offset;
}

Result<Kept> Archive::append(const Answer& answer) {
    const std::lock_guard lock(mutex_);
    if (Status status = catch_up(); !status) return fail(status.error());
    Written made = written(answer);
    const Result<std::uint64_t> offset = append_bytes(made.exchange.bytes);
    if (!offset) return fail(offset.error());
    add(answer, {.offset = *offset,
                 .length = made.exchange.size,
                 .is_revisit = made.is_revisit,
                 .payload_digest = made.exchange.payload_digest});
    captures_.settle();
    return std::move(made.kept);
}

Result<std::unique_ptr<Archive>> Archive::open_crawl(std::string name, std::vector<WarcFile> files,
                                                     const std::vector<std::string>& indexes) {
    std::unique_ptr<Archive> archive(new Archive(std::move(name), SharedFile::Mode::read, {}));
    archive->crawl_.emplace(std::move(files));
    archive->run_start_ = archive->crawl_->size();  // it is nobody's run
    if (Status status = archive->read_crawl(indexes); !status) return fail(status.error());
    return archive;
}

Status Archive::complete() {
    const std::lock_guard lock(mutex_);
    if (!file_ || mode_ == SharedFile::Mode::read) return {};
    if (Status status = catch_up(); !status) return status;
    const Result<std::uint64_t> offset = append_bytes(warc_mark(run_end, clock_(), end_));
    if (!offset) return fail(offset.error());
    run_start_ = last_mark_ = end_;
    file_->flush();
    return write_index();
}

std::optional<std::filesystem::path> default_archive(const Url& site) {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path folder;
    if (cache != nullptr && *cache == '/')
        folder = cache;
    else if (home != nullptr && *home != '\0')
        folder = std::filesystem::path(home) / ".cache";
    else
        return std::nullopt;
    std::string name = replaced(replaced(site.host(), "[", ""), "]", "");
    if (site.port() >= 0) name += fmt::format("-{}", site.port());
    return folder / program_name / (replaced(name, ":", "-") + ".warc.gz");
}

}  // namespace blogbind
