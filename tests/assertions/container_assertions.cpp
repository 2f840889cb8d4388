// What the container is. EPUB 3.3 #sec-zip-container, and what readers ask for beyond it.
#include <algorithm>
#include <regex>
#include <set>

#include "assertions/assertions.h"
#include "base/text.h"

namespace blogbind::testing {

namespace {

Breaches mimetype_first(const CheckedBook& book) {
    const ZipEntry& first = book.entries.front();
    return unless(first.name == "mimetype" && first.method == 0 && first.offset == 0 && first.local_extra == 0 &&
                      first.bytes == "application/epub+zip",
                  first.name);
}

Breaches plain_entries(const CheckedBook& book) {
    return entries_unless(book, [](const ZipEntry& entry) {
        return entry.flags == 0 && entry.local_flags == 0 && entry.local_extra == 0 && entry.central_extra == 0 &&
               entry.comment == 0 && entry.attributes == 0 && entry.version_needed <= 20;
    });
}

Breaches files_of_different_names(const CheckedBook& book) {
    std::set<std::string> seen;
    return entries_unless(book, [&](const ZipEntry& entry) {
        return !entry.name.ends_with('/') && seen.insert(ascii_lowered(entry.name)).second;
    });
}

Breaches plain_names(const CheckedBook& book) {
    static const std::regex pattern("[A-Za-z0-9][A-Za-z0-9._/-]*");
    return entries_unless(book, [](const ZipEntry& entry) {
        return std::regex_match(entry.name, pattern) && entry.name.size() <= 120 &&
               entry.name.find("..") == std::string::npos;
    });
}

Breaches one_time(const CheckedBook& book) {
    return entries_unless(book, [](const ZipEntry& entry) { return entry.date == 0x0021 && entry.time == 0; });
}

Breaches nothing_else(const CheckedBook& book) {
    std::set<std::string> named{"mimetype", "META-INF/container.xml", "EPUB/package.opf"};
    for (const Item& item : book.manifest) named.insert(item.path);
    for (const Element* link : elements(book.metadata, "link"))
        if (!has_scheme(value(link, "href"))) named.insert(target_of(value(link, "href"), "EPUB/package.opf"));
    Breaches found = entries_unless(book, [&](const ZipEntry& entry) { return named.contains(entry.name); });
    for (const std::string& name : named)
        if (!book.files.contains(name)) found.push_back(name + " is missing");
    return found;
}

Breaches one_package(const CheckedBook& book) {
    const ZipEntry* container = book.files.contains("META-INF/container.xml")
                                    ? book.files.find("META-INF/container.xml")->second
                                    : &book.entries.front();
    std::size_t count = 0;
    for (std::size_t at = 0; (at = container->bytes.find("<rootfile ", at)) != std::string::npos; ++at) ++count;
    return unless(count == 1 && container->bytes.find("full-path=\"EPUB/package.opf\"") != std::string::npos,
                  "container.xml");
}

bool is_packed_already(std::string_view name) {
    return name == "mimetype" || name.ends_with(".jpg") || name.ends_with(".png") || name.ends_with(".mp3");
}

Breaches method_by_kind(const CheckedBook& book) {
    return entries_unless(book,
                          [](const ZipEntry& entry) { return (entry.method == 0) == is_packed_already(entry.name); });
}

Breaches at_most_200_megabytes(const CheckedBook& book) {
    std::size_t size = 0;
    for (const ZipEntry& entry : book.entries) size += entry.method == 0 ? entry.bytes.size() : 0;
    return unless(size <= 200'000'000, "pictures alone are larger");
}

}  // namespace

std::span<const Assertion> container_assertions() {
    static const std::vector<Assertion> all{
        {"A01",
         "the first entry is the mimetype, stored",
         mimetype_first,
         {change("mimetype", [](ZipEntry& entry) { entry.bytes += "\n"; }),
          change("mimetype", [](ZipEntry& entry) { entry.method = 8; }),
          [](Entries& entries) { std::swap(entries[0], entries[1]); }}},
        {"A02",
         "entries have no flags, extra fields or comments",
         plain_entries,
         {change("nav.xhtml", [](ZipEntry& entry) { entry.local_flags = 8; }),
          change("nav.xhtml", [](ZipEntry& entry) { entry.central_extra = 9; }),
          change("nav.xhtml", [](ZipEntry& entry) { entry.version_needed = 45; })}},
        {"A03",
         "entries are files, whose names differ in more than case",
         files_of_different_names,
         {add("EPUB/text/", ""), add("EPUB/NAV.xhtml", "")}},
        {"A04", "names are plain", plain_names, {add("EPUB/text/my post.xhtml", ""), add("EPUB/é.xhtml", "")}},
        {"A05",
         "all times are 1980-01-01",
         one_time,
         {change("nav.xhtml", [](ZipEntry& entry) { entry.date = 0x5821; })}},
        {"A06",
         "entries are what the package names",
         nothing_else,
         {add("EPUB/images/stray.jpg", ""),
          replace("package.opf", "href=\"meta/provenance.json\"", "href=\"meta/p\"")}},
        {"A07",
         "there is one package document",
         one_package,
         {replace("container.xml", "<rootfile ", "<rootfile full-path=\"b.opf\"/><rootfile ")}},
        {"A08",
         "pictures are stored, text is deflated",
         method_by_kind,
         {change(".jpg", [](ZipEntry& entry) { entry.method = 8; }),
          change(".css", [](ZipEntry& entry) { entry.method = 0; })}},
        {"A10",
         "the book is at most 200 MB",
         at_most_200_megabytes,
         {change(".jpg", [](ZipEntry& entry) { entry.bytes.resize(200'000'001); })}},
    };
    return all;
}

}  // namespace blogbind::testing
