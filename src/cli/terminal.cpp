// Lines on standard error.
#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cli/advice.h"

namespace blogbind::cli {
namespace {

bool wants_colour() {
    const char* no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    return no_colour == nullptr || *no_colour == '\0';
}

constexpr std::string_view clear_line = "\r\x1b[K", red = "\x1b[31m", yellow = "\x1b[33m", plain = "\x1b[0m";

}  // namespace

Terminal::Terminal(Verbosity verbosity)
    : verbosity_(verbosity),
      interactive_(verbosity != Verbosity::quiet && isatty(STDERR_FILENO) == 1),
      coloured_(interactive_ && wants_colour()) {}

Terminal::~Terminal() { progress(""); }

void Terminal::write(std::string_view line) {
    const std::lock_guard lock(mutex_);
    fmt::print(stderr, "{}{}\n", drawn_ ? clear_line : "", line);
    drawn_ = false;
}

void Terminal::error(std::string_view sentence) {
    const std::string text = "blogbind: " + with_advice(sentence);
    write(coloured_ ? fmt::format("{}{}{}", red, text, plain) : text);
}

void Terminal::say(std::string_view sentence) {
    if (verbosity_ != Verbosity::quiet) write(sentence);
}

void Terminal::detail(std::string_view sentence) {
    if (verbosity_ == Verbosity::verbose) write(sentence);
}

void Terminal::issue(const Issue& issue) {
    const Severity severity = issue_severity(issue.code);
    if (verbosity_ == Verbosity::quiet && severity != Severity::error) return;
    if (verbosity_ != Verbosity::verbose && severity == Severity::note) return;
    const std::string line = fmt::format("{}: {}", severity_name(severity), issue_message(issue));
    write(coloured_ ? fmt::format("{}{}{}", severity == Severity::error ? red : yellow, line, plain) : line);
}

void Terminal::progress(std::string_view text) {
    if (!interactive_) return;
    const std::lock_guard lock(mutex_);
    if (text.empty() && !drawn_) return;
    fmt::print(stderr, "{}{}", clear_line, text);
    std::fflush(stderr);
    drawn_ = !text.empty();
}

std::string readable_size(std::size_t bytes) {
    if (bytes < 1000) return fmt::format("{} bytes", bytes);
    if (bytes < 1'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
    if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
    return fmt::format("{:.2f} GB", static_cast<double>(bytes) / 1e9);
}

std::string readable_time(std::chrono::seconds time) {
    const auto seconds = time.count();
    if (seconds >= 3600) return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace blogbind::cli
