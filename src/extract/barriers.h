// Pages that stand in a post's place: asking for a password, for consent, for a proof of being human, or saying that
// there is nothing.
#pragma once

#include <string_view>

#include "extract/prose.h"
#include "markup/body.h"

namespace blogbind::extract {

enum class Barrier { none, password, login, consent, bot_check, missing };
/// REQUIRES: `document` is a whole page, `prose` what stands in it. page_reading.h keeps the answer.
Barrier barrier_in(const markup::Element& document, const ProseMap& prose);

/// What such a page does, to follow its name in a sentence: "asks for a login". REQUIRES: barrier is not none.
std::string_view description(Barrier barrier);

/// Whether the page shows only the beginning of its post and keeps the rest for subscribers, as Substack and Ghost do.
bool ends_at_paywall(const markup::Element& document);

}  // namespace blogbind::extract
