// Serves an example's site on loopback while a command runs: site_server PORT FOLDER COMMAND...
// FOLDER holds `site/` and, if need be, `routes`. The command finds the server's address in $base.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include "support/http_server.h"

namespace {

int exit_code_of(char** command) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::execvp(command[0], command);
        std::cerr << command[0] << ": cannot be run\n";
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::cerr << "usage: site_server PORT FOLDER COMMAND...\n";
        return 2;
    }
    try {
        const auto port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
        const blogbind::testing::HttpServer server(arguments[2], port);
        ::setenv("base", server.base().c_str(), 1);
        return exit_code_of(arguments + 3);
    } catch (const std::exception& error) {
        std::cerr << "site_server: " << error.what() << '\n';
        return 1;
    }
}
