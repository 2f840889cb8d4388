// A post made fit for a book: the passes in their order (passes.cpp says why each stands where it does).
#pragma once

#include "base/phrases.h"
#include "base/report.h"
#include "model/post.h"

namespace blogbind::normalise {

/// What becomes of a pull quote whose words stand in the text as well.
enum class RepeatedQuotes {
    drop,  ///< its words stand in the text; the report says so
    keep,  ///< for the eye only: it is hidden from voices, which read the words in their place
};

/// Cannot fail; what is lost goes to the report. Afterwards body and comment bodies hold only what an XHTML content
/// document of the book may hold (epub-output §2): allowed elements, no attributes but href, src, alt, id, class of
/// ours, lang, dir, role, epub:type, datetime, colspan, rowspan, scope, aria-*; absolute addresses; headings from
/// level 2 without gaps; unique ids; notes as aside at the end; pictures as figure > p.frame > img with `src` the key
/// of post.images. Idempotent.
void normalise(Post& post, const Phrases& phrases, Report& report,
               RepeatedQuotes repeated_quotes = RepeatedQuotes::drop);

}  // namespace blogbind::normalise
