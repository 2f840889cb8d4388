// Is a book whole, valid, and still what was bound? It is read, never changed, whoever made it.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blogbind::archive {

enum class Check { container, package, links, media_types, checksums, archive };
inline constexpr std::array all_checks{Check::container,   Check::package,   Check::links,
                                       Check::media_types, Check::checksums, Check::archive};
/// As it is spelt in JSON: "media_types".
std::string_view check_name(Check check);

enum class Verdict {
    sound,
    faulty,
    unknown,  ///< was not, or could not be looked at
};

struct Finding {
    Check check;
    std::string where;    ///< a file of the book; empty for the book as a whole
    std::string message;  ///< what is wrong, without `where` and full stop
};

/// What one check came to.
struct Outcome {
    Verdict verdict = Verdict::unknown;
    std::string note;         ///< "27 files", or why it is unknown
    std::size_t unnamed = 0;  ///< what was found beyond the findings: a broken book has no end of them
};

class Verification {
  public:
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] const Outcome& outcome(Check check) const { return outcomes_[static_cast<std::size_t>(check)]; }
    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

    /// The check was made; without findings it is sound.
    void made(Check check, std::string note);
    void not_made(Check check, std::string why);
    void add(Check check, std::string where, std::string message);

  private:
    std::array<Outcome, all_checks.size()> outcomes_;
    std::array<std::size_t, all_checks.size()> counts_{};
    std::vector<Finding> findings_;
};

/// The digests of the single posts that an answer tells of: a feed's entries, the posts of an API's list.
using PostDigests = std::function<std::vector<std::string>(std::string_view media_type, std::string_view body)>;

/// A WARC file that must hold what the chapters were made of.
struct Proof {
    std::filesystem::path archive;  ///< empty: none is asked
    PostDigests posts_in;           ///< may be empty: then only whole pages count
};

/// Errors, of the book or of the archive: not_found; unreadable for a folder or for no WARC file. What is no book is a
/// finding.
Result<Verification> verify(const std::filesystem::path& book, const Proof& proof = {});

}  // namespace blogbind::archive
