#include "net/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "base/date.h"
#include "base/file.h"
#include "base/program.h"
#include "base/text.h"
#include "net/cdx.h"
#include "net/warc_reader.h"

namespace blogbind {

namespace {

constexpr std::size_t head_size = 64U << 10;      // enough of a record to know what it is
constexpr std::size_t record_limit = 256U << 20;  // a record larger than this is not loaded
constexpr std::size_t search_size = 1U << 20;
constexpr int most_tries = 1000;
constexpr std::uint64_t whole_file = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t first_record_size = 1000;  // our warcinfo is shorter
constexpr std::size_t index_limit = 512U << 20;
constexpr auto longest_interruption = std::chrono::hours(24);
constexpr int whole = 200;
constexpr std::string_view run_end = "blogbind-run: complete";

std::filesystem::path index_of(const std::filesystem::path& path) { return path.string() + ".cdxj"; }

std::string key_of(const Url& url) { return url.without_fragment().text(); }

Capture capture_of(const Answer& answer, std::string_view payload_digest, bool is_revisit) {
    Capture capture{.time = answer.time, .status = answer.status};
    capture.is_unmodified = is_revisit && answer.status == not_modified;
    capture.payload_digest = payload_digest;
    const std::string_view type = answer.header("content-type");
    capture.media_type = ascii_lowered(trimmed(type.substr(0, type.find(';'))));
    capture.is_revisit = is_revisit;
    capture.url = answer.url.text();
    return capture;
}

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

tl::unexpected<Error> damage(const std::filesystem::path& path, std::uint64_t offset) {
    return fail(ErrorKind::unreadable, fmt::format("{}: no WARC record stands at byte {}; choose another file with "
                                                   "--archive",
                                                   path.string(), offset));
}

/// What is no whole record may be what a killed program or a power failure has left of the last one, or there are
/// others behind it, and nobody may cut them off.
bool is_last_record(const SharedFile& file, std::uint64_t offset, std::uint64_t size) {
    const Result<std::string> first = file.read(offset, 1);
    const std::string_view magic = first && *first == "W" ? "WARC/1." : "\x1f\x8b\x08";
    int tries = 0;
    for (std::uint64_t at = offset + 1; at < size;) {
        const Result<std::string> piece = file.read(at, search_size);
        if (!piece || piece->size() < magic.size()) return true;
        const std::size_t found = piece->find(magic);
        if (found == std::string::npos) {
            at += piece->size() - magic.size() + 1;
            continue;
        }
        if (++tries > most_tries) return false;
        if (WarcReader(file, at + found, head_size).next().kind == WarcStep::Kind::record) return false;
        at += found + 1;
    }
    return true;
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

Status Archive::read() {
    read_index();
    Status status = read_records(whole_file);
    run_start_ = last_mark_;
    return status;
}

void Archive::read_index() {
    const Result<std::string> text = read_file(index_of(path_), index_limit);
    if (!text) return;
    std::vector<Capture> captures = read_cdxj(*text);
    if (captures.empty()) return;
    const Capture& last = captures.back();
    const WarcStep step = WarcReader(*file_, last.offset, head_size).next();
    const bool fits = step.kind == WarcStep::Kind::record && step.record.length == last.length;
    if (!fits || step.record.field("WARC-Target-URI") != last.url) return;
    end_ = last.offset + last.length;
    for (Capture& capture : captures) note(std::move(capture));
}

/// Takes in what is not known yet and stands before `until`.
Status Archive::read_records(std::uint64_t until) {
    for (;;) {
        const std::uint64_t size = file_->size();
        if (end_ >= std::min(size, until)) return {};
        WarcStep step = WarcReader(*file_, end_, head_size).next();
        if (step.kind == WarcStep::Kind::end) return {};
        if (step.kind == WarcStep::Kind::record) {
            end_ = step.record.offset + step.record.length;
            note_record(std::move(step.record));
            continue;
        }
        if (Status status = cut_off(step, size); !status || mode_ == SharedFile::Mode::read) return status;
    }
}

/// What a killed program or a power failure has left is cut off, unless another program is writing it just now.
Status Archive::cut_off(const WarcStep& rest, std::uint64_t size) {
    const std::uint64_t offset = rest.record.offset;
    const bool is_ours = offset > 0 || (rest.kind == WarcStep::Kind::torn && size <= first_record_size);
    if (!is_ours || !is_last_record(*file_, offset, size)) return damage(path_, offset);
    return mode_ == SharedFile::Mode::append ? file_->cut(offset, size) : Status{};
}

void Archive::note_record(WarcRecord record) {
    const std::string type(record.field("WARC-Type")), digest(record.field("WARC-Payload-Digest"));
    const std::uint64_t offset = record.offset, length = record.length;
    if (type == "metadata" && record.block.starts_with(run_end)) last_mark_ = offset + length;
    if (type != "response" && type != "revisit") return;
    const Result<Answer> answer = warc_answer(std::move(record));
    if (!answer) return;
    Capture capture = capture_of(*answer, digest, type == "revisit");
    capture.offset = capture.base_offset = capture.payload_offset = offset;
    capture.length = length;
    note(std::move(capture));
}

void Archive::note(Capture added) {
    if (added.is_revisit && !resolve(added)) return;
    captures_.push_back(std::move(added));
    const Capture& capture = captures_.back();
    Holdings& holdings = by_url_[capture.url];
    holdings.newest = &capture;
    if (capture.status == whole || capture.is_unmodified) holdings.newest_whole = &capture;
    if (!capture.is_revisit && !capture.payload_digest.empty())
        by_digest_.try_emplace(capture.payload_digest, &capture);
}

/// False if what it refers to is not in this archive.
bool Archive::resolve(Capture& revisit) const {
    revisit.is_unmodified = revisit.status == not_modified;
    const Capture* held = confirmed(revisit.url, revisit.status, revisit.payload_digest);
    if (held != nullptr) {
        revisit.base_offset = held->base_offset;
        revisit.payload_offset = held->payload_offset;
        revisit.payload_digest = held->payload_digest;
        revisit.media_type = held->media_type;
        return true;
    }
    const auto same = by_digest_.find(revisit.payload_digest);
    if (same == by_digest_.end()) return false;
    revisit.payload_offset = same->second->offset;
    if (revisit.media_type.empty()) revisit.media_type = same->second->media_type;
    return true;
}

/// What an address has brought before and now brings again; null if it is something new.
const Capture* Archive::confirmed(std::string_view url, int status, std::string_view payload_digest) const {
    const auto known = by_url_.find(url);
    if (known == by_url_.end() || known->second.newest_whole == nullptr) return nullptr;
    const Capture* held = known->second.newest_whole;
    const bool is_same = status == not_modified || (status == whole && payload_digest == held->payload_digest);
    return is_same ? held : nullptr;
}

std::optional<Capture> Archive::newest(const Url& url) const {
    const std::lock_guard lock(mutex_);
    const auto known = by_url_.find(key_of(url));
    return known == by_url_.end() ? std::nullopt : std::optional<Capture>(*known->second.newest);
}

std::optional<Capture> Archive::newest_whole(const Url& url) const {
    const std::lock_guard lock(mutex_);
    const auto known = by_url_.find(key_of(url));
    if (known == by_url_.end() || known->second.newest_whole == nullptr) return std::nullopt;
    return *known->second.newest_whole;
}

bool Archive::is_of_this_run(const Capture& capture) const {
    return capture.offset >= run_start_ && clock_() - capture.time < longest_interruption;
}

Result<WarcRecord> Archive::record_at(std::uint64_t offset) const {
    WarcStep step = WarcReader(*file_, offset, record_limit).next();
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

Result<Answer> Archive::load(const Capture& capture) const {
    Result<Answer> answer = answer_at(capture.base_offset);
    if (!answer) return answer;
    if (answer->url.text() != capture.url)  // an index that lies
        return fail(ErrorKind::unreadable,
                    fmt::format("{}: another address stands at byte {}", path_.string(), capture.base_offset));
    if (capture.offset != capture.base_offset) {
        Result<Answer> confirmation = answer_at(capture.offset);
        if (!confirmation) return confirmation;
        if (confirmation->status == not_modified)
            freshen(*answer, confirmation->headers);
        else
            answer->headers = std::move(confirmation->headers);  // the same bytes, sent whole
    }
    if (capture.payload_offset != capture.base_offset) {
        Result<Answer> held = answer_at(capture.payload_offset);
        if (!held) return held;
        answer->body = std::move(held->body);
    }
    return answer;
}

std::optional<Archive::Written> Archive::referring(const Answer& answer, std::uint64_t offset,
                                                   const Capture& held) const {
    if (answer.status == whole) {  // digests of other crawlers are not to be believed
        const Result<Answer> payload = answer_at(held.payload_offset);
        if (!payload || payload->body != answer.body) return std::nullopt;
    }
    const WarcStep step = WarcReader(*file_, offset, head_size).next();
    if (step.kind != WarcStep::Kind::record) return std::nullopt;
    const std::optional<DateTime> time = parse_date(step.record.field("WARC-Date"));
    const WarcReference original{identifier_of(step.record), std::string(step.record.field("WARC-Target-URI")),
                                 time ? time->utc() : held.time};
    WarcExchange made = warc_revisit(answer, original, held.payload_digest);
    const bool is_same_page = held.url == answer.url.text();
    Kept kept = is_same_page ? Kept{original.record, original.time} : Kept{made.record, answer.time};
    return Written{std::move(made), std::move(kept), true};
}

Archive::Written Archive::written(const Answer& answer) const {
    const std::string digest = warc_digest(answer.body);
    std::optional<Written> reference;
    const auto same = answer.status == whole && !answer.body.empty() ? by_digest_.find(digest) : by_digest_.end();
    if (const Capture* held = confirmed(answer.url.text(), answer.status, digest))
        reference = referring(answer, held->base_offset, *held);
    else if (same != by_digest_.end() && same->second->status == whole)
        reference = referring(answer, same->second->offset, *same->second);
    if (reference) return *std::move(reference);
    WarcExchange made = warc_response(answer);
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
    const Result<std::uint64_t> begun = append_bytes(warc_info(program_name, clock_()));
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
    Capture capture = capture_of(answer, made.exchange.payload_digest, made.is_revisit);
    capture.offset = capture.base_offset = capture.payload_offset = *offset;
    capture.length = made.exchange.size;
    note(std::move(capture));
    return std::move(made.kept);
}

Status Archive::complete() {
    const std::lock_guard lock(mutex_);
    if (!file_ || mode_ == SharedFile::Mode::read) return {};
    if (Status status = catch_up(); !status) return status;
    const Result<std::uint64_t> offset = append_bytes(warc_mark(run_end, clock_()));
    if (!offset) return fail(offset.error());
    run_start_ = last_mark_ = end_;
    file_->flush();
    const std::vector<Capture> captures(captures_.begin(), captures_.end());
    return write_file(index_of(path_), cdxj_text(captures, path_.filename().string()));
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
