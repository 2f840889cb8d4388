#include "base/file_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <mutex>
#include <system_error>
#include <utility>

#include "base/archive_names.h"
#include "base/shared_file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/zip_reader.h"

namespace blogbind {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 100'000;
constexpr int deepest = 32;
constexpr std::uint64_t any_size = std::numeric_limits<std::uint64_t>::max() / 2;  // each file has its own limit later

fs::path real_path(const fs::path& path) {
    std::error_code error;
    fs::path real = fs::weakly_canonical(path, error);
    return real.has_filename() ? real : real.parent_path();
}

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// What no blog's writer has put there: ".git", "node_modules", the Finder's notes in ZIP files.
bool is_foreign(std::string_view name) { return name.starts_with('.') || name == "node_modules" || name == "__MACOSX"; }

class Member final : public ByteSource {
  public:
    using Read = std::function<Result<std::string>(std::uint64_t offset, std::size_t size)>;
    Member(std::uint64_t size, Read read) : size_(size), read_(std::move(read)) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const override {
        return offset < size_ ? read_(offset, size) : std::string();
    }

  private:
    std::uint64_t size_;
    Read read_;
};

class Folder final : public FileTree {
  public:
    explicit Folder(const fs::path& path) : FileTree(real_path(path), {}) { name_ = root_.filename().string(); }

    Status list() {
        std::error_code error;
        fs::recursive_directory_iterator entry(root_, fs::directory_options::skip_permission_denied, error), end;
        for (; entry != end && !error; entry.increment(error)) {
            if (is_foreign(entry->path().filename().string()) || entry.depth() > deepest) {
                entry.disable_recursion_pending();
                continue;
            }
            take(*entry);
            if (files_.size() > most_files)
                return fail(ErrorKind::refused, fmt::format("{} holds more than {} files; name the blog’s own folder",
                                                            root_.string(), most_files));
        }
        if (error) return fail(ErrorKind::unreadable, fmt::format("{}: {}", root_.string(), error.message()));
        std::ranges::sort(files_, {}, &File::name);
        return {};
    }

    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open_file(const File& file) const override {
        auto opened = SharedFile::open(root_ / file.name, SharedFile::Mode::read);
        if (!opened) return fail(opened.error());
        return std::make_unique<SharedFile>(*std::move(opened));
    }

  private:
    void take(const fs::directory_entry& entry) {
        std::error_code error;
        if (!entry.is_regular_file(error)) return;
        if (entry.is_symlink(error) && !is_below(real_path(entry.path()), root_)) return;
        files_.push_back({entry.path().lexically_relative(root_).generic_string(), entry.file_size(error)});
    }

    [[nodiscard]] Result<std::string> bytes_of(const File& file, std::size_t most) const override {
        const auto opened = SharedFile::open(root_ / file.name, SharedFile::Mode::read);
        if (!opened) return fail(opened.error());
        return opened->read(0, static_cast<std::size_t>(std::min<std::uint64_t>(file.size, most)));
    }
};

class ZipArchive final : public FileTree {
  public:
    ZipArchive(const fs::path& path, ZipReader zip)
        : FileTree(real_path(path), path.filename().string()), zip_(std::move(zip)) {}

    void list() {
        for (const ZipEntry& entry : zip_.entries()) {
            std::string name = replaced(entry.name, "\\", "/");
            if (std::ranges::none_of(split(name, '/'), is_foreign))
                files_.push_back({std::move(name), entry.size, entry.index});
        }
        enter_only_folder();
        std::ranges::stable_sort(files_, {}, &File::name);
    }

    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open_file(const File& file) const override {
        const ZipEntry entry{file.name, file.index, file.size, true};
        auto read = [this, entry](std::uint64_t offset, std::size_t size) {
            const std::lock_guard lock(mutex_);
            return zip_.read_at(entry, offset, size);
        };
        if (const auto first = read(0, 1); !first)
            return fail(first.error().kind, fmt::format("{}: {}", (root_ / file.name).string(), first.error().message));
        return std::make_unique<Member>(file.size, std::move(read));
    }

  private:
    /// Whoever packs a folder packs its name, too.
    void enter_only_folder() {
        while (!files_.empty()) {
            const std::string folder = files_.front().name.substr(0, files_.front().name.find('/') + 1);
            if (folder.empty() ||
                !std::ranges::all_of(files_, [&](const File& file) { return file.name.starts_with(folder); }))
                return;
            for (File& file : files_) file.name.erase(0, folder.size());
            root_ /= folder.substr(0, folder.size() - 1);
        }
    }

    [[nodiscard]] Result<std::string> bytes_of(const File& file, std::size_t most) const override {
        const std::lock_guard lock(mutex_);
        return zip_.read({file.name, file.index, std::min<std::uint64_t>(file.size, most), false}, file.size <= most);
    }

    ZipReader zip_;
    mutable std::mutex mutex_;  // the library reads one entry at a time
};

}  // namespace

Result<std::shared_ptr<const FileTree>> FileTree::open(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        auto folder = std::make_shared<Folder>(path);
        if (Status listed = folder->list(); !listed) return fail(listed.error());
        folder->compose_names();
        return folder;
    }
    auto zip = ZipReader::open(path, {most_files, any_size, any_size});
    if (!zip) return fail(zip.error());
    auto archive = std::make_shared<ZipArchive>(path, *std::move(zip));
    archive->list();
    archive->compose_names();
    return archive;
}

void FileTree::compose_names() {
    std::vector<std::string> names;
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < files_.size(); ++place) {
        if (is_ascii(files_[place].name)) continue;
        names.push_back(files_[place].name);
        places.push_back(place);
    }
    names = readable_names(std::move(names));
    for (std::size_t i = 0; i < names.size(); ++i) composed_.push_back({nfc(names[i]), places[i]});
    std::ranges::stable_sort(composed_, {}, &Composed::name);
}

const FileTree::File* FileTree::find(std::string_view name) const {
    const auto found =
        std::ranges::lower_bound(files_, name, {}, [](const File& file) -> std::string_view { return file.name; });
    if (found != files_.end() && found->name == name) return &*found;
    if (composed_.empty() || is_ascii(name)) return nullptr;
    const std::string composed = nfc(name);
    const auto same = std::ranges::lower_bound(composed_, composed, {}, &Composed::name);
    return same == composed_.end() || same->name != composed ? nullptr : &files_[same->place];
}

const FileTree::File* FileTree::at(const fs::path& path) const {
    return is_below(path, root_) ? find(path.lexically_relative(root_).generic_string()) : nullptr;
}

Result<std::string> FileTree::read(const File& file, std::size_t limit) const {
    const std::string shown = (root_ / file.name).string();
    if (file.size > limit) return fail(ErrorKind::refused, fmt::format("{} is larger than {} MB", shown, limit >> 20U));
    auto bytes = bytes_of(file, limit);
    return bytes ? bytes : fail(bytes.error().kind, fmt::format("{}: {}", shown, bytes.error().message));
}

std::string FileTree::start(const File& file, std::size_t size) const {
    return bytes_of(file, size).value_or(std::string());
}

}  // namespace blogbind
