// What a web archive keeps of an address: RFC 7089's word for it.
#pragma once

#include <chrono>

#include "net/url.h"

namespace blogbind {

struct Memento {
    Url url;                          ///< of the copy, at the web archive
    std::chrono::sys_seconds time{};  ///< when the copy was made
};

}  // namespace blogbind
