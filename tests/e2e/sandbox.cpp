#include "e2e/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "support/site.h"

namespace blogbind::testing {

namespace fs = std::filesystem;

namespace {

struct Streams {
    fs::path input, output, errors;
};

/// REQUIRES: only what is safe between fork and exec.
void take(const Streams& streams) {
    constexpr int writing = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
    ::dup2(::open(streams.input.c_str(), O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    ::dup2(::open(streams.output.c_str(), writing, 0600), STDOUT_FILENO);
    ::dup2(::open(streams.errors.c_str(), writing, 0600), STDERR_FILENO);
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (std::string& string : strings) pointers.push_back(string.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<pid_t> children_of(pid_t parent) {
    const std::string number = std::to_string(parent);
    std::ifstream list("/proc/" + number + "/task/" + number + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; list >> child;) children.push_back(child);
    return children;
}

}  // namespace

Sandbox::Sandbox() {
    std::string name = (fs::temp_directory_path() / "blogbind-e2e-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    folder_ = name;
    for (const char* part : {"out", "home", "cache", "tmp"}) fs::create_directory(folder_ / part);
}

Sandbox::~Sandbox() {
    std::error_code ignored;
    fs::permissions(out(), fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
}

Outcome Sandbox::run(const fs::path& script, std::map<std::string, std::string> variables) {
    variables.insert({{"HOME", folder_ / "home"},
                      {"XDG_CACHE_HOME", folder_ / "cache"},
                      {"TMPDIR", temporary()},
                      {"LANG", "C.UTF-8"},
                      {"no_proxy", "*"}});
    std::vector<std::string> environment;
    for (const auto& [name, value] : variables) environment.push_back(name + "=" + value);
    std::vector<std::string> arguments{"sh", "-eu", script.string()};
    const std::vector<char*> environment_pointers = pointers_to(environment);
    const std::vector<char*> argument_pointers = pointers_to(arguments);
    const fs::path working_folder = out();
    const Streams streams{"/dev/null", folder_ / "stdout", folder_ / "stderr"};

    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        take(streams);
        if (::chdir(working_folder.c_str()) == 0)
            ::execve("/bin/sh", argument_pointers.data(), environment_pointers.data());
        ::_exit(127);
    }
    shell_ = child;
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    shell_ = 0;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), file_text(streams.output),
            file_text(streams.errors), static_cast<std::size_t>(usage.ru_maxrss) * 1024};
}

void Sandbox::send_signal(std::string_view name) const {
    static const std::map<std::string_view, int> numbers{{"INT", SIGINT}, {"TERM", SIGTERM}, {"KILL", SIGKILL}};
    const auto number = numbers.find(name);
    if (shell_ == 0 || number == numbers.end()) return;
    for (const pid_t child : children_of(shell_)) ::kill(child, number->second);
}

int exit_code_of(const std::string& command, std::string& output) {
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return 127;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    const int status = ::pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace blogbind::testing
