// What a book says of itself, written and read back.
#include "archive/record.h"

#include <doctest/doctest.h>

#include "base/program.h"
#include "epub/provenance.h"
#include "support/scratch.h"

using namespace blogbind;
using namespace blogbind::archive;

namespace {

Book small_book() {
    Book book;
    book.metadata.title = "Coasts";
    book.metadata.identifier = "urn:uuid:1";
    book.metadata.source = Url::parse("https://blog.example/");
    book.making.sources = {"https://blog.example/series/", "notes.txt"};
    book.making.options = {{"tag", "sea"}, {"no-images", ""}, {"tag", "rail"}};
    Chapter chapter;
    chapter.title = "The Ferry";
    chapter.file = "text/ferry.xhtml";
    chapter.authors = {"Mara Lindqvist"};
    chapter.published = parse_date("2024-05-03T21:40:00+02:00");
    chapter.source = Url::parse("https://blog.example/ferry/");
    chapter.sha256 = "s1";
    chapter.archive_record = "urn:uuid:2";
    chapter.comments_bound = 7;
    book.chapters.push_back(std::move(chapter));
    Resource picture;
    picture.path = "images/a.jpg";
    picture.sha256 = "p1";
    picture.source = "https://blog.example/a.jpg";
    picture.width = 1600;
    book.resources.push_back(picture);
    return book;
}

}  // namespace

TEST_CASE("record: what is written can be read back") {
    const Book book = small_book();
    test::Scratch scratch;
    const epub::ContainerFile files[] = {scratch.file("META-INF/container.xml", "<container/>"),
                                         scratch.file("EPUB/text/ferry.xhtml", "ferry")};
    const Result<BookRecord> record = read_record(epub::provenance_record(book, files, scratch.spill()));
    REQUIRE(record);
    CHECK(record->title == "Coasts");
    CHECK(record->source == "https://blog.example/");
    CHECK(record->version == program_version());
    CHECK(record->sources == book.making.sources);
    using Options = std::vector<std::pair<std::string, std::string>>;
    CHECK(record->options == Options{{"tag", "sea"}, {"tag", "rail"}, {"no-images", ""}});
    REQUIRE(record->chapters.size() == 1);
    const RecordedChapter& chapter = record->chapters[0];
    CHECK(chapter.title == "The Ferry");
    CHECK(chapter.permalink == "https://blog.example/ferry/");
    CHECK(chapter.authors == std::vector<std::string>{"Mara Lindqvist"});
    CHECK(chapter.published == "2024-05-03T21:40:00+02:00");
    CHECK(chapter.source_sha256 == "s1");
    CHECK(chapter.archive_record == "urn:uuid:2");
    CHECK(chapter.comments == 7);
    CHECK(chapter.file.path == "text/ferry.xhtml");
    CHECK(chapter.file.sha256 == "e9087d0b20d80d3e12bc8530d883d7ad9c1eb3ebc5cb61824a2b460816503797");
    REQUIRE(record->pictures.size() == 1);
    CHECK(record->pictures[0].file.sha256 == "p1");
    CHECK(record->pictures[0].width == 1600);
    REQUIRE(record->files.size() == 1);
    CHECK(record->files[0].path == "../META-INF/container.xml");
    CHECK(record->has_checksums());
}

TEST_CASE("record: what is missing or of another kind is empty, what is no record is an error") {
    const Result<BookRecord> record =
        read_record(R"({"@type": "Book", "name": 7, "hasPart": {"name": "One"}, "image": [1, null], "blogbind": []})");
    REQUIRE(record);
    CHECK(record->title.empty());
    REQUIRE(record->chapters.size() == 1);
    CHECK(record->chapters[0].title == "One");
    CHECK(record->chapters[0].permalink.empty());
    CHECK_FALSE(record->has_checksums());
    for (const char* text : {"", "[]", "{", "{\"@type\": \"Person\"}", "null"}) CHECK_FALSE(read_record(text));
}
