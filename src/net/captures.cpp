#include "net/captures.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "net/transport.h"

namespace blogbind {

namespace {

constexpr std::string_view own_digest = "sha256:";
constexpr char packed_mark = '\0';  // no digest that is text begins with it
constexpr int whole_status = 200;
constexpr int most_status = 999;

/// Half as long, if it is one of ours; as it stands, if another crawler wrote it in another way.
std::string packed(std::string_view digest) {
    const std::string_view hex = digest.substr(std::min(own_digest.size(), digest.size()));
    const bool is_ours = digest.starts_with(own_digest) && hex.size() == 2 * Digest().size() &&
                         hex.find_first_not_of("0123456789abcdef") == hex.npos;
    if (!is_ours) return std::string(digest);
    const Digest bytes = digest_in(hex);
    return packed_mark + std::string(bytes.begin(), bytes.end());
}

std::string unpacked(std::string_view digest) {
    if (!digest.starts_with(packed_mark)) return std::string(digest);
    Digest bytes;
    std::ranges::copy(digest.substr(1), bytes.begin());
    return std::string(own_digest) + hex_of(bytes);
}

}  // namespace

void Captures::add(const CaptureFacts& facts) {
    Row& row = added_.emplace_back();
    row.offset = facts.offset;
    row.length = facts.length;
    row.time = facts.time;
    row.status = facts.status > 0 && facts.status <= most_status ? static_cast<std::uint16_t>(facts.status) : 0;
    row.is_revisit = facts.is_revisit;
    row.is_unmodified = facts.is_revisit && facts.status == not_modified;
    row.url = kept_url(facts.url);
    row.digest = kept_digest(facts.payload_digest);
    row.media_type = &*types_.emplace(facts.media_type).first;
}

/// The lines of an index stand in the order of their addresses: often it is that of the line before.
std::string_view Captures::kept_url(std::string_view url) {
    if (added_.size() > 1 && added_[added_.size() - 2].url == url) return added_[added_.size() - 2].url;
    const Number known = newest_row(url);
    return known != RowTable::none ? rows_[known].url : texts_.kept(url);
}

std::string_view Captures::kept_digest(std::string_view digest) {
    const std::string text = packed(digest);
    const Number known = holder_row(text);
    return known != RowTable::none ? rows_[known].digest : texts_.kept(text);
}

std::size_t Captures::settle() {
    std::vector<Row> added = std::exchange(added_, {});
    if (!std::ranges::is_sorted(added, {}, &Row::offset)) std::ranges::stable_sort(added, {}, &Row::offset);
    std::vector<Row> unresolved;
    for (const Row& row : added)
        if (!take(row)) unresolved.push_back(row);
    return static_cast<std::size_t>(std::ranges::count_if(unresolved, [this](const Row& row) { return !take(row); }));
}

/// False if what it refers to is not there.
bool Captures::take(Row row) {
    const auto number = static_cast<Number>(rows_.size());
    row.base = row.payload = number;
    if (row.is_revisit && !resolve(row)) return false;
    row.newest_whole = row.status == whole_status || row.is_unmodified ? number : newest_whole_row(row.url);
    rows_.push_back(row);
    by_url_.set(row.url, number, [this](Number each) { return rows_[each].url; });
    if (!row.is_revisit && !row.digest.empty() && holder_row(row.digest) == RowTable::none)
        by_digest_.set(row.digest, number, [this](Number each) { return rows_[each].digest; });
    return true;
}

bool Captures::resolve(Row& revisit) const {
    if (const Number held = confirmed_row(revisit.url, revisit.status, revisit.digest); held != RowTable::none) {
        const Row& same = rows_[held];
        revisit.base = same.base;
        revisit.payload = same.payload;
        revisit.digest = same.digest;
        revisit.media_type = same.media_type;
        return true;
    }
    const Number holder = holder_row(revisit.digest);
    if (holder == RowTable::none) return false;
    revisit.payload = holder;
    if (revisit.media_type->empty()) revisit.media_type = rows_[holder].media_type;
    return true;
}

Capture Captures::capture(const Row& row) const {
    Capture made{.offset = row.offset,
                 .length = row.length,
                 .base_offset = rows_[row.base].offset,
                 .payload_offset = rows_[row.payload].offset,
                 .time = row.time,
                 .status = row.status,
                 .is_revisit = row.is_revisit,
                 .is_unmodified = row.is_unmodified};
    made.payload_digest = unpacked(row.digest);
    made.media_type = *row.media_type;
    made.url = row.url;
    return made;
}

Captures::Number Captures::newest_row(std::string_view url) const {
    return by_url_.row(url, [this](Number each) { return rows_[each].url; });
}

Captures::Number Captures::newest_whole_row(std::string_view url) const {
    const Number newest = newest_row(url);
    return newest == RowTable::none ? RowTable::none : rows_[newest].newest_whole;
}

Captures::Number Captures::holder_row(std::string_view packed) const {
    return by_digest_.row(packed, [this](Number each) { return rows_[each].digest; });
}

Captures::Number Captures::confirmed_row(std::string_view url, int status, std::string_view packed) const {
    const Number held = newest_whole_row(url);
    if (held == RowTable::none) return RowTable::none;
    return status == not_modified || (status == whole_status && packed == rows_[held].digest) ? held : RowTable::none;
}

std::optional<Capture> Captures::at(Number row) const {
    return row != RowTable::none ? std::optional(capture(rows_[row])) : std::nullopt;
}

std::optional<Capture> Captures::newest(std::string_view url) const { return at(newest_row(url)); }
std::optional<Capture> Captures::newest_whole(std::string_view url) const { return at(newest_whole_row(url)); }
std::optional<Capture> Captures::holder(std::string_view digest) const { return at(holder_row(packed(digest))); }

std::optional<Capture> Captures::confirmed(std::string_view url, int status, std::string_view digest) const {
    return at(confirmed_row(url, status, packed(digest)));
}

std::optional<Capture> Captures::first_page() const {
    const Row* first = nullptr;
    for (const Row& row : rows_) {
        const bool is_page = row.status == whole_status && row.media_type->find("html") != std::string::npos;
        if (is_page && (first == nullptr || row.time < first->time)) first = &row;
    }
    return first != nullptr ? std::optional(capture(*first)) : std::nullopt;
}

}  // namespace blogbind
