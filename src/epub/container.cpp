// Written by libzip, whose own compressor and clock are kept out: the same book is the same bytes everywhere.
#include "epub/container.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/late_library.h"
#include "epub/deflated.h"

namespace blogbind::epub {

namespace {

constexpr std::string_view media_type = "application/epub+zip";
constexpr zip_uint16_t dos_1980_01_01 = 0x0021;
constexpr zip_uint32_t usual_level = 6;            // others are told in flags, which some readers do not know
constexpr std::size_t bytes_of_headers = 30 + 46;  // local and central, without the name that each of them holds
constexpr std::size_t bytes_of_end = 22;           // of the central directory
constexpr std::size_t piece_size = 1U << 16;

/// What is used of libzip.
struct Zip {
    LateLibrary library{BLOGBIND_LIBZIP};
    decltype(&zip_open) open = library["zip_open"];
    decltype(&zip_close) close = library["zip_close"];
    decltype(&zip_discard) discard = library["zip_discard"];
    decltype(&zip_get_error) get_error = library["zip_get_error"];
    decltype(&zip_error_init_with_code) error_init_with_code = library["zip_error_init_with_code"];
    decltype(&zip_error_system_type) error_system_type = library["zip_error_system_type"];
    decltype(&zip_error_code_system) error_code_system = library["zip_error_code_system"];
    decltype(&zip_error_strerror) error_strerror = library["zip_error_strerror"];
    decltype(&zip_error_fini) error_fini = library["zip_error_fini"];
    decltype(&zip_file_add) file_add = library["zip_file_add"];
    decltype(&zip_file_set_dostime) file_set_dostime = library["zip_file_set_dostime"];
    decltype(&zip_file_set_external_attributes) file_set_external_attributes =
        library["zip_file_set_external_attributes"];
    decltype(&zip_set_file_compression) set_file_compression = library["zip_set_file_compression"];
    decltype(&zip_source_buffer) source_buffer = library["zip_source_buffer"];
    decltype(&zip_source_function) source_function = library["zip_source_function"];
    decltype(&zip_source_free) source_free = library["zip_source_free"];
    decltype(&zip_source_make_command_bitmap) source_make_command_bitmap = library["zip_source_make_command_bitmap"];
    decltype(&zip_stat_init) stat_init = library["zip_stat_init"];
    bool is_usable = library.is_complete();
};

const Zip& zip() {
    static const Zip loaded;
    return loaded;
}

/// One entry's bytes as libzip asks for them, when its turn comes.
class Entry {
  public:
    virtual ~Entry() = default;
    /// Everything that the local header says; called before anything is read.
    virtual bool describe(zip_stat_t& stat) = 0;
    virtual void rewind() = 0;
    /// Nothing will be read any more.
    virtual void release() {}
    /// How many bytes were copied to `out`; -1 if they cannot be had.
    virtual zip_int64_t read(char* out, std::size_t size) = 0;
};

void set_sizes(zip_stat_t& stat, zip_uint64_t size, zip_uint64_t compressed, zip_uint16_t method, zip_uint32_t crc) {
    stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC | ZIP_STAT_ENCRYPTION_METHOD |
                 ZIP_STAT_MTIME;
    stat.size = size;
    stat.comp_size = compressed;
    stat.comp_method = method;
    stat.crc = crc;
    stat.encryption_method = ZIP_EM_NONE;
    stat.mtime = 0;
}

/// A text or a font, which is compressed by the time it is wanted.
class DeflatedEntry : public Entry {
  public:
    explicit DeflatedEntry(DeflateAhead& source) : source_(source) {}
    bool describe(zip_stat_t& stat) override {
        if (!deflated_) deflated_ = source_.next();
        set_sizes(stat, deflated_->size, deflated_->bytes.size(), ZIP_CM_DEFLATE, deflated_->crc);
        return true;
    }
    void rewind() override { position_ = 0; }
    void release() override { std::string().swap(deflated_->bytes); }  // libzip reads every entry once
    zip_int64_t read(char* out, std::size_t size) override {
        const std::size_t count = std::min(size, deflated_->bytes.size() - position_);
        std::memcpy(out, deflated_->bytes.data() + position_, count);
        position_ += count;
        return static_cast<zip_int64_t>(count);
    }

  private:
    DeflateAhead& source_;
    std::optional<Deflated> deflated_;
    std::size_t position_ = 0;
};

/// A picture, which never is in memory as a whole.
class StoredEntry : public Entry {
  public:
    StoredEntry(const Spill& spill, Spill::Piece piece) : spill_(spill), piece_(piece) {}
    bool describe(zip_stat_t& stat) override {
        std::uint32_t crc = 0;
        for (std::uint64_t at = 0; at < piece_.size; at += piece_size) {
            const Result<std::string> bytes = spill_.read(piece_, at, piece_size);
            if (!bytes) return false;
            crc = crc32(crc, *bytes);
        }
        set_sizes(stat, piece_.size, piece_.size, ZIP_CM_STORE, crc);
        return true;
    }
    void rewind() override { position_ = 0; }
    zip_int64_t read(char* out, std::size_t size) override {
        const Result<std::string> bytes = spill_.read(piece_, position_, size);
        if (!bytes) return -1;
        std::memcpy(out, bytes->data(), bytes->size());
        position_ += bytes->size();
        return static_cast<zip_int64_t>(bytes->size());
    }

