// A content document as Kobo's own reader wants it: it keeps places in a text by numbered sentences and pictures.
#pragma once

#include <string>
#include <string_view>

namespace blogbind::epub {

/// The same XHTML with span.koboSpan around every sentence and picture of the body (ids kobo.PARAGRAPH.SENTENCE, both
/// from 1), its content in #book-columns and #book-inner, and no self-closed tags but those of void elements; the words
/// are the same (epub-output §4). REQUIRES: `document` is well-formed, and none of these ids are in it.
std::string with_kobo_spans(std::string_view document);

}  // namespace blogbind::epub
