// A small book as it should be, for tests that spoil it.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/hash.h"
#include "support/zip_file.h"
#include "unit/base/temporary_folder.h"

namespace blogbind::test {

inline std::string xhtml(std::string_view body) {
    return fmt::format("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
                       "<head><title>T</title></head><body>{}</body></html>\n", body);
}

class SampleBook {
  public:
    SampleBook() {
        add("mimetype", "application/epub+zip");
        add("META-INF/container.xml",
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
            "<rootfile full-path=\"EPUB/package.opf\"/></rootfiles></container>");
        add("EPUB/package.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata>"
            "<link rel=\"record\" href=\"meta/record.json\"/></metadata><manifest>"
            "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
            "<item id=\"css\" href=\"book.css\" media-type=\"text/css\"/>"
            "<item id=\"c1\" href=\"text/ferry.xhtml\" media-type=\"application/xhtml+xml\"/>"
            "<item id=\"img\" href=\"images/a%20b.jpg\" media-type=\"image/jpeg\"/></manifest>"
            "<spine><itemref idref=\"nav\"/><itemref idref=\"c1\"/></spine></package>");
        add("EPUB/nav.xhtml", xhtml("<a href=\"text/ferry.xhtml#end\">The Ferry</a>"));
        add("EPUB/book.css", "body { margin: 0; }");
        add("EPUB/text/ferry.xhtml", xhtml("<p><img src=\"../images/a%20b.jpg\" alt=\"\"/></p>"
                                           "<p id=\"end\"><a href=\"https://blog.example/\">More</a></p>"));
        add("EPUB/images/a b.jpg", "\xFF\xD8\xFF\xE0 picture");
        add("EPUB/meta/record.json", record());
    }
    void add(std::string name, std::string bytes) { members_.push_back({std::move(name), std::move(bytes)}); }
    ZipMember& member(std::string_view name) {
        const auto found = std::ranges::find(members_, name, &ZipMember::name);
        REQUIRE(found != members_.end());
        return *found;
    }
    void replace(std::string_view name, std::string_view from, std::string_view to) {
        std::string& bytes = member(name).bytes;
        const std::size_t at = bytes.find(from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, from.size(), to);
    }
    void remove(std::string_view name) {
        std::erase_if(members_, [&](const ZipMember& member) { return member.name == name; });
    }
    [[nodiscard]] const std::vector<ZipMember>& members() const { return members_; }

  private:
    [[nodiscard]] std::string record() {
        const auto digest = [&](std::string_view name) { return sha256_hex(member(name).bytes); };
        return fmt::format(
            R"({{"@type": "Book", "name": "Coasts",
                 "hasPart": [{{"name": "The Ferry", "file": "text/ferry.xhtml", "sha256": "{}"}}],
                 "image": [{{"file": "images/a%20b.jpg", "sha256": "{}"}}],
                 "associatedMedia": [{{"file": "../META-INF/container.xml", "sha256": "{}"}},
                                     {{"file": "package.opf", "sha256": "{}"}},
                                     {{"file": "nav.xhtml", "sha256": "{}"}}, {{"file": "book.css", "sha256": "{}"}}]}})",
            digest("EPUB/text/ferry.xhtml"), digest("EPUB/images/a b.jpg"), digest("META-INF/container.xml"),
            digest("EPUB/package.opf"), digest("EPUB/nav.xhtml"), digest("EPUB/book.css"));
    }

    std::vector<ZipMember> members_;
};

}  // namespace blogbind::test
