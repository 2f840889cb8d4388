// What a book tells of how it was asked for, and what it keeps to itself.
#include "cli/making.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace blogbind;
using namespace blogbind::cli;

namespace {

using GivenOptions = std::vector<std::pair<std::string, std::string>>;

Making making(std::vector<std::string> arguments, const std::vector<Source>& sources = {}) {
    arguments.insert(arguments.begin(), "x.html");
    const auto options = parse_command_line(arguments);
    REQUIRE(options);
    return making_of(std::get<Options>(*options), sources);
}

}  // namespace

TEST_CASE("making: options that shape the book are kept, in the order of the help") {
    CHECK(making({"--tag", "sea", "--no-images", "--tag", "rail", "--series", "Coasts:3"}).options ==
          GivenOptions{{"category", "sea"}, {"category", "rail"}, {"series", "Coasts:3"}, {"no-images", ""}});
}

TEST_CASE("making: secrets, folders and what does not shape the book are left out") {
    CHECK(making({"--user", "mara:secret", "--header", "Authorization: secret", "--cookies", "/home/mara/cookies.txt",
                  "--post-password", "secret", "--proxy", "http://mara:secret@proxy.example:8080/", "--strict",
                  "--user-agent", "mara", "-o", "/home/mara/book.epub"})
              .options.empty());
    CHECK(making({"--css", "/home/mara/own.css", "--cover", "/home/mara/cover.jpg", "--url",
                  "https://mara:secret@blog.example/a/"})
              .options == GivenOptions{{"url", "https://blog.example/a/"}, {"cover", "cover.jpg"}, {"css", "own.css"}});
}

TEST_CASE("making: options of a project file are kept, too") {
    const auto file = std::filesystem::temp_directory_path() / "blogbind-making.toml";
    std::ofstream(file) << "title = \"Coasts\"\nuser = \"mara:secret\"\n";
    CHECK(making({"--config", file.string()}).options == GivenOptions{{"title", "Coasts"}});
    std::filesystem::remove(file);
}

TEST_CASE("making: sources are addresses without credentials and names without folders") {
    struct Case { std::string_view name; SourceKind kind; std::string_view address, path, expected; };
    const Case cases[] = {
        {"address", SourceKind::web_page, "https://blog.example/a@b/", "", "https://blog.example/a@b/"},
        {"login in the address", SourceKind::web_page, "https://mara:secret@blog.example/", "", "https://blog.example/"},
        {"file", SourceKind::saved_page, "", "/home/mara/a.html", "a.html"},
        {"folder", SourceKind::folder, "", "/home/mara/pages/", "pages"},
        {"standard input", SourceKind::pasted_text, "", "", "-"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::vector<Source> sources(1);
        sources[0].kind = c.kind;
        sources[0].url = Url::parse(c.address);
        sources[0].path = c.path;
        CHECK(making({}, sources).sources == std::vector<std::string>{std::string(c.expected)});
    }
}
