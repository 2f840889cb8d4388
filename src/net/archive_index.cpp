// Which answers an archive holds: from its index, and from the files themselves.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "net/archive_parts.h"
#include "net/cdx.h"
#include "net/warc_reader.h"

namespace blogbind {

namespace {

constexpr std::size_t search_size = 1U << 20;
constexpr int most_tries = 1000;
constexpr std::uint64_t first_record_size = 1000;  // our warcinfo is shorter
constexpr std::size_t index_limit = 512U << 20;

tl::unexpected<Error> damage(const std::filesystem::path& path, std::uint64_t offset) {
    return fail(ErrorKind::unreadable, fmt::format("{}: no WARC record stands at byte {}; choose another file with "
                                                   "--archive",
                                                   path.string(), offset));
}

/// What is no whole record may be what a killed program or a power failure has left of the last one, or there are
/// others behind it, and nobody may cut them off.
bool is_last_record(const ByteSource& file, std::uint64_t offset, std::uint64_t size) {
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
        if (WarcReader(file, at + found, record_head_size).next().kind == WarcStep::Kind::record) return false;
        at += found + 1;
    }
    return true;
}

std::size_t lines_of(std::string_view text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

std::string damage_in(const WarcFiles::Place& place, std::uint64_t offset) {
    const Result<std::string> first = place.file->bytes->read(0, 2);
    if (offset == place.start && first && *first == "\x1f\x8b")
        return place.file->name + " is damaged from its first record on";
    return fmt::format("{} is no WARC file from byte {} on", place.file->name, offset - place.start);
}

}  // namespace

std::filesystem::path index_of(const std::filesystem::path& path) { return path.string() + ".cdxj"; }

/// `facts`: what the answer itself does not tell.
void Archive::add(const Answer& answer, CaptureFacts facts) {
    const std::string_view type = answer.header("content-type");
    const std::string media_type = ascii_lowered(trimmed(type.substr(0, type.find(';'))));
    facts.time = answer.time;
    facts.status = answer.status;
    facts.media_type = media_type;
    facts.url = answer.url.text();
    captures_.add(facts);
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
    CaptureFacts last;
    std::string last_url;
    each_indexed(*text, [&](const IndexedCapture& line) {
        captures_.add(line.facts);
        if (line.facts.offset >= last.offset) last = line.facts, last_url = last.url;
    });
    const WarcStep step = WarcReader(bytes(), last.offset, record_head_size).next();
    const bool fits = step.kind == WarcStep::Kind::record && step.record.length == last.length &&
                      step.record.field("WARC-Target-URI") == last_url;
    if (!fits) {
        captures_ = {};
        return;
    }
    end_ = last.offset + last.length;
    captures_.settle();
    if (captures_.size() == lines_of(*text)) indexed_ = captures_.size();
}

/// Lines that stood there when it was read, and still do, are not made once more.
Status Archive::write_index() {
    std::string index = indexed_ > 0 ? read_file(index_of(path_), index_limit).value_or("") : "";
    if (lines_of(index) != indexed_) index.clear(), indexed_ = 0;
    std::vector<std::string> lines;
    for (std::size_t i = indexed_; i < captures_.size(); ++i)
        lines.push_back(cdxj_line(captures_[i], path_.filename().string()));
    indexed_ = captures_.size();
    return write_file(index_of(path_), with_lines(index, std::move(lines)));
}

/// Takes in what is not known yet and stands before `until`.
Status Archive::read_records(std::uint64_t until) {
    for (;;) {
        const std::uint64_t size = file_->size();
        if (end_ >= std::min(size, until)) return {};
        WarcStep step = WarcReader(bytes(), end_, record_head_size).next();
        if (step.kind == WarcStep::Kind::end) return {};
        if (step.kind == WarcStep::Kind::record) {
            end_ = step.record.offset + step.record.length;
            add_record(std::move(step.record));
            captures_.settle();
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

void Archive::add_record(WarcRecord record) {
    const std::string type(record.field("WARC-Type")), digest(record.field("WARC-Payload-Digest"));
    const std::uint64_t offset = record.offset, length = record.length;
    if (type == "metadata" && record.block.starts_with(run_end)) last_mark_ = offset + length;
    if (type != "response" && type != "revisit") return;
    const Result<Answer> answer = warc_answer(std::move(record));
    if (!answer) return;
    add(*answer, {.offset = offset, .length = length, .is_revisit = type == "revisit", .payload_digest = digest});
}

Status Archive::read_crawl(const std::vector<std::string>& indexes) {
    std::map<std::string_view, const WarcFiles::Place*> places;
    for (const WarcFiles::Place& place : crawl_->places()) places.emplace(place.file->name, &place);
    std::set<const WarcFiles::Place*> indexed;
    for (const std::string& text : indexes)
        each_indexed(text, [&](const IndexedCapture& line) {
            const auto place = places.find(line.file);
            if (place == places.end()) return;
            indexed.insert(place->second);
            CaptureFacts facts = line.facts;
            facts.offset += place->second->start;
            captures_.add(facts);
        });
    for (const WarcFiles::Place& place : crawl_->places())
        if (!indexed.contains(&place))
            if (Status status = read_through(place); !status) damages_.push_back(status.error().message);
    if (const std::size_t lost = captures_.settle(); lost > 0)
        damages_.push_back(fmt::format("{}: {} records refer to others that are not there", path_.string(), lost));
    if (captures_.size() > 0) return {};
    return fail(ErrorKind::unreadable, damages_.empty() ? path_.string() + " holds no pages" : damages_.front());
}

Status Archive::read_through(const WarcFiles::Place& place) {
    for (end_ = place.start; end_ < place.end;) {
        WarcStep step = WarcReader(bytes(), end_, record_head_size).next();
        if (step.kind == WarcStep::Kind::end) break;
        if (step.kind != WarcStep::Kind::record) return fail(ErrorKind::unreadable, damage_in(place, end_));
        end_ = step.record.offset + step.record.length;
        add_record(std::move(step.record));
    }
    return {};
}

}  // namespace blogbind
