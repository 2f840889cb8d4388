// Notes: numbered anew in the order of their marks, their words at the end of the chapter, links both ways.
#include "normalise/notes.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "normalise/figures.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::string_view titles[] = {
    "notes",    "footnotes",   "endnotes", "references",           "note",
    "fußnoten", "anmerkungen", "notas",    "notes de bas de page", "note a piè di pagina"};

/// <a class="noteref" …>1</a> in place of `reference`.
void replace_reference(Task& task, Element& reference, const std::string& number, const std::string& id) {
    Element* mark = task.body.new_element("a");
    markup::set_attribute(*mark, "class", "noteref");
    markup::set_attribute(*mark, "epub:type", "noteref");
    markup::set_attribute(*mark, "role", "doc-noteref");
    markup::set_attribute(*mark, "id", id);
    markup::set_attribute(*mark, "href", "#fn-" + number);
    markup::append_text(*mark, number);
    markup::replace(reference, *mark);
}

Element* back_link(Task& task, const std::string& number, const std::string& id) {
    Element* link = task.body.new_element("a");
    markup::set_attribute(*link, "epub:type", "backlink");
    markup::set_attribute(*link, "role", "doc-backlink");
    markup::set_attribute(*link, "href", "#" + id);
    markup::set_attribute(*link, "aria-label", task.phrases.text(Phrase::back_to_text, number));
    markup::append_text(*link, number + ".");
    return link;
}

Node* first_content(Node& parent) {
    Node* first = parent.FirstChild();
    while (first != nullptr && first->ToElement() == nullptr && !markup::has_text(*first)) first = first->NextSibling();
    return first;
}

/// The first paragraph of a note, made if its words stand bare.
Element& first_paragraph(Element& note) {
    Element* holder = &note;
    Node* first = first_content(note);
    while (first != nullptr && markup::is_one_of(*first, "div section")) {
        holder = first->ToElement();
        first = first_content(*holder);
    }
    if (first != nullptr && markup::is_named(*first, "p")) return *first->ToElement();
    Element* paragraph = markup::new_element(note, "p");
    holder->InsertFirstChild(paragraph);
    while (Node* next = paragraph->NextSibling()) {
        if (!markup::is_phrasing(*next) && next->ToText() == nullptr) break;
        paragraph->InsertEndChild(next);
    }
    return *paragraph;
}

void append_note(Task& task, Element& section, FoundNote& found, int position) {
    const std::string number = std::to_string(position);
    Element* note = markup::append_element(section, "aside");
    markup::set_attribute(*note, "class", "note");
    markup::set_attribute(*note, "epub:type", "footnote");
    markup::set_attribute(*note, "role", "doc-footnote");
    markup::set_attribute(*note, "id", "fn-" + number);
    markup::move_children(*found.words, *note);
    markup::remove(*found.words);
    Element& paragraph = first_paragraph(*note);
    std::string id = "fnref-" + number;
    paragraph.InsertFirstChild(task.body.new_text(" "));
    Node* last = nullptr;
    int uses = 0;
    for (Element* reference : found.references) {
        if (++uses > 1) id = "fnref-" + number + "-" + std::to_string(uses);
        replace_reference(task, *reference, number, id);
        Element* link = back_link(task, number, id);
        if (last == nullptr)
            paragraph.InsertFirstChild(link);
        else
            paragraph.InsertAfterChild(last, link);
        last = link;
    }
}

Element* new_section(Task& task) {
    Element* section = markup::append_element(task.root(), "section");
    markup::set_attribute(*section, "class", "notes");
    markup::set_attribute(*section, "epub:type", "footnotes");
    markup::set_attribute(*section, "aria-labelledby", "notes-title");
    Element* rule = markup::append_element(*section, "hr");
    markup::set_attribute(*rule, "class", "notes-rule");
    markup::set_attribute(*rule, "role", "presentation");
    Element* title = markup::append_element(*section, "h2", task.phrases.text(Phrase::notes));
    markup::set_attribute(*title, "class", "notes-title");
    markup::set_attribute(*title, "id", "notes-title");
    return section;
}

/// Marks in the order of the text; a note without a mark in the text stays where it is.
void sort_by_first_reference(Task& task, std::vector<FoundNote>& notes) {
    std::unordered_map<const Node*, std::size_t> order;
    markup::each_element(task.root(), [&](Element& element) { order.emplace(&element, order.size()); });
    std::ranges::stable_sort(notes, {}, [&](const FoundNote& note) { return order.at(note.references.front()); });
}

/// A heading that announced the notes and now stands last.
void drop_dangling_title(Element& section) {
    Node* last = section.PreviousSibling();
    while (last != nullptr && !markup::has_text(*last) &&
           (last->ToElement() == nullptr || markup::is_named(*last, "hr")))
        last = last->PreviousSibling();
    if (last == nullptr || !markup::is_one_of(*last, "h1 h2 h3 h4 h5 h6 p div")) return;
    if (is_notes_title(markup::collapsed_text(*last))) markup::remove(*last);
}

}  // namespace

bool is_notes_title(std::string_view words) {
    if (words.ends_with(':')) words.remove_suffix(1);
    return std::ranges::any_of(titles, [&](std::string_view title) { return equals_ignoring_case(words, title); });
}

void collect_notes(Task& task) {
    std::vector<FoundNote> notes = linked_notes(task);
    std::vector<FoundNote> inline_ones = inline_notes(task, notes);
    std::ranges::move(inline_ones, std::back_inserter(notes));
    if (notes.empty()) return;
    sort_by_first_reference(task, notes);
    Element* section = new_section(task);
    int position = 0;
    for (FoundNote& note : notes) append_note(task, *section, note, ++position);
    drop_dangling_title(*section);
}

}  // namespace blogbind::normalise
