// The parts of one series that are known so far, and what makes another post one of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/entry.h"
#include "net/url.h"
#include "series/part_tokens.h"
#include "source/candidates.h"
#include "source/post_facts.h"

namespace blogbind {

struct Member {
    PostFacts facts;
    Entry entry;
};

class SeriesMembers {
  public:
    explicit SeriesMembers(series::TitleParts title) : title_(std::move(title)) {}

    /// The index tells whose series it is and what its parts are called, but is no part.
    void set_index(const PostFacts& index);
    void add(Member member);
    [[nodiscard]] std::vector<Member> take();

    [[nodiscard]] const std::vector<Member>& all() const { return all_; }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] bool is_numbered() const { return title_.part.has_value(); }
    [[nodiscard]] bool has_index() const { return index_title_.has_value(); }
    /// What a table of contents lists is all: no post leads to others.
    [[nodiscard]] bool are_all_listed() const { return are_all_listed_; }
    [[nodiscard]] bool has(const PostFacts& facts) const { return has(facts.address); }

    /// Places of parts that are not there.
    [[nodiscard]] std::vector<int> gaps() const;
    /// Another look elsewhere would find nothing more.
    [[nodiscard]] bool is_complete() const { return size() > 1 && gaps().empty(); }

    /// Its own title says that it is a part of something else.
    [[nodiscard]] bool rules_out(const Candidate& candidate) const;
    /// The post that `candidate` turned out to be is a part.
    [[nodiscard]] bool accepts(const Candidate& candidate, const PostFacts& facts) const;
    enum class Likeness {
        same,    ///< the very name of the series
        similar  ///< most of its words, and a place that no part has
    };
    /// A post with that title, found in an archive, is likely a part.
    [[nodiscard]] bool resembles(const series::TitleParts& title, Likeness likeness) const;

    /// What the series is called; of a single post its title.
    [[nodiscard]] std::string name() const;
    /// "Part C": what the part at that place would be called.
    [[nodiscard]] std::string part_label(int place) const;
    /// "Kestrel Coast – Part C".
    [[nodiscard]] std::string part_title(int place) const;
    /// The category that is named like the series; else nothing.
    [[nodiscard]] std::optional<Url> category() const;

  private:
    /// One post, "Lunch at Pier 39", that speaks of no other part.
    [[nodiscard]] bool is_no_series() const;

    [[nodiscard]] bool has(const Url& address) const;
    [[nodiscard]] bool is_pointed_to_by(const PostFacts& facts) const;

    series::TitleParts title_;
    std::optional<PostFacts> author_;  ///< whose posts they are
    std::optional<std::string> index_title_;
    bool are_all_listed_ = false;
    std::vector<Member> all_;
};

}  // namespace blogbind
