// The whole way, once: sources become a book.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/cover.h"
#include "cli/edition.h"
#include "cli/exit_code.h"
#include "cli/fitting.h"
#include "cli/fonts.h"
#include "cli/front.h"
#include "cli/making.h"
#include "cli/network.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/renewal.h"
#include "cli/route_map.h"
#include "cli/run_report.h"
#include "cli/stages.h"
#include "cli/surplus_volumes.h"
#include "cli/volumes.h"
#include "extract/bleed.h"
#include "extract/shared_furniture.h"
#include "markup/body.h"

namespace blogbind::cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned workers = 2;
constexpr std::size_t common_delivery_limit = 50'000'000;  // Send to Kindle by e-mail (epub-output §3.3)

/// What must be there before the way begins.
struct Workplace {
    Stages stages;
    TemplateSet templates;
    std::vector<Source> sources;
    Spill spill;
    std::unique_ptr<Network> network;
};

/// What is told of the run, whether or not there is a book in the end.
struct Run {
    RunReport numbers;
    Report report;
    std::chrono::steady_clock::time_point last_lap = std::chrono::steady_clock::now();

    void lap(std::string stage) {
        const auto now = std::chrono::steady_clock::now();
        const double time = std::chrono::duration<double>(now - last_lap).count();
        numbers.seconds.front().second += time;
        const auto known = std::ranges::find(numbers.seconds, stage, &std::pair<std::string, double>::first);
        if (known == numbers.seconds.end())
            numbers.seconds.emplace_back(std::move(stage), time);
        else
            known->second += time;
        last_lap = now;
    }
};

Result<TemplateSet> load_templates(const Options& options) {
    Result<TemplateSet> templates = TemplateSet::load(options.templates);
    if (templates && !options.look.empty()) {
        const Result<std::string> look = templates->text(options.look);
        if (!look) return fail(look.error());
        templates->append("book.css", *look);
    }
    if (!templates || options.css.empty()) return templates;
    const Result<std::string> css = read_file(options.css, 1U << 20);
    if (!css) return fail(ErrorKind::usage, css.error().message);
    templates->append("user.css", *css);
    return templates;
}

Result<Workplace> prepare(const Options& options, Terminal& terminal) {
    auto stages = Stages::in(options.keep_stages);
    if (!stages) return fail(stages.error());
    auto templates = load_templates(options);
    if (!templates) return fail(templates.error());
    if (Status output = check_output(options.output); !output) return fail(output.error());
    auto sources = detect_all(options);
    if (!sources) return fail(sources.error());
    auto spill = Spill::create();
    if (!spill) return fail(spill.error());
    auto network = Network::create(options, *sources, terminal);
    if (!network) return fail(network.error());
    return Workplace{*std::move(stages), *std::move(templates), *std::move(sources), *std::move(spill),
                     *std::move(network)};
}

std::vector<Issue> issues_since(std::size_t told, const Report& report) {
    return {report.issues().begin() + static_cast<std::ptrdiff_t>(told), report.issues().end()};
}

void append(std::vector<Issue>& issues, const std::vector<Issue>& more) {
    issues.insert(issues.end(), more.begin(), more.end());
}

/// From here on the post's text and comments are in memory only while a stage works on them: to unpack them costs time,
/// which is worth it only where they are many.
void put_down(Post& post, std::size_t awake, Spill& spill) {
    constexpr std::size_t most_awake = 100;
    post.explanation = {};  // told by `extract` only, like the next two
    post.previous.reset();
    post.next.reset();
    if (awake < most_awake) return;
    post.body.may_rest_in(RestingPlace(spill));
    post.comments.may_rest_in(RestingPlace(spill));
    rest(post);
}

void put_in_order(Material& material, series::Order order) {
    if (order == series::Order::given) return;
    const std::vector<std::size_t> places = series::reading_order(material.posts, order);
    material.posts = series::rearranged(std::move(material.posts), places);
    material.outcomes = series::rearranged(std::move(material.outcomes), places);
}

/// fetch, extract, normalise. Pictures are begun as soon as it is sure that their post is wanted.
Material read_all(Listing& listing, Workplace& place, const Options& options, media::Embedder& embedder,
                  Progress& progress, Report& report) {
    Material material;
    material.shared_losses = report.issues();
    material.posts.reserve(listing.entries.size());
    std::size_t told = report.issues().size();
    const bool any_author = options.selection.authors.empty();
    read_posts(listing, place.network->fetcher(), options, report, [&](Post post) {
        progress.advance();
        place.stages.keep_post(material.posts.size() + 1, post);
        if (any_author) embedder.begin(post);
        put_down(post, material.posts.size(), place.spill);
        material.posts.push_back(std::move(post));
        material.outcomes.push_back({.losses = issues_since(told, report), .pictures = {}});
        told = report.issues().size();
    });
    append(material.shared_losses, issues_since(told, report));
    if (listing.is_unordered) put_in_order(material, options.discover.order);
    if (any_author) return material;
    series::keep_authors(material.posts, options.selection.authors);
    material.outcomes.assign(material.posts.size(), {});  // which of them are left does not show
    material.shared_losses = report.issues();
    for (Post& post : material.posts) embedder.begin(post);
    return material;
}

