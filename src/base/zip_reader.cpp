#include "base/zip_reader.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/archive_names.h"
#include "base/late_library.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;

/// What is used of libzip.
struct Zip {
    LateLibrary library{BLOGBIND_LIBZIP};
    decltype(&zip_open) open = library["zip_open"];
    decltype(&zip_discard) discard = library["zip_discard"];
    decltype(&zip_get_num_entries) get_num_entries = library["zip_get_num_entries"];
    decltype(&zip_get_error) get_error = library["zip_get_error"];
    decltype(&zip_error_code_zip) error_code_zip = library["zip_error_code_zip"];
    decltype(&zip_error_init_with_code) error_init_with_code = library["zip_error_init_with_code"];
    decltype(&zip_error_strerror) error_strerror = library["zip_error_strerror"];
    decltype(&zip_error_fini) error_fini = library["zip_error_fini"];
    decltype(&zip_stat_index) stat_index = library["zip_stat_index"];
    decltype(&zip_fopen_index) fopen_index = library["zip_fopen_index"];
    decltype(&zip_fread) fread = library["zip_fread"];
    decltype(&zip_fseek) fseek = library["zip_fseek"];
    decltype(&zip_fclose) fclose = library["zip_fclose"];
    bool is_usable = library.is_complete();
};

const Zip& zip() {
    static const Zip loaded;
    return loaded;
}

// "/etc/passwd", "a/../../b", "..\b": not the name of anything in a ZIP file.
bool leads_out(std::string_view name) {
    const std::string path = replaced(name, "\\", "/");
    const std::vector<std::string_view> parts = split(path, '/');
    return parts.front().empty() || std::ranges::find(parts, "..") != parts.end();
}

/// What is wrong before a byte is read; empty if nothing is.
Status check_file(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) return fail(ErrorKind::not_found, fmt::format("{}: there is no such file", path.string()));
    if (fs::is_directory(status)) return fail(ErrorKind::unreadable, fmt::format("{} is a folder", path.string()));
    if (fs::is_regular_file(status) && fs::file_size(path, error) == 0)
        return fail(ErrorKind::unreadable, fmt::format("{} is empty", path.string()));
    return {};
}

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip().fclose(file); }
};

std::string words(int code) {
    zip_error_t error;
    zip().error_init_with_code(&error, code);
    std::string text = zip().error_strerror(&error);
    zip().error_fini(&error);
    if (!text.empty()) text.front() = ascii_lower(text.front());
    return text;
}

}  // namespace

struct ZipReader::Handle {
    fs::path path;
    zip_t* archive = nullptr;
    ~Handle() { zip().discard(archive); }
};

ZipReader::ZipReader(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
ZipReader::ZipReader(ZipReader&& other) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&& other) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(const fs::path& path, const ZipLimits& limits) {
    if (const Status sound = check_file(path); !sound) return fail(sound.error());
    if (!zip().is_usable) return fail(ErrorKind::unreadable, fmt::format("{}: libzip cannot be used", path.string()));
    int code = 0;
    zip_t* archive = zip().open(path.c_str(), ZIP_RDONLY, &code);
    if (archive == nullptr) {
        const bool foreign = code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS;
        return fail(ErrorKind::unreadable, foreign ? fmt::format("{} is no ZIP file, or not a whole one", path.string())
                                                   : fmt::format("{}: {}", path.string(), words(code)));
    }
    ZipReader reader(std::make_unique<Handle>(path, archive));
    if (const Status listed = reader.list(limits); !listed)
        return fail(listed.error().kind, fmt::format("{}: {}", path.string(), listed.error().message));
    return reader;
}

Status ZipReader::list(const ZipLimits& limits) {
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip().get_num_entries(handle_->archive, 0), 0));
    if (count > limits.entries)
        return fail(ErrorKind::refused, fmt::format("it has {} entries, allowed are {}", count, limits.entries));
    std::vector<std::string> names;
    std::uint64_t total = 0;
    for (zip_uint64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        if (zip().stat_index(handle_->archive, index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
            return fail(ErrorKind::unreadable, "its directory is damaged");
        names.emplace_back(stat.name);
        if (stat.size > limits.entry_size || (total += stat.size) > limits.total_size)
            return fail(ErrorKind::refused, fmt::format("{} is too large", repaired_utf8(names.back()).text));
        entries_.push_back({{}, index, stat.size, stat.comp_method == ZIP_CM_STORE});
    }
    return name_entries(std::move(names));
}

Status ZipReader::name_entries(std::vector<std::string> names) {
    names = readable_names(std::move(names));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (leads_out(names[i]))
            return fail(ErrorKind::refused, fmt::format("the name “{}” leads out of it", names[i]));
        entries_[i].name = std::move(names[i]);
    }
    std::erase_if(entries_, [](const ZipEntry& entry) { return entry.name.ends_with('/'); });
    return {};
}

const ZipEntry* ZipReader::find(std::string_view name) const {
    const auto entry = std::ranges::find(entries_, name, &ZipEntry::name);
    return entry == entries_.end() ? nullptr : &*entry;
}

Result<std::string> ZipReader::read(const ZipEntry& entry, bool whole) const {
    zip_stat_t stat;
    if (zip().stat_index(handle_->archive, entry.index, 0, &stat) == 0 && stat.encryption_method != ZIP_EM_NONE)
        return fail(ErrorKind::refused, "it is encrypted");
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip().fopen_index(handle_->archive, entry.index, 0));
    if (!file) return fail(ErrorKind::unreadable, words(zip().error_code_zip(zip().get_error(handle_->archive))));
    std::string bytes(entry.size, '\0');
    std::size_t filled = 0;
    // libzip compares the checksum when it is asked for more than there is.
    for (char beyond = 0;;) {
        const bool full = filled == bytes.size();
        if (full && !whole) return bytes;
        const zip_int64_t count = full ? zip().fread(file.get(), &beyond, 1)
                                       : zip().fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0) return fail(ErrorKind::unreadable, "its bytes are damaged");
        if (count == 0 && full) return bytes;
        if (count == 0 || full) return fail(ErrorKind::unreadable, "it is not as long as it should be");
        filled += static_cast<std::size_t>(count);
    }
}

Result<std::string> ZipReader::read_at(const ZipEntry& entry, std::uint64_t offset, std::size_t size) const {
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip().fopen_index(handle_->archive, entry.index, 0));
    if (!file) return fail(ErrorKind::unreadable, words(zip().error_code_zip(zip().get_error(handle_->archive))));
    if (zip().fseek(file.get(), static_cast<zip_int64_t>(offset), SEEK_SET) != 0)
        return fail(ErrorKind::unreadable, "it is packed, so that it cannot be read from its middle");
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const zip_int64_t count = zip().fread(file.get(), bytes.data() + filled, size - filled);
        if (count < 0) return fail(ErrorKind::unreadable, "its bytes are damaged");
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace blogbind
