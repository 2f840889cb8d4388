#include "net/wayback.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "net/address_guard.h"
#include "net/timestamp.h"
#include "net/url_parts.h"

namespace blogbind::wayback {

namespace {

constexpr std::size_t most_listed = 5000;  // an archive that knows more has them near enough to each other
constexpr int newest_few = -20;            // the index counts from its end
constexpr std::string_view replay_folder = "/web/";
constexpr std::size_t year_digits = 4;
constexpr std::string_view first_moment = "00000101000000";  // of any year
constexpr EncodeSet parameter_set{" \"#$%&'()*+,/:;<=>?@[\\]^`{|}~!"};

std::optional<Url> below(const Url& server, std::string_view rest) {
    std::string base = server.without_query().without_fragment().text();
    while (base.ends_with('/')) base.pop_back();
    return Url::parse(base + std::string(rest));
}

std::string parameter(const Url& url) { return percent_encoded(url.without_fragment().text(), parameter_set); }

/// "http:/blog.example/", as servers that fold slashes give it, is meant to have two.
std::optional<Url> original_of(std::string_view text) {
    for (const std::string_view scheme : {"http:/", "https:/"})
        if (text.starts_with(scheme) && !text.substr(scheme.size()).starts_with('/'))
            return Url::parse(std::string(scheme) + "/" + std::string(text.substr(scheme.size())));
    const std::optional<Url> url = Url::parse(text);
    return url && url->is_web() ? url : std::nullopt;
}

std::size_t leading_digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_digit) - text.begin());
}

/// How long "20190503120000id_/" is at the start of `text`; 0 if nothing of that form stands there.
std::size_t length_of_mark(std::string_view text) {
    std::size_t length = leading_digits(text);
    if (length == 0 || length > timestamp_digits) return 0;
    const std::string_view rest = text.substr(length);
    if (rest.size() > 3 && is_ascii_alpha(rest[0]) && is_ascii_alpha(rest[1]) && rest[2] == '_') length += 3;
    return text.substr(length).starts_with('/') ? length + 1 : 0;
}

std::optional<Copy> copy_of(std::string_view timestamp, std::string_view address, const Url& original) {
    const std::optional<Url> url = original_of(address);
    if (!url || !time_of_timestamp(timestamp) || same_page_key(*url) != same_page_key(original)) return std::nullopt;
    return Copy{std::string(timestamp), *url};
}

/// The columns of the index that matter, by the names in its first row.
struct Columns {
    explicit Columns(const Json::Array& header) {
        for (std::size_t i = 0; i < header.size(); ++i)
            for (auto& [name, place] : places)
                if (header[i].string() != nullptr && *header[i].string() == name) place = i;
    }
    [[nodiscard]] std::string_view value(const Json& row, std::string_view wanted) const {
        const auto* column = std::ranges::find(places, wanted, &std::pair<std::string_view, std::size_t>::first);
        const Json::Array* cells = row.array();
        if (cells == nullptr || column->second >= cells->size()) return {};
        const std::string* text = (*cells)[column->second].string();
        return text == nullptr ? std::string_view() : std::string_view(*text);
    }
    static constexpr std::size_t absent = SIZE_MAX;
    std::array<std::pair<std::string_view, std::size_t>, 4> places{
        {{"timestamp", absent}, {"original", absent}, {"mimetype", absent}, {"statuscode", absent}}};
};

bool is_private_literal(const std::string& host) {
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    v4.sin_family = AF_INET;
    v6.sin6_family = AF_INET6;
    if (inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1)
        return is_private_address(reinterpret_cast<const sockaddr&>(v4));
    if (!host.starts_with('[')) return false;
    if (inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &v6.sin6_addr) != 1) return true;
    return is_private_address(reinterpret_cast<const sockaddr&>(v6));
}

/// RFC 2606, RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN's choice for what is private, and what routers say.
constexpr std::array<std::string_view, 10> local_domains{".localhost", ".local",     ".internal", ".test", ".example",
                                                         ".invalid",   ".home.arpa", ".onion",    ".lan",  ".home"};

bool has_credentials(const Url& url) {
    const std::string_view text = url.text();
    const std::string_view authority = text.substr(std::min(text.find("//") + 2, text.size()));
    return authority.substr(0, authority.find_first_of("/?#")).find('@') != std::string_view::npos;
}

/// Removes everything from the first `begin` to the next `end`, both included.
void cut_out(std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    const std::size_t until = from == std::string::npos ? from : text.find(end, from + begin.size());
    if (until != std::string::npos) text.erase(from, until + end.size() - from);
}

/// Where "https://web.archive.org" begins that ends at `end`, if it stands there; links also go without it.
std::size_t start_of_server(std::string_view text, std::size_t end) {
    constexpr std::array<std::string_view, 3> spellings{"https://web.archive.org", "http://web.archive.org",
                                                        "//web.archive.org"};
    for (const std::string_view spelling : spellings)
        if (text.substr(0, end).ends_with(spelling)) return end - spelling.size();
    return end;
}

