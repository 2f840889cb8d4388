// One answer while it comes in: what it brings, counted against what it may bring.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "net/transport.h"

namespace blogbind {

enum class Refusal { none, private_address, long_body, long_headers };

struct Exchange {
    std::size_t body_limit = 0;
    bool may_be_private = false;                               ///< the address that the socket leads to
    Refusal refusal = Refusal::none;                           ///< why we ended it
    HeaderFields headers;            ///< of the last answer, names in lower case
    std::size_t header_size = 0;                               ///< of all answers
    std::string body;
    std::string request;             ///< the head that was sent
    std::chrono::sys_seconds time{}; ///< when
    std::array<char, 256> detail{};  ///< the transfer library's words on a failure

    /// False if that is too much; `refusal` then says so.
    bool add_body(std::string_view bytes);
    /// A line as it was sent: status, field, continued field or empty line.
    bool add_header_line(std::string_view line);
};

/// A request's head without its secrets: cookies, passwords and the fields named in `own`, which are the user's.
std::string public_head(std::string_view head, const HeaderFields& own);

/// "20 MB" or "512 bytes".
std::string limit_text(std::size_t bytes);
/// REQUIRES: exchange.refusal is set.
Error refusal_error(const Url& url, const Exchange& exchange);

}  // namespace blogbind
