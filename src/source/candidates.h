// Posts that may belong to a series, with all that speaks for each.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/entry.h"
#include "series/evidence.h"

namespace blogbind {

struct Candidate {
    Url url;
    std::string title;   ///< what links or lists call it
    std::string reason;  ///< of the strongest evidence
    std::map<series::EvidenceKind, int> weights;

    [[nodiscard]] int sum() const;
    [[nodiscard]] bool has(series::EvidenceKind kind) const { return weights.contains(kind); }
    /// Something surer than mere neighbourhood speaks for it.
    [[nodiscard]] bool is_strong() const;
    [[nodiscard]] bool is_pointed_to() const;
};

class Candidates {
  public:
    /// `source`: who says so, for the reason: "Part A", "the post “…”".
    void add(const series::Evidence& evidence, const std::string& source);
    void add(const Url& url, const std::string& title, series::EvidenceKind kind, int weight,
             const std::string& reason);
    /// Never to be proposed again.
    void settle(const Url& url) { settled_.insert(same_page_key(url)); }
    [[nodiscard]] bool is_settled(const Url& url) const { return settled_.contains(same_page_key(url)); }
    /// Those that are worth a look, in the order in which they were named; each is given out once.
    std::vector<Candidate> take_strong();
    /// What is left: neighbours by date.
    std::vector<Candidate> take_neighbours();

  private:
    template <class Test>
    std::vector<Candidate> take(Test test);
    std::vector<Candidate> all_;
    std::set<std::string> settled_;
};

}  // namespace blogbind
