#include "epub/kepub.h"

#include "epub/kobo_spans.h"
#include "epub/provenance.h"

namespace blogbind::epub {

Publication kepub_twin(Publication publication, const Book& book) {
    for (ContainerFile& file : publication.files)
        if (auto* text = std::get_if<std::string>(&file.bytes); text != nullptr && file.path.ends_with(".xhtml"))
            *text = with_kobo_spans(*text);
    publication.files.pop_back();  // the record is the last of them
    publication.files.push_back(
        {.path = std::string(provenance_path), .bytes = provenance_record(book, publication.files)});
    return publication;
}

}  // namespace blogbind::epub