/// "/web/20190503120000im_/https://blog.example/a.jpg" becomes "https://blog.example/a.jpg", wherever it stands.
std::string with_original_links(std::string_view html) {
    std::string result;
    std::size_t copied = 0;
    for (std::size_t at = html.find(replay_folder); at != std::string_view::npos; at = html.find(replay_folder, at)) {
        const std::size_t behind = at + replay_folder.size();
        const std::size_t length = length_of_mark(html.substr(behind, timestamp_digits + 4));
        const std::string_view target = html.substr(behind + length);
        if (length == 0 || !(target.starts_with("http:") || target.starts_with("https:"))) {
            at = behind;
            continue;
        }
        result += html.substr(copied, std::max(start_of_server(html, at), copied) - copied);
        copied = behind + length;
        at = std::min(copied + replay_folder.size(), html.size());  // a link to a copy may be the author's own
        at = html.find_first_of("\"'<> \t\r\n", at);
    }
    return result.append(html.substr(copied));
}

}  // namespace

std::optional<Url> copy_address(const Url& server, std::string_view timestamp, const Url& original,
                                Rendering rendering) {
    return below(server,
                 fmt::format("{}{}{}/{}", replay_folder, timestamp, rendering == Rendering::as_stored ? "id_" : "",
                             original.without_fragment().text()));
}

std::optional<Copy> copy_at(const Url& address) {
    const std::string_view text = address.text();
    const std::size_t folder = text.find(replay_folder);
    if (folder == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(folder + replay_folder.size());
    const std::size_t length = length_of_mark(rest);
    std::string timestamp(rest.substr(0, leading_digits(rest)));
    if (length == 0 || timestamp.size() < year_digits) return std::nullopt;
    timestamp += first_moment.substr(timestamp.size());  // people leave out the end
    const std::optional<Url> original = original_of(rest.substr(length));
    if (!original || !time_of_timestamp(timestamp)) return std::nullopt;
    return Copy{std::move(timestamp), *original};
}

std::optional<Url> availability_address(const Url& server, const Url& original) {
    const bool is_internet_archive = server.host() == "web.archive.org";  // which answers this on its main host only
    const std::optional<Url> host = is_internet_archive ? Url::parse("https://archive.org/") : server;
    return below(*host, "/wayback/available?url=" + parameter(original));
}

std::optional<Url> index_address(const Url& server, const Url& original, Listing listing) {
    return below(server, fmt::format("/cdx/search/cdx?url={}&output=json&fl=timestamp,original,mimetype,statuscode"
                                     "&filter=statuscode:200&collapse=digest&limit={}",
                                     parameter(original),
                                     listing == Listing::newest ? newest_few : static_cast<int>(most_listed)));
}

std::optional<Copy> available_copy(std::string_view json, const Url& original) {
    const Result<Json> answer = parse_json(json);
    if (!answer) return std::nullopt;
    const Json& closest = (*answer)["archived_snapshots"]["closest"];
    const bool* is_available = closest["available"].boolean();
    if (is_available == nullptr || !*is_available || closest.text("status") != "200") return std::nullopt;
    const std::optional<Url> address = Url::parse(closest.text("url"));
    const std::optional<Copy> named = address ? copy_at(*address) : std::nullopt;
    return named ? copy_of(closest.text("timestamp"), named->original.text(), original) : std::nullopt;
}

std::vector<Copy> listed_copies(std::string_view json, const Url& original) {
    std::vector<Copy> copies;
    const Result<Json> answer = parse_json(json);
    const Json::Array* rows = answer ? answer->array() : nullptr;
    if (rows == nullptr || rows->empty() || rows->front().array() == nullptr) return copies;
    const Columns columns(*rows->front().array());
    for (const Json& row : *rows) {
        if (copies.size() == most_listed) break;
        if (columns.value(row, "statuscode") != "200") continue;
        auto copy = copy_of(columns.value(row, "timestamp"), columns.value(row, "original"), original);
        if (!copy) continue;
        copy->media_type = columns.value(row, "mimetype");
        copies.push_back(*std::move(copy));
    }
    return copies;
}

void sort_by_nearness(std::vector<Copy>& copies, std::optional<std::chrono::sys_seconds> time) {
    const auto distance = [time](const Copy& copy) {
        const auto difference = time_of_timestamp(copy.timestamp).value_or(std::chrono::sys_seconds()) - *time;
        return std::max(difference, -difference);
    };
    std::ranges::stable_sort(copies, [&](const Copy& a, const Copy& b) {
        return time ? distance(a) < distance(b) : a.timestamp > b.timestamp;
    });
}

bool can_be_archived(const Url& url) {
    std::string host(url.host());
    while (host.ends_with('.')) host.pop_back();
    if (!url.is_web() || has_credentials(url) || is_private_literal(host)) return false;
    if (host.starts_with('[')) return true;
    return host.find('.') != std::string::npos &&
           std::ranges::none_of(local_domains, [&](std::string_view domain) { return host.ends_with(domain); });
}

std::string without_toolbar(std::string html) {
    constexpr std::string_view toolbar = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
    constexpr std::string_view head = "<!-- End Wayback Rewrite JS Include -->";
    constexpr std::string_view colophon = "FILE ARCHIVED ON";
    const auto holds = [&html](std::string_view text) { return html.find(text) != std::string::npos; };
    if (!holds(toolbar) && !holds(head) && !holds(colophon)) return html;
    cut_out(html, toolbar, "<!-- END WAYBACK TOOLBAR INSERT -->");
    if (const std::size_t end = html.find(head), start = html.rfind("<head", end); end != std::string::npos)
        if (const std::size_t open = html.find('>', start); start != std::string::npos && open < end)
            html.erase(open + 1, end + head.size() - open - 1);
    return with_original_links(html);
}

}  // namespace blogbind::wayback
