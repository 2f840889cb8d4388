// Notes whose mark is a link: WordPress blocks and plug-ins, Markdown, kramdown, Word, Google Docs, Substack, and those
// that people write by hand.
#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "normalise/figures.h"
#include "normalise/notes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::string_view containers =
    "footnotes wp-block-footnotes easy-footnotes-wrapper footnotes-list footnote-definitions endnotes notes "
    "footnote_container_prepare footnotes_reference_container";
constexpr markup::NameSet note_blocks = "li p dd aside div tr section";
// Beginnings of the ids that programs give to notes.
constexpr std::string_view note_ids[] = {"fn",        "_ftn",    "ftnt", "footnote", "note", "easy-footnote",
                                         "cite_note", "endnote", "_edn", "mfn"};
constexpr std::string_view reference_classes =
    "footnote-ref footnote-anchor noteref fn footnote footnote-reference easy-footnote";
constexpr std::size_t longest_mark = 5;
constexpr std::size_t longest_note = 5000;

bool is_note_container(const Element& element) {
    return markup::has_class_of(element, containers) || attribute(element, "role") == "doc-endnotes";
}

bool is_note_id(std::string_view id) {
    return std::ranges::any_of(note_ids, [&](std::string_view beginning) {
        return id.size() >= beginning.size() && equals_ignoring_case(id.substr(0, beginning.size()), beginning);
    });
}

/// "1", "[1]", "(a)", "*": short, and more than a letter of a word.
bool looks_like_mark(const Element& link) {
    const std::string words = markup::collapsed_text(link);
    if (words.empty() || words.size() > longest_mark) return false;
    return std::ranges::any_of(words, is_ascii_digit) || words[0] == '[' || words[0] == '*' || words[0] == '(' ||
           static_cast<unsigned char>(words[0]) >= 0x80 || words.size() == 1;
}

bool is_superscript(const Element& link) {
    const Node* parent = link.Parent();
    return markup::is_named(*parent, "sup") || markup::first_descendant(link, "sup") != nullptr ||
           (parent->Parent() != nullptr && markup::is_named(*parent->Parent(), "sup"));
}

bool is_declared_reference(const Element& link) {
    const Element* parent = link.Parent()->ToElement();
    return attribute(link, "role") == "doc-noteref" || markup::has_class_of(link, reference_classes) ||
           (parent != nullptr &&
            (markup::has_class_of(*parent, reference_classes) || parent->Attribute("data-fn") != nullptr));
}

/// Everything that linking needs to know of the tree, read in one walk.
struct Places {
    std::unordered_map<std::string, Element*> targets;
    std::unordered_map<const Node*, std::size_t> order;
    std::vector<Element*> links;

    explicit Places(Element& root) {
        markup::each_element(root, [&](Element& element) {
            order.emplace(&element, order.size());
            for (const char* name : {"id", "name"})
                if (const std::string_view id = attribute(element, name); !id.empty())
                    targets.emplace(std::string(id), &element);
            if (markup::is_named(element, "a") && attribute(element, "href").starts_with('#'))
                links.push_back(&element);
        });
    }
    [[nodiscard]] Element* target(const Element& link) const {
        const auto found = targets.find(std::string(attribute(link, "href").substr(1)));
        return found != targets.end() ? found->second : nullptr;
    }
};

/// The block that holds the words of the note whose place is `target`.
Element* block_of(Element& target, const Element& root) {
    for (Node* node = &target; node != nullptr && node != &root; node = node->Parent()) {
        if (markup::is_one_of(*node, "h1 h2 h3 h4 h5 h6")) return nullptr;
        if (markup::is_one_of(*node, note_blocks))
            return is_note_container(*node->ToElement()) ? nullptr : node->ToElement();
    }
    return nullptr;
}

bool is_around(const Node& outer, const Node& inner) {
    for (const Node* node = &inner; node != nullptr; node = node->Parent())
        if (node == &outer) return true;
    return false;
}

/// Whether a link in `block` leads back to the mark or to what holds it.
bool leads_back(const Element& block, const Element& mark, const Places& places) {
    for (const Node* node = &block; node != nullptr; node = markup::next_in_order(*node, block)) {
        if (!markup::is_named(*node, "a")) continue;
        const Element* place = places.target(*node->ToElement());
        if (place == nullptr || is_around(block, *place)) continue;
        if (place == &mark || place == mark.Parent() || place == mark.Parent()->Parent() ||
            place->Parent() == mark.Parent())
            return true;
    }
    return false;
}

bool is_reference(const Element& link, const Element& block, const Places& places) {
    if (places.order.at(&block) < places.order.at(&link) || is_around(block, link)) return false;
    if (markup::has_more_text(block, longest_note) || !markup::has_text(block)) return false;
    if (is_declared_reference(link)) return true;
    if (!looks_like_mark(link)) return false;
    const std::string_view id = attribute(link, "href").substr(1);
    return leads_back(block, link, places) || (is_note_id(id) && is_superscript(link));
}

bool holds_other_link(const Element& element, const Element& link) {
    for (const Node* node = &element; node != nullptr; node = markup::next_in_order(*node, element))
        if (node != &link && markup::is_named(*node, "a")) return true;
    return false;
}

