#include <set>
#include <string>

#include "base/report.h"
#include "golden/stage.h"
#include "support/site.h"

namespace blogbind::testing {

std::string issue_folder_mismatch(const std::filesystem::path& folder) {
    std::set<std::string> codes;
    for (std::size_t i = 0; i < issue_code_count; ++i) codes.emplace(issue_name(static_cast<IssueCode>(i)));
    std::string mismatch;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (codes.erase(name) == 0) mismatch += name + " is no issue code\n";
        if (file_text(entry.path() / "issues.txt").find(name + "\t") == std::string::npos)
            mismatch += name + " does not show its issue\n";
    }
    for (const std::string& code : codes) mismatch += code + " has no case\n";
    return mismatch;
}

}  // namespace blogbind::testing
