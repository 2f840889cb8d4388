// Runs one end-to-end case: e2e BLOGBIND EPUBCHECK FOLDER. EPUBCHECK is the socket where it listens (judge.sh), or ""
// where books are not judged.
#include <exception>
#include <filesystem>
#include <iostream>

#include "e2e/case.h"

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t memory_limit = 0;  // the sanitizer takes more than the program
#else
constexpr std::size_t memory_limit = 150U << 20;
#endif

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: e2e BLOGBIND EPUBCHECK FOLDER\n";
        return 2;
    }
    try {
        const blogbind::testing::Tools tools{std::filesystem::absolute(arguments[1]),
                                             std::filesystem::canonical("/proc/self/exe").parent_path(), arguments[2],
                                             memory_limit};
        const std::filesystem::path folder = std::filesystem::canonical(arguments[3]);
        const auto failures = blogbind::testing::failures_of_case(folder, tools);
        for (const std::string& failure : failures) std::cerr << failure << '\n';
        return failures.empty() ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << arguments[3] << ": " << error.what() << '\n';
        return 1;
    }
}
