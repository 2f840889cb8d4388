// Arguments in, exit code out.
#include <fmt/format.h>
#include <malloc.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>
#include <vector>

#include "cli/exit_code.h"
#include "cli/run.h"

namespace {

/// Who reads the output has had enough of it (`blogbind list … | head`), or there is no room for it.
int output_failure(int error) {
    if (error == EPIPE) return 128 + SIGPIPE;  // as a shell tells of programs that the signal has ended
    std::fputs(
        fmt::format("blogbind: the output cannot be written: {}\n", std::generic_category().message(error)).c_str(),
        stderr);
    return blogbind::cli::no_book;
}

}  // namespace

int main(int count, char** arguments) {
    // With a heap a thread, a third of the memory is what threads have given back.
    mallopt(M_ARENA_MAX, 2);
    // Pages of posts come and go: what they leave is used again, instead of being asked of the system for each.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    try {
        const int code = blogbind::cli::run(std::vector<std::string>(arguments + 1, arguments + count));
        return std::fflush(stdout) == 0 ? code : output_failure(errno);
    } catch (const std::exception& error) {
        const auto* of_system = dynamic_cast<const std::system_error*>(&error);
        if (of_system != nullptr && std::ferror(stdout) != 0) return output_failure(of_system->code().value());
        std::fputs(fmt::format("blogbind: this should not happen, please report it: {}\n", error.what()).c_str(),
                   stderr);
        return 1;
    }
}
