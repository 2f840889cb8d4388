// WARC records (ISO 28500:2017, WARC 1.1): the form in which web archives keep what was sent and received.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "net/transport.h"

namespace blogbind {

struct WarcRecord {
    HeaderFields fields;       ///< named as written
    std::string block;         ///< its beginning, if only that was wanted
    std::uint64_t offset = 0;  ///< where it begins in its file …
    std::uint64_t length = 0;  ///< … and how long it is there, packed or not

    /// A field's value; empty if there is none. `name` is compared without regard to case.
    [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// What stands for a payload that an archive holds already.
struct WarcReference {
    std::string record;  ///< "urn:uuid:…"
    std::string url;
    std::chrono::sys_seconds time{};
};

/// A finished record, one gzip member each. Record identifiers are made from what the record says and from its place in
/// the archive, so that the same exchange gives the same bytes, and twice in one second gives two records. Secrets do not get here: Answer::request is without them, and the cookies that a
/// server sets are left out, since archives are shown to others.
struct WarcExchange {
    std::string record;          ///< the identifier of the response or revisit record
    std::string payload_digest;  ///< "sha256:…"
    std::string bytes;           ///< response (or revisit) and request, to be appended as one
    std::size_t size = 0;        ///< of the first of the two
};

std::string warc_info(std::string_view software, std::chrono::sys_seconds time);
/// A mark between two runs: a metadata record.
std::string warc_mark(std::string_view text, std::chrono::sys_seconds time, std::uint64_t place);
WarcExchange warc_response(const Answer& answer, std::uint64_t place = 0);
/// The same without the payload: a 304, or the bytes that `original` holds already.
WarcExchange warc_revisit(const Answer& answer, const WarcReference& original, std::string_view payload_digest,
                          std::uint64_t place = 0);

/// "sha256:" and the digest of an answer's body as sent.
std::string warc_digest(std::string_view payload);
/// The HTTP message in a response's or revisit's block, chunks put together if another crawler left them in; status,
/// headers, body, address and time are set. Error unreadable: it is none.
Result<Answer> warc_answer(WarcRecord record);

}  // namespace blogbind
