// Books whole and spoilt: what is said of them.
#include "archive/verify.h"

#include <functional>

#include "base/gzip.h"
#include "base/text.h"
#include "net/warc.h"
#include "sample_book.h"

using namespace blogbind;
using namespace blogbind::archive;
using test::SampleBook;

namespace {

Verification verified(std::string_view bytes) {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "book.epub", bytes));
    Result<Verification> verification = verify(folder / "book.epub");
    REQUIRE(verification);
    return *std::move(verification);
}

Verification verified(const SampleBook& book) { return verified(test::zip_file(book.members())); }

/// All findings of a check, one a line.
std::string findings(const Verification& verification, Check check) {
    std::string text;
    for (const Finding& finding : verification.findings())
        if (finding.check == check) text += finding.where + ": " + finding.message + "\n";
    return text;
}

}  // namespace

TEST_CASE("verify: a book that is as it was bound is whole") {
    const Verification verification = verified(SampleBook());
    CHECK(verification.is_whole());
    for (const Check check : all_checks) {
        if (check == Check::archive) continue;  // was not asked for
        CAPTURE(check_name(check));
        CHECK(verification.outcome(check).verdict == Verdict::sound);
        CHECK(findings(verification, check).empty());
    }
}

TEST_CASE("verify: each kind of damage is found by its check, and named") {
    struct Case {
        std::string_view name;
        std::function<void(SampleBook&)> spoil;
        Check check;
        std::string_view where, message;
    };
    constexpr std::string_view ferry = "EPUB/text/ferry.xhtml", opf = "EPUB/package.opf";
    const Case cases[] = {
        {"mimetype with a line break", [](SampleBook& b) { b.member("mimetype").bytes += "\n"; }, Check::container,
         "mimetype", "does not stand first"},
        {"no mimetype", [](SampleBook& b) { b.remove("mimetype"); }, Check::container, "mimetype", "does not stand"},
        {"wrong checksum", [=](SampleBook& b) { b.member(ferry).crc_error = 1; }, Check::container, ferry, "damaged"},
        {"a file twice", [=](SampleBook& b) { b.add(std::string(ferry), ""); }, Check::container, ferry, "twice"},
        {"no container.xml", [](SampleBook& b) { b.remove("META-INF/container.xml"); }, Check::container, "",
         "it is no EPUB: there is no META-INF/container.xml"},
        {"no package document", [=](SampleBook& b) { b.remove(opf); }, Check::package, "",
         "there is no EPUB/package.opf"},
        {"a file is missing", [=](SampleBook& b) { b.remove(ferry); }, Check::package, ferry, "not there"},
        {"a file too many", [](SampleBook& b) { b.add("EPUB/new.xhtml", "x"); }, Check::package, "EPUB/new.xhtml",
         "is not listed"},
        {"no nav", [=](SampleBook& b) { b.replace(opf, " properties=\"nav\"", ""); }, Check::package, opf,
         "0 navigation"},
        {"unknown idref", [=](SampleBook& b) { b.replace(opf, "idref=\"c1\"", "idref=\"c2\""); }, Check::package, opf,
         "names “c2”"},
        {"an id twice", [=](SampleBook& b) { b.replace(opf, "id=\"css\"", "id=\"nav\""); }, Check::package, opf,
         "twice"},
        {"a dead link", [](SampleBook& b) { b.replace("EPUB/nav.xhtml", "ferry.xhtml#end", "bus.xhtml"); },
         Check::links, "EPUB/nav.xhtml", "nothing is at text/bus.xhtml"},
        {"a dead fragment", [=](SampleBook& b) { b.replace(ferry, "id=\"end\"", ""); }, Check::links, "EPUB/nav.xhtml",
         "no such place as text/ferry.xhtml#end"},
        {"a remote picture", [=](SampleBook& b) { b.replace(ferry, "../images/", "https://cdn.example/"); },
         Check::links, ferry, "would be fetched"},
        {"a remote font",
         [](SampleBook& b) { b.member("EPUB/book.css").bytes = "@font-face{src: url(//x.example/f)}"; }, Check::links,
         "EPUB/book.css", "//x.example/f"},
        {"out of the container", [=](SampleBook& b) { b.replace(ferry, "../images", "../../../images"); }, Check::links,
         ferry, "nothing is at"},
        {"a PNG named JPEG", [](SampleBook& b) { b.member("EPUB/images/a b.jpg").bytes = "\x89PNG\r\n\x1A\n"; },
         Check::media_types, "EPUB/images/a b.jpg", "image/jpeg"},
        {"not well-formed", [=](SampleBook& b) { b.replace(ferry, "</p>", ""); }, Check::media_types, ferry,
         "is not well-formed: line "},
        {"an altered chapter", [=](SampleBook& b) { b.replace(ferry, ">More<", ">Less<"); }, Check::checksums, ferry,
         "the chapter “The Ferry” is not what was bound"},
        {"a missing chapter", [=](SampleBook& b) { b.remove(ferry); }, Check::checksums, ferry,
         "the chapter “The Ferry” is missing"},
        {"an altered style sheet", [](SampleBook& b) { b.member("EPUB/book.css").bytes += " "; }, Check::checksums,
         "EPUB/book.css", "this file is not what was bound"},
        {"a file from elsewhere", [](SampleBook& b) { b.add("META-INF/calibre.txt", "x"); }, Check::checksums,
         "META-INF/calibre.txt", "was not in the book"},
        {"a broken record", [](SampleBook& b) { b.member("EPUB/meta/record.json").bytes = "{"; }, Check::checksums,
         "EPUB/meta/record.json", "the record cannot be read"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        SampleBook book;
        c.spoil(book);
        const Verification verification = verified(book);
        CHECK_FALSE(verification.is_whole());
        CHECK(verification.outcome(c.check).verdict == Verdict::faulty);
        const std::string found = findings(verification, c.check);
        CAPTURE(found);
        CHECK(found.starts_with(std::string(c.where) + ": "));
        CHECK(found.find(c.message) != std::string::npos);
    }
}

TEST_CASE("verify: a book that others made has no record, and can be whole") {
    SampleBook book;
    book.remove("EPUB/meta/record.json");
    book.replace("EPUB/package.opf", "<link rel=\"record\" href=\"meta/record.json\"/>", "");
    const Verification verification = verified(book);
    CHECK(verification.is_whole());
    CHECK(verification.outcome(Check::checksums).verdict == Verdict::unknown);
    CHECK(verification.outcome(Check::checksums).note == "the book has no record of its making");
}

TEST_CASE("verify: a record without its file is a fault of the package") {
    SampleBook book;
    book.remove("EPUB/meta/record.json");
    CHECK(findings(verified(book), Check::package) ==
          "EPUB/meta/record.json: is linked from the package document, but not there\n");
}

TEST_CASE("verify: what is no book is one finding") {
    for (const std::string& bytes : {std::string(), std::string("text"), test::zip_file({{"notes.txt", "text"}})}) {
        const Verification verification = verified(bytes);
        CHECK_FALSE(verification.is_whole());
        CHECK(verification.findings().size() == 1);
        CHECK(verification.findings()[0].check == Check::container);
        CHECK(verification.outcome(Check::links).verdict == Verdict::unknown);
    }
}

TEST_CASE("verify: the findings of a thoroughly broken book do not grow without end") {
    SampleBook book;
    for (int i = 0; i < 1000; ++i) book.add(fmt::format("EPUB/{}.xhtml", i), "x");
    const Verification verification = verified(book);
    CHECK(verification.outcome(Check::package).unnamed == 900);
    CHECK(verification.findings().size() < 300);
}

TEST_CASE("verify: what a chapter was made of is looked for in a web archive") {
    const TemporaryFolder folder;
    SampleBook book;
    const std::string page = "<html>The Ferry</html>";
    book.replace("EPUB/meta/record.json", "\"name\": \"The Ferry\"",
                 fmt::format("\"name\": \"The Ferry\", \"sourceSha256\": \"{}\"", sha256_hex(page)));
    REQUIRE(write_file(folder / "book.epub", test::zip_file(book.members())));
    const PostDigests posts = [](std::string_view media_type, std::string_view body) {
        std::vector<std::string> digests;
        if (media_type == "text/x-list")
            for (const std::string_view post : split(body, '\n')) digests.push_back(sha256_hex(post));
        return digests;
    };
    struct Case {
        std::string_view name, encoding;
        std::string body;
        Verdict expected;
        std::string type = "text/html";
    };
    const Case cases[] = {
        {"as it is", "", page, Verdict::sound},
        {"packed", "gzip", gzip_member(page), Verdict::sound},
        {"another page", "", "<html>The Bus</html>", Verdict::faulty},
        {"one of a list", "gzip", gzip_member("<html>The Bus</html>\n" + page), Verdict::sound, "text/x-list"},
        {"none of a list", "", "<html>The Bus</html>\n<html>The Tram</html>", Verdict::faulty, "text/x-list"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Answer answer{.url = Url::parse("https://blog.example/ferry/").value(), .status = 200, .body = c.body};
        answer.headers = {{"content-type", c.type}};
        if (!c.encoding.empty()) answer.headers.emplace_back("content-encoding", c.encoding);
        REQUIRE(write_file(folder / "a.warc.gz", warc_info("test", {}) + warc_response(answer).bytes));
        const Result<Verification> verification = verify(folder / "book.epub", {folder / "a.warc.gz", posts});
        REQUIRE(verification);
        CHECK(verification->outcome(Check::archive).verdict == c.expected);
        CHECK(verification->is_whole() == (c.expected == Verdict::sound));
    }
    CHECK(verified(book).outcome(Check::archive).verdict == Verdict::unknown);
    CHECK(verify(folder / "book.epub", {folder / "none.warc", {}}).error().kind == ErrorKind::not_found);
    const Result<Verification> against_book = verify(folder / "book.epub", {folder / "book.epub", {}});
    REQUIRE_FALSE(against_book);
    CHECK(against_book.error().message.ends_with("book.epub is no WARC file"));
}

TEST_CASE("verify: a folder or a name without a file is an error") {
    const TemporaryFolder folder;
    CHECK(verify(folder.path()).error().kind == ErrorKind::unreadable);
    CHECK(verify(folder / "none.epub").error().kind == ErrorKind::not_found);
}
