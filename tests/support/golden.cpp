#include "support/golden.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "support/site.h"

namespace blogbind::testing {

namespace fs = std::filesystem;

namespace {

bool is_updating() { return std::getenv("UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr; }

std::string diff(const fs::path& expected, std::string_view actual) {
    const fs::path file = fs::temp_directory_path() / ("blogbind-actual-" + std::to_string(::getpid()));
    std::ofstream(file, std::ios::binary) << actual;
    const std::string command =
        "diff -uN --label expected --label actual '" + expected.string() + "' '" + file.string() + "' 2>&1";
    std::string text;
    if (FILE* pipe = ::popen(command.c_str(), "r")) {
        std::array<char, 4096> buffer{};
        while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
            text.append(buffer.data(), count);
        ::pclose(pipe);
    }
    fs::remove(file);
    return text;
}

}  // namespace

std::optional<std::string> difference(const fs::path& file, std::string_view actual, std::string_view test_name) {
    if (fs::exists(file) && file_text(file) == actual) return std::nullopt;
    if (is_updating()) {
        std::ofstream(file, std::ios::binary) << actual;
        return std::nullopt;
    }
    return file.string() + " differs:\n" + diff(file, actual) +
           "To accept it: UPDATE_GOLDEN=1 ctest --test-dir build/release -R '^" + std::string(test_name) + "$'\n";
}

}  // namespace blogbind::testing
