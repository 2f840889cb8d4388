// What the Wayback Machine is asked and what it answers, as addresses and text. By its own documentation:
// https://archive.org/help/wayback_api.php and, for the index, the "Wayback CDX Server API".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/url.h"

namespace blogbind::wayback {

/// One copy of an address. A timestamp has 14 digits: "20190503120000".
struct Copy {
    std::string timestamp;
    Url original;
    std::string media_type{};  ///< as the index has it; empty if that is not known
};

enum class Rendering {
    as_stored,   ///< the bytes as they were archived
    for_people,  ///< with the archive's toolbar, and links that stay within it
};
/// Where a copy, or the one that is nearest to the timestamp, can be had.
std::optional<Url> copy_address(const Url& server, std::string_view timestamp, const Url& original,
                                Rendering rendering);
/// Reads such an address back; nothing for any other.
std::optional<Copy> copy_at(const Url& address);
/// Asks for the newest copy.
std::optional<Url> availability_address(const Url& server, const Url& original);
/// Asks for a list of copies that were whole answers: all, or the newest few.
enum class Listing { all, newest };
std::optional<Url> index_address(const Url& server, const Url& original, Listing listing);

/// The copy of `original` that an answer about availability names. What comes from outside may be anything: copies of
/// other addresses are passed over.
std::optional<Copy> available_copy(std::string_view json, const Url& original);
/// The copies of `original` that the index lists, whole answers only, in its order. Nothing from what is no list.
std::vector<Copy> listed_copies(std::string_view json, const Url& original);
/// The nearest to `time` first; without one the newest.
void sort_by_nearness(std::vector<Copy>& copies, std::optional<std::chrono::sys_seconds> time);

/// Whether a public archive can have been there: not for what is on this computer or in this network, or needs a login.
bool can_be_archived(const Url& url);

/// A page as it was before a web archive wrote its toolbar and its links into it.
std::string without_toolbar(std::string html);

}  // namespace blogbind::wayback
