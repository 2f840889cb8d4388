#include "extract/head_lines.h"

#include <doctest/doctest.h>

#include "sample_page.h"

namespace blogbind::extract {

namespace {

HeadLines lines_of(std::string_view above, std::string_view below) {
    const std::string html = "<html><body><div>" + std::string(above) + "</div><h2>Night ferry</h2><div>" +
                             std::string(below) + "</div><p>" + std::string(200, 'x') + "</p><p>" +
                             std::string(200, 'y') + "</p><p>By Nobody Else on 9 September 2009</p></body></html>";
    const PagePart part = part_of(html, "https://blog.example/night-ferry/");
    return HeadLines(part.document.root(), "Night ferry");
}

}  // namespace

TEST_CASE("head lines: a byline between title and text is read by its words") {
    struct Case {
        std::string_view name, above, below;
    };
    const Case cases[] = {
        {"date, then writer", "", "<span>3 May 2019 by Mara Ellingsen</span>"},
        {"writer in a line with the date", "", "<p>03.05.2019 | 13:10 Uhr | Mara Ellingsen</p>"},
        {"writer and day in lines of their own", "", "<div>Mara Ellingsen</div><div>May 3, 2019</div>"},
        {"a day with a short year", "", "<p>Von Mara Ellingsen</p><p>03.05.19</p>"},
        {"above the title", "<p>Stand: 3. Mai 2019</p><p>Text: Mara Ellingsen</p>", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.name);
        const HeadLines lines = lines_of(each.above, each.below);
        CHECK(lines.authors() == std::vector<std::string>{"Mara Ellingsen"});
        REQUIRE(lines.date());
        CHECK(iso_day(*lines.date()) == "2019-05-03");
    }
}

TEST_CASE("head lines: several writers, and one who has a single name") {
    CHECK(lines_of("", "<p>Mara Ellingsen and Ben Okafor</p>").authors() ==
          std::vector<std::string>{"Mara Ellingsen", "Ben Okafor"});
    CHECK(lines_of("", "<p>06.05.2019 13:30 von Olga</p>").authors() == std::vector<std::string>{"Olga"});
}

TEST_CASE("head lines: writers in Chinese, Japanese and Korean lines") {
    struct Case {
        std::string_view line, writer;
    };
    const Case cases[] = {
        {"作者：林小雨 2019年5月1日", "林小雨"},
        {"文｜佐藤 ハル", "佐藤 ハル"},
        {"文・写真＝佐藤ハル", "佐藤ハル"},
        {"撰文 / 林小雨", "林小雨"},
        {"글·사진: 김하루", "김하루"},
        {"글 김하루 사진 박봄", "김하루"},
        {"김하루 기자", "김하루"},
        {"ライター：佐藤ハル", "佐藤ハル"},
        {"글 목록", ""},
        {"文化の日の散歩", ""},
        {"作者：admin", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.line);
        const std::vector<std::string> authors = lines_of("", "<p>" + std::string(each.line) + "</p>").authors();
        CHECK((authors.empty() ? "" : authors.front()) == each.writer);
    }
    CHECK(iso_day(*lines_of("", "<p>令和元年5月3日 文：佐藤ハル</p>").date()) == "2019-05-03");
}

TEST_CASE("head lines: what stands below the first paragraphs is not the head's") {
    const HeadLines lines = lines_of("<p>Slow Blog</p>", "<p>Read more</p><p>by bus and ferry</p>");
    CHECK(lines.authors().empty());
    CHECK_FALSE(lines.date());
}

}  // namespace blogbind::extract
