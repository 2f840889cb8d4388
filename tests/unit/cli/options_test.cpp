// What people type, and what it means.
#include "cli/options.h"

#include <doctest/doctest.h>

#include <fstream>

#include "cli/config_file.h"

using namespace blogbind;
using namespace blogbind::cli;

namespace {

Options parsed(std::vector<std::string> arguments) {
    auto result = parse_command_line(arguments);
    REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().message));
    return std::get<Options>(*std::move(result));
}

std::string complaint(std::vector<std::string> arguments) {
    const auto result = parse_command_line(arguments);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == ErrorKind::usage);
    return result.error().message;
}

}  // namespace

TEST_CASE("options: the first word chooses the command, everything else is a source") {
    struct Case {
        std::string_view name;
        std::vector<std::string> arguments;
        Command command;
        std::size_t sources;
    };
    const Case cases[] = {
        {"no command word", {"https://blog.example/"}, Command::bind, 1},
        {"bind", {"bind", "https://blog.example/", "b.html"}, Command::bind, 2},
        {"list", {"list", "https://blog.example/"}, Command::list, 1},
        {"extract", {"extract", "a.html"}, Command::extract, 1},
        {"verify", {"verify", "a.epub", "--against", "a.warc.gz"}, Command::verify, 1},
        {"a file called list, second", {"a.html", "list"}, Command::bind, 2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Options options = parsed(c.arguments);
        CHECK(options.command == c.command);
        CHECK(options.sources.size() == c.sources);
    }
}

TEST_CASE("options: values reach their place") {
    const Options o = parsed({"x.html",      "-o",      "b.epub",  "--max-image", "1264x1680",   "--tag",
                              "sea",         "--tag",   "rail",    "--comments",  "none",        "--series",
                              "Coasts:3",    "--delay", "0.25",    "--strict",    "--no-images", "--author",
                              "Ilse Brandt", "--kepub", "--split", "1.5 MB",      "--max-size",  "40mb"});
    CHECK(o.max_size == 40'000'000);
    CHECK(o.division->most == 1'500'000);
    CHECK(o.kepub);
    CHECK(o.output == "b.epub");
    CHECK(o.pictures.max_width == 1264);
    CHECK(o.pictures.max_height == 1680);
    CHECK(o.selection.tags == std::vector<std::string>{"sea", "rail"});
    CHECK(o.book.comments == compose::Comments::omit);
    CHECK(o.book.series == "Coasts");
    CHECK(o.book.series_index == 3.0);
    CHECK(o.manners.delay == std::chrono::milliseconds(250));
    CHECK(o.strict);
    CHECK(o.pictures.omit);
    CHECK(o.book.authors == std::vector<std::string>{"Ilse Brandt"});
}

TEST_CASE("options: a mistake is one sentence that names the option") {
    struct Case {
        std::string_view name;
        std::vector<std::string> arguments;
        std::string_view part;
    };
    const Case cases[] = {
        {"no source", {}, "no source"},
        {"unknown option", {"x", "--nonsense"}, "--nonsense"},
        {"no value", {"x", "-o"}, "output"},
        {"not a box", {"x", "--max-image", "big"}, "--max-image: “big” is not a size"},
        {"not a date", {"x", "--since", "yesterdayish"}, "--since"},
        {"not a number", {"x", "--jobs", "many"}, "--jobs"},
        {"not a choice", {"x", "--comments", "sometimes"}, "appendix, chapter, none"},
        {"not a pattern", {"x", "--match", "(("}, "regular expression"},
        {"not a device", {"x", "--device", "toaster"}, "--list-devices"},
        {"not a size", {"x", "--max-size", "40"}, "not a size like 40MB or 1.5GB"},
        {"not a division", {"x", "--split", "month"}, "neither year, nor a number of chapters, nor a size"},
        {"volumes of nothing", {"x", "--split", "0"}, "neither year"},
        {"volumes on standard output", {"x", "--split", "year", "-o", "-"}, "-o must name a file"},
        {"a twin on standard output", {"x", "--kepub", "-o", "-"}, "-o must name a file"},
        {"list knows no output", {"list", "x", "--output", "b.epub"}, "--output"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(complaint(c.arguments).find(c.part) != std::string::npos);
    }
}

TEST_CASE("options: a saved command line is read again, and the command line wins") {
    const auto folder = std::filesystem::temp_directory_path() / "blogbind-options-test";
    std::filesystem::create_directories(folder);
    Options saved = parsed({"x.html", "--tag", "sea", "--tag", "rail", "--strict", "--image-quality", "70"});
    saved.save_config = folder / "book.toml";
    REQUIRE(save_config(saved).has_value());
    const Options read = parsed({"y.html", "--image-quality", "60", "--config", saved.save_config.string()});
    CHECK(read.selection.tags == std::vector<std::string>{"sea", "rail"});
    CHECK(read.strict);
    CHECK(read.pictures.quality == 60);
    std::filesystem::remove_all(folder);
}

TEST_CASE("options: a wrong project file is named with line and column") {
    const auto file = std::filesystem::temp_directory_path() / "blogbind-wrong.toml";
    std::ofstream(file) << "strict = true\ntitle = [1\n";
    const std::string message = complaint({"x.html", "--config", file.string()});
    CHECK(message.find("line") != std::string::npos);
    std::ofstream(file) << "colour = true\n";
    CHECK(complaint({"x.html", "--config", file.string()}).find("colour") != std::string::npos);
    std::filesystem::remove(file);
}

TEST_CASE("options: the manual names every group and the main options") {
    const std::string text = manual();
    for (const char* part : {"# Which posts", "# The book", "# The network", "--follow", "--output", "--strict"})
        CHECK(text.find(part) != std::string::npos);
}
