#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "net/cdx.h"
#include "unit/net/scripted_transport.h"

using namespace blogbind;

namespace {

Capture capture(std::string url, std::string type) {
    Capture made{.offset = 7, .length = 9, .time = std::chrono::sys_seconds(std::chrono::seconds(1556697600))};
    made.status = 200;
    made.url = std::move(url);
    made.media_type = std::move(type);
    made.payload_digest = "sha256:ab";
    return made;
}

std::vector<Capture> read(std::string_view text) {
    std::vector<Capture> captures;
    each_indexed(text, [&](const IndexedCapture& line) {
        const CaptureFacts& facts = line.facts;
        Capture& made = captures.emplace_back();
        made.offset = facts.offset;
        made.length = facts.length;
        made.time = facts.time;
        made.status = facts.status;
        made.url = facts.url;
        made.media_type = facts.media_type;
        made.payload_digest = facts.payload_digest;
    });
    return captures;
}

void check_read(std::string_view line, const Capture& expected) {
    CAPTURE(line);
    const std::vector<Capture> captures = read(line);
    REQUIRE(captures.size() == 1);
    CHECK(captures[0].offset == expected.offset);
    CHECK(captures[0].length == expected.length);
    CHECK(captures[0].time == expected.time);
    CHECK(captures[0].status == expected.status);
    CHECK(captures[0].url == expected.url);
    CHECK(captures[0].media_type == expected.media_type);
    CHECK(captures[0].payload_digest == expected.payload_digest);
}

}  // namespace

TEST_CASE("an index is read as it was written") {
    for (const std::string type : {"text/html", "text/\"html\"", "a\\b", "", "t\u00e9xt"}) {
        const Capture written = capture("https://harbour.example/fog/?a=b", type);
        check_read(cdxj_line(written, "a.warc.gz"), written);
    }
}

TEST_CASE("an index of another program is read: other order, spaces, numbers, more members") {
    const Capture expected = capture("https://harbour.example/fog/", "text/html");
    for (const std::string_view object :
         {R"({"url": "https://harbour.example/fog/", "mime": "text/html", "status": 200, "digest": "sha256:ab", )"
          R"("length": 9, "offset": 7, "filename": "a.warc.gz"})",
          R"({"offset":"7","length":"9","filename":"a","url":"https://harbour.example/fog/","mime":"text/html",)"
          R"("status":"200","digest":"sha256:ab"})",
          R"({"url":"https://harbour.example/fog/","mime":"text/html","status":"200","digest":"sha256:ab",)"
          R"("length":"9","offset":"7","filename":"a","recordDigest":"sha256:cd"})"})
        check_read("example,harbour)/fog 20190501080000 " + std::string(object) + "\n", expected);
}

TEST_CASE("lines of an index that are cut short or wrong are passed over") {
    const std::string line = cdxj_line(capture("https://harbour.example/fog/", "text/html"), "a.warc.gz");
    for (std::size_t size = 0; size + 1 < line.size(); ++size) CHECK(read(line.substr(0, size)).empty());
    CHECK(read(line + line.substr(0, 90) + "\n" + line).size() == 2);
}

TEST_CASE("lines are sorted into an index, wherever they belong") {
    const std::string_view index = "b\nd\n";
    for (const auto& [lines, expected] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{}, "b\nd\n"}, {{"e\n", "a\n"}, "a\nb\nd\ne\n"}, {{"c\n", "bb\n", "d\n"}, "b\nbb\nc\nd\nd\n"}})
        CHECK(with_lines(index, lines) == expected);
    CHECK(with_lines("", {"b\n", "a\n"}) == "a\nb\n");
}

TEST_CASE("cdx: keys turn an address round") {
    CHECK(surt_key(url("https://www.Blog.example/2019/A/?P=1")) == "example,blog)/2019/a/?p=1");
    CHECK(surt_key(url("http://127.0.0.1:8080/a")) == "127.0.0.1:8080)/a");
}
