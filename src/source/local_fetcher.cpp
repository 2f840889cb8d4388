#include "source/local_fetcher.h"

#include <algorithm>
#include <array>

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/base64.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

std::string shown(const Url& url) { return shortened(url.text(), 80); }

/// RFC 2397: data:[type][;parameters][;base64],bytes
Result<Response> data_response(const Request& request) {
    const std::string_view text = std::string_view(request.url.text()).substr(5);
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return fail(ErrorKind::unreadable, shown(request.url) + " holds no data");
    std::string_view type = text.substr(0, comma);
    const bool is_base64 = type.ends_with(";base64");
    if (is_base64) type.remove_suffix(7);
    Response response{request.url, {}, 200, {}, percent_decoded(text.substr(comma + 1)), std::nullopt};
    if (is_base64) {
        auto bytes = base64_decoded(response.body);
        if (!bytes) return fail(ErrorKind::unreadable, shown(request.url) + " is no Base64");
        response.body = *std::move(bytes);
    }
    if (response.body.size() > request.body_limit)
        return fail(ErrorKind::refused, shown(request.url) + " is too large");
    response.headers.emplace_back("content-type", type.empty() ? "text/plain" : std::string(type));
    return response;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [in_folder, in_path] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return in_folder == folder.end();
}

fs::path real_path(const fs::path& path) {
    std::error_code error;
    return fs::weakly_canonical(path.empty() ? fs::path(".") : path, error);
}

/// Only characters that have no meaning in an address stand as they are.
std::string encoded_path(std::string_view path) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string text;
    for (char c : path) {
        if (is_ascii_alpha(c) || is_ascii_digit(c) || std::string_view("/-._~").find(c) != std::string_view::npos) {
            text += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            text += {'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
        }
    }
    return text;
}

}  // namespace

LocalFetcher::LocalFetcher(Fetcher& next, const std::vector<fs::path>& folders, FileTrees trees)
    : next_(next), trees_(std::move(trees)) {
    for (const fs::path& folder : folders) {
        fs::path path = real_path(folder);
        if (!path.empty() && !path.has_filename()) path = path.parent_path();  // no empty last part
        folders_.push_back(std::move(path));
    }
}

Result<Response> LocalFetcher::fetch(const Request& request) {
    if (request.url.scheme() == "data") return data_response(request);
    if (request.url.scheme() != "file") return next_.fetch(request);
    auto bytes = read(percent_decoded(request.url.path()), request.body_limit);
    if (!bytes) return fail(bytes.error());
    return Response{request.url, {}, 200, {}, *std::move(bytes), std::nullopt};
}

Result<std::string> LocalFetcher::read(const fs::path& named, std::size_t limit) const {
    for (const auto& tree : trees_)
        if (const FileTree::File* file = tree->at(named)) return tree->read(*file, limit);
    const fs::path path = real_path(named);
    if (std::ranges::any_of(folders_, [&](const fs::path& folder) { return is_below(path, folder); }))
        return read_file(path, limit);
    return fail(ErrorKind::refused, path.string() + " is outside the folders that were given");
}

std::optional<Url> file_url(const fs::path& path) {
    return Url::parse("file://" + encoded_path(real_path(path).string()));
}

}  // namespace blogbind
