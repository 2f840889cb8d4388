// Lines: how words, phrases and line breaks become paragraphs. The other blocks are in flow_blocks.cpp.
#include "normalise/flow.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

// Paragraph classes that a source may share with the book.
constexpr std::string_view kept_classes = "caption caption-long attribution";

/// "***", "* * *", "---", "⁂": a line that only divides.
bool is_divider(const Element& line) {
    constexpr std::u32string_view marks = U"*-_~=#•·∙—–―●○◦◆◇■□⁂❦❧✻✽※";
    constexpr std::u32string_view single = U"⁂❦❧";
    const std::string words = markup::collapsed_text(line);
    if (words.empty() || words.size() > 60 || markup::first_descendant(line, "img") != nullptr) return false;
    std::size_t count = 0;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t character = next_character(words, at);
        if (character == ' ') continue;
        if (marks.find(character) == std::u32string_view::npos) return false;
        count += single.find(character) != std::u32string_view::npos ? 3 : 1;
    }
    return count >= 3;
}

/// A phrase of the source under the book's name for it, empty.
Element* copy_of(Task& task, Element& phrase, std::string_view name) {
    Element* copy = task.body.new_element(std::string(name).c_str());
    if (attribute(phrase, "role") == "doc-noteref") copy->SetAttribute("class", "noteref");
    for (const char* kept : {"epub:type", "role", "id", "href", "datetime", "dir", "xml:lang", "lang", "aria-label"})
        if (const char* value = phrase.Attribute(kept)) copy->SetAttribute(kept, value);
    phrase.DeleteAttribute("id");  // a place is where it begins
    return copy;
}

}  // namespace

bool is_blank(const Node& node) { return node.ToElement() == nullptr && !markup::has_text(node); }

bool is_void_of_content(const Node& root) {
    for (const Node* node = &root; node != nullptr; node = markup::next_in_order(*node, root)) {
        if (markup::is_one_of(*node, "img hr")) return false;
        if (node->ToText() != nullptr && markup::has_text(*node)) return false;
    }
    return true;
}

void strip_to_place_and_language(Element& element) {
    std::vector<std::string> others;
    for (const auto* entry = element.FirstAttribute(); entry != nullptr; entry = entry->Next())
        if (!has_word("id lang xml:lang dir", entry->Name())) others.emplace_back(entry->Name());
    for (const std::string& name : others) element.DeleteAttribute(name.c_str());
}

Flow::Flow(Task& task, Element& container, Content content) : task_(task), container_(container), content_(content) {}

Flow::Flow(Flow& outer, Element& container, Content content)
    : task_(outer.task_), container_(container), content_(content), wrappers_(outer.wrappers_) {}

void Flow::run() {
    out_ = task_.body.new_element("div");
    container_.InsertEndChild(out_);
    if (in_phrases()) line_ = out_;
    for (Node* node = container_.FirstChild(); node != out_;) {
        Node* next = node->NextSibling();
        take(*node);
        node = next;
    }
    close_line();
    if (Node* last = out_->LastChild(); last != nullptr && markup::is_named(*last, "hr")) markup::remove(*last);
    while (container_.FirstChild() != out_) markup::remove(*container_.FirstChild());
    if (content_ == Content::item) settle_item();
    markup::unwrap(*out_);
}

/// An item of one paragraph is a line, with or without a list behind it.
void Flow::settle_item() {
    Element* first = out_->FirstChildElement();
    if (first == nullptr || !markup::is_named(*first, "p") || first->Attribute("class") != nullptr) return;
    for (const Element* other = first->NextSiblingElement(); other != nullptr; other = other->NextSiblingElement())
        if (!markup::is_one_of(*other, "ul ol")) return;
    for (const char* name : {"id", "dir", "xml:lang", "lang"})
        if (const char* value = first->Attribute(name); value != nullptr && container_.Attribute(name) == nullptr)
            container_.SetAttribute(name, value);
    markup::unwrap(*first);
}

void Flow::take_children(Element& element) {
    for (Node* node = element.FirstChild(); node != nullptr;) {
        Node* next = node->NextSibling();
        take(*node);
        node = next;
    }
}

void Flow::take(Node& node) {
    if (Element* element = node.ToElement()) {
        const Role role = role_of(*element);
        const bool is_whole_block = role >= Role::heading && role <= Role::rule;
        take_element(*element, in_phrases() && is_whole_block ? Role::container : role);
    } else if (node.ToText() != nullptr) {
        take_text(node);
    }
}

void Flow::take_element(Element& element, Role role) {
    switch (role) {
        case Role::phrase: return take_phrase(element, phrase_name(element));
        case Role::neutral: return take_phrase(element, {});
        case Role::line_break: return break_line();
        case Role::picture: return append_leaf(element);
        case Role::container:
        case Role::paragraph:
        case Role::item: return take_container(element);
        case Role::heading: return take_heading(element);
        case Role::list: return take_list(element);
        case Role::definitions: return take_definitions(element);
        case Role::table: return take_table(element);
        case Role::quotation: return take_quotation(element);
        case Role::preformatted: return take_preformatted(element);
        case Role::rule: return take_rule();
        case Role::insert: return take_insert(element);
        case Role::details: return take_details(element);
        case Role::dropped: return;
    }
}

