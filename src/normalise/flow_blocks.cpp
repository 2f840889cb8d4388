// Blocks other than lines: headings, lists, quotations, tables, figures.
#include <algorithm>

#include "base/text.h"
#include "normalise/boxes.h"
#include "normalise/flow.h"
#include "normalise/languages.h"
#include "normalise/tables.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::size_t short_caption = 160;

/// Every child becomes an item: lists join the item before them, anything else that holds something is one.
void settle_items(Element& list) {
    Element* current = nullptr;
    Element* loose = nullptr;
    for (Node* node = list.FirstChild(); node != nullptr;) {
        Node* next = node->NextSibling();
        if (markup::is_named(*node, "li")) {
            current = node->ToElement();
            loose = nullptr;
        } else if (is_void_of_content(*node)) {
            markup::remove(*node);
        } else if (markup::is_one_of(*node, "ul ol menu dir") && current != nullptr) {
            current->InsertEndChild(node);
        } else if (loose != nullptr) {
            loose->InsertEndChild(node);
        } else {
            current = loose = markup::wrap(*node, "li");
        }
        node = next;
    }
}

/// Groups of <dt> and <dd> may stand in <div>s; anything else is a <dd>.
void settle_definitions(Element& list) {
    for (Node* node = list.FirstChild(); node != nullptr;) {
        Node* next = node->NextSibling();
        if (is_void_of_content(*node)) {
            markup::remove(*node);
        } else if (markup::is_named(*node, "div") && node->FirstChildElement("dt") != nullptr) {
            next = node->FirstChild();
            markup::unwrap(*node->ToElement());
        } else if (!markup::is_one_of(*node, "dt dd")) {
            markup::wrap(*node, "dd");
        }
        node = next;
    }
}

/// Terms, then what they mean, and so on; nothing else is a list of definitions.
bool is_definition_list(const Element& list) {
    const Element* first = list.FirstChildElement();
    const Element* last = list.LastChildElement();
    if (first == nullptr || !markup::is_named(*first, "dt") || !markup::is_named(*last, "dd")) return false;
    for (const Element* child = first; child != nullptr; child = child->NextSiblingElement())
        if (!markup::has_text(*child)) return false;
    return true;
}

}  // namespace

void Flow::set_block_attributes(Element& block) {
    if (!id_.empty() && block.Attribute("id") == nullptr) markup::set_attribute(block, "id", id_);
    id_.clear();
    if (!direction_.empty() && block.Attribute("dir") == nullptr) markup::set_attribute(block, "dir", direction_);
    if (!language_.empty() && block.Attribute("lang") == nullptr) set_language(block, language_);
}

void Flow::emit(Element& block) {
    close_line();
    set_block_attributes(block);
    out_->InsertEndChild(&block);
    block_began_ = true;
    broke_after_insert_ = false;
}

void Flow::emit_displaced(const Flow& inner) {
    for (Element* insert : inner.displaced_) {
        if (in_phrases())
            displaced_.push_back(insert);
        else
            emit(*insert);
    }
}

void Flow::take_heading(Element& heading) {
    strip_to_place_and_language(heading);
    emit(heading);
    Flow inner(*this, heading, Content::phrases);
    inner.run();
    emit_displaced(inner);
    if (!markup::has_text(heading)) markup::remove(heading);
}

