// Arguments in, exit code out.
#include <fmt/format.h>
#include <malloc.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/run.h"

int main(int count, char** arguments) {
    // With a heap a thread, a third of the memory is what threads have given back.
    mallopt(M_ARENA_MAX, 2);
    // Pages of posts come and go: what they leave is used again, instead of being asked of the system for each.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    try {
        return blogbind::cli::run(std::vector<std::string>(arguments + 1, arguments + count));
    } catch (const std::exception& error) {
        std::fputs(fmt::format("blogbind: this should not happen, please report it: {}\n", error.what()).c_str(),
                   stderr);
        return 1;
    }
}
