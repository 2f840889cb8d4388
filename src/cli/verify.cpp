// `verify`: what the checks of a book came to.
#include <fmt/format.h>

#include <cstdio>

#include "archive/verify.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/remake.h"
#include "source/entry_digests.h"

namespace blogbind::cli {
namespace {

using archive::Check;
using archive::Finding;
using archive::Outcome;
using archive::Verdict;
using archive::Verification;

std::string label(Check check) {
    std::string text(archive::check_name(check));
    if (const std::size_t gap = text.find('_'); gap != std::string::npos) text[gap] = ' ';
    return text;
}

std::string told(const Finding& finding) {
    return finding.where.empty() ? finding.message : fmt::format("{}: {}", finding.where, finding.message);
}

std::string check_text(const Verification& verification, Check check) {
    const Outcome& outcome = verification.outcome(check);
    constexpr std::string_view words[] = {"ok", "not ok", "not checked"};
    const std::string_view word = words[static_cast<std::size_t>(outcome.verdict)];
    const bool has_note = outcome.verdict != Verdict::faulty && !outcome.note.empty();
    std::string text = fmt::format("{:<12} {}{}\n", label(check), word, has_note ? ": " + outcome.note : "");
    for (const Finding& finding : verification.findings())
        if (finding.check == check) text += fmt::format("  {}\n", told(finding));
    if (outcome.unnamed > 0) text += fmt::format("  … and {} more\n", outcome.unnamed);
    return text;
}

/// The comparison with a web archive is told only if it was asked for.
bool is_told(const Verification& verification, Check check) {
    return check != Check::archive || verification.outcome(check).verdict != Verdict::unknown;
}

std::string verification_text(const Verification& verification, const std::string& book) {
    std::string text = fmt::format("{} is {}\n", book, verification.is_whole() ? "whole" : "not whole");
    for (const Check check : archive::all_checks)
        if (is_told(verification, check)) text += check_text(verification, check);
    return text;
}

Json verdict_json(Verdict verdict) { return verdict == Verdict::unknown ? Json() : Json(verdict == Verdict::sound); }

Json verification_json(const Verification& verification, const std::string& book) {
    Json::Object members{{"book", book}, {"ok", verification.is_whole()}};
    for (const Check check : archive::all_checks)
        if (is_told(verification, check))
            members.emplace_back(archive::check_name(check), verdict_json(verification.outcome(check).verdict));
    Json::Array issues;
    for (const Finding& finding : verification.findings())
        issues.push_back(Json::Object{{"check", archive::check_name(finding.check)},
                                      {"where", finding.where.empty() ? Json() : Json(finding.where)},
                                      {"message", finding.message}});
    members.emplace_back("issues", std::move(issues));
    return members;
}

/// What a comparison of digests cannot show: that the chapters' texts are those of the archived pages.
void prove_texts(const std::string& book, const Options& options, Verification& verification) {
    const auto remade = remade_chapters(book, options);
    std::string note = verification.outcome(Check::archive).note;
    if (!remade) return verification.made(Check::archive, note + "; not made again: " + remade.error().message);
    for (const auto& [file, title] : remade->differing)
        verification.add(Check::archive, file,
                         fmt::format("the chapter “{}” is not what its archived page gives", title));
    note += ", and gives the same texts once more";
    if (remade->unlisted > 0) note += fmt::format(", but for {} that its lists no longer name", remade->unlisted);
    verification.made(Check::archive, note);
}

}  // namespace

int verify(const Options& options, Terminal& terminal) {
    int code = success;
    for (const std::string& book : options.sources) {
        Result<Verification> verification = archive::verify(book, {options.against, entry_digests});
        if (!verification) terminal.error(verification.error().message);
        if (verification && verification->outcome(Check::archive).verdict == Verdict::sound)
            prove_texts(book, options, *verification);
        if (verification)
            fmt::print("{}", options.json ? json_text(verification_json(*verification, book))
                                          : verification_text(*verification, book));
        if (!verification || !verification->is_whole()) code = no_book;
    }
    return code;
}

}  // namespace blogbind::cli
