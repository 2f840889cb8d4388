// The order of the passes. A pass stands where what it needs is still there and what it must not see is gone.
#include "normalise/passes.h"

#include <array>

namespace blogbind::normalise {

namespace {

constexpr std::array table{
    // As long as the source's own elements, classes and data attributes are there:
    NamedPass{"merge_noscript", merge_noscript, Scope::both},          // gives placeholders their real address
    NamedPass{"expand_slideshows", expand_slideshows, Scope::post},    // makes <img> of data, so before images
    NamedPass{"replace_embeds", replace_embeds, Scope::both},          // some live in <script src>, so before dropping
    NamedPass{"drop_dead_elements", drop_dead_elements, Scope::both},  // before anything reads text
    NamedPass{"replace_emoji", replace_emoji, Scope::both},            // else they would be counted as pictures
    NamedPass{"resolve_links", resolve_links, Scope::both},            // linked originals must be absolute for images
    NamedPass{"collect_images", collect_images, Scope::both},          // needs srcset and links, loses both
    NamedPass{"link_images", link_images, Scope::comment},             // comments have no figures
    NamedPass{"make_galleries", make_galleries, Scope::post},          // before single figures take the items
    NamedPass{"make_figures", make_figures, Scope::post},              // after it every <img> stands in a figure
    NamedPass{"collect_notes", collect_notes, Scope::post},            // needs all ids
    NamedPass{"mark_quotations", mark_quotations, Scope::both},        // needs <cite> and class names
    NamedPass{"tidy_code", tidy_code, Scope::both},                    // needs class names
    NamedPass{"keep_languages", keep_languages, Scope::both},          // before blocks inherit them
    NamedPass{"keep_target_ids", keep_target_ids, Scope::both},        // after notes have taken theirs
    // The middle: whatever the blocks were, from here on they are ours.
    NamedPass{"lay_out_blocks", lay_out_blocks, Scope::both},
    NamedPass{"tidy_text", tidy_text, Scope::both},                      // before anything compares or measures text
    NamedPass{"settle_quotations", settle_quotations, Scope::both},      // needs blocks side by side
    NamedPass{"attach_captions", attach_captions, Scope::post},          // likewise; uses hints of the layout
    NamedPass{"drop_repeated_title", drop_repeated_title, Scope::post},  // before headings are counted
    NamedPass{"place_lead_image", place_lead_image, Scope::post},        // what is first is known now
    NamedPass{"promote_bold_lines", promote_bold_lines, Scope::post},    // captions have taken theirs
    NamedPass{"number_headings", number_headings, Scope::post},          // all headings are there
    NamedPass{"embolden_headings", embolden_headings, Scope::comment},
    NamedPass{"judge_descriptions", judge_descriptions, Scope::post},        // compares them with captions
    NamedPass{"mark_scripts", mark_scripts, Scope::both},                    // text is final
    NamedPass{"check_fragments", check_fragments, Scope::both},              // ids are final
    NamedPass{"set_paragraph_classes", set_paragraph_classes, Scope::post},  // neighbours are final
    NamedPass{"set_comment_classes", set_comment_classes, Scope::comment},
    NamedPass{"enforce_dialect", enforce_dialect, Scope::both},  // last: guarantees what the header promises
};

}  // namespace

std::span<const NamedPass> passes() { return table; }

}  // namespace blogbind::normalise
