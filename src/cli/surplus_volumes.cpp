#include "cli/surplus_volumes.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "archive/contents.h"
#include "base/text.h"

namespace blogbind::cli {
namespace {

namespace fs = std::filesystem;

/// "winter-" of "winter-12.epub" and "winter-12.kepub.epub"; empty if no number stands there.
std::string name_of_work(const std::string& file) {
    const std::size_t dash = file.rfind('-');
    if (dash == std::string::npos) return {};
    const std::string_view rest = std::string_view(file).substr(dash + 1);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const std::string_view ending = rest.substr(digits);
    return digits > 0 && (ending == ".epub" || ending == ".kepub.epub") ? file.substr(0, dash + 1) : std::string();
}

bool is_volume_of(const fs::path& book, const std::vector<std::string>& sources) {
    const Result<archive::BookContents> contents = archive::read_contents(book);
    if (!contents || !contents->record || !*contents->record) return false;
    const archive::BookRecord& record = **contents->record;
    return record.sources == sources &&
           std::ranges::any_of(record.options, [](const auto& option) { return option.first == "split"; });
}

}  // namespace

std::vector<fs::path> surplus_volumes(std::span<const WrittenFile> written, const std::vector<std::string>& sources) {
    std::set<std::string> ours;
    for (const WrittenFile& file : written) ours.insert(fs::path(file.path).filename().string());
    const std::string work = written.empty() ? std::string() : name_of_work(*ours.begin());
    if (work.empty()) return {};
    const fs::path folder = fs::path(written.front().path).parent_path();
    std::vector<fs::path> surplus;
    std::error_code error;
    for (fs::directory_iterator at(folder.empty() ? fs::path(".") : folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name_of_work(name) == work && !ours.contains(name) && is_volume_of(at->path(), sources))
            surplus.push_back(folder / name);
    }
    std::ranges::sort(surplus);
    return surplus;
}

}  // namespace blogbind::cli
