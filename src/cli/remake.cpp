#include "cli/remake.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "archive/contents.h"
#include "base/program.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/making.h"

namespace blogbind::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, which goes with all that is in it.
class Workbench {
  public:
    Workbench() {
        std::string name = (fs::temp_directory_path() / "blogbind-XXXXXX").string();
        if (mkdtemp(name.data()) != nullptr) folder_ = name;
    }
    ~Workbench() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;
    [[nodiscard]] const fs::path& folder() const { return folder_; }

  private:
    fs::path folder_;
};

/// As the book was asked for, but of the archive alone, and without a word.
Options from_archive_alone(Options options, const Options& given, const fs::path& output) {
    options.earlier.reset();
    options.output = output.string();
    options.archive = given.against;
    options.no_archive = false;
    options.replay = ReplayRules::Mode::offline;
    options.verbosity = Verbosity::quiet;
    return options;
}

Result<archive::BookContents> recorded_contents(const fs::path& book) {
    Result<archive::BookContents> contents = archive::read_contents(book);
    if (contents && (!contents->record || !*contents->record)) return fail(ErrorKind::unreadable, "it has no record");
    return contents;
}

RemadeChapters compared(const archive::BookContents& bound, const archive::BookRecord& again) {
    RemadeChapters remade;
    for (const archive::RecordedChapter& chapter : (*bound.record)->chapters) {
        const auto twin = std::ranges::find_if(again.chapters, [&](const archive::RecordedChapter& other) {
            return other.file.path == chapter.file.path;
        });
        if (twin == again.chapters.end())
            ++remade.unlisted;
        else if (twin->file.sha256 != chapter.file.sha256)
            remade.differing.push_back({bound.path_from_package(chapter.file.path), chapter.title});
    }
    return remade;
}

}  // namespace

Result<RemadeChapters> remade_chapters(const std::string& book, const Options& given) {
    auto options = options_that_made(book, given);
    if (!options) return fail(options.error());
    if (options->earlier->version != program_version())
        return fail(ErrorKind::unreadable, "another version of this program bound it");
    const Workbench bench;
    const fs::path output = bench.folder() / "book.epub";
    if (bench.folder().empty()) return fail(ErrorKind::unwritable, "there is no room for temporary files");
    Terminal terminal(Verbosity::quiet);
    const int code = bind(from_archive_alone(*std::move(options), given, output), terminal);
    if (code != success && code != book_with_losses)
        return fail(ErrorKind::unreadable, "the archive does not give a book");
    const auto bound = recorded_contents(book), again = recorded_contents(output);
    if (!bound || !again) return fail((bound ? again : bound).error());
    return compared(*bound, **again->record);
}

}  // namespace blogbind::cli
