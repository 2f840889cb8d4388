#include "archive/verify.h"

#include <algorithm>
#include <utility>

#include "archive/checks.h"
#include "archive/contents.h"

namespace blogbind::archive {

namespace {

constexpr std::size_t most_findings = 100;  // of one check

struct CheckRow {
    Check check;
    std::string_view name;
    void (*run)(const BookContents&, Verification&);
};

/// From the outside inwards: what is told first explains what is told later.
constexpr std::array check_rows{
    CheckRow{Check::container, "container", check_container},
    CheckRow{Check::package, "package", check_package},
    CheckRow{Check::links, "links", check_links},
    CheckRow{Check::media_types, "media_types", check_media_types},
    CheckRow{Check::checksums, "checksums", check_checksums},
    CheckRow{Check::archive, "archive", nullptr},  // only when an archive is named
};

}  // namespace

std::string_view check_name(Check check) { return std::ranges::find(check_rows, check, &CheckRow::check)->name; }

bool Verification::is_whole() const {
    return std::ranges::none_of(outcomes_, [](const Outcome& outcome) { return outcome.verdict == Verdict::faulty; });
}

void Verification::made(Check check, std::string note) {
    Outcome& outcome = outcomes_[static_cast<std::size_t>(check)];
    outcome.note = std::move(note);
    if (outcome.verdict == Verdict::unknown) outcome.verdict = Verdict::sound;
}

void Verification::not_made(Check check, std::string why) {
    outcomes_[static_cast<std::size_t>(check)].note = std::move(why);
}

void Verification::add(Check check, std::string where, std::string message) {
    const auto index = static_cast<std::size_t>(check);
    outcomes_[index].verdict = Verdict::faulty;
    if (counts_[index]++ < most_findings) {
        findings_.push_back({check, std::move(where), std::move(message)});
    } else {
        ++outcomes_[index].unnamed;
    }
}

Result<Verification> verify(const std::filesystem::path& book, const Proof& proof) {
    std::error_code ignored;
    const bool is_file = std::filesystem::exists(book, ignored) && !std::filesystem::is_directory(book, ignored);
    Verification verification;
    const Result<BookContents> contents = read_contents(book);
    if (!contents && !is_file) return fail(contents.error());
    if (!contents) {
        verification.add(Check::container, "", contents.error().message);
        return verification;
    }
    for (const CheckRow& row : check_rows)
        if (row.run != nullptr) row.run(*contents, verification);
    if (proof.archive.empty()) return verification;
    if (const Status compared = check_archive(*contents, proof, verification); !compared) return fail(compared.error());
    return verification;
}

}  // namespace blogbind::archive
