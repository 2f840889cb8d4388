#include "epub/kepub.h"

#include <utility>

#include "epub/kobo_spans.h"
#include "epub/provenance.h"

namespace blogbind::epub {

Result<Publication> kepub_twin(Publication publication, const Book& book, Spill& spill) {
    for (ContainerFile& file : publication.files) {
        if (!file.path.ends_with(".xhtml")) continue;
        const Result<Spill::Piece> piece = spill.append(with_kobo_spans(bytes_of(file, spill)));
        if (!piece) return fail(piece.error());
        file.bytes = *piece;
    }
    ContainerFile record = std::move(publication.files.back());
    publication.files.pop_back();
    const Result<Spill::Piece> piece = spill.append(provenance_record(book, publication.files, spill));
    if (!piece) return fail(piece.error());
    record.bytes = *piece;
    publication.files.push_back(std::move(record));
    return publication;
}

}  // namespace blogbind::epub
