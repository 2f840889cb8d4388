// Which hosts the user named, and which folders pictures may be read from.
#include "cli/network.h"

#include "cli/interruption.h"

namespace blogbind::cli {
namespace {

std::set<std::string> hosts_of(const std::vector<Source>& sources) {
    std::set<std::string> hosts;
    for (const Source& source : sources)
        if (source.url) hosts.insert(source.url->host());
    return hosts;
}

CurlOptions with_named_hosts(CurlOptions options, const std::vector<Source>& sources) {
    options.named_hosts = hosts_of(sources);
    return options;
}

std::vector<std::filesystem::path> folders_of(const std::vector<Source>& sources) {
    std::vector<std::filesystem::path> folders;
    for (const Source& source : sources)
        if (!source.path.empty())
            folders.push_back(source.kind == SourceKind::folder ? source.path : source.path.parent_path());
    return folders;
}

}  // namespace

Network::Network(const Options& options, const std::vector<Source>& sources, Terminal& terminal)
    : curl_(with_named_hosts(options.network, sources), interrupted()),
      meter_(curl_),
      polite_(meter_, options.manners, interrupted(), [&terminal](std::string_view text) { terminal.say(text); }),
      robots_(polite_, "blogbind"),
      http_(options.ignore_robots ? static_cast<Transport&>(polite_) : robots_),
      http_of_server_(polite_),
      password_(http_, http_of_server_, options.post_password, hosts_of(sources)),
      local_(password_, folders_of(sources)) {}

}  // namespace blogbind::cli
