// Sites copied file by file, as wget and HTTrack leave them.
#include "source/mirror.h"

#include <doctest/doctest.h>

#include "base/file.h"
#include "support/zip_file.h"
#include "unit/base/temporary_folder.h"

using namespace blogbind;

namespace {

std::shared_ptr<const FileTree> tree(const TemporaryFolder& folder, const std::vector<test::ZipMember>& files) {
    REQUIRE(write_file(folder / "copy.zip", test::zip_file(files)));
    auto opened = FileTree::open(folder / "copy.zip");
    REQUIRE(opened);
    return *std::move(opened);
}

const std::vector<test::ZipMember> wget{
    {"notes.txt", "not of the site"},
    {"harbour.example/index.html", "<a href=\"fog/index.html\">https://harbour.example"},
    {"harbour.example/index.html?p=7.html", "seven"},
    {"harbour.example/fog/index.html",
     "<a href=\"../rain/index.html#more\"><a href='../index.html%3Fp=7.html'><a href=\"index.html\">index.html"},
    {"harbour.example/snow.html",
     "<img src='../quay.jpg%3Fw=300' srcset=\"../quay.jpg%3Fw=300 300w, ../quay.jpg 900w\">why%3F"
     "<a href=\"https://sea.example/?to=a%3Fb\"><img src=a%3Fw=9>"},
    {"harbour.example/rain.html", "rain"},
    {"harbour.example/sea%20wall.jpg", "encoded"},
    {"harbour.example/sea wall.jpg", "jpeg"},
    {"pictures.example/quay.jpg", "quay"},
};

}  // namespace

TEST_CASE("a copied site answers under its own addresses and those of its files") {
    const TemporaryFolder folder;
    Mirror mirror(tree(folder, wget));
    REQUIRE(mirror.home());
    CHECK(mirror.home()->text() == "https://harbour.example/");
    struct Case {
        std::string_view name, address, url, body;
    };
    const Case cases[] = {
        {"a folder's page", "https://harbour.example/", "https://harbour.example/",
         "<a href=\"fog/\">https://harbour.example"},
        {"the file itself", "https://harbour.example/rain.html", "https://harbour.example/rain.html", "rain"},
        {"without the ending", "http://www.harbour.example/rain", "http://www.harbour.example/rain", "rain"},
        {"a question", "https://harbour.example/?p=7", "https://harbour.example/?p=7", "seven"},
        {"a link to a question's file", "https://harbour.example/index.html%3Fp=7.html", "https://harbour.example/?p=7",
         "seven"},
        {"a name with a space", "https://harbour.example/sea%20wall.jpg", "https://harbour.example/sea%20wall.jpg",
         "jpeg"},
        {"links as they were", "https://harbour.example/fog/index.html", "https://harbour.example/fog/",
         "<a href=\"../rain/#more\"><a href='../?p=7'><a href=\"./\">index.html"},
        {"pictures' widths as they were", "https://harbour.example/snow.html", "https://harbour.example/snow.html",
         "<img src='../quay.jpg?w=300' srcset=\"../quay.jpg?w=300 300w, ../quay.jpg 900w\">why%3F"
         "<a href=\"https://sea.example/?to=a%3Fb\"><img src=a?w=9>"},
        {"not there", "https://harbour.example/hail/", "", "https://harbour.example/hail/ is not in copy.zip"},
        {"not of the site", "https://harbour.example/../notes.txt", "",
         "https://harbour.example/notes.txt is not in copy.zip"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto response = mirror.fetch(Request{*Url::parse(c.address)});
        CHECK((response ? response->url.text() : "") == c.url);
        CHECK((response ? response->body : response.error().message) == c.body);
    }
}

TEST_CASE("a folder of one site, or of a copier's project, is a copied site; pages and sources of pages are not") {
    const TemporaryFolder folder;
    const std::string mark = "<!-- Mirrored from harbour.example/ by HTTrack Website Copier/3.x -->";
    CHECK(holds_mirror(*tree(folder, wget)));
    CHECK(Mirror(tree(folder, {{"index.html", mark}, {"fog/index.html", ""}})).home()->text() ==
          "http://harbour.example/");
    CHECK(holds_mirror(*tree(folder, {{"harbour.example/index.html", ""}, {"harbour.example/fog/a.html", ""}})));
    CHECK_FALSE(holds_mirror(*tree(folder, {{"Fog.html", ""}, {"Fog_files/quay.jpg", ""}})));
    CHECK_FALSE(holds_mirror(*tree(folder, {{"index.html", ""}, {"fog/index.html", ""}})));
    CHECK_FALSE(holds_mirror(*tree(folder, {{"v1.2/notes.txt", ""}, {"index.html", ""}})));
}

TEST_CASE("HTTrack's projects are copied sites, and their pages tell the addresses that file names hide") {
    const TemporaryFolder folder;
    const auto mark = [](const std::string& address) {
        return "<!DOCTYPE html>\n<!-- Mirrored from " + address + " by HTTrack Website Copier/3.x [XR], Mon -->\n";
    };
    const auto project = tree(folder, {{"hts-log.txt", "HTTrack was here"},
                                       {"index.html", "<title>Local index - HTTrack</title>"},
                                       {"127.0.0.1_8080/index.html", mark("127.0.0.1:8080/")},
                                       {"127.0.0.1_8080/index9ed2.html", mark("127.0.0.1:8080/?p=7")},
                                       {"127.0.0.1_8080/fogb21b.html", mark("other.example/?p=8")}});
    REQUIRE(holds_mirror(*project));
    Mirror mirror(project);
    CHECK(mirror.home()->text() == "http://127.0.0.1:8080/");
    CHECK(mirror.fetch(Request{*Url::parse("http://127.0.0.1:8080/index9ed2.html")})->url.text() ==
          "http://127.0.0.1:8080/?p=7");
    CHECK(mirror.fetch(Request{*Url::parse("http://127.0.0.1:8080/fogb21b.html")})->url.text() ==
          "http://127.0.0.1:8080/fogb21b.html");
    CHECK_FALSE(holds_mirror(*tree(folder, {{"photos_2020/index.html", ""}})));
}
