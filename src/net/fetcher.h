// The one way to the outside. Whoever needs a page or a picture asks a Fetcher; below it stands a
// Transport with manners and an archive, and tests put their own in its place.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

/// Whether a web archive may answer in the stead of a site that no longer does.
enum class Rescue {
    unwanted,  ///< it is not known that there ever was anything
    if_gone,   ///< after the site itself was asked
    at_once,   ///< the site has been asked already
};

struct Request {
    Url url;
    std::optional<Url> referrer{};                ///< sent as Referer: some hosts want the post's address for pictures
    std::string accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    std::string form{};                           ///< sent by POST, "a=1&b=2"; its answer is not followed elsewhere
    std::size_t body_limit = 20U << 20;         ///< decoded bytes; more is an Error of kind refused
    Rescue rescue = Rescue::unwanted;
    std::optional<std::chrono::sys_seconds> written{};  ///< when it was: of a web archive's copies the nearest is taken
};

struct Response {
    Url url;                                    ///< after redirects
    std::vector<Url> redirects{};                 ///< the addresses asked before `url`, in order
    int status = 0;                             ///< of the last answer; 304 never gets here
    std::vector<std::pair<std::string, std::string>> headers{};  ///< of the last answer, names in lower case
    std::string body{};                           ///< decoded from its content encoding
    std::optional<std::chrono::sys_seconds> retrieved{};  ///< when it was sent; nothing if not known reproducibly
    std::string record{};                         ///< of the archive: "urn:uuid:…"; empty if it is in none
    std::optional<Memento> memento{};             ///< a web archive answered; the addresses above are the original ones

    /// The value of a header, white space trimmed; empty if it was not sent.
    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
    /// "text/html", lower case, without parameters; empty if none was declared.
    [[nodiscard]] std::string media_type() const;
    /// The declared charset label, as sent; empty if none.
    [[nodiscard]] std::string charset() const;
};

class Fetcher {
  public:
    virtual ~Fetcher() = default;
    /// Blocks until the answer is there. Any HTTP status is a Response; an Error means that there is none.
    /// Safe to call from several threads.
    virtual Result<Response> fetch(const Request& request) = 0;
};

/// Like fetch, but a status outside 200–299 is an Error too: 404 and 410 are not_found, 401 and 403 refused, others
/// unreachable. Message: "https://… answered 404".
Result<Response> fetch_ok(Fetcher& fetcher, const Request& request);
/// The same for what has been fetched.
Result<Response> expect_ok(const Request& request, Result<Response> response);
/// True if the address is dead: 404, 410, no such host, or nobody who answers. A server that refuses or fails is alive.
bool is_gone(const Result<Response>& response);

}  // namespace blogbind