/// The mark and what only holds it: <sup>, its brackets.
Element& whole_mark(Element& link) {
    Node* whole = &link;
    while (markup::is_one_of(*whole->Parent(), "sup span")) {
        const Element& parent = *whole->Parent()->ToElement();
        if (markup::has_more_text(parent, markup::text_length(link) + 2) || holds_other_link(parent, link)) break;
        whole = whole->Parent();
    }
    return *whole->ToElement();
}

bool is_back_link(const Element& link, const Places& places, const Element& block) {
    const std::string_view reference = attribute(link, "href");
    if (!reference.starts_with('#')) return false;
    const Element* place = places.target(link);
    return place == nullptr || (!is_around(block, *place) && places.order.at(place) < places.order.at(&block));
}

/// The links back of all notes, with what only holds them. Nothing is removed before all are known: they may name
/// each other.
std::unordered_set<Element*> back_links(const std::vector<FoundNote>& notes, const Places& places) {
    std::unordered_set<Element*> found;
    for (const FoundNote& note : notes)
        markup::each_element(*note.words, [&](Element& element) {
            if (!markup::is_named(element, "a")) return;
            if (!markup::has_class(element, "footnote-number") && !is_back_link(element, places, *note.words)) return;
            if (Element& whole = whole_mark(element); &whole != note.words) found.insert(&whole);
        });
    return found;
}

bool is_below_any(const Node& node, const std::unordered_set<Element*>& elements) {
    for (Node* outer = const_cast<Node&>(node).Parent(); outer != nullptr; outer = outer->Parent())
        if (elements.contains(outer->ToElement())) return true;
    return false;
}

void strip_back_links(const std::vector<FoundNote>& notes, const Places& places) {
    std::unordered_set<Element*> found = back_links(notes, places);
    for (const FoundNote& note : notes)
        for (Element* reference : note.references)  // a mark inside a note is not its link back
            for (Node* node = reference; node != nullptr; node = node->Parent()) found.erase(node->ToElement());
    std::erase_if(found, [&](Element* element) { return is_below_any(*element, found); });
    for (Element* element : found) markup::remove(*element);
}

/// "1. ", "[1] ", "1) ", "↑ " at the beginning of the words.
void strip_number(Element& block) {
    for (Node* node = &block; node != nullptr; node = markup::next_in_order(*node, block)) {
        if (node->ToText() == nullptr || !markup::has_text(*node)) continue;
        std::string_view words = node->Value();
        const std::size_t begin = words.find_first_not_of(" \t\r\n[(");
        std::size_t end = std::min(words.find_first_not_of("0123456789", begin), words.size());
        const bool has_number = begin != std::string_view::npos && end > begin && end - begin <= 3;
        if (has_number && end < words.size() && std::string_view(".):]").find(words[end]) != std::string_view::npos) {
            end = std::min(words.find_first_not_of(".):] \t\r\n", end), words.size());
            node->SetValue(std::string(words.substr(end)).c_str());
        }
        return;
    }
}

/// What held notes and holds nothing more goes. Inner ones first, so that none is gone before its turn.
void drop_empty(std::vector<Element*> emptied, const Places& places) {
    std::ranges::sort(emptied, std::greater{}, [&](Element* element) { return places.order.at(element); });
    const auto repeated = std::ranges::unique(emptied);
    emptied.erase(repeated.begin(), repeated.end());
    for (Element* container : emptied)
        if (!markup::has_text(*container) || is_notes_title(markup::collapsed_text(*container)))
            markup::remove(*container);
}

Element* outermost_container(Element& block, const Element& root) {
    Element* found = nullptr;
    for (Node* node = block.Parent(); node != nullptr && node != &root; node = node->Parent())
        if (is_note_container(*node->ToElement()) || (found == nullptr && markup::is_one_of(*node, "ol ul dl")))
            found = node->ToElement();
    return found;
}

/// The words of each note move to the end of the body, out of what held them.
void take_words(Task& task, std::vector<FoundNote>& notes, const Places& places) {
    std::vector<Element*> emptied;
    for (FoundNote& note : notes) {
        strip_number(*note.words);
        if (Element* container = outermost_container(*note.words, task.root())) emptied.push_back(container);
        emptied.push_back(note.words);
        Element* kept = markup::append_element(task.root(), "div");
        markup::move_children(*note.words, *kept);
        note.words = kept;
    }
    drop_empty(std::move(emptied), places);
}

/// The notes of an earlier run are found like any others; their title and rule would be in the way.
void dissolve_own_section(Element& root) {
    for (Element* section = root.FirstChildElement("section"); section != nullptr;
         section = section->NextSiblingElement("section")) {
        if (attribute(*section, "epub:type") != "footnotes") continue;
        for (const char* name : {"hr", "h2"})
            if (Element* furniture = section->FirstChildElement(name)) markup::remove(*furniture);
    }
}

}  // namespace

std::vector<FoundNote> linked_notes(Task& task) {
    dissolve_own_section(task.root());
    const Places places(task.root());
    std::vector<FoundNote> notes;
    std::unordered_map<Element*, std::size_t> known;
    for (Element* link : places.links) {
        Element* target = places.target(*link);
        Element* block = target != nullptr ? block_of(*target, task.root()) : nullptr;
        if (block == nullptr || !is_reference(*link, *block, places)) continue;
        const auto [place, is_new] = known.emplace(block, notes.size());
        if (is_new) notes.push_back({{}, block});
        notes[place->second].references.push_back(&whole_mark(*link));
    }
    strip_back_links(notes, places);
    take_words(task, notes, places);
    return notes;
}

}  // namespace blogbind::normalise
