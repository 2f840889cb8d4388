#include "archive/record.h"

#include <algorithm>

#include "base/json.h"
#include "base/program.h"

namespace blogbind::archive {

namespace {

/// The items of a list; a single value is a list of one.
std::vector<const Json*> items_of(const Json& value) {
    std::vector<const Json*> items;
    if (const Json::Array* list = value.array()) {
        for (const Json& item : *list) items.push_back(&item);
    } else if (!value.is_null()) {
        items.push_back(&value);
    }
    return items;
}

std::vector<std::string> texts_of(const Json& value) {
    std::vector<std::string> texts;
    for (const Json* item : items_of(value))
        if (const std::string* text = item->string()) texts.push_back(*text);
    return texts;
}

std::string text_of(const Json& object, std::string_view key) { return std::string(object.text(key)); }

int number_of(const Json& object, std::string_view key) {
    const std::int64_t* number = object[key].integer();
    return number == nullptr ? 0 : static_cast<int>(std::clamp<std::int64_t>(*number, 0, 1 << 30));
}

RecordedFile file_of(const Json& object) { return {text_of(object, "file"), text_of(object, "sha256")}; }

RecordedChapter chapter_of(const Json& posting) {
    RecordedChapter chapter;
    chapter.file = file_of(posting);
    chapter.title = text_of(posting, "name");
    if (const std::string id = text_of(posting, "@id"); id.find("://") != id.npos) chapter.permalink = id;
    chapter.source_file = text_of(posting, "sourceFile");
    chapter.authors = texts_of(posting["author"]);
    chapter.published = text_of(posting, "datePublished");
    chapter.updated = text_of(posting, "dateModified");
    chapter.newest_comment = text_of(posting, "dateOfNewestComment");
    chapter.retrieved = text_of(posting, "retrieved");
    chapter.source_sha256 = text_of(posting, "sourceSha256");
    chapter.archive_record = text_of(posting, "archiveRecord");
    chapter.comments = static_cast<std::size_t>(number_of(posting, "commentCount"));
    return chapter;
}

RecordedPicture picture_of(const Json& image) {
    return {.file = file_of(image),
            .source = text_of(image, "contentUrl"),
            .source_sha256 = text_of(image, "sourceSha256"),
            .width = number_of(image, "width"),
            .height = number_of(image, "height"),
            .source_width = number_of(image, "sourceWidth"),
            .source_height = number_of(image, "sourceHeight")};
}

std::vector<std::pair<std::string, std::string>> options_of(const Json& given) {
    std::vector<std::pair<std::string, std::string>> options;
    const Json::Object none;
    for (const auto& [name, values] : given.object() != nullptr ? *given.object() : none)
        for (const Json* value : items_of(values))
            options.emplace_back(name, value->string() != nullptr ? *value->string() : "");
    return options;
}

}  // namespace

bool BookRecord::has_checksums() const {
    return std::ranges::any_of(chapters, [](const RecordedChapter& chapter) { return !chapter.file.sha256.empty(); });
}

Result<BookRecord> read_record(std::string_view json) {
    const Result<Json> parsed = parse_json(json);
    if (!parsed) return fail(parsed.error());
    if (parsed->text("@type") != "Book") return fail(ErrorKind::unreadable, "it does not describe a book");
    const Json& making = (*parsed)[program_name];
    BookRecord record{.title = text_of(*parsed, "name"),
                      .identifier = text_of(*parsed, "identifier"),
                      .source = text_of(*parsed, "isBasedOn"),
                      .version = text_of(making, "version"),
                      .sources = texts_of(making["sources"]),
                      .options = options_of(making["options"]),
                      .rules = text_of(making, "rules"),
                      .chapters = {},
                      .pictures = {},
                      .files = {}};
    for (const Json* posting : items_of((*parsed)["hasPart"])) record.chapters.push_back(chapter_of(*posting));
    for (const Json* image : items_of((*parsed)["image"])) record.pictures.push_back(picture_of(*image));
    for (const Json* file : items_of((*parsed)["associatedMedia"])) record.files.push_back(file_of(*file));
    return record;
}

}  // namespace blogbind::archive
