// The ZIP container. EPUB 3.3, https://www.w3.org/TR/epub-33/#sec-container-zip
#include <fmt/format.h>

#include "archive/checks.h"

namespace blogbind::archive {

namespace {

constexpr std::string_view epub_media_type = "application/epub+zip";

/// #sec-zip-container-mime: stored (zeros at 8) and without an extra field (zeros at 28), so that the text stands at
/// byte 38, where programs look for it.
bool begins_as_it_must(const BookContents& book) {
    constexpr std::string_view none("\0\0", 2);
    const std::string_view bytes = book.first_bytes;
    const BookFile* file = book.find("mimetype");
    return bytes.size() > 58 && bytes.substr(8, 2) == none && bytes.substr(28, 2) == none &&
           bytes.substr(30, 8) == "mimetype" && bytes.substr(38, epub_media_type.size()) == epub_media_type &&
           file != nullptr && file->head == epub_media_type;
}

}  // namespace

void check_container(const BookContents& book, Verification& verification) {
    const auto wrong = [&](std::string where, std::string message) {
        verification.add(Check::container, std::move(where), std::move(message));
    };
    const bool is_epub = book.package_path.has_value();
    if (is_epub && !begins_as_it_must(book))
        wrong("mimetype", "does not stand first, stored, with the text application/epub+zip and nothing else");
    std::set<std::string_view> names;
    for (const BookFile& file : book.files) {
        if (!names.insert(file.path).second) wrong(file.path, "stands twice in the container");
        if (!file.damage.empty()) wrong(file.path, file.damage);
    }
    if (!is_epub) wrong("", fmt::format("it is no EPUB: {}", book.package_path.error().message));
    verification.made(Check::container, fmt::format("{} files", book.files.size()));
}

}  // namespace blogbind::archive
