#include "archive/contents.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/references.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/shared_file.h"
#include "base/utf8.h"
#include "base/zip_reader.h"

namespace blogbind::archive {

namespace {

constexpr std::size_t head_size = 64;

Result<std::string> named_file(const ZipReader& zip, const std::string& name) {
    const ZipEntry* entry = zip.find(name);
    if (entry == nullptr) return fail(ErrorKind::unreadable, fmt::format("there is no {}", name));
    Result<std::string> bytes = zip.read(*entry);
    if (!bytes) return fail(bytes.error().kind, fmt::format("{}: {}", name, bytes.error().message));
    return bytes;
}

BookFile looked_at(const ZipReader& zip, const ZipEntry& entry, std::string media_type) {
    BookFile file;
    file.path = entry.name;
    file.media_type = std::move(media_type);
    const Result<std::string> bytes = zip.read(entry);
    if (!bytes) {
        file.damage = bytes.error().message;
        return file;
    }
    file.sha256 = sha256_hex(*bytes);
    file.head = bytes->substr(0, head_size);
    file.is_text = is_valid_utf8(*bytes) && bytes->find('\0') == std::string::npos;
    note_references(*bytes, file);
    return file;
}

std::map<std::string, std::string> media_types(const BookContents& contents) {
    std::map<std::string, std::string> types;
    if (contents.package)
        for (const PackageItem& item : contents.package->manifest)
            types.emplace(contents.path_from_package(item.href), item.media_type);
    return types;
}

void read_package_and_record(const ZipReader& zip, BookContents& contents) {
    contents.package_path = named_file(zip, "META-INF/container.xml").and_then(package_path);
    if (!contents.package_path) {
        contents.package = fail(contents.package_path.error());
        return;
    }
    contents.package = named_file(zip, *contents.package_path).and_then(read_package);
    if (!contents.package || contents.package->record.empty()) return;
    const std::string path = contents.path_from_package(contents.package->record);
    if (zip.find(path) != nullptr) contents.record = named_file(zip, path).and_then(read_record);
}

}  // namespace

const BookFile* BookContents::find(std::string_view path) const {
    const auto file = by_path.find(path);
    return file == by_path.end() ? nullptr : file->second;
}

std::string BookContents::path_from_package(std::string_view href) const {
    return target_path(package_path.value_or(""), href).value_or("");
}

Result<BookContents> read_contents(const std::filesystem::path& book) {
    const Result<ZipReader> zip = ZipReader::open(book);
    if (!zip) return fail(zip.error());
    BookContents contents;
    if (const auto file = SharedFile::open(book, SharedFile::Mode::read))
        contents.first_bytes = file->read(0, head_size).value_or("");
    read_package_and_record(*zip, contents);
    const std::map<std::string, std::string> types = media_types(contents);
    for (const ZipEntry& entry : zip->entries()) {
        const auto type = types.find(entry.name);
        contents.files.push_back(looked_at(*zip, entry, type == types.end() ? "" : type->second));
    }
    for (const BookFile& file : contents.files) contents.by_path.emplace(file.path, &file);
    return contents;
}

}  // namespace blogbind::archive
