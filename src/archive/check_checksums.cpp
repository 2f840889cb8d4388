// The book against its own record: is each file as it was when it was bound?
#include <fmt/format.h>

#include "archive/checks.h"

namespace blogbind::archive {

namespace {

class ChecksumCheck {
  public:
    ChecksumCheck(const BookContents& book, const BookRecord& record, Verification& verification)
        : book_(book), record_(record), verification_(verification) {}

    void run() {
        for (const RecordedChapter& chapter : record_.chapters)
            compare(chapter.file, fmt::format("the chapter “{}”", chapter.title));
        for (const RecordedPicture& picture : record_.pictures) compare(picture.file, "this picture");
        for (const RecordedFile& file : record_.files) compare(file, "this file");
        added_files();
        verification_.made(Check::checksums, fmt::format("{} files as they were bound", expected_.size()));
    }

  private:
    void compare(const RecordedFile& recorded, std::string_view what) {
        const std::string path = book_.path_from_package(recorded.path);
        expected_.insert(path);
        const BookFile* file = book_.find(path);
        if (file == nullptr) {
            verification_.add(Check::checksums, path, fmt::format("{} is missing", what));
        } else if (!recorded.sha256.empty() && file->sha256 != recorded.sha256) {
            verification_.add(Check::checksums, path, fmt::format("{} is not what was bound", what));
        }
    }

    void added_files() {
        const std::string record = book_.path_from_package(book_.package->record);
        for (const BookFile& file : book_.files)
            if (file.path != "mimetype" && file.path != record && !expected_.contains(file.path))
                verification_.add(Check::checksums, file.path, "this file was not in the book when it was bound");
    }

    const BookContents& book_;
    const BookRecord& record_;
    Verification& verification_;
    std::set<std::string> expected_;
};

}  // namespace

void check_checksums(const BookContents& book, Verification& verification) {
    const auto unknown = [&](std::string why) { verification.not_made(Check::checksums, std::move(why)); };
    if (!book.package) return unknown("there is no package document");
    if (!book.record) return unknown("the book has no record of its making");
    const Result<BookRecord>& record = *book.record;
    if (!record) {
        const std::string path = book.path_from_package(book.package->record);
        return verification.add(Check::checksums, path,
                                fmt::format("the record cannot be read: {}", record.error().message));
    }
    if (!record->has_checksums()) return unknown("the book's record has no checksums");
    ChecksumCheck(book, *record, verification).run();
}

}  // namespace blogbind::archive
