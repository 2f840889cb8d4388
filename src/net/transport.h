// One exchange with a server, as it goes over the wire: below redirects and decoding, above the socket. Manners and
// the archive are decorators of this, so that each step of a redirect is paced, judged and kept by itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "net/url.h"

namespace blogbind {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;  ///< in the order sent, values trimmed

struct Ask {
    Url url;                        ///< http or https, without fragment
    HeaderFields headers{};           ///< Accept, Referer, conditions; the transport adds what is the same for all
    std::string form{};             ///< sent by POST, as browsers send forms; empty: GET. May be secret: never kept
    std::size_t body_limit = 0;     ///< bytes of the body as sent; more is an Error of kind refused
    bool may_know_secrets = false;  ///< the user's own headers and password may be sent along
    std::chrono::milliseconds crawl_delay{0};  ///< what the host wants between two requests …
    std::string lane{};                        ///< … of the same lane, where it has several paces
};

inline constexpr int not_modified = 304;  ///< RFC 9110 #status.304: what was asked for conditionally still holds

struct Answer {
    Url url;
    int status = 0;
    HeaderFields headers{};                ///< of the final answer (interim ones are left out), names in lower case
    std::string body{};                    ///< as sent, content encoding and all; only transfer codings are undone
    std::chrono::sys_seconds time{};     ///< when it was asked
    std::string request{};                 ///< the request's head as sent, secrets left out; empty if not known
    std::string protocol = "http/1.1";   ///< or "h2": WARC 1.1's names for WARC-Protocol
    std::string server{};                  ///< the network address that answered; empty if not known
    std::string record{};                  ///< the archive's record, "urn:uuid:…"; empty if there is none
    bool is_archived = false;            ///< it was answered from the archive, the network was not asked

    /// The value of a header, white space trimmed; empty if it was not sent.
    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
};

class Transport {
  public:
    virtual ~Transport() = default;
    /// Blocks until the whole answer is there. Any HTTP status is an Answer; an Error means that there is none, or
    /// that it broke off. Safe to call from several threads.
    virtual Result<Answer> ask(const Ask& ask) = 0;
};

}  // namespace blogbind
