#include "e2e/book.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace blogbind::testing {

std::vector<BookFile> read_book(const std::filesystem::path& path) {
    int error = 0;
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open(path.c_str(), ZIP_RDONLY, &error),
                                                                 zip_discard);
    if (!archive) throw std::runtime_error(path.filename().string() + " is no ZIP file");
    std::vector<BookFile> files;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry{};
        zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &entry);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> stream(
            zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0), zip_fclose);
        BookFile file{entry.name, std::string(entry.size, '\0')};
        if (!stream || zip_fread(stream.get(), file.text.data(), entry.size) != static_cast<zip_int64_t>(entry.size))
            throw std::runtime_error(path.filename().string() + ": " + file.name + " cannot be read");
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace blogbind::testing
