// Pages as browsers and their extensions save them in one file.
#include "source/saved_page.h"

#include <doctest/doctest.h>

#include "base/file.h"
#include "source/local_fetcher.h"
#include "source/mhtml.h"
#include "support/fake_fetcher.h"
#include "support/zip_file.h"
#include "unit/base/temporary_folder.h"

using namespace blogbind;

namespace {

Result<PagePart> saved(SourceKind kind, std::string bytes) {
    Report report;
    return saved_page({kind, std::nullopt, {}, std::move(bytes)}, report);
}

std::string picture(const PagePart& part) {
    const markup::Element* image = markup::first_descendant(part.document.root(), "img");
    return image == nullptr ? "none" : std::string(markup::attribute(*image, "src"));
}

std::string mail(std::string_view page, std::string_view encoding = "quoted-printable") {
    return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/fog/\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--fog--\"\r\n\r\n\r\n"
           "----fog--\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: " +
           std::string(encoding) + "\r\nContent-Location: https://harbour.example/fog/\r\n\r\n" + std::string(page) +
           "\r\n----fog--\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
           "Content-Location: https://harbour.example/quay.jpg\r\n\r\n/9j/\r\n4AAQ\r\n"
           "----fog--\r\nContent-Type: image/svg+xml\r\nContent-ID: <drawing@mail>\r\n\r\n<svg/>\r\n"
           "----fog--\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mail>\r\n"
           "Content-Location: https://film.example/embed/7\r\n\r\nfilm\r\n----fog----\r\n";
}

}  // namespace

TEST_CASE("an MHTML page has its text, its address, and the pictures that came with it") {
    struct Case {
        std::string_view name, page, text, source;
    };
    const Case cases[] = {
        {"by its address", "<p>Fog =E2=80=93 a=\r\ngain</p><img src=3D\"https://harbour.example/quay.jpg\">",
         "Fog – again", "data:image/jpeg;base64,/9j/4AAQ"},
        {"relative", "<p>Fog</p><img src=3D\"../quay.jpg\">", "Fog", "data:image/jpeg;base64,/9j/4AAQ"},
        {"another size", "<p>Fog</p><img src=3D\"/small.jpg\" srcset=3D\"/small.jpg 300w, /quay.jpg 900w\">", "Fog",
         "data:image/jpeg;base64,/9j/4AAQ"},
        {"by its name", "<p>Fog</p><img src=3D\"cid:drawing@mail\">", "Fog", "data:image/svg+xml;base64,PHN2Zy8+DQo="},
        {"not in it", "<p>Fog</p><img src=3D\"https://harbour.example/gone.jpg\">", "Fog",
         "https://harbour.example/gone.jpg"},
        {"stray signs", "<p>1 = 1 =zz</p>", "1 = 1 =zz", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto part = saved(SourceKind::mhtml, mail(c.page));
        REQUIRE(part);
        CHECK(part->url->text() == "https://harbour.example/fog/");
        CHECK(markup::collapsed_text(part->document.root()) == c.text);
        CHECK(picture(*part) == c.source);
    }
}

TEST_CASE("frames of an MHTML page are named by the addresses that they had") {
    const auto part = saved(SourceKind::mhtml, mail("<iframe src=\"cid:frame-1@mail\"></iframe>", "7bit"));
    REQUIRE(part);
    const markup::Element* frame = markup::first_descendant(part->document.root(), "iframe");
    CHECK(markup::attribute(*frame, "src") == "https://film.example/embed/7");
}

TEST_CASE("MHTML that is cut off keeps what is there, and what holds no page says so") {
    const std::string whole = mail("<p>Fog</p>");
    const auto cut = saved(SourceKind::mhtml, whole.substr(0, whole.find("</p>")));
    REQUIRE(cut);
    CHECK(markup::collapsed_text(cut->document.root()) == "Fog");
    const auto empty = saved(SourceKind::mhtml, "Content-Type: multipart/related; boundary=a\r\n\r\n--a--\r\n");
    REQUIRE_FALSE(empty);
    CHECK(empty.error().message.find("no page in this MHTML archive") != std::string::npos);
}

TEST_CASE("mail that is no saved page is no MHTML") {
    CHECK(is_mhtml(FileStart(mail("<p>Fog</p>"))));
    CHECK_FALSE(is_mhtml(FileStart("From: ann@harbour.example\nContent-Type: text/plain\n\nmultipart/related")));
    CHECK_FALSE(is_mhtml(FileStart("The fog came in.\n\nContent-Type: multipart/related\n")));
}

TEST_CASE("pictures that SingleFile keeps in its style sheet are put in their places") {
    const auto part =
        saved(SourceKind::saved_page,
              "<!DOCTYPE html><style>:root{--sf-img-3: url(\"data:image/jpeg;base64,/9j/\")}</style><p>Fog"
              "<img src='data:image/svg+xml,<svg/>' style='background-image:var(--sf-img-3)!important'>");
    REQUIRE(part);
    CHECK(picture(*part) == "data:image/jpeg;base64,/9j/");
}

TEST_CASE("a page that was saved from a web archive is the page itself") {
    const auto part = saved(
        SourceKind::saved_page,
        "<!DOCTYPE html><html><head><link rel=canonical "
        "href='https://web.archive.org/web/20190503120000/https://harbour.example/fog/'></head><body>"
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp>1,234 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
        "<p>Fog</p><img src='/web/20190503120000im_/https://harbour.example/quay.jpg'></body></html>");
    REQUIRE(part);
    CHECK(part->url->text() == "https://harbour.example/fog/");
    CHECK(markup::collapsed_text(part->document.root()) == "Fog");
    CHECK(picture(*part) == "https://harbour.example/quay.jpg");
}

TEST_CASE("pictures with accents in their names are found in archives of every system") {
    struct Case {
        std::string_view name, packed, address;
    };
    const Case cases[] = {
        {"DOS", "K\x81ste.jpg", "K%C3%BCste.jpg"},
        {"DOS, an old page", "K\x81ste.jpg", "K%FCste.jpg"},
        {"Windows", "K\xfcste.jpg", "K\u00fcste.jpg"},
        {"macOS", "Ku\u0308ste.jpg", "K%C3%BCste.jpg"},
        {"a page of macOS", "K\u00fcste.jpg", "Ku%CC%88ste.jpg"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const TemporaryFolder folder;
        REQUIRE(write_file(folder / "saved.zip",
                           test::zip_file({{"fog_files/" + std::string(c.packed), "picture"}, {"fog.html", "page"}})));
        const auto tree = FileTree::open(folder / "saved.zip");
        REQUIRE(tree);
        Report report;
        Source source{SourceKind::saved_page, std::nullopt, (*tree)->root() / "fog.html", {}};
        source.bytes = "<p>Fog</p><img src=\"fog_files/" + std::string(c.address) + "\">";
        source.tree = *tree;
        const auto part = saved_page(source, report);
        REQUIRE(part);
        tests::FakeFetcher nobody;
        LocalFetcher fetcher(nobody, {}, {*tree});
        const auto answer = fetcher.fetch({.url = *Url::parse(picture(*part))});
        REQUIRE(answer);
        CHECK(answer->body == "picture");
    }
}
