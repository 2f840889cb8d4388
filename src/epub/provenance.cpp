#include "epub/provenance.h"

#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/json.h"
#include "base/program.h"
#include "base/text.h"

namespace blogbind::epub {

namespace {

Json text_or_list(const std::vector<std::string>& texts) {
    if (texts.size() == 1) return texts.front();
    return Json::Array(texts.begin(), texts.end());
}

using Member = std::pair<std::string, Json>;

// Unknown texts and numbers are left out.
Json known(Json::Object members) {
    std::erase_if(members, [](const Member& member) {
        const std::string* text = member.second.string();
        return member.second.is_null() || (text != nullptr && text->empty());
    });
    return members;
}

/// Digests of files as they stand in the book, by their paths from the package document's folder.
using Digests = std::map<std::string, std::string, std::less<>>;

std::string path_in_publication(std::string_view path) {
    constexpr std::string_view folder = "EPUB/";
    return path.starts_with(folder) ? std::string(path.substr(folder.size())) : "../" + std::string(path);
}

std::set<std::string_view> pictures_in(const Book& book) {
    std::set<std::string_view> paths;
    for (const Resource& resource : book.resources) paths.insert(resource.path);
    return paths;
}

// Of all files but the posts' pictures, which come with theirs. So do fonts, cover and map: they need not be read
// again.
Digests digests_of(const Book& book, std::span<const ContainerFile> files, const Spill& spill) {
    Digests digests;
    for (const Font& font : book.fonts) digests[font.file.path] = font.file.sha256;
    if (book.cover) digests[book.cover->path] = book.cover->sha256;
    if (book.map) digests[book.map->path] = book.map->sha256;
    const std::set<std::string_view> pictures = pictures_in(book);
    for (const ContainerFile& file : files) {
        const std::string path = path_in_publication(file.path);
        if (pictures.contains(path)) continue;
        if (std::string& digest = digests[path]; digest.empty()) digest = sha256_hex(bytes_of(file, spill));
    }
    return digests;
}

// A web archive's copy that stands in for what is gone.
Json archived_copy(const std::optional<Memento>& memento) {
    if (!memento) return {};
    return Json::Object{
        {"@type", "WebPage"}, {"url", memento->url.text()}, {"dateCreated", rfc3339_utc(memento->time)}};
}

Json posting(const Chapter& chapter, const Digests& digests) {
    const std::string file = chapter.file.substr(chapter.file.rfind('/') + 1);
    const auto digest = digests.find(chapter.file);
    return known({{"@type", "BlogPosting"},
                  {"@id", chapter.source ? chapter.source->text() : file},
                  {"name", chapter.title},
                  {"author", chapter.authors.empty() ? Json() : text_or_list(chapter.authors)},
                  {"datePublished", chapter.published ? rfc3339(*chapter.published) : ""},
                  {"dateModified", chapter.modified ? rfc3339(*chapter.modified) : ""},
                  {"commentCount", chapter.comments_bound},
                  {"dateOfNewestComment", chapter.newest_comment ? rfc3339(*chapter.newest_comment) : ""},
                  {"file", chapter.file},
                  {"sha256", digest == digests.end() ? "" : digest->second},
                  {"sourceFile", chapter.source_file},
                  {"retrieved", chapter.retrieved ? rfc3339_utc(*chapter.retrieved) : ""},
                  {"sourceSha256", chapter.sha256},
                  {"archiveRecord", chapter.archive_record},
                  {"archivedAt", archived_copy(chapter.memento)}});
}

Json picture(const Resource& resource) {
    const auto size = [](int pixels) { return pixels > 0 ? Json(pixels) : Json(); };
    return known({{"@type", "ImageObject"},
                  {"file", resource.path},
                  {"sha256", resource.sha256},
                  {"contentUrl", resource.source},
                  {"width", size(resource.width)},
                  {"height", size(resource.height)},
                  {"sourceWidth", size(resource.source_width)},
                  {"sourceHeight", size(resource.source_height)},
                  {"sourceSha256", resource.source_sha256},
                  {"archivedAt", archived_copy(resource.memento)}});
}

// All files that are neither a chapter nor a picture of one.
std::vector<std::string_view> further_files(const Book& book, std::span<const ContainerFile> files,
                                            const Digests& digests) {
    std::set<std::string_view> chapters;
    for (const Chapter& chapter : book.chapters) chapters.insert(chapter.file);
    std::vector<std::string_view> paths;
    for (const ContainerFile& file : files) {
        const auto known = digests.find(path_in_publication(file.path));
        if (known != digests.end() && !chapters.contains(known->first)) paths.push_back(known->first);
    }
    return paths;
}

Json further_file(std::string_view path, const Digests& digests) {
    return known({{"@type", "MediaObject"}, {"file", path}, {"sha256", digests.find(path)->second}});
}

// Options in the order in which they were given; those that were repeated have all their values.
Json options_given(const Making& making) {
    std::vector<std::string> names;
    std::map<std::string, Json::Array> values;
    for (const auto& [name, value] : making.options) {
        Json::Array& list = values[name];
        if (list.empty()) names.push_back(name);
        list.push_back(value.empty() ? Json(true) : Json(value));
    }
    Json::Object options;
    for (const std::string& name : names) {
        Json::Array& list = values[name];
        options.emplace_back(name, list.size() == 1 ? std::move(list.front()) : Json(std::move(list)));
    }
    return options;
}

Json making_of(const Book& book) {
    const Making& making = book.making;
    Json::Object members{{"version", program_version()},
                         {"sources", Json::Array(making.sources.begin(), making.sources.end())},
                         {"options", options_given(making)}};
    if (!making.rules.empty()) members.emplace_back("rules", Json(making.rules));
    return members;
}

// A post without an address is named by its file, which stands beside the other texts.
Json context(const Book& book) {
    for (const Chapter& chapter : book.chapters) {
        if (chapter.source) continue;
        return Json::Array{Json("https://schema.org"), Json(Json::Object{{"@base", "../text/"}})};
    }
    return Json("https://schema.org");
}

}  // namespace

std::string provenance_record(const Book& book, std::span<const ContainerFile> files, const Spill& spill) {
    const Digests digests = digests_of(book, files, spill);
    const std::vector<std::string_view> further = further_files(book, files, digests);
    const Json head = known({{"@context", context(book)},
                             {"@type", "Book"},
                             {"name", book.metadata.title},
                             {"identifier", book.metadata.identifier},
                             {"isBasedOn", book.metadata.source ? book.metadata.source->text() : ""},
                             {std::string(program_name), making_of(book)}});
    JsonObjectText text;
    for (const auto& [name, value] : *head.object()) text.add(name, value);
    text.add_list("hasPart", book.chapters.size(), [&](std::size_t i) { return posting(book.chapters[i], digests); });
    if (!book.resources.empty())
        text.add_list("image", book.resources.size(), [&](std::size_t i) { return picture(book.resources[i]); });
    text.add_list("associatedMedia", further.size(), [&](std::size_t i) { return further_file(further[i], digests); });
    return text.take();
}

}  // namespace blogbind::epub
