// What elements tell that a rule of the user's points at.
#pragma once

#include <optional>

#include "base/date.h"
#include "extract/metadata.h"
#include "markup/body.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind::extract {

/// Whether the element has what a rule of that kind is about: a title has words, a date can be read.
bool tells(RuleKind kind, const markup::Element& element);

/// Title, date, authors and next post as the rules have it. `base`: where relative addresses begin.
void take_ruled(const RuledParts& ruled, const std::optional<Url>& base, Metadata& metadata);

}  // namespace blogbind::extract
