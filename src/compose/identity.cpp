// The book's identity depends on the series or blog, not on how many posts it had that day.
#include "base/hash.h"
#include "compose/metadata.h"
#include "markup/xhtml_writer.h"

namespace blogbind::compose {

namespace {

// A name, not a place: it must never change, or every book would become another.
constexpr std::string_view book_name_space = "https://blogbind.example/ns/book/1";

constexpr std::string_view uuid_scheme = "urn:uuid:";

std::string canonical(const Url& url) {
    const Url clean = url.without_tracking().without_fragment();
    const std::string& text = clean.text();
    return clean.is_web() ? "https" + text.substr(clean.scheme().size()) : text;
}

std::string key(const std::vector<Post>& posts, const Listing& listing) {
    const Post& first = posts.front();
    if (listing.address) return canonical(*listing.address);
    if (first.permalink) return canonical(*first.permalink);
    return first.title + '\n' + sha256_hex(markup::inner_xhtml(first.body.root()));
}

}  // namespace

std::string book_identifier(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options) {
    std::string name = key(posts, listing);
    if (!options.id.empty()) name += '\n' + options.id;
    return std::string(uuid_scheme) + uuid5(uuid5(uuid_url_space, book_name_space), name);
}

std::string volume_identifier(const Volume& volume) {
    const std::string_view work = std::string_view(volume.work_identifier).substr(uuid_scheme.size());
    return std::string(uuid_scheme) + uuid5(work, "volume " + std::to_string(volume.number));
}

}  // namespace blogbind::compose
