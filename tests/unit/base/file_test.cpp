#include "base/file.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "unit/base/temporary_folder.h"

using namespace blogbind;

namespace {

namespace fs = std::filesystem;

void put(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// The number of a process that has ended.
pid_t ended_process() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

}  // namespace

TEST_CASE("file: read_file gives all bytes up to the limit") {
    const TemporaryFolder folder;
    const std::string bytes(100'000, 'x');
    put(folder / "a", bytes);
    CHECK(read_file(folder / "a", bytes.size()) == bytes);
    const Result<std::string> refused = read_file(folder / "a", bytes.size() - 1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
}

TEST_CASE("file: read_file tells what is absent from what cannot be read") {
    const TemporaryFolder folder;
    CHECK(read_file(folder / "absent", 10).error().kind == ErrorKind::not_found);
    CHECK(read_file(folder.path(), 10).error().kind == ErrorKind::unreadable);
    CHECK(read_file(folder / "absent", 10).error().message ==
          (folder / "absent").string() + " cannot be read: No such file or directory");
}

TEST_CASE("file: write_file replaces the whole file and leaves nothing beside it") {
    const TemporaryFolder folder;
    put(folder / "book.epub", "an old and longer book");
    CHECK(write_file(folder / "book.epub", "new"));
    CHECK(read_file(folder / "book.epub", 100) == "new");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("file: write_file says where it cannot write") {
    const TemporaryFolder folder;
    const Status status = write_file(folder / "absent/book.epub", "new");
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::unwritable);
}

TEST_CASE("file: a file that cannot be put in place is removed") {
    const TemporaryFolder folder;
    fs::create_directories(folder / "book.epub/full");
    CHECK_FALSE(write_file(folder / "book.epub", "new"));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("file: temporary_beside gives a new hidden name in the same folder each time") {
    const fs::path first = temporary_beside("/books/a.epub"), second = temporary_beside("/books/a.epub");
    CHECK(first.parent_path() == "/books");
    CHECK(first.filename().string().starts_with(".a.epub.blogbind-"));
    CHECK(first != second);
    CHECK(temporary_beside("a.epub").parent_path() == ".");
}

TEST_CASE("file: sweep_temporaries removes what ended processes left, and only that") {
    const TemporaryFolder folder;
    const fs::path target = folder / "a.epub";
    const std::string stale = ".a.epub.blogbind-" + std::to_string(ended_process()) + "-1.tmp";
    put(folder / stale, "");
    put(folder / (stale + ".k3Xy9z"), "");  // as the archive library names its own
    const fs::path own = temporary_beside(target);
    put(own, "");
    const std::string kept[] = {"a.epub", ".a.epub.blogbind-notes", ".b.epub.blogbind-1-1.tmp"};
    for (const std::string& name : kept) put(folder / name, "");

    sweep_temporaries(target);

    CHECK_FALSE(fs::exists(folder / stale));
    CHECK(fs::exists(own));
    for (const std::string& name : kept) CHECK(fs::exists(folder / name));
    CHECK(files_in(folder.path()) == 4);
}

TEST_CASE("file: sweep_temporaries does not mind a folder that is absent") {
    const TemporaryFolder folder;
    sweep_temporaries(folder / "absent/a.epub");
    CHECK(files_in(folder.path()) == 0);
}
