// The steps that make a body fit for a book, and what each of them may look at.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/phrases.h"
#include "base/report.h"
#include "markup/body.h"
#include "model/post.h"
#include "net/url.h"
#include "normalise/normalise.h"

namespace blogbind::normalise {

enum class Scope { post, comment, both };

/// One body on its way through the passes.
struct Task {
    markup::Body& body;
    Post& post;   ///< whose body or comment it is
    Scope scope;  ///< post or comment
    const Phrases& phrases;
    Report& report;
    RepeatedQuotes repeated_quotes = RepeatedQuotes::drop;

    [[nodiscard]] markup::Element& root() const { return body.root(); }
    [[nodiscard]] bool is_comment() const { return scope == Scope::comment; }
    /// The absolute address that `reference` stands for; nothing if it has none.
    [[nodiscard]] std::optional<Url> resolve(std::string_view reference) const;
    void note(IssueCode code, std::string_view detail) const;
};

using Pass = void (*)(Task&);
struct NamedPass {
    std::string_view name;
    Pass run;
    Scope scope;
};
/// In the order in which they run; passes.cpp says why.
std::span<const NamedPass> passes();

void merge_noscript(Task& task);
void expand_slideshows(Task& task);
void replace_embeds(Task& task);
void drop_dead_elements(Task& task);
void replace_emoji(Task& task);
void resolve_links(Task& task);
void collect_images(Task& task);
void link_images(Task& task);
void make_galleries(Task& task);
void make_figures(Task& task);
void collect_notes(Task& task);
void mark_quotations(Task& task);
void tidy_code(Task& task);
void keep_languages(Task& task);
void keep_target_ids(Task& task);
void lay_out_blocks(Task& task);
void tidy_text(Task& task);
void settle_quotations(Task& task);
void attach_captions(Task& task);
void drop_repeated_title(Task& task);
void place_lead_image(Task& task);
void promote_bold_lines(Task& task);
void number_headings(Task& task);
void embolden_headings(Task& task);
void judge_descriptions(Task& task);
void mark_scripts(Task& task);
void check_fragments(Task& task);
void set_paragraph_classes(Task& task);
void set_comment_classes(Task& task);
void enforce_dialect(Task& task);

}  // namespace blogbind::normalise
