#include "cli/option_table.h"

#include <fmt/format.h>

#include <array>
#include <tuple>

#include "base/text.h"
#include "cli/config_file.h"
#include "cli/option_values.h"

namespace blogbind::cli {
namespace {

using namespace group;

constexpr unsigned bind_only = mask_of(Command::bind), list_only = mask_of(Command::list),
                   extract_only = mask_of(Command::extract), update_only = mask_of(Command::update),
                   verify_only = mask_of(Command::verify),
                   everywhere = bind_only | list_only | extract_only | update_only;

template <class Value, class Target>
Status store(Result<Value> value, Target& target) {
    if (!value) return fail(value.error());
    target = Target(*std::move(value));
    return {};
}

template <class Choice>
Status choose(const std::string& value, std::initializer_list<std::pair<std::string_view, Choice>> choices,
              Choice& target) {
    std::string known;
    for (const auto& [name, choice] : choices) {
        if (name == value) {
            target = choice;
            return {};
        }
        known += fmt::format("{}{}", known.empty() ? "" : ", ", name);
    }
    return fail(ErrorKind::usage, fmt::format("“{}” is none of {}", value, known));
}

Status set_source_kind(Options& o, const std::string& v) {
    o.from = source_kind_named(v);
    if (o.from) return {};
    return fail(ErrorKind::usage, fmt::format("“{}” is none of {}", v, source_kind_names()));
}

/// "drafts,private": what is usually left out.
Status set_inclusion(Options& o, const std::string& v) {
    for (const std::string_view word : split(v, ',')) {
        bool Inclusion::*part = nullptr;
        Status status = choose(std::string(trimmed(word)),
                               {{"drafts", &Inclusion::drafts},
                                {"private", &Inclusion::private_posts},
                                {"protected", &Inclusion::protected_posts},
                                {"trash", &Inclusion::trash},
                                {"pages", &Inclusion::pages}},
                               part);
        if (!status) return status;
        o.discover.include.*part = true;
    }
    return {};
}

Result<Url> web_address(const std::string& v) {
    std::optional<Url> url = Url::parse(v);
    if (url && url->is_web()) return *std::move(url);
    return fail(ErrorKind::usage, fmt::format("“{}” is not a web address", v));
}

Status add_pattern(std::vector<std::string>& patterns, const std::string& v) {
    patterns.push_back(v);
    return series::check_pattern(v);
}

Status set_series(Options& o, const std::string& v) {
    const std::size_t colon = v.rfind(':');
    const auto index = colon == std::string::npos ? std::nullopt : parsed_integer(v.substr(colon + 1));
    o.book.series = index ? v.substr(0, colon) : v;
    if (index) o.book.series_index = static_cast<double>(*index);
    return {};
}

Status set_division(Options& o, const std::string& v) {
    using compose::Division;
    const auto posts = parsed_integer(v);
    const Result<std::size_t> size = size_value(v);
    if (v == "year")
        o.division = Division{.by = Division::By::year};
    else if (posts && *posts > 0)
        o.division = Division{.by = Division::By::posts, .most = static_cast<std::size_t>(*posts)};
    else if (size)
        o.division = Division{.by = Division::By::size, .most = *size};
    else
        return fail(ErrorKind::usage,
                    fmt::format("“{}” is neither year, nor a number of chapters, nor a size like 40MB", v));
    return {};
}

Result<compose::PlaceTable> places_in(const std::string& file) {
    constexpr std::size_t largest_table = 16U << 20;
    const Result<std::string> text = read_file(file, largest_table);
    if (!text) return fail(ErrorKind::usage, text.error().message);
    Result<compose::PlaceTable> table = compose::PlaceTable::read(*text);
    if (!table) return fail(ErrorKind::usage, fmt::format("{} {}", file, table.error().message));
    return table;
}

Status set_device(Options& o, const std::string& v) {
    const media::Device* device = media::find_device(v);
    if (device == nullptr)
        return fail(ErrorKind::usage, fmt::format("“{}” is no known device; --list-devices names them all", v));
    o.pictures.max_width = device->width;
    o.pictures.max_height = device->height;
    o.pictures.grayscale = device->grey;
    return {};
}

Status set_box(Options& o, const std::string& v) {
    const auto box = box_value(v);
    if (!box) return fail(box.error());
    std::tie(o.pictures.max_width, o.pictures.max_height) = *box;
    return {};
}

Status add_header(Options& o, const std::string& v) {
    const std::size_t colon = v.find(':');
    if (colon == std::string::npos || colon == 0)
        return fail(ErrorKind::usage, fmt::format("“{}” is not a header like 'Name: value'", v));
    o.network.headers.emplace_back(v.substr(0, colon), std::string(trimmed(v.substr(colon + 1))));
    return {};
}

constexpr auto rows = std::to_array<OptionRow>({
    {"-o,--output", "FILE", book, bind_only, "The book; - is standard output. Without it the title gives the name",
     [](Options& o, const std::string& v) { o.output = v; return Status{}; }},
    {"--from", "KIND", posts, everywhere, "What the sources are, if their content misleads; the kinds stand below",
     set_source_kind},
    {"--url", "URL", posts, everywhere, "Where the first local source came from",
     [](Options& o, const std::string& v) {
         const Result<Url> url = web_address(v);
         if (url) o.url = *url;
         o.unusable_url = url ? std::string() : url.error().message;
         return Status{};
     }},
    {"--include", "WHAT", posts, everywhere, "Of exports also: drafts, private, protected, trash, pages", set_inclusion},
    {"--follow", "HOW", posts, everywhere, "How far to go from a post: auto, series, next, blog, none",
     [](Options& o, const std::string& v) {
         return choose(v, {{"auto", Follow::automatic}, {"series", Follow::series}, {"next", Follow::next},
                           {"blog", Follow::blog}, {"none", Follow::none}}, o.discover.follow); }},
    {"--order", "ORDER", posts, everywhere, "Reading order: auto, given, date, title, part",
     [](Options& o, const std::string& v) {
         using series::Order;
         return choose(v, {{"auto", Order::automatic}, {"given", Order::given}, {"date", Order::date},
                           {"title", Order::title}, {"part", Order::part}}, o.discover.order); }},
    {"--rules", "FILE", posts, everywhere,
     "CSS selectors for the pages of some hosts (body, remove, title, date, author, comments, next), in TOML",
     [](Options& o, const std::string& v) { return store(rules_value(v), o.discover.rules); }},
    {"--reverse", "", posts, everywhere, "The other way round",
     [](Options& o, const std::string&) { o.reverse = true; return Status{}; }},
    {"--since", "DATE", posts, everywhere, "Only posts of that day or later",
     [](Options& o, const std::string& v) { return store(date_value(v), o.selection.since); }},
    {"--until", "DATE", posts, everywhere, "Only posts of that day or earlier",
     [](Options& o, const std::string& v) { return store(date_value(v), o.selection.until); }},
    {"--category,--tag", "NAME", posts, everywhere, "Only posts with this category or tag; repeatable",
     [](Options& o, const std::string& v) { o.selection.tags.push_back(v); return Status{}; }},
    {"--match", "REGEX", posts, everywhere, "Only posts whose title matches; repeatable",
     [](Options& o, const std::string& v) { return add_pattern(o.selection.match, v); }},
    {"--exclude", "REGEX", posts, everywhere, "No posts whose title matches; repeatable",
     [](Options& o, const std::string& v) { return add_pattern(o.selection.exclude, v); }},
    {"--max-posts", "N", posts, everywhere, "At most so many posts",
     [](Options& o, const std::string& v) { return store(number_value(v, 1, 100000), o.selection.max_posts); }},
    {"--split", "year|N|SIZE", posts, bind_only,
     "Several volumes: by the posts' years, of N chapters each, or of a size like 40MB", set_division},

    {"--title", "TEXT", book, bind_only, "The book's title",
     [](Options& o, const std::string& v) { o.book.title = v; return Status{}; }},
    {"--subtitle", "TEXT", book, bind_only, "Its subtitle",
     [](Options& o, const std::string& v) { o.book.subtitle = v; return Status{}; }},
    {"--author", "NAME", book, everywhere, "Its author; of posts by several authors only this one's. Repeatable",
     [](Options& o, const std::string& v) {
         o.book.authors.push_back(v);
         o.selection.authors.push_back(v);
         return Status{}; }},
    {"--language", "TAG", book, everywhere, "Its language, as in en-GB or de",
     [](Options& o, const std::string& v) { o.book.language = v; return Status{}; }},
    {"--publisher", "NAME", book, bind_only, "Its publisher",
     [](Options& o, const std::string& v) { o.book.publisher = v; return Status{}; }},
    {"--series", "NAME[:N]", book, bind_only, "The series of books that it belongs to, and its place there", set_series},
    {"--id", "TEXT", book, bind_only, "Tells books of the same posts apart",
     [](Options& o, const std::string& v) { o.book.id = v; return Status{}; }},
    {"--comments", "WHERE", book, bind_only, "appendix (after all chapters), chapter (after each), none",
     [](Options& o, const std::string& v) {
         using compose::Comments;
         return choose(v, {{"appendix", Comments::appendix}, {"chapter", Comments::chapter}, {"none", Comments::omit}},
                       o.book.comments); }},
    {"--front", "FILE|about", book, bind_only,
     "A Markdown file before the chapters: introduction, preface or dedication, by its field “type” or its name; "
     "about: the blog's page about itself as introduction; repeatable",
     [](Options& o, const std::string& v) { o.front.push_back(v); return Status{}; }},
    {"--parts", "BY", book, bind_only,
     "Chapters in parts: auto (in a book of more than 25 chapters, by what suits it), series, place, year, none",
     [](Options& o, const std::string& v) {
         using compose::Grouping;
         return choose(v, {{"auto", Grouping::automatic}, {"series", Grouping::series}, {"place", Grouping::place},
                           {"year", Grouping::year}, {"none", Grouping::none}}, o.book.grouping); }},
    {"--places", "FILE|exif", book, bind_only,
     "Where posts were written and where that is: a .csv file with the columns post, place, latitude, longitude; "
     "exif: where their photographs were taken; repeatable",
     [](Options& o, const std::string& v) {
         if (v != "exif") return store(places_in(v), o.book.places);
         o.pictures.locate = true;
         return Status{}; }},
    {"--no-travel-pages", "", book, bind_only, "No itinerary, map and index of pictures, even if enough is known",
     [](Options& o, const std::string&) { o.book.travel_pages = false; return Status{}; }},
    {"--pullquotes", "", book, everywhere, "Pull quotes also where they only repeat a sentence of the post",
     [](Options& o, const std::string&) { o.repeated_quotes = normalise::RepeatedQuotes::keep; return Status{}; }},
    {"--cover", "COVER", book, bind_only, "auto, none, or a picture's file name",
     [](Options& o, const std::string& v) { o.cover = v; return Status{}; }},
    {"--look", "NAME", book, bind_only, "classic, plain (text and nothing else) or magazine",
     [](Options& o, const std::string& v) {
         return choose<std::string>(v, {{"classic", ""}, {"plain", "look-plain.css"},
                                        {"magazine", "look-magazine.css"}}, o.look); }},
    {"--writing", "DIRECTION", book, bind_only,
     "vertical, horizontal, or auto (vertical where Japanese or Chinese posts say so)",
     [](Options& o, const std::string& v) {
         using compose::Writing;
         return choose(v, {{"auto", Writing::automatic}, {"horizontal", Writing::horizontal},
                           {"vertical", Writing::vertical}}, o.book.writing); }},
    {"--fonts", "FONTS", book, bind_only,
     "auto (within the book only what devices lack: rare scripts, pictographs), none, or a font family for all text",
     [](Options& o, const std::string& v) { o.fonts = v; return Status{}; }},
    {"--css", "FILE", book, bind_only, "A style sheet after the book's own",
     [](Options& o, const std::string& v) { o.css = v; return Status{}; }},
    {"--templates", "DIR", book, bind_only, "A folder whose files replace the built-in templates",
     [](Options& o, const std::string& v) { o.templates = v; return Status{}; }},
    {"--device", "NAME", book, bind_only, "Pictures for this device; see --list-devices", set_device},
    {"--max-image", "WxH", book, bind_only, "No picture larger than this, either way up", set_box},
    {"--image-quality", "N", book, bind_only, "JPEG quality, 80 by default",
     [](Options& o, const std::string& v) { return store(number_value(v, 10, 100), o.pictures.quality); }},
    {"--max-size", "SIZE", book, bind_only,
     "The book's size, as in 40MB: the pictures' quality, then their edges are lowered until it fits",
     [](Options& o, const std::string& v) { return store(size_value(v), o.max_size); }},
    {"--grayscale", "", book, bind_only, "Grey pictures",
     [](Options& o, const std::string&) { o.pictures.grayscale = true; return Status{}; }},
    {"--no-images", "", book, bind_only, "Captions, but no pictures",
     [](Options& o, const std::string&) { o.pictures.omit = true; return Status{}; }},
    {"--kepub", "", book, bind_only, "Also write BOOK.kepub.epub, which Kobo devices show by their better engine",
     [](Options& o, const std::string&) { o.kepub = true; return Status{}; }},

    {"--jobs", "N", network, everywhere, "Requests at a time, 6 by default",
     [](Options& o, const std::string& v) {
         return store(number_value(v, 1, 64), o.discover.jobs); }},
    {"--delay", "SECONDS", network, everywhere, "Pause between two requests to a host",
     [](Options& o, const std::string& v) { return store(seconds_value(v), o.manners.delay); }},
    {"--timeout", "SECONDS", network, everywhere, "Longest time for one request, 60 by default",
     [](Options& o, const std::string& v) {
         return store(number_value(v, 1, 86400).map([](long long n) { return std::chrono::seconds(n); }),
                      o.network.timeout); }},
    {"--retries", "N", network, everywhere, "New tries after a failure, 3 by default",
     [](Options& o, const std::string& v) { return store(number_value(v, 0, 20), o.manners.retries); }},
    {"--user-agent", "TEXT", network, everywhere, "How blogbind introduces itself",
     [](Options& o, const std::string& v) { o.network.user_agent = v; return Status{}; }},
    {"--cookies", "FILE", network, everywhere, "Cookies in Netscape format",
     [](Options& o, const std::string& v) { o.network.cookie_file = v; return Status{}; }},
    {"--header", "'NAME: VALUE'", network, everywhere, "Sent to the hosts that you name; repeatable", add_header},
    {"--user", "NAME:PASSWORD", network, everywhere, "Login for the hosts that you name",
     [](Options& o, const std::string& v) { o.network.credentials = v; return Status{}; }},
    {"--post-password", "TEXT", network, everywhere, "Opens posts that are protected by a password",
     [](Options& o, const std::string& v) { o.post_password = v; return Status{}; }},
    {"--ghost-key", "KEY", network, everywhere, "The key of a Ghost blog's Content API, for --from ghost",
     [](Options& o, const std::string& v) { o.discover.ghost_key = v; return Status{}; }},
    {"--proxy", "URL", network, everywhere, "Proxy; else the environment's",
     [](Options& o, const std::string& v) { o.network.proxy = v; return Status{}; }},
    {"--ignore-robots", "", network, everywhere, "Ask also for what a robots.txt forbids to programs",
     [](Options& o, const std::string&) { o.ignore_robots = true; return Status{}; }},
    {"--allow-private-network", "", network, everywhere, "Also ask private addresses that you did not name",
     [](Options& o, const std::string&) { o.network.private_network = PrivateNetwork::allow; return Status{}; }},
    {"--wayback", "HOW", network, everywhere,
     "Web archives: auto (for what is gone), never, only (for everything; the site itself is not asked)",
     [](Options& o, const std::string& v) {
         using Use = WaybackRules::Use;
         return choose(v, {{"auto", Use::automatic}, {"never", Use::never}, {"only", Use::only}}, o.wayback.use); }},
    {"--wayback-server", "URL", network, everywhere, "Another Wayback Machine than https://web.archive.org",
     [](Options& o, const std::string& v) { return store(web_address(v), o.wayback.server); }},

    {"--archive", "FILE.warc.gz", archive, everywhere, "Keep all that is sent and received here, and answer from it",
     [](Options& o, const std::string& v) { o.archive = v; return Status{}; }},
    {"--offline", "", archive, everywhere, "Ask nothing of the network, answer from the archive",
     [](Options& o, const std::string&) { o.replay = ReplayRules::Mode::offline; return Status{}; }},
    {"--refresh", "", archive, everywhere, "Ask again for everything",
     [](Options& o, const std::string&) { o.replay = ReplayRules::Mode::refresh; return Status{}; }},
    {"--no-archive", "", archive, everywhere, "Keep nothing",
     [](Options& o, const std::string&) { o.no_archive = true; return Status{}; }},
    {"--against", "FILE.warc.gz", archive, verify_only, "Prove each chapter from this archive, and make it again",
     [](Options& o, const std::string& v) { o.against = v; return Status{}; }},

    {"--json", "", habits, list_only | verify_only, "As JSON",
     [](Options& o, const std::string&) { o.json = true; return Status{}; }},
    {"--as", "FORMAT", habits, extract_only, "xhtml, json (one object a line) or text",
     [](Options& o, const std::string& v) {
         return choose(v, {{"xhtml", ExtractFormat::xhtml}, {"json", ExtractFormat::json},
                           {"text", ExtractFormat::text}}, o.format); }},
    {"--explain", "", habits, extract_only, "Instead of the posts: what each was taken from, and what was left out",
     [](Options& o, const std::string&) { o.explain = true; return Status{}; }},
    {"--check", "", habits, list_only, "Also read the posts, and name passages that stand in several",
     [](Options& o, const std::string&) { o.check = true; return Status{}; }},
    {"--report", "FILE", habits, bind_only | update_only, "What was found, bound and lost, as JSON",
     [](Options& o, const std::string& v) { o.report_file = v; return Status{}; }},
    {"--keep-stages", "DIR", habits, bind_only, "Each stage's values as files, for finding out what went wrong",
     [](Options& o, const std::string& v) { o.keep_stages = v; return Status{}; }},
    {"--config", "FILE", habits, everywhere, "Options from a TOML file; the command line wins",
     [](Options& o, const std::string& v) { return load_config(o, v); }},
    {"--save-config", "FILE", habits, everywhere, "Writes the options of this command line into a TOML file",
     [](Options& o, const std::string& v) { o.save_config = v; return Status{}; }},
    {"--strict", "", habits, bind_only | update_only, "Exit code 3 if anything was lost",
     [](Options& o, const std::string&) { o.strict = true; return Status{}; }},
    {"-q,--quiet", "", habits, everywhere | verify_only, "Errors only",
     [](Options& o, const std::string&) { o.verbosity = Verbosity::quiet; return Status{}; }},
    {"-v,--verbose", "", habits, everywhere | verify_only, "Every post and what became of it",
     [](Options& o, const std::string&) { o.verbosity = Verbosity::verbose; return Status{}; }},
});

}  // namespace

std::span<const OptionRow> option_rows() { return rows; }

}  // namespace blogbind::cli
