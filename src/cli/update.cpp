// `update`: a book's own record says how it was made; it is made again from what is new and what is archived.
#include <fmt/format.h>

#include <algorithm>

#include "archive/contents.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "net/url.h"

namespace blogbind::cli {
namespace {

bool is_given(const Options& options, std::string_view name) {
    return std::ranges::any_of(options.given, [&](const auto& given) { return given.first == name; });
}

Result<archive::BookRecord> record_of(const std::string& book) {
    Result<archive::BookContents> contents = archive::read_contents(book);
    if (!contents) return fail(contents.error());
    if (!contents->record)
        return fail(ErrorKind::unreadable,
                    book + ": has no record of its making, so it cannot be updated; bind it anew");
    if (!*contents->record) return fail(ErrorKind::unreadable, book + ": " + contents->record->error().message);
    return **std::move(contents->record);
}

bool has_option(const archive::BookRecord& record, std::string_view name) {
    return std::ranges::any_of(record.options, [&](const auto& option) { return option.first == name; });
}

/// Rules travel within the book, so that their file need not lie where it lay.
Status take_rules(const archive::BookRecord& record, Options& options) {
    auto rules = extract::SiteRules::parse(record.rules);
    if (!rules) return fail(rules.error());
    options.discover.rules = *std::move(rules);
    for (const auto& [name, value] : record.options)
        if (name == "rules") options.given.emplace_back(name, value);
    return {};
}

/// A file that another book brings with it cannot be renewed alone.
Status stands_alone(const std::string& book) {
    if (!book.ends_with(".kepub.epub")) return {};
    return fail(ErrorKind::unreadable, book + ": is the twin of a book; update that, and this is written anew with it");
}

/// The options that the book was made with; what the user gives now wins.
Result<Options> options_for(const std::string& book, const Options& given) {
    if (const Status alone = stands_alone(book); !alone) return fail(alone.error());
    Result<archive::BookRecord> record = record_of(book);
    if (!record) return fail(record.error());
    Options options = given;
    options.command = Command::bind;
    options.sources = record->sources;
    options.output = book;
    for (const std::string& source : record->sources)
        if (const std::optional<Url> url = Url::parse(source); !url || !url->is_web())
            return fail(ErrorKind::unreadable,
                        fmt::format("{}: was made from {}, not from an address; bind it anew", book, source));
    if (has_option(*record, "split"))
        return fail(ErrorKind::unreadable, book + ": is one of several volumes; bind them anew to renew them");
    if (options.sources.empty()) return fail(ErrorKind::unreadable, book + ": does not tell its sources; bind it anew");
    if (!record->rules.empty() && !is_given(given, "rules"))
        if (Status status = take_rules(*record, options); !status) return fail(status.error());
    for (const auto& [name, value] : record->options)
        if (name != "rules" && !is_given(given, name))
            if (Status status = set_option(options, name, value); !status) return fail(status.error());
    options.earlier = *std::move(record);
    return options;
}

}  // namespace

int update(const Options& options, Terminal& terminal) {
    int worst = success;
    for (const std::string& book : options.sources) {
        const Result<Options> renewed = options_for(book, options);
        const int code =
            renewed ? bind(*renewed, terminal) : (terminal.error(renewed.error().message), exit_code(renewed.error()));
        worst = std::max(worst, code);
    }
    return worst;
}

}  // namespace blogbind::cli
