// The answers of an archive, found by address and by what they brought. A blog has several for each post: they are held
// in little memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind {

/// One answer of the archive, as its index knows it.
struct Capture {
    std::uint64_t offset = 0;  ///< of its record
    std::uint64_t length = 0;
    std::uint64_t base_offset = 0;     ///< of the record that first brought the same from the same address
    std::uint64_t payload_offset = 0;  ///< of the record that holds the payload, perhaps another address's
    std::chrono::sys_seconds time{};   ///< when it was asked
    int status = 0;
    bool is_revisit = false;       ///< the payload is another record's
    bool is_unmodified = false;    ///< a 304: the answer is the payload's, confirmed
    std::string payload_digest{};  ///< "sha256:…" or what another crawler wrote; empty if none
    std::string media_type{};
    std::string url{};
};

/// What a record, or a line of an index, tells of itself.
struct CaptureFacts {
    std::uint64_t offset = 0, length = 0;
    std::chrono::sys_seconds time{};
    int status = 0;
    bool is_revisit = false;
    std::string_view payload_digest{}, media_type{}, url{};
};

/// Texts that stay where they are, one behind the other.
class TextStore {
  public:
    [[nodiscard]] std::string_view kept(std::string_view text);

  private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t left_ = 0;  ///< of the last block, at its end
    char* end_ = nullptr;
};

/// Numbers of rows by a text that each row has: a hash table of four bytes a place.
class RowTable {
  public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    /// The row with that text; `none` if there is none. `text_of(row)`: a row's text.
    template <class TextOf>
    [[nodiscard]] std::uint32_t row(std::string_view text, const TextOf& text_of) const {
        return places_[place(text, text_of)];
    }
    /// From now on the row with that text is this one.
    template <class TextOf>
    void set(std::string_view text, std::uint32_t row, const TextOf& text_of) {
        if (3 * (used_ + 1) > 2 * places_.size()) grow(text_of);
        std::uint32_t& known = places_[place(text, text_of)];
        if (known == none) ++used_;
        known = row;
    }

  private:
    template <class TextOf>
    [[nodiscard]] std::size_t place(std::string_view text, const TextOf& text_of) const {
        const std::size_t last = places_.size() - 1;
        std::size_t at = std::hash<std::string_view>()(text) & last;
        while (places_[at] != none && text_of(places_[at]) != text) at = (at + 1) & last;
        return at;
    }
    template <class TextOf>
    void grow(const TextOf& text_of) {
        std::vector<std::uint32_t> smaller(2 * places_.size(), none);
        smaller.swap(places_);
        for (const std::uint32_t row : smaller)
            if (row != none) places_[place(text_of(row), text_of)] = row;
    }

    std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(4, none);  // their number is a power of two
    std::size_t used_ = 0;
};

class Captures {
  public:
    /// It is among the others after settle().
    void add(const CaptureFacts& facts);
    /// Puts what was added in the order of the offsets behind what is there, and finds what revisits refer to: what
    /// stands before them, or else, since crawlers work on several pages at once, behind. Those that refer to nothing
    /// are dropped; tells how many.
    std::size_t settle();

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] Capture operator[](std::size_t number) const { return capture(rows_[number]); }

    /// The newest exchange with an address, whatever came of it.
    [[nodiscard]] std::optional<Capture> newest(std::string_view url) const;
    /// The newest with status 200, or that says that such a one still holds.
    [[nodiscard]] std::optional<Capture> newest_whole(std::string_view url) const;
    /// What an address has brought before and now brings again; nothing if it is something new.
    [[nodiscard]] std::optional<Capture> confirmed(std::string_view url, int status, std::string_view digest) const;
    /// The first that holds such a payload itself.
    [[nodiscard]] std::optional<Capture> holder(std::string_view digest) const;
    /// The earliest page.
    [[nodiscard]] std::optional<Capture> first_page() const;

  private:
    using Number = std::uint32_t;
    struct Row {
        std::uint64_t offset = 0, length = 0;
        std::chrono::sys_seconds time{};
        std::string_view url;     // these three are kept in texts_ and types_
        std::string_view digest;  // packed
        const std::string* media_type = nullptr;
        Number base = 0, payload = 0;          // rows whose records hold it
        Number newest_whole = RowTable::none;  // of this address so far
        std::uint16_t status = 0;
        bool is_revisit = false, is_unmodified = false;
    };
    [[nodiscard]] Capture capture(const Row& row) const;
    [[nodiscard]] std::optional<Capture> at(Number row) const;
    [[nodiscard]] Number newest_row(std::string_view url) const;
    [[nodiscard]] Number newest_whole_row(std::string_view url) const;
    [[nodiscard]] Number confirmed_row(std::string_view url, int status, std::string_view packed) const;
    [[nodiscard]] Number holder_row(std::string_view packed) const;
    [[nodiscard]] std::string_view kept_url(std::string_view url);
    [[nodiscard]] std::string_view kept_digest(std::string_view digest);
    bool resolve(Row& revisit) const;
    bool take(Row row);

    std::deque<Row> rows_;
    std::vector<Row> added_;
    TextStore texts_;
    std::set<std::string, std::less<>> types_;
    RowTable by_url_;     // the newest of each address
    RowTable by_digest_;  // the first of each payload that holds it itself
};

}  // namespace blogbind
