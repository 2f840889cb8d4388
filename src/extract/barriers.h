// Pages that stand in a post's place: asking for a password, for consent, for a proof of being human, or saying that
// there is nothing.
#pragma once

#include <string_view>

#include "markup/body.h"

namespace blogbind::extract {

enum class Barrier { none, password, bot_check, missing };
/// REQUIRES: `document` is a whole page.
Barrier barrier_of(const markup::Element& document);

}  // namespace blogbind::extract
