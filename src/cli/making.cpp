#include "cli/making.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "archive/contents.h"
#include "net/url.h"

namespace blogbind::cli {
namespace {

/// "https://name:password@blog.example/" is nobody else's business.
std::string without_credentials(std::string address) {
    const std::size_t start = address.find("//") + 2;
    const std::size_t at = address.substr(0, address.find_first_of("/?#", start)).rfind('@');
    if (at != std::string::npos && at >= start) address.erase(start, at + 1 - start);
    return address;
}

std::string source_name(const Source& source) {
    if (is_address(source)) return without_credentials(source.url->text());
    if (source.path.empty()) return "-";
    const std::filesystem::path& path = source.path;
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

std::string shared_value(const std::string& value, ValueKind kind) {
    switch (kind) {
        case ValueKind::address: return without_credentials(value);
        case ValueKind::file: return std::filesystem::path(value).filename().string();
        case ValueKind::other: break;
    }
    return value;
}

bool is_given(const Options& options, std::string_view name) {
    return std::ranges::any_of(options.given, [&](const auto& given) { return given.first == name; });
}

Result<archive::BookRecord> record_of(const std::string& book) {
    Result<archive::BookContents> contents = archive::read_contents(book);
    if (!contents) return fail(contents.error());
    if (!contents->record)
        return fail(ErrorKind::unreadable,
                    book + ": has no record of its making, so it cannot be made again; bind it anew");
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

/// Books come from anybody: one that asks for more than a book's own options, or for files elsewhere, does not get
/// them.
Status set_recorded_option(Options& options, const std::string& name, const std::string& value) {
    const auto kind = shaping_kind(name);
    if (!kind) return fail(ErrorKind::unreadable, fmt::format("its record asks for “{}”, which shapes no book", name));
    return set_option(options, name, shared_value(value, *kind));
}

/// A file that another book brings with it cannot be renewed alone.
Status stands_alone(const std::string& book) {
    if (!book.ends_with(".kepub.epub")) return {};
    return fail(ErrorKind::unreadable, book + ": is the twin of a book; update that, and this is written anew with it");
}

}  // namespace

Making making_of(const Options& options, const std::vector<Source>& sources) {
    Making making;
    for (const Source& source : sources) making.sources.push_back(source_name(source));
    for (const auto& [name, value] : options.given)
        if (const auto kind = shaping_kind(name)) making.options.emplace_back(name, shared_value(value, *kind));
    making.rules = options.discover.rules.text();
    return making;
}

Result<Options> options_that_made(const std::string& book, const Options& given) {
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
            if (Status status = set_recorded_option(options, name, value); !status)
                return fail(status.error().kind, fmt::format("{}: {}", book, status.error().message));
    options.earlier = *std::move(record);
    return options;
}

}  // namespace blogbind::cli
