#include "cli/edition.h"

#include <utility>

#include "epub/kepub.h"

namespace blogbind::cli {

Result<Edition> edition_of(const Book& book, const TemplateSet& templates, Twin twin, Spill& spill, Draft draft) {
    Result<epub::Publication> publication = draft ? *std::move(draft) : epub::render(book, templates, spill);
    if (!publication) return fail(publication.error());
    if (const Status sound = epub::self_check(*publication, spill); !sound) return fail(sound.error());
    Edition edition{.book = *std::move(publication), .twin = {}};
    if (twin == Twin::none) return edition;
    Result<epub::Publication> kepub = epub::kepub_twin(edition.book, book, spill);
    if (!kepub) return fail(kepub.error());
    if (const Status sound = epub::self_check(*kepub, spill); !sound) return fail(sound.error());
    edition.twin = *std::move(kepub);
    return edition;
}

Result<std::vector<WrittenFile>> write_edition(const Edition& edition, const Spill& spill,
                                               const std::filesystem::path& path, unsigned threads) {
    std::vector<WrittenFile> files;
    const auto write = [&](const epub::Publication& publication, const std::filesystem::path& target) -> Status {
        const Result<std::size_t> size = write_book(publication, spill, target, threads);
        if (!size) return fail(size.error());
        files.push_back({target.string(), *size});
        return {};
    };
    if (const Status written = write(edition.book, path); !written) return fail(written.error());
    if (!edition.twin) return files;
    if (const Status written = write(*edition.twin, kepub_path(path)); !written) return fail(written.error());
    return files;
}

}  // namespace blogbind::cli
