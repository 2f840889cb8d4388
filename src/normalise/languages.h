// Language tags as the book's documents may carry them.
#pragma once

#include <string>
#include <string_view>

#include "markup/body.h"

namespace blogbind::normalise {

/// language[-Script][-REGION] in its usual spelling; empty for anything else, and for tags that name no language.
std::string well_formed_language(std::string_view tag);

/// "pt" for "pt-BR".
std::string_view primary_language(std::string_view tag);

void set_language(markup::Element& element, std::string_view tag);

/// The language that an element around `node` states; `otherwise` if none does.
std::string language_at(const markup::Node& node, std::string_view otherwise);

}  // namespace blogbind::normalise
