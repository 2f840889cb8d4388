// The options of the command line: CLI11 driven by the table of them all.
#include "cli/options.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <array>

#include "base/program.h"
#include "base/text.h"
#include "cli/option_table.h"

namespace blogbind::cli {
namespace {

constexpr std::array command_words{
    std::pair{std::string_view("bind"), Command::bind},       std::pair{std::string_view("list"), Command::list},
    std::pair{std::string_view("extract"), Command::extract}, std::pair{std::string_view("update"), Command::update},
    std::pair{std::string_view("verify"), Command::verify},
};

/// "--since" of "-o,--output": the long name without dashes is "output".
std::string long_name(const OptionRow& row) {
    const std::string_view names = row.names;
    return std::string(names.substr(names.find("--") + 2, names.find(',', names.find("--")) - names.find("--") - 2));
}

const OptionRow* row_named(std::string_view name) {
    for (const OptionRow& row : option_rows())
        for (const std::string_view spelling : split(row.names, ','))
            if (spelling.substr(spelling.find_first_not_of('-')) == name) return &row;
    return nullptr;
}

constexpr std::string_view introduction =
    "Turns a series of blog posts into a book (EPUB), with the readers' comments as appendices.\n"
    "SOURCE is an address (post, home page, category, tag, archive, feed) or a path (saved .html, .txt, an export,\n"
    "a folder; - is standard input). What it is follows from its content.\n"
    "  blogbind SOURCE... [-o BOOK.epub]   bind: the main job, no command word needed\n"
    "  blogbind list SOURCE...             the posts that would be bound, in order, and why each is there\n"
    "  blogbind extract SOURCE...          the posts' normalised content, without making a book\n"
    "  blogbind update BOOK.epub           look for new, changed and vanished posts; rebuild the book in place\n"
    "  blogbind verify BOOK.epub           is the book whole, valid, and still what was bound?\n";

constexpr std::string_view rules_section =
    "\n# RULES\n\nThe file of **--rules** has a table for each host, in it CSS selectors, one or a list of which the "
    "first\n"
    "that finds something counts. **\"*\"** stands for every page.\n\n"
    "    [\"blog.example\"]\n"
    "    body = \"div.story\"\n"
    "    remove = [\".mug-shop\", \"p.invite\"]\n"
    "    title = [\"h2.name\", \"h1\"]\n"
    "    date = \".stamp\"\n"
    "    author = \".stamp b\"\n"
    "    comments = \".reply\"\n"
    "    next = \"a.onwards\"\n\n"
    "**comments** are single comments; those within one answer it. **next** leads to the next part. A rule that finds\n"
    "nothing is reported, and the page is read as if it were not there. The book remembers its rules for update.\n";

std::string device_list() {
    std::string text;
    for (const media::Device& device : media::devices())
        text += fmt::format("{:<16} {:>4}x{:<4} {}  {}\n", device.name, device.width, device.height,
                            device.grey ? "grey  " : "colour", device.note);
    return text;
}

/// What CLI11 found, in the order of the command line. Applied after parsing, so that --config comes first.
using Given = std::vector<std::pair<const OptionRow*, std::string>>;

void add_rows(CLI::App& app, Command command, Given& given) {
    for (const OptionRow& row : option_rows()) {
        if ((row.commands & mask_of(command)) == 0) continue;
        CLI::Option* option = nullptr;
        if (row.value.empty()) {
            option = app.add_flag_function(
                std::string(row.names), [&given, &row](std::int64_t) { given.emplace_back(&row, ""); },
                std::string(row.help));
        } else {
            option = app.add_option_function<std::vector<std::string>>(
                std::string(row.names),
                [&given, &row](const std::vector<std::string>& values) {
                    for (const std::string& value : values) given.emplace_back(&row, value);
                },
                std::string(row.help));
            option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
            option->type_name(std::string(row.value));
        }
        option->group(std::string(row.group));
    }
}

void note_given(Options& options, const OptionRow& row, const std::string& value) {
    const std::string name = long_name(row);
    if (name != "config" && name != "save-config") options.given.emplace_back(name, value);
}

Status set_all(Options& options, const Given& given) {
    const auto set = [&options](const OptionRow& row, const std::string& value) -> Status {
        Status status = row.set(options, value);
        if (!status) return fail(ErrorKind::usage, fmt::format("--{}: {}", long_name(row), status.error().message));
        note_given(options, row, value);
        return {};
    };
    for (const bool config_pass : {true, false})
        for (const auto& [row, value] : given)
            if ((long_name(*row) == "config") == config_pass)
                if (Status status = set(*row, value); !status) return status;
    return {};
}

/// Where the posts are had from shapes a book as much as which they are.
bool is_shaping(const OptionRow& row) {
    return row.group == group::posts || row.group == group::book || row.names.starts_with("--wayback");
}

Status check(Options& options) {
    const bool wants_book = options.command == Command::verify || options.command == Command::update;
    if (options.sources.empty() && wants_book) return fail(ErrorKind::usage, "no book: name an EPUB file");
    if (options.sources.empty())
        return fail(ErrorKind::usage, "no source: name an address or a file (blogbind --help)");
    if (options.kepub && options.output == "-")
        return fail(ErrorKind::usage, "--kepub: writes a second file beside the book, so -o must name a file, not -");
    if (options.division && options.output == "-")
        return fail(ErrorKind::usage, "--split: writes several files, so -o must name a file, not -");
    if (options.selection.max_posts != 0 && options.selection.tags.empty() && options.selection.authors.empty())
        options.discover.max_posts = options.selection.max_posts;
    options.network.connections_per_host = options.discover.jobs;
    return {};
}

}  // namespace

Result<std::variant<Options, Notice>> parse_command_line(const std::vector<std::string>& arguments) {
    Options options;
    options.network.user_agent =
        fmt::format("{}/{} (+https://blogbind.example/about)", program_name, program_version());
    std::vector<std::string> words = arguments;
    for (const auto& [word, command] : command_words)
        if (!words.empty() && words.front() == word) {
            options.command = command;
            words.erase(words.begin());
            break;
        }
    CLI::App app{std::string(introduction), "blogbind"};
    Given given;
    bool list_devices = false;
    app.footer(fmt::format("Kinds of sources: {}", source_kind_names()));
    app.set_version_flag("--version", fmt::format("{} {}", program_name, program_version()));
    app.add_flag("--list-devices", list_devices, "The devices that --device knows");
    app.add_option("SOURCE", options.sources, "Addresses and paths");
    add_rows(app, options.command, given);
    try {
        std::reverse(words.begin(), words.end());  // CLI11 takes its arguments from the end
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        return Notice{app.help()};
    } catch (const CLI::CallForVersion& call) {
        return Notice{fmt::format("{}\n", call.what())};
    } catch (const CLI::ParseError& error) {
        return fail(ErrorKind::usage, fmt::format("{} (blogbind --help)", trimmed(error.what())));
    }
    if (list_devices) return Notice{device_list()};
    if (Status status = set_all(options, given); !status) return fail(status.error());
    if (Status status = check(options); !status) return fail(status.error());
    return options;
}

Status set_option(Options& options, std::string_view name, const std::string& value) {
    const OptionRow* row = row_named(name);
    if (row == nullptr) return fail(ErrorKind::usage, fmt::format("there is no option “{}”", name));
    Status status = row->set(options, value);
    if (status) note_given(options, *row, value);
    return status;
}

std::optional<ValueKind> shaping_kind(std::string_view name) {
    const OptionRow* row = row_named(name);
    if (row == nullptr || !is_shaping(*row) || name == "output") return std::nullopt;
    if (row->value == "URL") return ValueKind::address;
    const bool is_file = row->value.starts_with("FILE") || row->value == "DIR" || row->value == "COVER";
    return is_file ? ValueKind::file : ValueKind::other;
}

std::string manual() {
    std::string text =
        fmt::format("# NAME\n\nblogbind – turns a blog into a book\n\n# DESCRIPTION\n\n{}\n", introduction);
    std::string_view heading;
    for (const OptionRow& row : option_rows()) {
        if (row.group != heading) text += fmt::format("\n# {}\n\n", heading = row.group);
        text += fmt::format("**{}**{}{}\n\n> {}.\n\n", row.names, row.value.empty() ? "" : " ", row.value, row.help);
    }
    text += rules_section;
    return text;
}

}  // namespace blogbind::cli