void Flow::take_text(Node& text) {
    if (markup::has_text(text)) return append_leaf(text);
    space_ = space_ || has_words();
}

void Flow::take_phrase(Element& phrase, std::string_view name) {
    const bool is_bare =
        (name == "span" && phrase.Attribute("lang") == nullptr && phrase.Attribute("dir") == nullptr) ||
        (name == "a" && phrase.Attribute("href") == nullptr);
    const bool is_open =
        std::ranges::any_of(wrappers_, [&](const Element* open) { return phrase_name(*open) == name; });
    if (name.empty() || is_bare || (is_open && name != "span")) {
        note_place(phrase);
        return take_children(phrase);
    }
    wrappers_.push_back(&phrase);
    take_children(phrase);
    wrappers_.pop_back();
    if (copies_.size() > wrappers_.size()) copies_.resize(wrappers_.size());
    note_place(phrase);  // still there only if nothing stood inside
}

/// A place that links lead to, in the current line or else the next block.
void Flow::note_place(const Element& element) {
    const std::string_view id = attribute(element, "id");
    if (id.empty()) return;
    if (line_ != nullptr && line_ != out_ && line_->Attribute("id") == nullptr)
        markup::set_attribute(*line_, "id", id);
    else if (id_.empty())
        id_ = id;
}

void Flow::take_container(Element& container) {
    close_line();
    note_place(container);
    const std::string language = language_, direction = direction_, line_class = line_class_;
    const Node* source_block = source_block_;
    const bool was_centred = is_centred_, had_begun = block_began_;
    if (container.Attribute("lang") != nullptr) language_ = attribute(container, "lang");
    if (container.Attribute("dir") != nullptr) direction_ = attribute(container, "dir");
    is_centred_ = is_centred_ || is_centred(container);
    const std::string_view own_class = attribute(container, "class");
    line_class_ =
        markup::is_named(container, "p") && has_word(kept_classes, own_class) ? own_class : std::string_view();
    source_block_ = &container;
    block_began_ = false;
    take_children(container);
    close_line();
    language_ = language;
    direction_ = direction;
    line_class_ = line_class;
    source_block_ = source_block;
    is_centred_ = was_centred;
    block_began_ = block_began_ || had_begun;
}

bool Flow::has_words() const { return in_phrases() ? !out_->NoChildren() : line_ != nullptr; }

/// Where a line break or a space goes that stands before what is not yet there.
Element& Flow::innermost() { return copies_.empty() ? *line_ : *copies_.back(); }

Element& Flow::spot() {
    if (line_ == nullptr) open_line();
    while (copies_.size() < wrappers_.size()) {
        Element& phrase = *wrappers_[copies_.size()];
        Element* copy = copy_of(task_, phrase, phrase_name(phrase));
        innermost().InsertEndChild(copy);
        copies_.push_back(copy);
    }
    return innermost();
}

void Flow::append_leaf(Node& leaf) {
    if (breaks_ >= 2 && !in_phrases()) close_line();
    if (has_words() && breaks_ > 0)
        markup::append_element(innermost(), "br");
    else if (has_words() && space_)
        markup::append_text(innermost(), " ");
    breaks_ = 0;
    space_ = false;
    spot().InsertEndChild(&leaf);
}

void Flow::open_line() {
    const Node* before = out_->LastChild();
    const bool is_beside = source_block_ != nullptr && picture_block_ == source_block_ && broke_after_insert_ &&
                           before != nullptr && markup::is_named(*before, "figure");
    line_ = markup::append_element(*out_, "p");
    set_block_attributes(*line_);
    if (!line_class_.empty()) markup::set_attribute(*line_, "class", line_class_);
    if (is_beside)
        markup::set_attribute(*line_, "hint", "beside");
    else if (is_centred_)
        markup::set_attribute(*line_, "hint", "centre");
    block_began_ = true;
    picture_block_ = nullptr;
}

void Flow::close_line() {
    copies_.clear();
    if (in_phrases()) {
        space_ = space_ || has_words();
        breaks_ = 0;
        return;
    }
    Element* line = line_;
    line_ = nullptr;
    if (line != nullptr && is_divider(*line)) {
        markup::remove(*line);
        take_rule();
    }
    breaks_ = 0;
    space_ = false;
    emit_inserts();
}

void Flow::break_line() {
    if (!has_words()) {
        broke_after_insert_ = true;
        return;
    }
    ++breaks_;
    if (!pending_.empty()) {
        close_line();
        broke_after_insert_ = true;
    }
}

}  // namespace blogbind::normalise
