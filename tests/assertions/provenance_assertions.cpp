// What a book tells of its origin.
#include <algorithm>
#include <set>

#include "assertions/assertions.h"
#include "base/json.h"

namespace blogbind::testing {

namespace {

/// The posts of the record that the package links to.
Json::Array recorded_posts(const CheckedBook& book) {
    for (const Element* link : elements(book.metadata, "link")) {
        if (value(link, "rel") != "record") continue;
        const auto file = book.files.find(target_of(value(link, "href"), "EPUB/package.opf"));
        if (file == book.files.end()) return {};
        const Result<Json> record = parse_json(file->second->bytes);
        if (record && (*record)["hasPart"].array() != nullptr) return *(*record)["hasPart"].array();
    }
    return {};
}

Breaches chapters_recorded(const CheckedBook& book) {
    std::set<std::string> recorded, chapters;
    for (const Json& post : recorded_posts(book)) recorded.insert(target_of(post.text("file"), "EPUB/package.opf"));
    for (const Document* chapter : book.chapters) chapters.insert(chapter->path);
    for (const std::string& file : recorded)
        if (!chapters.contains(file)) return {file + " is no chapter"};
    // The further files of a long chapter are not listed: the first stands for it.
    const bool all = std::all_of(chapters.begin(), chapters.end(), [&](const std::string& file) {
        const std::size_t dash = file.rfind('-');
        return recorded.contains(file) || recorded.contains(file.substr(0, dash) + ".xhtml");
    });
    return unless(all && !recorded.empty(), "a chapter is not recorded");
}

Breaches sources_linked(const CheckedBook& book) {
    std::set<std::string, std::less<>> links;
    // Of many chapters the colophon tells the sources in documents before it.
    for (const Document& document : book.documents)
        if (document.is("colophon") || document.path.find("/index_sources") != std::string::npos)
            for (const Element* link : elements(document.body, "a")) links.emplace(value(link, "href"));
    Breaches found;
    for (const Json& post : recorded_posts(book)) {
        const std::string_view address = post.text("@id");
        if (address.starts_with("http") && !links.contains(address)) found.emplace_back(address);
    }
    return found;
}

}  // namespace

std::span<const Assertion> provenance_assertions() {
    static const std::vector<Assertion> all{
        {"A74",
         "the record lists the chapters",
         chapters_recorded,
         {replace("provenance.json", "\"file\": \"text/", "\"file\": \"text/other-"),
          replace("package.opf", "rel=\"record\"", "rel=\"onix-record\"")}},
        {"A75",
         "the colophon links each source",
         sources_linked,
         {replace_all("colophon.xhtml", "<a href=\"http", "<a href=\"https://elsewhere.example/http")}},
    };
    return all;
}

}  // namespace blogbind::testing