void Flow::take_list(Element& list) {
    const auto start = parsed_integer(attribute(list, "start"));
    const bool is_numbered = markup::is_named(list, "ol");
    strip_to_place_and_language(list);
    markup::rename(list, is_numbered ? "ol" : "ul");
    if (is_numbered && start && *start > 1 && *start < 100'000)
        markup::set_attribute(list, "start", std::to_string(*start));
    settle_items(list);
    emit(list);
    for (Element* item = list.FirstChildElement("li"); item != nullptr;) {
        Element* next = item->NextSiblingElement("li");
        strip_to_place_and_language(*item);
        Flow(*this, *item, Content::item).run();
        if (is_void_of_content(*item)) markup::remove(*item);
        item = next;
    }
    if (list.FirstChildElement() == nullptr) markup::remove(list);
}

void Flow::take_definitions(Element& list) {
    settle_definitions(list);
    if (!is_definition_list(list)) return take_container(list);
    strip_to_place_and_language(list);
    markup::set_attribute(list, "class", "about");
    emit(list);
    for (Element* child = list.FirstChildElement(); child != nullptr;) {
        Element* next = child->NextSiblingElement();
        strip_to_place_and_language(*child);
        Flow inner(*this, *child, markup::is_named(*child, "dt") ? Content::phrases : Content::item);
        inner.run();
        emit_displaced(inner);
        child = next;
    }
}

void Flow::take_table(Element& table) {
    if (!is_data_table(table)) return take_container(table);
    close_line();
    for (Element* block : rebuilt_tables(task_, table)) {
        emit(*block);
        std::vector<Element*> cells;
        markup::each_element(*block, [&](Element& cell) {
            if (markup::is_one_of(cell, "td th dt dd caption")) cells.push_back(&cell);
        });
        if (markup::is_named(*block, "p")) cells.push_back(block);
        for (Element* cell : cells) {
            Flow inner(*this, *cell, markup::is_one_of(*cell, "td dd") ? Content::item : Content::phrases);
            inner.run();
            emit_displaced(inner);
        }
    }
}

void Flow::take_quotation(Element& quotation) {
    strip_to_place_and_language(quotation);
    emit(quotation);
    Flow(*this, quotation, Content::blocks).run();
    if (is_void_of_content(quotation)) markup::remove(quotation);
}

/// What unfolds on a screen is open in a book: the summary is a bold line.
void Flow::take_details(Element& details) {
    close_line();
    if (Element* summary = details.FirstChildElement("summary")) {
        Element* bold = task_.body.new_element("b");
        markup::move_children(*summary, *bold);
        summary->InsertEndChild(bold);
    }
    take_container(details);
}

void Flow::take_preformatted(Element& pre) {
    if (!markup::has_text(pre)) return;
    strip_to_place_and_language(pre);
    emit(pre);
}

void Flow::take_rule() {
    if (line_ != nullptr) close_line();
    const Node* before = out_->LastChild();
    if (content_ != Content::blocks || before == nullptr || markup::is_named(*before, "hr")) return;
    Element* rule = task_.body.new_element("hr");
    markup::set_attribute(*rule, "class", "break");
    out_->InsertEndChild(rule);
}

void Flow::take_insert(Element& insert) {
    if (in_phrases()) {
        container_.Parent()->InsertAfterChild(&container_, &insert);  // out of what will be deleted
        finish_insert(insert);
        displaced_.push_back(&insert);
        return;
    }
    pending_.push_back(&insert);
    // In the midst of a sentence it waits for the end of the line; alone in its line it divides the paragraph.
    if (line_ == nullptr || breaks_ > 0) close_line();
}

void Flow::emit_inserts() {
    const std::vector<Element*> inserts = std::move(pending_);
    pending_.clear();
    for (Element* insert : inserts) {
        const bool is_notes = markup::is_named(*insert, "section");
        Node* before = out_->LastChild();
        if (is_notes && before != nullptr && markup::is_named(*before, "hr")) markup::remove(*before);
        picture_block_ = block_began_ ? nullptr : source_block_;
        set_block_attributes(*insert);
        out_->InsertEndChild(insert);
        finish_insert(*insert);
        block_began_ = true;
        broke_after_insert_ = false;
    }
}

void Flow::finish_insert(Element& insert) {
    if (markup::is_named(insert, "section")) return finish_notes(insert);
    if (markup::is_named(insert, "aside")) return Flow(task_, insert, Content::blocks).run();
    std::vector<Element*> parts;
    markup::each_element(insert, [&](Element& part) {
        const bool is_line = markup::has_class(part, "embed-line") || markup::has_class(part, "gallery-title");
        if (markup::is_named(part, "figcaption") || is_line) parts.push_back(&part);
    });
    for (; !parts.empty(); parts.pop_back()) {  // inner ones first: laying out a caption replaces what is in it
        Element& part = *parts.back();
        if (markup::is_named(part, "p"))
            Flow(task_, part, Content::phrases).run();
        else if (!markup::has_class(*part.Parent()->ToElement(), "gallery"))
            finish_caption(insert, part);
    }
}

/// Captions are made of paragraphs only; what else was put into one stands behind the figure.
void Flow::finish_caption(Element& insert, Element& figcaption) {
    Flow(task_, figcaption, Content::blocks).run();
    const bool is_long = markup::has_more_text(figcaption, short_caption);
    for (Element* block = figcaption.FirstChildElement(); block != nullptr;) {
        Element* next = block->NextSiblingElement();
        if (markup::is_one_of(*block, "h1 h2 h3 h4 h5 h6")) markup::rename(*block, "p");
        if (markup::is_named(*block, "p"))
            markup::set_attribute(*block, "class", is_long ? "caption-long" : "caption");
        else
            insert.Parent()->InsertAfterChild(&insert, block);
        block = next;
    }
    if (figcaption.FirstChildElement() == nullptr) markup::remove(figcaption);
}

void Flow::finish_notes(Element& section) {
    for (Element* note = section.FirstChildElement("aside"); note != nullptr;
         note = note->NextSiblingElement("aside")) {
        Flow(task_, *note, Content::blocks).run();
        for (Element* paragraph = note->FirstChildElement("p"); paragraph != nullptr;
             paragraph = paragraph->NextSiblingElement("p"))
            markup::set_attribute(*paragraph, "class", "note");
    }
}

void lay_out_blocks(Task& task) { Flow(task, task.root(), Content::blocks).run(); }

}  // namespace blogbind::normalise
