// A folder served over HTTP, and how it misbehaves: a file `routes` with one directive a line, `PATH DIRECTIVE
// ARGUMENTS`; `#` starts a comment.
//
//     /old/          redirect /new/ [301]
//     /gone/         status 410
//     /menu.html     header Content-Type: text/html; charset=iso-8859-1
//     /?p=12         file /night-ferry/            another file's content, here for an address with a query
//     /a.jpg         landscape 1200x800 harbour    a picture painted on the spot
//     /b.jpg         noise 3000x3000 one           a picture that no encoder makes small
//     /big.html      repeat 200000000 <p>Sea.</p>  the file, then this text until there are so many bytes
//     /flaky/        fail 2 503                    the first two requests get this status
//     /cut.jpg       cut 1000                      announces everything, sends this many bytes and closes
//     /slow/         drip 512 20                   sends 512 bytes, waits 20 ms, and so on
//     /stuck/        hang                          never answers
//     /shut/         close                         closes without a word
//     /packed/       gzip                          Content-Encoding: gzip
//     /torn.jpg      reset 1000                    like cut, but the connection is broken off
//     /raw/          raw HTTP/1.1 200 OK\r\n\r\n   exactly these bytes (\r and \n are written so), then it is closed
//     /wp-login.php  demand post_password=sea      403 unless the request's body holds this text
//     /secret/       unless pass=1 /form/          another file's content unless a cookie holds this text
//     /news/         after 1 /later-news/          from the second request on, another file's content
//     *              ban 30 429                    after 30 requests in all, whatever is asked gets this status
//     /c.jpg         signal KILL                   the program under test gets this signal, and never an answer
//
// Several lines for one path act in their order. A path with a query is looked up whole first, then without its query.
// A folder's page is its index.html, a missing page is 404.html if there is one. {base} in text and in PATH is the
// server's address, {query} the query that was asked for.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace blogbind::testing {

struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string repeated;                ///< sent after the body again and again …
    std::size_t length = 0;              ///< … until so many bytes are sent; 0: only the body
    std::optional<std::size_t> cut;      ///< the connection is closed after so many bytes of the body
    std::size_t drop_size = 0;           ///< sent in pieces of this size; 0: at once
    std::chrono::milliseconds pause{0};  ///< between two pieces
    bool gzip = false;
    bool silent = false;  ///< nothing is sent
    bool closes_at_once = false;
    bool resets = false;  ///< the connection is not closed but broken off
    std::string raw;      ///< sent instead of everything else
    std::string signal;   ///< for the program under test

    [[nodiscard]] bool has_header(std::string_view name) const;
    void set_header(const std::string& name, const std::string& value);
};

struct Question {
    std::string target;        ///< a path, perhaps with a query
    int earlier_hits = 0;      ///< of this target
    int earlier_requests = 0;  ///< of all targets
    std::string head, body;
};

class Site {
  public:
    /// `folder` holds `site/` and, if need be, `routes`. `base` is what {base} stands for.
    Site(const std::filesystem::path& folder, std::string base);
    [[nodiscard]] Answer answer_to(const Question& question) const;
    [[nodiscard]] Answer file_answer(const std::string& path) const;
    /// What `routes` speaks of: paths, or whole addresses where a folder stands for several hosts.
    [[nodiscard]] std::vector<std::string> routes() const;
    [[nodiscard]] const std::string& base() const { return base_; }

  private:
    struct Directive {
        std::string name;
        std::string arguments;
    };
    void obey_all(const std::vector<Directive>& directives, const Question& question, Answer& answer) const;
    [[nodiscard]] const std::vector<Directive>* directives_for(const std::string& target) const;

    std::filesystem::path files_;
    std::string base_;
    std::map<std::string, std::vector<Directive>> routes_;
};

/// The whole file; empty if there is none.
std::string file_text(const std::filesystem::path& path);
std::string with_replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace blogbind::testing
