// The book against a web archive: is what each chapter was made of among the responses that it holds?
#include <fmt/format.h>

#include <algorithm>

#include "archive/checks.h"
#include "base/hash.h"
#include "base/shared_file.h"
#include "net/content_encoding.h"
#include "net/warc_reader.h"

namespace blogbind::archive {

namespace {

constexpr std::size_t largest_page = 32U << 20;

using Digests = std::set<std::string, std::less<>>;

bool is_page(std::string_view media_type) {
    constexpr std::string_view others[] = {"image/", "audio/", "video/", "font/"};
    return std::ranges::none_of(others, [&](std::string_view other) { return media_type.starts_with(other); });
}

/// The digest of what was sent, decoded; empty if the record holds no page.
std::string page_digest(const WarcRecord& record) {
    if (record.field("WARC-Type") != "response") return {};
    const Result<Answer> answer = warc_answer(record);
    if (!answer || !is_page(answer->header("content-type"))) return {};
    const std::string_view encoding = answer->header("content-encoding");
    if (encoding.empty()) return sha256_hex(answer->body);
    const Result<std::string> page = decoded_content(answer->body, encoding, largest_page);
    return page ? sha256_hex(*page) : std::string();
}

/// Those of `wanted` that are the digests of pages in the archive. A torn end is as good as the end.
Result<Digests> digests_found(const std::filesystem::path& archive, const Digests& wanted) {
    const Result<SharedFile> file = SharedFile::open(archive, SharedFile::Mode::read);
    if (!file) return fail(file.error());
    Digests found;
    WarcReader reader(*file, 0, largest_page);
    for (WarcStep step = reader.next(); found.size() < wanted.size(); step = reader.next()) {
        if (step.kind == WarcStep::Kind::damaged || (step.kind == WarcStep::Kind::torn && step.record.offset == 0))
            return fail(ErrorKind::unreadable,
                        step.record.offset == 0
                            ? fmt::format("{} is no WARC file", archive.string())
                            : fmt::format("{} is damaged at byte {}", archive.string(), step.record.offset));
        if (step.kind != WarcStep::Kind::record) break;
        if (std::string digest = page_digest(step.record); wanted.contains(digest)) found.insert(std::move(digest));
    }
    return found;
}

std::string missing_proof(const RecordedChapter& chapter) {
    if (!chapter.source_file.empty())
        return fmt::format("the chapter “{}” was made of a file, not of something archived", chapter.title);
    return fmt::format("the page that the chapter “{}” was made of is not in the archive", chapter.title);
}

}  // namespace

Status check_archive(const BookContents& book, const std::filesystem::path& archive, Verification& verification) {
    Digests wanted;
    const bool has_record = book.record && *book.record;
    if (has_record)
        for (const RecordedChapter& chapter : (*book.record)->chapters)
            if (!chapter.source_sha256.empty()) wanted.insert(chapter.source_sha256);
    const Result<Digests> found = digests_found(archive, wanted);
    if (!found) return fail(found.error());
    if (!has_record) {
        verification.add(Check::archive, "", "the book has no record that says what it was made of");
        return {};
    }
    const std::vector<RecordedChapter>& chapters = (*book.record)->chapters;
    for (const RecordedChapter& chapter : chapters)
        if (!found->contains(chapter.source_sha256))
            verification.add(Check::archive, book.path_from_package(chapter.file.path), missing_proof(chapter));
    verification.made(Check::archive, fmt::format("it holds what all {} chapters were made of", chapters.size()));
    return {};
}

}  // namespace blogbind::archive
