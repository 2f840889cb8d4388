#include "e2e/case.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <map>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "assertions/assertions.h"
#include "base/json.h"
#include "e2e/book.h"
#include "e2e/judge.h"
#include "e2e/sandbox.h"
#include "support/golden.h"
#include "support/http_server.h"

namespace blogbind::testing {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const fs::path& file) {
    std::vector<std::string> lines;
    std::istringstream stream(file_text(file));
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

/// A line of a `contains` file.
struct Expectation {
    explicit Expectation(std::string line) {
        if (line.starts_with("! ")) {
            wanted = false;
            line.erase(0, 2);
        }
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos) where = line.substr(0, tab);
        text = tab == std::string::npos ? std::move(line) : line.substr(tab + 1);
    }
    bool wanted = true;
    std::string where;  ///< a part of a file's name; empty for a stream
    std::string text;
};

/// One case while it is looked at.
class Examination {
  public:
    Examination(fs::path folder, const Tools& tools) : folder_(std::move(folder)), tools_(tools), server_(folder_) {
        server_.on_signal([this](std::string_view name) { sandbox_->send_signal(name); });
    }

    std::vector<std::string> failures() {
        const std::vector<fs::path> books = first_run();
        if (failures_.empty() && !books.empty() && !fs::exists(folder_ / "once")) compare_with_second_run(books);
        return std::move(failures_);
    }

  private:
    void expect(bool holds, std::string otherwise) {
        if (!holds) failures_.push_back(std::move(otherwise));
    }

    void expect_same(const char* name, const std::string& actual, bool needed = false) {
        const fs::path file = folder_ / name;
        if (!needed && !fs::exists(file)) return;
        if (auto text = difference(file, normalised(actual), test_name())) failures_.push_back(std::move(*text));
    }

    [[nodiscard]] std::string test_name() const {
        return folder_.parent_path().filename().string() + "/" + folder_.filename().string();
    }

    /// Without what differs from one run or machine to the next.
    [[nodiscard]] std::string normalised(std::string text) const {
        text = with_replaced(std::move(text), server_.base(), "{base}");
        text = with_replaced(std::move(text), server_.base().substr(7), "{host}");
        text = with_replaced(std::move(text), folder_.string(), "{case}");
        return with_replaced(std::move(text), sandbox_->out().string(), "{out}");
    }

    Outcome run() {
        std::map<std::string, std::string> variables{
            {"PATH",
             fmt::format("{}:{}:/usr/bin:/bin", tools_.blogbind.parent_path().string(), tools_.folder.string())},
            {"base", server_.base()},
            {"case", folder_.string()}};
        for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
            if (const char* value = std::getenv(name)) variables[name] = value;
        server_.forget_hits();
        return sandbox_->run(folder_ / "command", std::move(variables));
    }

    std::vector<fs::path> first_run() {
        const Outcome outcome = run();
        check_exit(outcome);
        check_stream("stdout", outcome.standard_output);
        check_stream("stderr", outcome.standard_error);
        check_hits();
        check_issues();
        const std::vector<fs::path> books = checked_leftovers();
        for (const fs::path& book : books) check_book(book);
        check_longer();
        if (!failures_.empty()) failures_.push_back("standard error was:\n" + normalised(outcome.standard_error));
        return books;
    }

    void compare_with_second_run(const std::vector<fs::path>& books) {
        std::map<fs::path, std::string> first;
        for (const fs::path& book : books) first[book.filename()] = file_text(book);
        sandbox_.emplace();
        (void)run();
        for (const auto& [name, bytes] : first)
            expect(file_text(sandbox_->out() / name) == bytes, name.string() + ": a second run gives other bytes");
    }

    void check_exit(const Outcome& outcome) {
        const std::vector<std::string> lines = lines_of(folder_ / "exit");
        const int expected = lines.empty() ? 0 : std::stoi(lines.front());
        expect(outcome.exit_code == expected, fmt::format("exit code {}, expected {}", outcome.exit_code, expected));
        if (tools_.memory_limit != 0)
            expect(outcome.memory <= tools_.memory_limit,
                   fmt::format("{} MB of memory, allowed are {}", outcome.memory >> 20, tools_.memory_limit >> 20));
    }

    void check_stream(const std::string& name, const std::string& text) {
        expect_same(name.c_str(), text);
        for (const std::string& line : lines_of(folder_ / (name + ".contains"))) {
            const Expectation expected(line);
            expect((normalised(text).find(expected.text) != std::string::npos) == expected.wanted,
                   name + (expected.wanted ? " lacks: " : " holds: ") + expected.text);
        }
    }

