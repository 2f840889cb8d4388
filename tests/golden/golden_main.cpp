// Compares what a stage makes of each folder's input with what stands beside it: golden STAGE FOLDER BLOGBIND.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "golden/stage.h"
#include "support/golden.h"

namespace {

namespace fs = std::filesystem;
using namespace blogbind::testing;

using StageCase = Outputs (*)(const fs::path&, const fs::path&);

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// How many cases failed.
int failed_cases(StageCase stage_case, const fs::path& folder, const fs::path& blogbind, const std::string& test) {
    int failed = 0;
    for (const fs::path& slug : folders_in(folder)) {
        bool passed = true;
        try {
            for (const auto& [name, text] : stage_case(slug, blogbind)) {
                if (name == "issues.txt" && text.empty() && !fs::exists(slug / name)) continue;
                const auto otherwise = difference(slug / name, text, test);
                if (otherwise) std::cerr << *otherwise;
                passed = passed && !otherwise;
            }
        } catch (const std::exception& error) {
            std::cerr << slug.filename().string() << ": " << error.what() << '\n';
            passed = false;
        }
        failed += passed ? 0 : 1;
    }
    return failed;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: golden source|extract|normalise|issues FOLDER BLOGBIND\n";
        return 2;
    }
    const std::string stage = arguments[1];
    if (stage == "issues") {
        const std::string mismatch = issue_folder_mismatch(arguments[2]);
        std::cerr << mismatch;
        return mismatch.empty() ? 0 : 1;
    }
    const StageCase stage_case =
        stage == "source" ? source_case : stage == "extract" ? extract_case : normalise_case;
    const int failed = failed_cases(stage_case, arguments[2], arguments[3], "golden_" + stage);
    const std::string missing = stage == "source" ? kinds_without_case(arguments[2]) : std::string();
    std::cerr << missing;
    return failed == 0 && missing.empty() ? 0 : 1;
}
