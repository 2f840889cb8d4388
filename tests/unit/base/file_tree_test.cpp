// Folders and ZIP archives, read alike.
#include "base/file_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "support/zip_file.h"
#include "temporary_folder.h"

using namespace blogbind;
namespace fs = std::filesystem;

namespace {

std::string names(const FileTree& tree) {
    std::string all;
    for (const FileTree::File& file : tree.files()) all += file.name + " ";
    return all;
}

void put(const TemporaryFolder& folder, const std::string& name, std::string_view bytes) {
    fs::create_directories((folder / name).parent_path());
    REQUIRE(write_file(folder / name, bytes));
}

}  // namespace

TEST_CASE("file_tree: a folder and an archive of it hold the same") {
    const TemporaryFolder folder;
    put(folder, "blog/posts/fog.html", "fog");
    put(folder, "blog/about.html", "about");
    put(folder, "blog/.git/config", "foreign");
    put(folder, "blog/node_modules/a/readme.md", "foreign");
    put(folder, "blog.zip",
        test::zip_file({{"blog/posts/", ""},
                        {"blog/posts/fog.html", "fog"},
                        {"blog/about.html", "about"},
                        {"__MACOSX/blog/._about.html", "foreign"}}));
    for (const char* name : {"blog", "blog.zip"}) {
        CAPTURE(name);
        const auto tree = FileTree::open(folder / name);
        REQUIRE(tree);
        CHECK((*tree)->name() == name);
        CHECK(names(**tree) == "about.html posts/fog.html ");
        const FileTree::File* fog = (*tree)->find("posts/fog.html");
        REQUIRE(fog != nullptr);
        CHECK((*tree)->at((*tree)->root() / "posts/fog.html") == fog);
        CHECK((*tree)->at((*tree)->root().parent_path()) == nullptr);
        CHECK((*tree)->read(*fog, 3).value() == "fog");
        CHECK((*tree)->start(*fog, 2) == "fo");
        const auto large = (*tree)->read(*fog, 2);
        REQUIRE_FALSE(large);
        CHECK(large.error().kind == ErrorKind::refused);
    }
}

TEST_CASE("file_tree: a name is found however its accents are written") {
    const TemporaryFolder folder;
    const std::string apart = "Ku\u0308ste.jpg", composed = "K\u00fcste.jpg";
    put(folder, "taken-apart/" + apart, "coast");
    put(folder, "composed/" + composed, "coast");
    put(folder, "latin-1/K\xfcste.jpg", "coast");
    put(folder, "packed.zip", test::zip_file({{apart, "coast"}, {"fog.jpg", "fog"}}));
    for (const char* name : {"taken-apart", "composed", "latin-1", "packed.zip"}) {
        CAPTURE(name);
        const auto tree = FileTree::open(folder / name);
        REQUIRE(tree);
        for (const std::string& asked : {apart, composed}) {
            const FileTree::File* file = (*tree)->find(asked);
            REQUIRE(file != nullptr);
            CHECK((*tree)->read(*file, 10).value() == "coast");
        }
        CHECK((*tree)->find("K\u00f6ste.jpg") == nullptr);
    }
}

TEST_CASE("file_tree: links that lead out of a folder are not part of it") {
    const TemporaryFolder folder;
    put(folder, "secret.txt", "secret");
    put(folder, "blog/a.txt", "a");
    fs::create_symlink(folder / "secret.txt", folder / "blog/b.txt");
    fs::create_symlink(folder / "blog/a.txt", folder / "blog/c.txt");
    const auto tree = FileTree::open(folder / "blog");
    REQUIRE(tree);
    CHECK(names(**tree) == "a.txt c.txt ");
}

TEST_CASE("file_tree: what is neither says so") {
    const TemporaryFolder folder;
    CHECK(FileTree::open(folder / "none").error().kind == ErrorKind::not_found);
    put(folder, "cut.zip", test::zip_file({{"a.txt", std::string(500, 'a')}}).substr(0, 300));
    CHECK(FileTree::open(folder / "cut.zip").error().message.find("not a whole one") != std::string::npos);
    put(folder, "out.zip", test::zip_file({{"../a.txt", "a"}}));
    CHECK(FileTree::open(folder / "out.zip").error().kind == ErrorKind::refused);
}
