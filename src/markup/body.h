// The tree that everything between the HTML parser and the writer works on: tinyxml2's, built node by node from the
// HTML parser's output, never parsed from outside bytes.
#pragma once

#include <tinyxml2.h>
#include <memory>
#include <string>
#include <string_view>

#include "base/resting_place.h"
#include "markup/element_names.h"

namespace blogbind::markup {

using Node = tinyxml2::XMLNode;
using Element = tinyxml2::XMLElement;
using Text = tinyxml2::XMLText;

/// One tree with one root element. Movable, not copyable (see copy()). It can rest where its memory is not needed; a
/// body that may rest belongs to one thread at a time, even for reading.
class Body {
  public:
    explicit Body(const char* root_name = "section");
    Body(Body&& other) noexcept;
    Body& operator=(Body&& other) noexcept;
    ~Body();

    [[nodiscard]] Element& root() {
        if (root_ == nullptr) wake();
        place_.outdate();
        return *root_;
    }
    [[nodiscard]] const Element& root() const {
        if (root_ == nullptr) wake();
        return *root_;
    }
    [[nodiscard]] Body copy() const;
    /// A copy that shares `neighbour`'s memory: small trees come in thousands, and each memory of its own begins with
    /// 8 to 12 KB. Neighbours belong to one thread at a time.
    [[nodiscard]] Body copy_beside(const Body& neighbour) const;
    [[nodiscard]] bool is_empty() const;  ///< neither text nor pictures (img, svg)

    /// New nodes belong to this tree and must be inserted into it.
    Element* new_element(const char* name);
    Text* new_text(std::string_view text);

    void may_rest_in(RestingPlace place) { place_ = std::move(place); }
    [[nodiscard]] const RestingPlace& resting_place() const { return place_; }
    /// Frees the tree's memory until root() is asked for again; does nothing if the tree may not rest. Nodes end here.
    void rest() const;
    /// The tree as bytes that unpacked() reads.
    [[nodiscard]] std::string packed() const;
    /// `neighbour`: as for copy_beside; null: none.
    static Body unpacked(const std::string& packed, const Body* neighbour);

  private:
    Body(std::shared_ptr<tinyxml2::XMLDocument> document, Element* root);
    void wake() const;
    void free_tree() const;

    mutable std::shared_ptr<tinyxml2::XMLDocument> document_;  ///< null after a move, or while it rests
    mutable Element* root_;                                    ///< likewise
    mutable RestingPlace place_;
};

// --- questions ---------------------------------------------------------------------------------------------------

/// The attribute's value; null if it is missing.
const char* value_of(const Element& element, const char* name);
/// The attribute's value; empty if it is missing.
std::string_view attribute(const Element& element, const char* name);
bool has_class(const Element& element, std::string_view name);
/// One of `names`, words between spaces.
bool has_class_of(const Element& element, std::string_view names);
/// The element's name, if it is one of known_names; null for another's, and for a node that is none.
const std::string_view* known_name_of(const Node& node);
bool is_named(const Node& node, std::string_view name);
/// True if the element's name is one of `names`: is_one_of(e, "h1 h2 h3").
bool is_one_of(const Node& node, NameSet names);
/// HTML's phrasing content: text, and elements that stand within a paragraph (a, em, img, …).
bool is_phrasing(const Node& node);
/// All text below, as it stands; without that of script, style, template and noscript.
std::string text_content(const Node& node);
/// text_content, collapsed.
std::string collapsed_text(const Node& node);
/// Plain text for people and scorers: blocks separated by a blank line, <br> is a line break, list items and table
/// rows on their own lines, cells separated by tabs.
std::string block_text(const Node& node);
/// How many characters of collapsed text stand below.
std::size_t text_length(const Node& node);
/// text_length(node) > letters, without reading further than that takes.
bool has_more_text(const Node& node, std::size_t letters);
bool has_text(const Node& node);
const Element* first_descendant(const Element& root, std::string_view name);
Element* first_descendant(Element& root, std::string_view name);
bool is_inside(const Node& node, NameSet names);

// --- walking -----------------------------------------------------------------------------------------------------

/// The next node in document order below `root`, or null. Iterative: depth of the tree does not matter.
Node* next_in_order(Node& node, const Node& root);
const Node* next_in_order(const Node& node, const Node& root);
/// The next node in document order after `node`'s whole subtree.
Node* next_after_subtree(Node& node, const Node& root);
const Node* next_after_subtree(const Node& node, const Node& root);

/// Calls `visit(Element&)` for every element below `root` (not root itself), in document order. `visit` may change
/// or delete what stands inside the element, but not the element itself.
template <class Visit>
void each_element(Element& root, Visit visit) {
    for (Node* node = next_in_order(root, root); node != nullptr; node = next_in_order(*node, root))
        if (Element* element = node->ToElement()) visit(*element);
}
template <class Visit>
void each_element(const Element& root, Visit visit) {
    for (const Node* node = next_in_order(root, root); node != nullptr; node = next_in_order(*node, root))
        if (const Element* element = node->ToElement()) visit(*element);
}
// --- changes -----------------------------------------------------------------------------------------------------

/// A new element of the same tree as `near`, to be inserted into it.
Element* new_element(Node& near, const char* name);
void remove(Node& node);
/// The element's children take its place.
void unwrap(Element& element);
void rename(Element& element, const char* name);
/// A new element takes `node`'s place and holds it.
Element* wrap(Node& node, const char* name);
/// `replacement`, of the same tree, takes `node`'s place; `node` is deleted.
void replace(Node& node, Node& replacement);
Element* append_element(Element& parent, const char* name, std::string_view text = {});
void append_text(Element& parent, std::string_view text);
void insert_before(Node& node, Node& added);
void insert_after(Node& node, Node& added);
/// Moves all children of `from` to the end of `to` (same tree).
void move_children(Element& from, Element& to);
/// A deep copy of `node`, which may belong to another tree, at the end of `parent`.
Node* append_copy(Element& parent, const Node& node);
void remove_attributes(Element& element);
void set_attribute(Element& element, const char* name, std::string_view value);

/// Calls `visit(Element&)` for every element below `root`, children before parents; `visit` may remove, unwrap or
/// replace the element that it is given, and change what stands inside, but no sibling or ancestor.
template <class Visit>
void each_element_bottom_up(Element& root, Visit visit) {
    Node* node = root.FirstChild();
    while (node != nullptr && node->FirstChild() != nullptr) node = node->FirstChild();
    while (node != nullptr && node != &root) {
        Node* next = node->NextSibling();
        Node* parent = node->Parent();
        while (next != nullptr && next->FirstChild() != nullptr) next = next->FirstChild();
        if (Element* element = node->ToElement()) visit(*element);
        node = next != nullptr ? next : parent;
    }
}

}  // namespace blogbind::markup
