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

/// The digests of what was sent, decoded, and of the posts told in it; none if the record holds no page.
std::vector<std::string> digests_in(const WarcRecord& record, const PostDigests& posts_in) {
    if (record.field("WARC-Type") != "response") return {};
    Result<Answer> answer = warc_answer(record);
    if (!answer || !is_page(answer->header("content-type"))) return {};
    const std::string encoding(answer->header("content-encoding"));
    Result<std::string> page =
        encoding.empty() ? std::move(answer->body) : decoded_content(answer->body, encoding, largest_page);
    if (!page) return {};
    std::vector<std::string> digests;
    if (posts_in) digests = posts_in(answer->header("content-type"), *page);
    digests.push_back(sha256_hex(*page));
    return digests;
}

/// Those of `wanted` that are the digests of pages or posts in the archive. A torn end is as good as the end.
Result<Digests> digests_found(const Proof& proof, const Digests& wanted) {
    const std::filesystem::path& archive = proof.archive;
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
        for (std::string& digest : digests_in(step.record, proof.posts_in))
            if (wanted.contains(digest)) found.insert(std::move(digest));
    }
    return found;
}

std::string missing_proof(const RecordedChapter& chapter) {
    if (!chapter.source_file.empty())
        return fmt::format("the chapter “{}” was made of a file, not of something archived", chapter.title);
    return fmt::format("the page that the chapter “{}” was made of is not in the archive", chapter.title);
}

}  // namespace

Status check_archive(const BookContents& book, const Proof& proof, Verification& verification) {
    Digests wanted;
    const bool has_record = book.record && *book.record;
    if (has_record)
        for (const RecordedChapter& chapter : (*book.record)->chapters)
            if (!chapter.source_sha256.empty()) wanted.insert(chapter.source_sha256);
    const Result<Digests> found = digests_found(proof, wanted);
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
