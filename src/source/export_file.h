// An export's file, read piece by piece.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/shared_file.h"
#include "source/source.h"

namespace blogbind {

/// Bytes that are on disk, or came through a pipe or out of a ZIP archive.
class ExportFile {
  public:
    static Result<ExportFile> open(const Source& source) {
        ExportFile file;
        file.name_ = source.path.empty() ? "standard input" : source.path.filename().string();
        file.source_file_ = source.path.filename().string();
        file.bytes_ = source.bytes;
        if (source.path.empty() || !source.bytes.empty()) return file;
        auto opened = SharedFile::open(source.path, SharedFile::Mode::read);
        if (!opened) return fail(opened.error());
        file.file_ = *std::move(opened);
        return file;
    }
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const {
        if (file_) return file_->read(offset, size);
        return offset < bytes_.size() ? bytes_.substr(static_cast<std::size_t>(offset), size) : std::string();
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& source_file() const { return source_file_; }

  private:
    std::string name_, source_file_, bytes_;
    std::optional<SharedFile> file_;
};

}  // namespace blogbind
