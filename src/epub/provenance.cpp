#include "epub/provenance.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

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
using Digests = std::map<std::string, std::string>;

std::string path_in_publication(std::string_view path) {
    constexpr std::string_view folder = "EPUB/";
    return path.starts_with(folder) ? std::string(path.substr(folder.size())) : "../" + std::string(path);
}

// Pictures and fonts come with their digests, so that they need not be read again.
Digests digests_of(const Book& book, std::span<const ContainerFile> files, const Spill& spill) {
    Digests digests;
    for (const Resource& resource : book.resources) digests[resource.path] = resource.sha256;
    for (const Font& font : book.fonts) digests[font.file.path] = font.file.sha256;
    if (book.cover) digests[book.cover->path] = book.cover->sha256;
    if (book.map) digests[book.map->path] = book.map->sha256;
    for (const ContainerFile& file : files)
        if (std::string& digest = digests[path_in_publication(file.path)]; digest.empty())
            digest = sha256_hex(bytes_of(file, spill));
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
Json::Array further_files(const Book& book, std::span<const ContainerFile> files, const Digests& digests) {
    std::set<std::string_view> told;
    for (const Chapter& chapter : book.chapters) told.insert(chapter.file);
    for (const Resource& resource : book.resources) told.insert(resource.path);
    Json::Array list;
    for (const ContainerFile& file : files) {
        const std::string path = path_in_publication(file.path);
        const auto digest = digests.find(path);
        if (told.contains(path) || digest == digests.end()) continue;
        list.push_back(known({{"@type", "MediaObject"}, {"file", path}, {"sha256", digest->second}}));
    }
    return list;
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
    Json::Array parts, pictures;
    for (const Chapter& chapter : book.chapters) parts.push_back(posting(chapter, digests));
    for (const Resource& resource : book.resources) pictures.push_back(picture(resource));
    const bool has_pictures = !pictures.empty();
    return json_text(known({{"@context", context(book)},
                            {"@type", "Book"},
                            {"name", book.metadata.title},
                            {"identifier", book.metadata.identifier},
                            {"isBasedOn", book.metadata.source ? book.metadata.source->text() : ""},
                            {std::string(program_name), making_of(book)},
                            {"hasPart", std::move(parts)},
                            {"image", has_pictures ? Json(std::move(pictures)) : Json()},
                            {"associatedMedia", further_files(book, files, digests)}}));
}

}  // namespace blogbind::epub
