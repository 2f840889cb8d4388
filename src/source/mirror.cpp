#include "source/mirror.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace blogbind {
namespace {

constexpr std::size_t start_size = 64U << 10;  // of a page: its head and more

bool is_page_name(std::string_view name) {
    const std::string lowered = ascii_lowered(name);
    return lowered.ends_with(".html") || lowered.ends_with(".htm");
}

bool is_domain(std::string_view host) {
    const std::string_view last = host.substr(host.rfind('.') + 1);
    const auto is_letter = [](char c) { return is_ascii_alpha(c); };
    const auto is_allowed = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '.' || c == '-'; };
    return last.size() < host.size() && last.size() > 1 && std::ranges::all_of(last, is_letter) &&
           std::ranges::all_of(host, is_allowed) && !is_page_name(host);
}

/// The host, and its port, that a folder is named by; empty if it is none. Copiers write "localhost:8080",
/// "localhost+8080" (wget on Windows), "localhost_8080" (HTTrack).
std::string host_named_by(std::string_view folder) {
    const std::size_t mark = folder.find_first_of(":+_");
    if (mark == std::string_view::npos) return is_domain(folder) ? std::string(folder) : std::string();
    const std::string_view host = folder.substr(0, mark), port = folder.substr(mark + 1);
    const bool may_be_host = folder[mark] != '_' || host == "localhost" || host.find('.') != std::string_view::npos;
    return may_be_host && parsed_integer(port) ? std::string(host).append(":").append(port) : std::string();
}

std::string_view first_folder(std::string_view name) {
    const std::size_t slash = name.find('/');
    return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
}

/// The folders of hosts with the pages in them.
std::map<std::string, std::size_t> host_folders(const FileTree& tree) {
    std::map<std::string, std::size_t> folders;
    for (const FileTree::File& file : tree.files()) {
        const std::string_view folder = first_folder(file.name);
        if (is_page_name(file.name) && !host_named_by(folder).empty()) ++folders[std::string(folder)];
    }
    return folders;
}

/// "Mirrored from blog.example/?p=7 by HTTrack …": the address, without its scheme; empty if the page says no such
/// thing.
std::string_view mirrored_address(std::string_view page) {
    constexpr std::string_view begin = "<!-- Mirrored from ", end = " by HTTrack";
    page = page.substr(0, start_size);
    const std::size_t at = page.find(begin);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = page.substr(at + begin.size());
    return rest.substr(0, rest.substr(0, rest.find('\n')).find(end));
}

std::string mirrored_host(std::string_view page) {
    const std::string_view address = mirrored_address(page);
    return std::string(address.substr(0, address.find('/')));
}

/// The host of a copy that begins with the site's own pages; empty if the folder is something else.
std::string only_host(const FileTree& tree) {
    const FileTree::File* home = tree.find("index.html");
    if (home == nullptr) return {};
    if (std::string host = mirrored_host(tree.start(*home, start_size)); !host.empty()) return host;
    std::string name = tree.root().filename().string();
    if (name.ends_with(".zip")) name.erase(name.size() - 4);
    const bool has_more = std::ranges::any_of(tree.files(), [](const FileTree::File& file) {
        return is_page_name(file.name) && !first_folder(file.name).empty();
    });
    return has_more ? host_named_by(name) : std::string();
}

/// Whether the pages of `host` speak of themselves as https.
std::string_view scheme_of(std::string_view page, const std::string& host) {
    return page.find("https://" + host) != std::string_view::npos ? "https://" : "http://";
}

/// The names under which an answer may have been kept, the surest first.
std::vector<std::string> names_for(const Url& url) {
    const std::string path = percent_decoded(url.path()).substr(1);
    std::vector<std::string> bases{path};
    if (path.empty() || path.ends_with('/')) bases = {path + "index.html", path + "index.htm"};
    std::vector<std::string> names;
    if (const auto query = url.query()) {
        for (const std::string& base : bases)
            for (const char* mark : {"?", "@"})
                for (const std::string& text : {std::string(*query), percent_decoded(*query)})
                    for (const char* ending : {".html", ""}) names.push_back(base + mark + text + ending);
        return names;
    }
    names = bases;
    if (bases.size() == 1)
        for (const char* ending : {"/index.html", ".html", ".htm", "/index.htm"}) names.push_back(path + ending);
    return names;
}

bool begins_address(char c) { return c == '"' || c == '\'' || c == '=' || c == '/'; }
bool ends_address(char c) { return c == '"' || c == '\'' || c == '#' || c == '>' || is_ascii_space(c); }

/// No address is longer that is worth reading.
constexpr std::size_t longest_address = 4096;

std::string_view address_at_start(std::string_view text) {
    text = text.substr(0, longest_address);
    return text.substr(0, static_cast<std::size_t>(std::ranges::find_if(text, ends_address) - text.begin()));
}

/// Whether `text`, a page's beginning, ends within a tag and in it within a path below the copy.
bool ends_in_local_path(std::string_view text) {
    text.remove_prefix(text.size() - std::min(text.size(), longest_address));
    const std::size_t tag = text.find_last_of("<>");
    const std::string_view path = text.substr(text.find_last_of("\"' \t\r\n") + 1);
    return tag != std::string_view::npos && text[tag] == '<' && path.find_first_of(":?#") == std::string_view::npos &&
           !path.starts_with("//");
}

