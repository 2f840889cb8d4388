// Which hosts the user named, which archive is meant, and which folders pictures may be read from.
#include "cli/network.h"

#include <algorithm>

#include "cli/interruption.h"

namespace blogbind::cli {
namespace {

std::set<std::string> hosts_of(const std::vector<Source>& sources) {
    std::set<std::string> hosts;
    for (const Source& source : sources)
        if (source.url) hosts.emplace(source.url->host());
    return hosts;
}

/// Who names a web archive's copy of a page wants those of the other pages, too.
WaybackRules wayback_rules(const Options& options, const std::vector<Source>& sources) {
    WaybackRules rules = options.wayback;
    const auto named = std::ranges::find_if(sources, [](const Source& source) { return source.copy.has_value(); });
    if (named == sources.end()) return rules;
    rules.use = WaybackRules::Use::only;
    if (named->copy->url.host() != "web.archive.org") rules.server = Url::parse(named->copy->url.origin() + "/");
    return rules;
}

CurlOptions with_named_hosts(const Options& options, const std::vector<Source>& sources) {
    CurlOptions named = options.network;
    named.named_hosts = hosts_of(sources);
    if (const auto server = wayback_rules(options, sources).server) named.named_hosts.emplace(server->host());
    return named;
}

std::set<std::string> hosts_of_archive(const WaybackRules& rules) {
    if (rules.server) return {std::string(rules.server->host())};
    return {"web.archive.org", "archive.org"};
}

/// Who shows who they are is not given what was kept for strangers.
ReplayRules rules_for_sites(const Options& options) {
    const CurlOptions& network = options.network;
    const bool is_anybody = network.headers.empty() && network.credentials.empty() && network.cookie_file.empty();
    return {options.replay, {}, false, is_anybody};
}

ReplayRules rules_for_copies(const Options& options) {
    using Mode = ReplayRules::Mode;
    return {options.replay == Mode::revalidate ? Mode::once : options.replay, {}, false};
}

std::vector<std::filesystem::path> folders_of(const Options& options, const std::vector<Source>& sources) {
    std::vector<std::filesystem::path> folders;
    for (const std::string& page : options.front) folders.push_back(std::filesystem::path(page).parent_path());
    for (const Source& source : sources)
        if (!source.path.empty())
            folders.push_back(std::filesystem::is_directory(source.path) ? source.path : source.path.parent_path());
    return folders;
}

FileTrees trees_of(const std::vector<Source>& sources) {
    FileTrees trees;
    for (const Source& source : sources)
        if (source.tree) trees.push_back(source.tree);
    return trees;
}

std::vector<std::shared_ptr<SiteCopy>> copies_among(const std::vector<Source>& sources) {
    std::vector<std::shared_ptr<SiteCopy>> copies;
    for (const Source& source : sources)
        if (source.site) copies.push_back(source.site);
    return copies;
}

/// Then nothing else is asked: the book is what the copies hold.
bool are_all_copies(const std::vector<Source>& sources) {
    return std::ranges::all_of(sources, [](const Source& source) { return source.site != nullptr; });
}

/// The site whose archive it is: that of the first source with an address.
std::optional<std::filesystem::path> archive_path(const Options& options, const std::vector<Source>& sources) {
    if (options.no_archive) return std::nullopt;
    if (!options.archive.empty()) return options.archive;
    for (const Source& source : sources)
        if (source.url && !source.site) return default_archive(*source.url);
    return options.url ? default_archive(*options.url) : std::nullopt;
}

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

Result<std::unique_ptr<Network>> Network::create(const Options& options, const std::vector<Source>& sources,
                                                 Terminal& terminal) {
    const bool is_offline = options.replay == ReplayRules::Mode::offline;
    const std::optional<std::filesystem::path> path = archive_path(options, sources);
    if (is_offline && options.no_archive)
        return fail(ErrorKind::usage, "--offline answers from an archive, and --no-archive allows none");
    std::unique_ptr<Archive> archive;
    if (path || is_offline) {  // without one, what is not in the sources is not to be had
        auto opened = Archive::open(path.value_or(std::filesystem::path()),
                                    is_offline ? SharedFile::Mode::read : SharedFile::Mode::append, now);
        if (!opened) return fail(opened.error());
        archive = *std::move(opened);
    }
    return std::make_unique<Network>(options, sources, std::move(archive), terminal);
}

Network::Network(const Options& options, const std::vector<Source>& sources, std::unique_ptr<Archive> archive,
                 Terminal& terminal)
    : archive_(std::move(archive)),
      curl_(with_named_hosts(options, sources), interrupted()),
      record_(archive_ ? std::make_optional<RecordTransport>(curl_, *archive_) : std::nullopt),
      meter_(record_ ? static_cast<Transport&>(*record_) : curl_),
      polite_(meter_, options.manners, interrupted(), [&terminal](std::string_view text) { terminal.say(text); }),
      replay_(archive_ ? std::make_optional<ReplayTransport>(polite_, *archive_, rules_for_sites(options))
                       : std::nullopt),
      robots_(options.ignore_robots ? std::nullopt : std::make_optional<RobotsTransport>(answering(), "blogbind")),
      http_(robots_ ? static_cast<Transport&>(*robots_) : answering(),
            options.archive.empty() ? Provenance::untold : Provenance::told),
      http_of_server_(polite_, options.archive.empty() ? Provenance::untold : Provenance::told),
      password_(http_, http_of_server_, options.post_password, hosts_of(sources)),
      polite_to_archives_(meter_, WebArchiveTransport::patient(options.manners), interrupted(),
                          [&terminal](std::string_view text) { terminal.say(text); }),
      web_archive_(polite_to_archives_, hosts_of_archive(wayback_rules(options, sources))),
      copies_(archive_ ? std::make_optional<ReplayTransport>(web_archive_, *archive_, rules_for_copies(options))
                       : std::nullopt),
      http_of_copies_(copies_ ? static_cast<Transport&>(*copies_) : web_archive_,
                      options.archive.empty() ? Provenance::untold : Provenance::told),
      wayback_(password_, http_of_copies_, wayback_rules(options, sources)),
      copies_of_sites_(copies_among(sources), are_all_copies(sources) ? nullptr : &wayback_),
      local_(copies_of_sites_, folders_of(options, sources), trees_of(sources)) {}

Transport& Network::answering() { return replay_ ? static_cast<Transport&>(*replay_) : polite_; }

Traffic Network::traffic() const {
    const std::size_t answered = replay_ ? replay_->answered() + copies_->answered() : 0;
    return {meter_.sent(), answered + copies_of_sites_.answered(), meter_.failed(), meter_.bytes()};
}

Status Network::may_go_on() const {
    if (interrupted()) return fail(ErrorKind::interrupted, "interrupted, no book was written");
    return record_ ? record_->status() : Status{};
}

void Network::renew(std::function<bool(const Capture&)> is_settled) {
    if (replay_) replay_->set_rules({ReplayRules::Mode::revalidate, std::move(is_settled), true});
}

std::vector<std::string> Network::vanished() const {
    return replay_ ? replay_->vanished() : std::vector<std::string>();
}

Status Network::complete() { return archive_ && !interrupted() ? archive_->complete() : Status{}; }

}  // namespace blogbind::cli