/// embed: waits for the pictures of all posts.
Status embed_all(Material& material, media::Embedder& embedder, const Options& options, const Network& network,
                 Progress& progress, Report& report) {
    for (std::size_t i = 0; i < material.posts.size(); ++i) {
        if (Status status = network.may_go_on(); !status) return status;
        const media::ImageCounts before = embedder.counts();
        const std::size_t told = report.issues().size();
        embedder.finish(material.posts[i], phrases_for(material.posts[i], options), report);
        rest(material.posts[i]);
        material.outcomes[i].pictures = embedder.counts() - before;
        append(material.outcomes[i].losses, issues_since(told, report));
        progress.advance();
    }
    material.resources = embedder.take_resources();
    material.losses = report.issues();
    return {};
}

void count_words_and_comments(const Book& book, RunReport& numbers) {
    numbers.chapters += book.chapters.size();
    for (const Chapter& chapter : book.chapters) {
        const std::string text = markup::text_content(chapter.body.root());
        rest(chapter);
        numbers.words += split_words(text).size();
        numbers.comments_bound += chapter.comments_bound + chapter.references_bound;
        numbers.comments_declared += static_cast<std::size_t>(std::max(chapter.comments_declared.value_or(0), 0));
    }
}

/// A size that the book should not pass, and what is to be said if it does.
struct SizeLimit {
    std::size_t bytes;
    IssueCode issue;
    std::string_view complaint;
};

SizeLimit size_limit(const Options& options) {
    if (options.max_size != 0)
        return {options.max_size, IssueCode::size_exceeded,
                ", more than --max-size allows, even with its smallest pictures"};
    if (options.division && options.division->by == compose::Division::By::size)
        return {options.division->most, IssueCode::size_exceeded,
                ", more than --split allows, as one post alone is larger"};
    return {common_delivery_limit, IssueCode::book_oversized, ", and many delivery services take 50 MB at most"};
}

/// Fonts hold what the book shows: it is rendered once to see that. Most books need none, and that rendering will do.
Result<Draft> furnish(Book& book, Workplace& place, const Options& options, media::Workshop& workshop, Run& run) {
    if (options.fonts == "none") return Draft();
    auto draft = epub::render(book, place.templates, place.spill);
    if (!draft) return fail(draft.error());
    const std::size_t losses = book.losses.size();
    Status furnished = add_fonts(book, options.fonts, *draft, workshop, place.spill, run.report);
    if (!furnished) return fail(furnished.error());
    return book.fonts.empty() && book.losses.size() == losses ? Draft(*std::move(draft)) : Draft();
}

/// render and pack.
Status write_out(Book book, Draft draft, const fs::path& path, Workplace& place, const Options& options,
                 media::Workshop& workshop, Run& run) {
    const Twin twin = options.kepub ? Twin::kepub : Twin::none;
    const auto edition = options.max_size == 0 ? edition_of(book, place.templates, twin, place.spill, std::move(draft))
                                               : fitted_edition(book, options.max_size, options, place.templates,
                                                                workshop, place.spill, workers, run.report);
    if (!edition) return fail(edition.error());
    if (Status status = place.network->may_go_on(); !status) return status;
    const auto files = write_edition(*edition, place.spill, path, workers);
    if (!files) return fail(files.error());
    run.numbers.files.insert(run.numbers.files.end(), files->begin(), files->end());
    const SizeLimit limit = size_limit(options);
    // The twin goes by no delivery service.
    for (const WrittenFile& file : std::span(*files).first(options.max_size != 0 ? files->size() : 1))
        if (file.size > limit.bytes)
            run.report.add(limit.issue, file.path,
                           fmt::format("it is {}{}", readable_size(file.size), limit.complaint));
    return {};
}

/// A few requests tell what need not be asked for.
void begin_renewal(const archive::BookRecord& earlier, Workplace& place) {
    const std::optional<Url> site = place.sources.front().url;
    if (site) place.network->renew(settled_pages(earlier, ask_signals(*site, place.network->fetcher())));
}

/// False if nothing is new: the book stays as it is.
bool end_renewal(Book& book, const archive::BookRecord& earlier, const Network& network, Run& run) {
    book.renewal = renewal_of(book, earlier);
    const std::vector<std::string> vanished = network.vanished();
    for (const Chapter& chapter : book.chapters)
        if (chapter.source && chapter.part == 1 && std::ranges::binary_search(vanished, chapter.source->text()))
            run.report.add(IssueCode::post_vanished, chapter.source->text(), "is gone from the site");
    book.losses = run.report.issues();
    return !book.renewal.added.empty() || !book.renewal.changed.empty() ||
           run.report.count(IssueCode::post_vanished) > 0;
}

