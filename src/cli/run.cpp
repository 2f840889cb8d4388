// The program: parse, prepare, run a command.
#include "cli/run.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/config_file.h"
#include "cli/exit_code.h"
#include "cli/interruption.h"

namespace blogbind::cli {
namespace {

/// https://reproducible-builds.org/specs/source-date-epoch/
std::optional<std::chrono::sys_seconds> source_date_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    const auto seconds = text == nullptr ? std::nullopt : parsed_integer(text);
    if (!seconds) return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(*seconds));
}

int run_command(const Options& options, Terminal& terminal) {
    switch (options.command) {
        case Command::bind: return bind(options, terminal);
        case Command::list: return list(options, terminal);
        case Command::extract: return extract(options, terminal);
        case Command::update: return update(options, terminal);
        case Command::verify: return verify(options, terminal);
    }
    return no_book;
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
    watch_for_interruption();
    auto parsed = parse_command_line(arguments);
    if (!parsed) {
        fmt::print(stderr, "blogbind: {}\n", parsed.error().message);
        return exit_code(parsed.error());
    }
    if (const Notice* notice = std::get_if<Notice>(&*parsed)) {
        fmt::print("{}", notice->text);
        return success;
    }
    Options& options = std::get<Options>(*parsed);
    options.book.latest = source_date_epoch();
    Terminal terminal(options.verbosity);
    if (!options.unusable_url.empty()) {
        if (options.command != Command::extract) return terminal.error(options.unusable_url), wrong_usage;
        terminal.say(options.unusable_url + "; the page is read without an address");
    }
    if (!options.save_config.empty())
        if (const Status saved = save_config(options); !saved)
            return terminal.error(saved.error().message), exit_code(saved.error());
    return run_command(options, terminal);
}

}  // namespace blogbind::cli