    void check_hits() {
        std::map<std::string, int> allowed;
        for (const std::string& line : lines_of(folder_ / "hits")) {
            std::istringstream words(line);
            std::string path;
            words >> path;
            words >> allowed[with_replaced(path, "{base}", server_.base())];
        }
        allowed.emplace("*", 1);
        std::map<std::string, int> hits = server_.hits();
        if (allowed.contains("total")) hits.emplace("total", static_cast<int>(server_.requests().size()));
        for (const auto& [path, count] : hits) {
            const auto rule = allowed.find(path);
            const int limit = rule == allowed.end() ? allowed["*"] : rule->second;
            expect(count <= limit, fmt::format("{} was asked for {} times, allowed are {}", path, count, limit));
        }
    }

    void check_issues() {
        const fs::path report = sandbox_->out() / "report.json";
        if (!fs::exists(folder_ / "issues.txt") && !fs::exists(report)) return;
        std::string text;
        if (const Result<Json> json = parse_json(file_text(report)))
            if (const Json::Array* issues = (*json)["issues"].array())
                for (const Json& issue : *issues)
                    text += fmt::format("{}\t{}\t{}\n", issue.text("code"), issue.text("where"), issue.text("message"));
        expect_same("issues.txt", text, true);
    }

    /// The books in the folder. Anything that the program should not have left there is a failure.
    std::vector<fs::path> checked_leftovers() {
        std::vector<fs::path> books;
        for (const auto& entry : fs::recursive_directory_iterator(sandbox_->out())) {
            const fs::path& path = entry.path();
            const std::string kind = path.extension();
            if (kind == ".epub") books.push_back(path);
            expect(entry.is_directory() || kind == ".epub" || kind == ".json" || kind == ".txt",
                   "left behind: " + path.filename().string());
        }
        expect(fs::is_empty(sandbox_->temporary()), "left behind in the temporary folder");
        std::sort(books.begin(), books.end());
        return books;
    }

    void check_book(const fs::path& book) {
        try {
            const std::vector<BookFile> files = read_book(book);
            check_entries(files);
            for (const fs::path& name : {fs::path("book"), book.filename()})
                for (const std::string& line : lines_of(folder_ / name / "contains"))
                    check_content(files, Expectation(line));
            check_assertions(book);
        } catch (const std::exception& error) {
            failures_.emplace_back(error.what());
        }
        if (tools_.epubcheck.empty()) return;
        const std::string complaints = complaints_of_epubcheck(book, tools_.epubcheck);
        expect(complaints.empty(), "EPUBCheck says:\n" + complaints);
    }

    void check_assertions(const fs::path& book) {
        if (fs::exists(folder_ / "altered")) return;
        std::string name = book.filename();
        const bool is_kepub = name.ends_with(".kepub.epub");
        if (is_kepub) name.erase(name.size() - std::string_view(".kepub.epub").size()).append(".epub");
        const std::string bytes = file_text(book);
        for (std::string& breach :
             is_kepub ? breaches_of_kepub(bytes, file_text(book.parent_path() / name)) : breaches_of_book(bytes))
            failures_.push_back(book.filename().string() + ": " + std::move(breach));
        if (!is_kepub && fs::exists(folder_ / "spoils"))
            for (std::string& spoil : unnoticed_spoils(bytes)) failures_.push_back(std::move(spoil));
    }

    void check_longer() {
        for (const std::string& line : lines_of(folder_ / "longer")) {
            std::istringstream words(line);
            std::string earlier, later;
            words >> earlier >> later;
            for (std::string& breach :
                 breaches_of_longer(file_text(sandbox_->out() / earlier), file_text(sandbox_->out() / later)))
                failures_.push_back(later + ": " + std::move(breach));
        }
    }

    void check_entries(const std::vector<BookFile>& files) {
        std::string names;
        for (const BookFile& file : files) names += file.name + "\n";
        expect_same("book/entries", names);
    }

    void check_content(const std::vector<BookFile>& files, const Expectation& expected) {
        const bool found = std::any_of(files.begin(), files.end(), [&](const BookFile& file) {
            return file.name.find(expected.where) != std::string::npos &&
                   normalised(file.text).find(expected.text) != std::string::npos;
        });
        expect(found == expected.wanted, fmt::format("{} in the book {} {}", expected.where,
                                                     expected.wanted ? "lacks:" : "holds:", expected.text));
    }

    fs::path folder_;
    const Tools& tools_;
    std::optional<Sandbox> sandbox_{std::in_place};  // outlives the server, whose threads send signals to it
    HttpServer server_;
    std::vector<std::string> failures_;
};

}  // namespace

std::vector<std::string> failures_of_case(const fs::path& folder, const Tools& tools) {
    return Examination(folder, tools).failures();
}

}  // namespace blogbind::testing