  private:
    const Spill& spill_;
    Spill::Piece piece_;
    std::uint64_t position_ = 0;
};

zip_int64_t answer_stat(Entry& entry, void* data) {
    auto* stat = static_cast<zip_stat_t*>(data);
    zip().stat_init(stat);
    return entry.describe(*stat) ? static_cast<zip_int64_t>(sizeof *stat) : -1;
}

zip_int64_t answer(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto* entry = static_cast<Entry*>(state);
    switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            return zip().source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                    ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        case ZIP_SOURCE_OPEN: entry->rewind(); return 0;
        case ZIP_SOURCE_READ: return entry->read(static_cast<char*>(data), size);
        case ZIP_SOURCE_CLOSE: entry->release(); return 0;
        case ZIP_SOURCE_STAT: return answer_stat(*entry, data);
        case ZIP_SOURCE_ERROR: {
            const int codes[] = {ZIP_ER_READ, 0};
            std::memcpy(data, codes, std::min<std::size_t>(size, sizeof codes));
            return sizeof codes;
        }
        case ZIP_SOURCE_FREE: delete entry; return 0;  // libzip owns its sources
        default: return -1;
    }
}

struct Discard {
    void operator()(zip_t* archive) const { zip().discard(archive); }
};

/// The system's words, where it was the system that failed.
std::string reason(zip_error_t& error) {
    const int system_error = zip().error_system_type(&error) == ZIP_ET_SYS ? zip().error_code_system(&error) : 0;
    return system_error != 0 ? std::generic_category().message(system_error) : zip().error_strerror(&error);
}

/// A ZIP file that comes into being when it is closed.
class Archive {
  public:
    /// `name` is what problems call it.
    Archive(const std::filesystem::path& path, std::filesystem::path name) : name_(std::move(name)) {
        if (zip().is_usable) archive_.reset(zip().open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &open_error_));
    }
    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }

    bool add(const std::string& name, std::unique_ptr<Entry> entry, zip_int32_t method) {
        zip_source_t* source = zip().source_function(archive_.get(), answer, entry.get());
        if (source == nullptr) return false;
        entry.release();
        return add(name, source, method);
    }
    /// `bytes` must stay where they are until the archive is closed.
    bool add_stored(const std::string& name, std::string_view bytes) {
        return add(name, zip().source_buffer(archive_.get(), bytes.data(), bytes.size(), 0), ZIP_CM_STORE);
    }
    Status close() {
        if (zip().close(archive_.get()) != 0) return problem();
        archive_.release();
        return {};
    }
    [[nodiscard]] tl::unexpected<Error> problem() const {
        if (!zip().is_usable)
            return fail(ErrorKind::unwritable, fmt::format("{} cannot be written without libzip", name_.string()));
        zip_error_t opening;
        zip().error_init_with_code(&opening, open_error_);
        std::string why = reason(archive_ ? *zip().get_error(archive_.get()) : opening);
        zip().error_fini(&opening);
        return fail(ErrorKind::unwritable, fmt::format("{} cannot be written: {}", name_.string(), why));
    }

  private:
    bool add(const std::string& name, zip_source_t* source, zip_int32_t method) {
        if (source == nullptr) return false;
        const zip_int64_t index = zip().file_add(archive_.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip().source_free(source);
            return false;
        }
        const auto entry = static_cast<zip_uint64_t>(index);
        return zip().set_file_compression(archive_.get(), entry, method, usual_level) == 0 &&
               zip().file_set_dostime(archive_.get(), entry, 0, dos_1980_01_01, 0) == 0 &&
               zip().file_set_external_attributes(archive_.get(), entry, 0, ZIP_OPSYS_DOS, 0) == 0;
    }

    std::filesystem::path name_;
    int open_error_ = 0;
    std::unique_ptr<zip_t, Discard> archive_;
};

std::vector<const ContainerFile*> files_to_deflate(const Publication& publication) {
    std::vector<const ContainerFile*> files;
    for (const ContainerFile& file : publication.files)
        if (!file.stored) files.push_back(&file);
    return files;
}

// EPUB 3.3 #sec-zip-container-mime: first, stored, without an extra field.
Status pack(const Publication& publication, const Spill& spill, Archive archive, unsigned threads) {
    DeflateAhead deflated(files_to_deflate(publication), spill, std::max(1U, threads));
    bool sound = archive.is_open() && archive.add_stored("mimetype", media_type);
    for (const ContainerFile& file : publication.files) {
        if (!sound) break;
        sound = file.stored ? archive.add(file.path, std::make_unique<StoredEntry>(spill, file.bytes), ZIP_CM_STORE)
                            : archive.add(file.path, std::make_unique<DeflatedEntry>(deflated), ZIP_CM_DEFLATE);
    }
    if (!sound) return archive.problem();
    const Status closed = archive.close();
    return closed ? spill.soundness() : closed;
}

}  // namespace

std::size_t container_size(const Publication& publication, const Spill& spill, unsigned threads) {
    DeflateAhead deflated(files_to_deflate(publication), spill, std::max(1U, threads));
    std::size_t size = bytes_of_end + bytes_of_headers + 2 * std::string_view("mimetype").size() + media_type.size();
    for (const ContainerFile& file : publication.files) {
        size += bytes_of_headers + 2 * file.path.size();
        size += file.stored ? file.bytes.size : deflated.next().bytes.size();
    }
    return size;
}

Status write_container(const Publication& publication, const Spill& spill, const std::filesystem::path& target,
                       unsigned threads) {
    sweep_temporaries(target);
    const std::filesystem::path temporary = temporary_beside(target);
    Status status = pack(publication, spill, Archive(temporary, target), threads);
    if (status) status = replace_file(temporary, target);
    if (status) return {};
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    return status;
}

}  // namespace blogbind::epub
