#include "cli/drawn_picture.h"

#include "base/hash.h"

namespace blogbind::cli {

Result<Resource> drawn_picture(const media::Picture& picture, const std::string& path, Spill& spill) {
    const Result<Spill::Piece> piece = spill.append(picture.bytes);
    if (!piece) return fail(piece.error());
    Resource resource;
    resource.path = path + (picture.media_type == "image/png" ? ".png" : ".jpg");
    resource.media_type = picture.media_type;
    resource.bytes = *piece;
    resource.sha256 = sha256_hex(picture.bytes);
    resource.width = picture.width;
    resource.height = picture.height;
    return resource;
}

void lose_drawing(Book& book, IssueCode code, const std::string& reason, Report& report) {
    report.add(code, book.metadata.title, reason);
    book.losses.push_back(report.issues().back());
}

}  // namespace blogbind::cli
