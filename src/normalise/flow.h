// From whatever nests in whatever to a row of blocks: paragraphs, headings, lists, figures, each whole and none empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalise/passes.h"
#include "normalise/vocabulary.h"

namespace blogbind::normalise {

/// What may stand in the container that is laid out.
enum class Content {
    blocks,   ///< only blocks: section, blockquote, figcaption
    item,     ///< one line, or blocks: li, td, dd
    phrases,  ///< one line: headings, dt, captions of tables
};

/// Lays out one container anew. Lines, blocks and inserts are taken from it in order; phrases that span several blocks
/// are repeated in each; what means nothing is left behind.
class Flow {
  public:
    Flow(Task& task, markup::Element& container, Content content);
    /// A container inside that of `outer`: the phrases that are open there stay open here.
    Flow(Flow& outer, markup::Element& container, Content content);
    void run();

    /// Figures and boxes that cannot stand in a container of phrases; they belong behind it.
    [[nodiscard]] const std::vector<markup::Element*>& displaced() const { return displaced_; }

  private:
    void take_children(markup::Element& element);
    void take(markup::Node& node);
    void take_element(markup::Element& element, Role role);
    void take_text(markup::Node& text);
    void take_phrase(markup::Element& phrase, std::string_view name);
    void take_container(markup::Element& container);
    void take_heading(markup::Element& heading);
    void take_list(markup::Element& list);
    void take_definitions(markup::Element& list);
    void take_table(markup::Element& table);
    void take_quotation(markup::Element& quotation);
    void take_details(markup::Element& details);
    void take_preformatted(markup::Element& pre);
    void take_insert(markup::Element& insert);
    void take_rule();

    void append_leaf(markup::Node& leaf);
    markup::Element& spot();
    markup::Element& innermost();
    [[nodiscard]] bool has_words() const;
    void open_line();
    void close_line();
    void break_line();
    void emit(markup::Element& block);
    void emit_displaced(const Flow& inner);
    void emit_inserts();
    void note_place(const markup::Element& element);
    void set_block_attributes(markup::Element& block);
    void finish_insert(markup::Element& insert);
    void finish_caption(markup::Element& figure, markup::Element& figcaption);
    void finish_notes(markup::Element& section);
    void settle_item();
    [[nodiscard]] bool in_phrases() const { return content_ == Content::phrases; }

    Task& task_;
    markup::Element& container_;
    Content content_;
    markup::Element* out_ = nullptr;          ///< collects the new blocks, at the container's end meanwhile
    markup::Element* line_ = nullptr;         ///< the open paragraph
    std::vector<markup::Element*> wrappers_;  ///< phrases of the source that are open
    std::vector<markup::Element*> copies_;    ///< their copies in the line, as far as they are made
    std::vector<markup::Element*> pending_;   ///< inserts met within a line, to stand behind it
    std::vector<markup::Element*> displaced_;
    std::string language_, direction_, id_;  ///< of the source's blocks, for the next block
    std::string line_class_;                 ///< the source paragraph's class, if it is one of ours
    int breaks_ = 0;                         ///< <br> since the last word
    bool space_ = false;                     ///< white space since the last word
    bool is_centred_ = false;
    const markup::Node* source_block_ = nullptr;   ///< the source block that is being read
    const markup::Node* picture_block_ = nullptr;  ///< and the one that began with the last figure
    bool block_began_ = false;                     ///< a line or an insert came out of source_block_
    bool broke_after_insert_ = false;              ///< <br> since the last insert
};

/// White space, or nothing.
bool is_blank(const markup::Node& node);
/// Neither words nor pictures nor rules.
bool is_void_of_content(const markup::Node& node);
/// All attributes go but id, lang, xml:lang and dir.
void strip_to_place_and_language(markup::Element& element);

}  // namespace blogbind::normalise