/// What is left to do when a book's texts and pictures are together.
Status finish_book(Book book, const fs::path& path, const Options& options, Workplace& place, media::Workshop& workshop,
                   Run& run) {
    book.making = making_of(options, place.sources);
    if (options.earlier)
        if (Status status = holds_earlier_posts(book, *options.earlier); !status) return status;
    if (options.earlier && !end_renewal(book, *options.earlier, *place.network, run)) return {};
    if (Status status = add_cover(book, options.cover, workshop, place.spill, run.report); !status) return status;
    if (Status status = add_map(book, workshop, place.spill, run.report); !status) return status;
    auto draft = furnish(book, place, options, workshop, run);
    if (!draft) return fail(draft.error());
    count_words_and_comments(book, run.numbers);
    run.lap("compose");
    Status written = write_out(std::move(book), *std::move(draft), path, place, options, workshop, run);
    run.lap("pack");
    return written;
}

/// The way of architecture §1: each line is a stage, nothing flows back.
Status bind_book(const Options& options, Workplace& place, Progress& progress, Run& run) {
    Network& network = *place.network;
    progress.begin("looking for posts", 0);
    if (options.earlier) begin_renewal(*options.earlier, place);
    auto front = read_front(options, network.fetcher(), run.report);
    if (!front) return fail(front.error());
    auto listing = discover_all(options, place.sources, network.fetcher(), run.report);
    if (!listing) return fail(listing.error());
    if (options.earlier) keep_earlier_posts(*listing, *options.earlier);
    add_about(*front, options, place.sources, *listing, network.fetcher(), run.report);
    run.numbers.posts = listing->entries.size();
    place.stages.keep_listing(*listing);
    run.lap("discover");

    progress.begin("posts", listing->entries.size());
    media::Workshop workshop(workers);
    media::Embedder embedder(network.fetcher(), workshop, place.spill, options.pictures, options.discover.jobs);
    embed_front(*front, options, embedder, run.report);
    Material material = read_all(*listing, place, options, embedder, progress, run.report);
    if (Status status = network.may_go_on(); !status) return status;
    if (material.posts.empty())
        return fail(ErrorKind::not_found, "none of the posts could be read, so there is no book");
    run.lap("read");

    const std::size_t told = run.report.issues().size();
    extract::drop_shared_furniture(material.posts, run.report);
    append(material.shared_losses, issues_since(told, run.report));

    progress.begin("pictures of post", material.posts.size());
    if (Status status = embed_all(material, embedder, options, network, progress, run.report); !status) return status;
    if (!options.earlier) extract::report_bleed(material.posts, run.report);  // nothing is lost: not told in the book
    material.front = *std::move(front);
    run.numbers.images = embedder.counts();
    run.lap("embed");
    return each_book(std::move(material), *listing, options, [&](Book book, const fs::path& path) {
        return finish_book(std::move(book), path, options, place, workshop, run);
    });
}

void tell_surplus_volumes(const Run& run, const Options& options, const std::vector<Source>& sources,
                          Terminal& terminal) {
    if (!options.division || options.output == "-") return;
    for (const fs::path& volume : surplus_volumes(run.numbers.files, making_of(options, sources).sources))
        terminal.say(volume.string() + " is a volume of an earlier run, none of this one; it stays as it is");
}

int finished(const Options& options, const Run& run, const Traffic& traffic, Terminal& terminal) {
    for (const Issue& issue : run.report.issues()) terminal.issue(issue);
    if (!options.report_file.empty()) {
        const std::string json = json_text(run_report_json(run.numbers, traffic, run.report));
        if (const Status status = write_file(options.report_file, json); !status)
            return terminal.error(status.error().message), static_cast<int>(no_book);
    }
    return options.strict && run.report.has_losses() ? book_with_losses : success;
}

}  // namespace

int bind(const Options& options, Terminal& terminal) {
    auto place = prepare(options, terminal);
    if (!place) return terminal.error(place.error().message), exit_code(place.error());
    Network& network = *place->network;
    Run run;
    run.numbers.seconds.emplace_back("total", 0);
    Status status;
    {
        Progress progress(terminal, network);
        status = bind_book(options, *place, progress, run);
    }
    const int code = finished(options, run, network.traffic(), terminal);
    if (Status completed = network.complete(); status) status = completed;
    if (!status) return terminal.error(status.error().message), exit_code(status.error());
    if (options.earlier && run.numbers.files.empty())
        terminal.say(options.output + " is up to date");
    else if (options.output != "-")
        terminal.say(run_summary(run.numbers));
    tell_surplus_volumes(run, options, place->sources, terminal);
    return code;
}

}  // namespace blogbind::cli
