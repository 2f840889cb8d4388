// The book's file, or standard output.
#include "cli/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "base/utf8.h"
#include "epub/container.h"

namespace blogbind::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_book = std::size_t{4} << 30;  // epub-output §1.1: no ZIP64

Result<std::size_t> write_to_standard_output(const epub::Publication& publication, const Spill& spill,
                                             unsigned threads) {
    const fs::path temporary = temporary_beside(fs::temp_directory_path() / "blogbind.epub");
    const Status written = epub::write_container(publication, spill, temporary, threads);
    Result<std::string> bytes = written ? read_file(temporary, largest_book) : fail(written.error());
    std::error_code ignored;
    fs::remove(temporary, ignored);
    if (!bytes) return fail(bytes.error());
    if (std::fwrite(bytes->data(), 1, bytes->size(), stdout) != bytes->size() || std::fflush(stdout) != 0)
        return fail(ErrorKind::unwritable, "standard output was closed before the whole book was written");
    return bytes->size();
}

}  // namespace

fs::path output_path(const std::string& wanted, const std::string& title) {
    if (!wanted.empty()) return wanted;
    const std::string name = slug(title);
    return (name.empty() ? "book" : name) + ".epub";
}

fs::path volume_path(const fs::path& book, int volume) {
    fs::path path = book;
    path.replace_filename(book.stem().string() + fmt::format("-{}", volume) + book.extension().string());
    return path;
}

fs::path kepub_path(const fs::path& book) {
    fs::path twin = book;
    if (twin.extension() == ".epub") twin.replace_extension();
    return twin += ".kepub.epub";
}

Status check_output(const std::string& wanted) {
    if (wanted == "-") return {};
    const fs::path path = wanted.empty() ? fs::path("book.epub") : fs::path(wanted);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(ErrorKind::unwritable, fmt::format("{}: there is no folder {}", path.string(), folder.string()));
    if (!wanted.empty() && fs::is_directory(path, error))
        return fail(ErrorKind::unwritable, fmt::format("{} is a folder; name a file", path.string()));
    if (access(folder.c_str(), W_OK) != 0)
        return fail(ErrorKind::unwritable,
                    fmt::format("{}: the folder {} cannot be written", path.string(), folder.string()));
    return {};
}

Result<std::size_t> write_book(const epub::Publication& publication, const Spill& spill, const fs::path& path,
                               unsigned threads) {
    if (path == "-") return write_to_standard_output(publication, spill, threads);
    const Status written = epub::write_container(publication, spill, path, threads);
    if (!written) return fail(written.error());
    std::error_code ignored;
    return static_cast<std::size_t>(fs::file_size(path, ignored));
}

}  // namespace blogbind::cli
