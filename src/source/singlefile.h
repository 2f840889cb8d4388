// Pictures that SingleFile keeps in style sheets, so that one that a page shows twice is there once.
#pragma once

#include "markup/body.h"

namespace blogbind {

/// Puts the picture of `background-image: var(--sf-img-3)` into the img that bears it.
void use_styled_pictures(markup::Body& document);

}  // namespace blogbind
