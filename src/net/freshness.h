// Whether an answer that is kept may be given again without a word to its server: RFC 9111, as for the cache of one
// user. Nothing is guessed: where the server has not said how long an answer holds, it is asked.
#pragma once

#include <chrono>

#include "net/transport.h"

namespace blogbind {

/// `asked`: when the answer was asked for, or last confirmed. False also for what depends on more than its address.
bool is_fresh(const Answer& answer, std::chrono::sys_seconds asked, std::chrono::sys_seconds now);

}  // namespace blogbind
