// The bytes of the container. EPUB 3.3 #sec-zip-container, and what readers ask for beyond it.
#include "epub/container.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/epub_reader.h"

using namespace blogbind;
using namespace blogbind::epub;

namespace {

constexpr std::size_t no_limit = 1U << 30;

/// A target in a folder of its own, gone at the end of the test.
class Target {
  public:
    Target() : folder_(temporary_beside(std::filesystem::temp_directory_path() / "container")) {
        std::filesystem::create_directory(folder_);
    }
    ~Target() { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::filesystem::path path() const { return folder_ / "book.epub"; }
    [[nodiscard]] std::string bytes() const { return read_file(path(), no_limit).value(); }
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator());
    }

  private:
    std::filesystem::path folder_;
};

const std::string picture(200'000, '\xFF');

Publication small_publication(Spill& spill) {
    Publication publication;
    publication.files.push_back({.path = "META-INF/container.xml", .bytes = spill.append("<container/>").value()});
    publication.files.push_back({.path = "EPUB/nav.xhtml", .bytes = spill.append(std::string(10'000, 'n')).value()});
    publication.files.push_back({.path = "EPUB/text/empty.xhtml", .bytes = spill.append("").value()});
    publication.files.push_back({.path = "EPUB/images/a.jpg", .bytes = spill.append(picture).value(), .stored = true});
    return publication;
}

}  // namespace

TEST_CASE("container: the file says what it is in its first bytes") {
    Result<Spill> spill = Spill::create();
    const Target target;
    REQUIRE(write_container(small_publication(*spill), *spill, target.path(), 2));
    CHECK(target.bytes().substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("container: its size is known before it is written") {
    Result<Spill> spill = Spill::create();
    const Target target;
    const Publication publication = small_publication(*spill);
    REQUIRE(write_container(publication, *spill, target.path(), 2));
    CHECK(container_size(publication, *spill, 2) == target.bytes().size());
}

TEST_CASE("container: entries stand in their order with nothing that old readers stumble over") {
    Result<Spill> spill = Spill::create();
    const Target target;
    Publication publication = small_publication(*spill);
    const std::string font(20'000, 'f');
    publication.files.push_back({.path = "EPUB/fonts/a.ttf", .bytes = spill->append(font).value()});
    REQUIRE(write_container(publication, *spill, target.path(), 2));
    CHECK(container_size(publication, *spill, 2) == target.bytes().size());
    const test::EpubReader reader(target.bytes());
    std::string names;
    for (const test::ZipEntry& entry : reader.entries()) {
        CAPTURE(entry.name);
        names += entry.name + ' ';
        CHECK(entry.flags == 0);
        CHECK(entry.local_flags == 0);
        CHECK(entry.local_extra == 0);
        CHECK(entry.central_extra == 0);
        CHECK(entry.comment == 0);
        CHECK(entry.attributes == 0);
        CHECK(entry.date == 0x0021);
        CHECK(entry.time == 0);
        CHECK(entry.version_needed <= 20);
        const bool is_stored = entry.name == "mimetype" || entry.name.ends_with(".jpg");
        CHECK(entry.method == (is_stored ? 0 : 8));
    }
    CHECK(names ==
          "mimetype META-INF/container.xml EPUB/nav.xhtml EPUB/text/empty.xhtml EPUB/images/a.jpg EPUB/fonts/a.ttf ");
    CHECK(reader.text("EPUB/nav.xhtml") == std::string(10'000, 'n'));
    CHECK(reader.text("EPUB/images/a.jpg") == picture);
    CHECK(reader.text("EPUB/fonts/a.ttf") == font);
    CHECK(reader.text("EPUB/text/empty.xhtml").empty());
}

TEST_CASE("container: the same publication is the same bytes, on however many threads") {
    Result<Spill> spill = Spill::create();
    const Target one, two;
    REQUIRE(write_container(small_publication(*spill), *spill, one.path(), 1));
    REQUIRE(write_container(small_publication(*spill), *spill, two.path(), 4));
    CHECK(one.bytes() == two.bytes());
}

TEST_CASE("container: nothing is left beside the book, and an old book is replaced") {
    Result<Spill> spill = Spill::create();
    const Target target;
    REQUIRE(write_file(target.path(), "old"));
    REQUIRE(write_container(small_publication(*spill), *spill, target.path(), 2));
    CHECK(target.bytes() != "old");
    CHECK(target.files() == 1);
}

TEST_CASE("container: a book whose bytes cannot be read back is not written") {
    Result<Spill> spill = Spill::create();
    const Target target;
    REQUIRE(write_file(target.path(), "old"));
    Publication publication = small_publication(*spill);
    publication.files[1].bytes.offset = 1'000'000;  // as if the disk had lost it
    const Status status = write_container(publication, *spill, target.path(), 2);
    REQUIRE_FALSE(status);
    CHECK(status.error().message.starts_with("the temporary file cannot be read: "));
    CHECK(target.bytes() == "old");
    CHECK(target.files() == 1);
}

TEST_CASE("container: a folder that is not there is an error that names the book") {
    Result<Spill> spill = Spill::create();
    const Status status = write_container(small_publication(*spill), *spill, "/no/such/folder/book.epub", 2);
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::unwritable);
    CHECK(status.error().message.find("/no/such/folder/") != std::string::npos);
}
