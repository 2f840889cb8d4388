#include "support/site.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/landscape.h"

namespace blogbind::testing {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".htm", "text/html; charset=utf-8"},
    {".css", "text/css"},
    {".js", "text/javascript"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".json", "application/json"},
    {".jpg", "image/jpeg"},
    {".png", "image/png"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".svg", "image/svg+xml"},
}};

std::string media_type_of(const fs::path& path) {
    for (const auto& [extension, type] : media_types)
        if (path.extension() == extension) return std::string(type);
    return "application/octet-stream";
}

std::string percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

struct Asked {
    const Site& site;
    const Question& question;
    std::istringstream& words;  ///< the directive's arguments
};

void redirect(const Asked& asked, Answer& answer) {
    std::string target;
    answer.status = 301;
    asked.words >> target >> answer.status;
    answer.set_header("Location", with_replaced(target, "{base}", asked.site.base()));
}

void header(const Asked& asked, Answer& answer) {
    std::string name, value;
    std::getline(asked.words, name, ':');
    std::getline(asked.words >> std::ws, value);
    answer.set_header(name, value);
}

void file(const Asked& asked, Answer& answer) {
    std::string path;
    asked.words >> path;
    answer = asked.site.file_answer(path);
}

void paint(const Asked& asked, Answer& answer, std::string (*picture)(int, int, std::string_view)) {
    int width = 0, height = 0;
    char cross = 'x';
    std::string name;
    asked.words >> width >> cross >> height >> name;
    answer.body = picture(width, height, name);
    answer.set_header("Content-Type", "image/jpeg");
}

void repeat(const Asked& asked, Answer& answer) {
    asked.words >> answer.length >> std::ws;
    std::getline(asked.words, answer.repeated);
}

void fail(const Asked& asked, Answer& answer) {
    int times = 0, status = 503;
    asked.words >> times >> status;
    if (asked.question.earlier_hits >= times) return;
    answer = Answer{};
    answer.status = status;
}

void after(const Asked& asked, Answer& answer) {
    int times = 0;
    std::string path;
    asked.words >> times >> path;
    if (asked.question.earlier_hits >= times) answer = asked.site.file_answer(path);
}

void drip(const Asked& asked, Answer& answer) {
    int milliseconds = 0;
    asked.words >> answer.drop_size >> milliseconds;
    answer.pause = std::chrono::milliseconds(milliseconds);
}

void reset(const Asked& asked, Answer& answer) {
    asked.words >> answer.cut.emplace();
    answer.resets = true;
}

void raw(const Asked& asked, Answer& answer) {
    std::getline(asked.words, answer.raw);
    answer.raw = with_replaced(with_replaced(answer.raw, "\\r", "\r"), "\\n", "\n");
}

void demand(const Asked& asked, Answer& answer) {
    std::string text;
    asked.words >> text;
    if (asked.question.body.find(text) != std::string::npos) return;
    answer = Answer{};
    answer.status = 403;
}

void unless(const Asked& asked, Answer& answer) {
    std::string cookie, path;
    asked.words >> cookie >> path;
    const std::size_t cookies = asked.question.head.find("\r\nCookie:");
    if (cookies == std::string::npos || asked.question.head.find(cookie, cookies) == std::string::npos)
        answer = asked.site.file_answer(path);
}

void ban(const Asked& asked, Answer& answer) {
    int times = 0, status = 403;
    asked.words >> times >> status;
    if (asked.question.earlier_requests < times) return;
    answer = Answer{};
    answer.status = status;
}

void send_signal(const Asked& asked, Answer& answer) {
    asked.words >> answer.signal;
    answer.silent = true;
}

struct Deed {
    std::string_view directive;
    void (*act)(const Asked&, Answer&);
};

