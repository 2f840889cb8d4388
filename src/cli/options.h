// The command line as values. Help, the man page and the project file come from the same table (option_table.h).
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "archive/record.h"
#include "base/result.h"
#include "compose/compose.h"
#include "compose/volumes.h"
#include "media/device.h"
#include "net/curl_transport.h"
#include "net/polite_transport.h"
#include "net/replay_transport.h"
#include "net/wayback_fetcher.h"
#include "normalise/normalise.h"
#include "series/selection.h"
#include "source/discover.h"

namespace blogbind::cli {

enum class Command { bind, list, extract, update, verify };
enum class ExtractFormat { xhtml, json, text };
enum class Verbosity { quiet, normal, verbose };

struct Options {
    Command command = Command::bind;
    std::vector<std::string> sources;
    std::optional<SourceKind> from;
    std::optional<Url> url;    ///< --url: where the first local source came from
    std::string unusable_url;  ///< what was given instead: an error, unless a page is only looked at

    DiscoverOptions discover;
    series::Selection selection;
    bool reverse = false;
    normalise::RepeatedQuotes repeated_quotes = normalise::RepeatedQuotes::drop;

    compose::BookOptions book;
    std::optional<compose::Division> division;  ///< --split: into volumes
    std::string output;                         ///< empty: named after the title; "-": standard output
    std::vector<std::string> front;             ///< --front: files of pages before the chapters, or "about"
    std::string cover = "auto";                 ///< "auto", "none" or a file
    std::string fonts = "auto";                 ///< "auto", "none" or a family
    std::string look;                           ///< a style sheet of the templates, after the book's own; empty: none
    std::filesystem::path css, templates;
    std::size_t max_size = 0;  ///< bytes of the book's file; 0: as it comes
    bool kepub = false;        ///< also a twin for Kobo devices
    media::PictureOptions pictures;

    CurlOptions network;
    Manners manners;
    std::optional<archive::BookRecord> earlier;  ///< of the book that is updated

    bool ignore_robots = false;
    WaybackRules wayback;
    std::filesystem::path archive;  ///< empty: one for each site, in the user's cache
    bool no_archive = false;
    ReplayRules::Mode replay = ReplayRules::Mode::revalidate;
    std::string post_password;  ///< opens protected posts; empty: none

    std::filesystem::path report_file, keep_stages, save_config;
    bool strict = false;
    Verbosity verbosity = Verbosity::normal;
    bool json = false;              ///< list --json, verify --json
    std::filesystem::path against;  ///< verify --against: a web archive
    ExtractFormat format = ExtractFormat::xhtml;
    bool explain = false;  ///< extract: why each post is what it is, instead of the posts
    bool check = false;    ///< list: also read the posts, and look for what they have in common

    std::vector<std::pair<std::string, std::string>> given;  ///< what the user set, in order
};

/// Text for standard output and nothing to do: --help, --version, --list-devices.
struct Notice {
    std::string text;
};

/// Error usage: one sentence that names the argument.
Result<std::variant<Options, Notice>> parse_command_line(const std::vector<std::string>& arguments);

/// Sets one option by its long name without dashes; error usage if there is none or the value is wrong.
Status set_option(Options& options, std::string_view name, const std::string& value);

/// What the value of an option is.
enum class ValueKind { address, file, other };
/// For options that shape the book, by the long name without dashes; nothing for those that only say how it is made.
std::optional<ValueKind> shaping_kind(std::string_view name);

/// The manual page in Markdown, made from the table.
std::string manual();

}  // namespace blogbind::cli
