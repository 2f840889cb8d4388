// How a step that has no output says so.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace blogbind {

/// What kind of failure it was, for those who decide what happens next (retry, skip, which exit code).
enum class ErrorKind {
    usage,        ///< the user asked for something impossible; exit code 2
    not_found,    ///< there is nothing under that name: no such file, host, 404, 410
    unreachable,  ///< the network or the server failed: time-out, refused, 5xx, redirect loop
    refused,      ///< a rule forbids it: private address, robots.txt, a limit on size
    unreadable,   ///< it is there, but it is not what it should be
    unwritable,   ///< the output cannot be written
    interrupted,  ///< the user stopped the program
};

/// `message` is one sentence without a full stop: what, where, what was wrong.
struct Error {
    ErrorKind kind = ErrorKind::unreadable;
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
    return tl::make_unexpected(Error{kind, std::move(message)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::make_unexpected(std::move(error)); }

}  // namespace blogbind