constexpr std::array deeds{
    Deed{"redirect", redirect},
    Deed{"status", [](const Asked& asked, Answer& answer) { asked.words >> answer.status; }},
    Deed{"header", header},
    Deed{"file", file},
    Deed{"landscape", [](const Asked& asked, Answer& answer) { paint(asked, answer, landscape); }},
    Deed{"noise", [](const Asked& asked, Answer& answer) { paint(asked, answer, noise); }},
    Deed{"repeat", repeat},
    Deed{"fail", fail},
    Deed{"after", after},
    Deed{"cut", [](const Asked& asked, Answer& answer) { asked.words >> answer.cut.emplace(); }},
    Deed{"drip", drip},
    Deed{"hang", [](const Asked&, Answer& answer) { answer.silent = true; }},
    Deed{"close", [](const Asked&, Answer& answer) { answer.closes_at_once = true; }},
    Deed{"gzip", [](const Asked&, Answer& answer) { answer.gzip = true; }},
    Deed{"reset", reset},
    Deed{"raw", raw},
    Deed{"demand", demand},
    Deed{"unless", unless},
    Deed{"ban", ban},
    Deed{"signal", send_signal},
};

void obey(std::string_view directive, const Asked& asked, Answer& answer) {
    for (const Deed& deed : deeds)
        if (deed.directive == directive) return deed.act(asked, answer);
    answer.status = 500;
    answer.body = "unknown directive " + std::string(directive);
}

}  // namespace

bool Answer::has_header(std::string_view name) const {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
}

void Answer::set_header(const std::string& name, const std::string& value) {
    std::erase_if(headers, [&](const auto& header) { return header.first == name; });
    headers.emplace_back(name, value);
}

Site::Site(const fs::path& folder, std::string base) : files_(folder / "site"), base_(std::move(base)) {
    std::istringstream lines(file_text(folder / "routes"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string path;
        Directive directive;
        if (!(words >> path) || path.front() == '#' || !(words >> directive.name)) continue;
        std::getline(words >> std::ws, directive.arguments);
        routes_[with_replaced(path, "{base}", base_)].push_back(std::move(directive));
    }
}

Answer Site::answer_to(const Question& question) const {
    const std::size_t mark = std::min(question.target.find('?'), question.target.size());
    Answer answer = file_answer(question.target.substr(0, mark));
    const std::vector<Directive>* directives = directives_for(question.target);
    if (directives != nullptr && answer.status == 404) {  // a route of its own, without a file
        answer = Answer{};
        answer.set_header("Content-Type", "text/html; charset=utf-8");
    }
    for (const std::vector<Directive>* some : {directives, directives_for("*")})
        if (some != nullptr) obey_all(*some, question, answer);
    if (mark < question.target.size())
        answer.body = with_replaced(std::move(answer.body), "{query}", question.target.substr(mark + 1));
    return answer;
}

void Site::obey_all(const std::vector<Directive>& directives, const Question& question, Answer& answer) const {
    for (const Directive& directive : directives) {
        std::istringstream words(directive.arguments);
        obey(directive.name, {*this, question, words}, answer);
    }
}

const std::vector<Site::Directive>* Site::directives_for(const std::string& target) const {
    auto route = routes_.find(target);
    if (route == routes_.end()) route = routes_.find(target.substr(0, target.find('?')));
    return route == routes_.end() ? nullptr : &route->second;
}

Answer Site::file_answer(const std::string& path) const {
    fs::path file = files_ / fs::path(percent_decoded(path)).relative_path().lexically_normal();
    if (fs::is_directory(file)) file /= "index.html";
    Answer answer;
    if (!fs::is_regular_file(file)) {
        answer.status = 404;
        file = files_ / "404.html";
    }
    const std::string type = media_type_of(file);
    answer.body = file_text(file);
    if (!type.starts_with("image/")) answer.body = with_replaced(std::move(answer.body), "{base}", base_);
    answer.set_header("Content-Type", type);
    return answer;
}

std::vector<std::string> Site::routes() const {
    std::vector<std::string> all;
    for (const auto& [path, directives] : routes_) all.push_back(path);
    return all;
}

std::string file_text(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
    if (from.empty()) return text;
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace blogbind::testing
