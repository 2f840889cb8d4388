// The elements of web pages, sorted by what becomes of them in a book.
#pragma once

#include <string_view>

#include "markup/body.h"

namespace blogbind::normalise {

enum class Role {
    phrase,   ///< stays, within a line: em, a, sub
    neutral,  ///< within a line, means nothing: font, span without attributes
    line_break,
    picture,
    container,  ///< a block that means nothing by itself: div, center, section
    paragraph,
    heading,
    list,
    item,  ///< li, wherever it stands
    definitions,
    table,
    quotation,
    preformatted,
    rule,
    insert,  ///< a block that is finished and stands between paragraphs: figure, box
    details,
    dropped,
};

Role role_of(const markup::Element& element);

/// The name that a phrase has in the book: "s" for strike, "b" for a bold span; empty if it means nothing there.
std::string_view phrase_name(const markup::Element& element);

/// Whether a style or an attribute centres the element's lines.
bool is_centred(const markup::Element& element);

/// Elements that a content document of the book may hold (epub-output §2.1).
bool is_allowed(std::string_view element);

}  // namespace blogbind::normalise
