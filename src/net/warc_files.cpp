#include "net/warc_files.h"

#include <algorithm>
#include <utility>

namespace blogbind {

WarcFiles::WarcFiles(std::vector<WarcFile> files) : files_(std::move(files)) {
    std::uint64_t end = 0;
    for (const WarcFile& file : files_) {
        places_.push_back({&file, end, end + file.bytes->size()});
        end = places_.back().end;
    }
}

std::uint64_t WarcFiles::size() const { return places_.empty() ? 0 : places_.back().end; }

const WarcFiles::Place* WarcFiles::at(std::uint64_t offset) const {
    const auto place = std::ranges::upper_bound(places_, offset, {}, &Place::end);
    return place == places_.end() ? nullptr : &*place;
}

Result<std::string> WarcFiles::read(std::uint64_t offset, std::size_t size) const {
    const Place* place = at(offset);
    if (place == nullptr) return std::string();
    return place->file->bytes->read(offset - place->start, size);
}

}  // namespace blogbind
