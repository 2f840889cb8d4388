// What is said of a transfer that libcurl could not bring to its end.
#pragma once

#include <string_view>

#include "net/exchange.h"

namespace blogbind {

/// `code` is a CURLcode other than CURLE_OK; `words`: what libcurl calls it, said where neither we nor the exchange
/// know better.
Error transfer_error(int code, std::string_view words, const Url& url, const Exchange& exchange);

}  // namespace blogbind
