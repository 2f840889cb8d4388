// The parts of an address between parsing and writing, for the files that implement url.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace blogbind {

struct UrlParts {
    std::string scheme;               ///< lower case
    std::string credentials;          ///< "user:password@" or empty
    std::optional<std::string> host;  ///< empty but present for file:///path
    int port = -1;                    ///< -1 for the scheme's own
    std::string path;                 ///< "/a/b", percent-encoded; anything where `opaque`
    bool opaque = false;              ///< no hierarchy: mailto:, data:, javascript:
    std::optional<std::string> query, fragment;
};

/// The schemes that the standard calls special: those of the web, whose "\" counts as "/".
bool is_special_scheme(std::string_view scheme);
/// The port that `scheme` has when none is written; -1 for those that have none.
int default_port(std::string_view scheme);

/// https://url.spec.whatwg.org/#url-parsing, seen from `base` if there is one.
std::optional<UrlParts> parse_url(std::string_view text, const UrlParts* base);
/// https://url.spec.whatwg.org/#host-parsing. Hosts of special schemes are domains or IP addresses.
std::optional<std::string> parse_host(std::string_view text, bool special);

/// ASCII characters that a part of an address cannot hold as they are; controls and non-ASCII never can.
class EncodeSet {
  public:
    constexpr explicit EncodeSet(std::string_view characters) {
        for (const char c : characters) low_or_high(c) |= bit(c);
    }
    [[nodiscard]] constexpr bool holds(char c) const {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte > 0x7e) return true;
        return (bits_[byte / 64] & bit(c)) != 0;
    }

  private:
    static constexpr std::uint64_t bit(char c) { return std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U); }
    constexpr std::uint64_t& low_or_high(char c) { return bits_[static_cast<unsigned char>(c) / 64]; }
    std::array<std::uint64_t, 2> bits_{};
};

/// https://url.spec.whatwg.org/#percent-encoded-bytes
inline constexpr EncodeSet control_set{""};
inline constexpr EncodeSet fragment_set{" \"<>`"};
inline constexpr EncodeSet query_set{" \"#<>"};
inline constexpr EncodeSet special_query_set{" \"#<>'"};
inline constexpr EncodeSet path_set{" \"#<>?^`{}"};
inline constexpr EncodeSet credentials_set{" \"#<>?^`{}/:;=@[\\]|"};

std::string percent_encoded(std::string_view text, const EncodeSet& set);

}  // namespace blogbind
