#include "epub/provenance.h"

#include <utility>

#include "base/json.h"
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

Json posting(const Chapter& chapter) {
    const std::string file = chapter.file.substr(chapter.file.rfind('/') + 1);
    return known({{"@type", "BlogPosting"},
                  {"@id", chapter.source ? chapter.source->text() : file},
                  {"name", chapter.title},
                  {"author", chapter.authors.empty() ? Json() : text_or_list(chapter.authors)},
                  {"datePublished", chapter.published ? rfc3339(*chapter.published) : ""},
                  {"dateModified", chapter.updated ? rfc3339(*chapter.updated) : ""},
                  {"commentCount", chapter.comments_bound},
                  {"file", chapter.file},
                  {"sourceFile", chapter.source_file},
                  {"retrieved", chapter.retrieved ? rfc3339_utc(*chapter.retrieved) : ""},
                  {"sourceSha256", chapter.sha256}});
}

Json picture(const Resource& resource) {
    const auto size = [](int pixels) { return pixels > 0 ? Json(pixels) : Json(); };
    return known({{"@type", "ImageObject"},
                  {"file", resource.path},
                  {"contentUrl", resource.source},
                  {"width", size(resource.width)},
                  {"height", size(resource.height)},
                  {"sourceWidth", size(resource.source_width)},
                  {"sourceHeight", size(resource.source_height)},
                  {"sourceSha256", resource.source_sha256}});
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

std::string provenance_record(const Book& book) {
    Json::Array parts, pictures;
    for (const Chapter& chapter : book.chapters) parts.push_back(posting(chapter));
    for (const Resource& resource : book.resources) pictures.push_back(picture(resource));
    const bool has_pictures = !pictures.empty();
    return json_text(known({{"@context", context(book)},
                            {"@type", "Book"},
                            {"name", book.metadata.title},
                            {"identifier", book.metadata.identifier},
                            {"isBasedOn", book.metadata.source ? book.metadata.source->text() : ""},
                            {"hasPart", std::move(parts)},
                            {"image", has_pictures ? Json(std::move(pictures)) : Json()}}));
}

}  // namespace blogbind::epub