/// "quay.jpg%3Fw=300" becomes "quay.jpg?w=300", and "index.html%3Fp=12.html" becomes "index.html?p=12".
std::string with_queries(std::string_view html) {
    constexpr std::string_view mark = "%3F", ending = ".html";
    std::string result;
    for (;;) {
        const std::size_t at = html.find(mark);
        if (at == std::string_view::npos) return result.append(html);
        result += html.substr(0, at);
        html.remove_prefix(at + mark.size());
        if (!ends_in_local_path(result)) {
            result += mark;
            continue;
        }
        std::string_view query = address_at_start(html);
        html.remove_prefix(query.size());
        if (query.ends_with(ending)) query.remove_suffix(ending.size());
        result.append("?").append(query);
    }
}

/// "../fog/index.html#more" becomes "../fog/#more", and "index.html?p=12" becomes "?p=12", as they were on the site.
std::string without_index_files(std::string_view html) {
    constexpr std::string_view name = "index.html";
    std::string result;
    for (;;) {
        const std::size_t at = html.find(name);
        if (at == std::string_view::npos) return result.append(html);
        result += html.substr(0, at);
        html.remove_prefix(at + name.size());
        const std::string_view rest = address_at_start(html);
        const bool is_whole = rest.size() < std::min(html.size(), longest_address) && (rest.empty() || rest[0] == '?');
        if (result.empty() || !begins_address(result.back()) || !is_whole)
            result += name;
        else if (result.back() != '/')
            result += "./";
    }
}

}  // namespace

bool holds_mirror(const FileTree& tree) { return !host_folders(tree).empty() || !only_host(tree).empty(); }

Mirror::Mirror(std::shared_ptr<const FileTree> tree) : SiteCopy(tree->name()), tree_(std::move(tree)) {
    const auto add = [this](const std::string& host, const std::string& prefix, std::size_t pages) {
        const FileTree::File* home = tree_->find(prefix + "index.html");
        const std::string page = home != nullptr ? tree_->start(*home, start_size) : std::string();
        if (auto address = Url::parse(std::string(scheme_of(page, host)) + host + "/"))
            hosts_.try_emplace(host, Host{*std::move(address), prefix, pages});
    };
    for (const auto& [folder, pages] : host_folders(*tree_)) add(host_named_by(folder), folder + "/", pages);
    if (hosts_.empty()) add(only_host(*tree_), "", 1);
}

std::optional<Url> Mirror::home() const {
    const auto most = std::ranges::max_element(hosts_, {}, [](const auto& host) { return host.second.pages; });
    if (most == hosts_.end()) return std::nullopt;
    const Host& host = most->second;
    if (file_at(host.address) != nullptr) return host.address;
    const auto first = std::ranges::find_if(tree_->files(), [&](const FileTree::File& file) {
        return file.name.starts_with(host.prefix) && is_page_name(file.name);
    });
    return first == tree_->files().end() ? std::nullopt
                                         : host.address.resolve("/" + first->name.substr(host.prefix.size()));
}

const FileTree::File* Mirror::file_at(const Url& url) const {
    std::string host(url.host());
    if (url.port() >= 0) host += ":" + std::to_string(url.port());
    auto found = hosts_.find(host);
    if (found == hosts_.end()) found = hosts_.find(host.starts_with("www.") ? host.substr(4) : "www." + host);
    if (found == hosts_.end()) return nullptr;
    for (const std::string& name : names_for(url))
        if (const FileTree::File* file = tree_->find(found->second.prefix + name)) return file;
    return nullptr;
}

/// The address that a file had on the site: "/?p=12" for "index.html?p=12.html". HTTrack's names do not tell it, its
/// pages do.
Url Mirror::original(const Url& asked, const FileTree::File& file, std::string_view page) const {
    if (const std::string_view told = mirrored_address(page); !told.empty())
        if (const auto url = asked.resolve(std::string("//").append(told)); url && url->origin() == asked.origin())
            return *url;
    std::string path = percent_decoded(asked.path()), query;
    if (const std::size_t mark = path.find('?');
        mark != std::string::npos && file.name.find('?') != std::string::npos) {
        query = path.substr(mark);
        path.erase(mark);
        if (is_page_name(query)) query.erase(query.rfind('.'));
    } else if (asked.query()) {
        query = "?" + std::string(*asked.query());
    }
    for (const std::string_view name : {"index.html", "index.htm"})
        if (path.ends_with("/" + std::string(name))) path.erase(path.size() - name.size());
    for (const auto& [plain, encoded] : {std::pair("%", "%25"), std::pair("?", "%3F"), std::pair("#", "%23")})
        path = replaced(path, plain, encoded);
    return asked.resolve(path + query).value_or(asked);
}

Result<Response> Mirror::fetch(const Request& request) {
    const FileTree::File* file = request.form.empty() ? file_at(request.url) : nullptr;
    if (file == nullptr) return fail(ErrorKind::not_found, request.url.text() + " is not in " + name());
    auto bytes = tree_->read(*file, request.body_limit);
    if (!bytes) return fail(bytes.error());
    const bool is_page = is_page_name(file->name);
    Response response{.url = original(request.url, *file, is_page ? std::string_view(*bytes) : std::string_view()),
                      .status = 200,
                      .body = *std::move(bytes)};
    if (is_page) response.body = without_index_files(with_queries(response.body));
    if (response.url.text() != request.url.text()) response.redirects.push_back(request.url);
    return response;
}

Status open_mirrors(std::vector<Source>& sources) {
    for (Source& source : sources) {
        if (source.kind != SourceKind::mirror) continue;
        const auto mirror = std::make_shared<Mirror>(source.tree);
        if (!source.url) source.url = mirror->home();
        if (!source.url) return fail(ErrorKind::not_found, source.path.string() + " holds no web page");
        source.site = mirror;
    }
    return {};
}

}  // namespace blogbind
