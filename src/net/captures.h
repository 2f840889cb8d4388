// The answers of an archive, found by address and by what they brought. A blog has several for each post: they are held
// in little memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_store.h"

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
