// The report as JSON and as a sentence.
#include "cli/run_report.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/terminal.h"

namespace blogbind::cli {
namespace {

Json issues_json(const Report& report) {
    Json::Array issues;
    for (const Issue& issue : report.issues())
        issues.push_back(Json::Object{{"code", issue_name(issue.code)},
                                      {"severity", severity_name(issue_severity(issue.code))},
                                      {"where", issue.where},
                                      {"message", issue_message(issue)}});
    return issues;
}

Json files_json(const std::vector<WrittenFile>& files) {
    Json::Array list;
    for (const WrittenFile& file : files) list.push_back(Json::Object{{"path", file.path}, {"bytes", file.size}});
    return list;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

Json run_report_json(const RunReport& run, const Traffic& traffic, const Report& report) {
    Json::Object seconds;
    for (const auto& [stage, time] : run.seconds) seconds.emplace_back(stage, time);
    return Json::Object{
        {"book", run.files.empty() ? std::string() : run.files.front().path},
        {"files", files_json(run.files)},
        {"posts", run.posts},
        {"chapters", run.chapters},
        {"words", run.words},
        {"images", Json::Object{{"found", run.images.found},
                                {"embedded", run.images.embedded},
                                {"missing", run.images.missing},
                                {"rescued", run.images.rescued}}},
        {"comments", Json::Object{{"declared", run.comments_declared}, {"bound", run.comments_bound}}},
        {"requests",
         Json::Object{
             {"sent", traffic.sent}, {"cached", traffic.cached}, {"failed", traffic.failed}, {"bytes", traffic.bytes}}},
        {"seconds", std::move(seconds)},
        {"issues", issues_json(report)}};
}

std::string run_summary(const RunReport& run) {
    std::vector<std::string> files;
    for (const WrittenFile& file : run.files)
        files.push_back(fmt::format("{} ({})", file.path, readable_size(file.size)));
    return fmt::format("{}, {}, {}: {}", counted(run.chapters, "chapter", "chapters"),
                       counted(run.images.embedded, "picture", "pictures"),
                       counted(run.comments_bound, "comment", "comments"), joined(files, ", "));
}

}  // namespace blogbind::cli
