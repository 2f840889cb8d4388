#include "markup/body.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace blogbind::markup {

namespace {

// HTML #phrasing-content-2, and the obsolete elements that stand where those stand.
constexpr NameSet phrasing_names =
    "a abbr acronym area audio b bdi bdo big br button canvas cite code data del dfn em embed font i iframe img input "
    "ins kbd label map mark math meter nobr noscript object output picture progress q rb rp rt rtc ruby s samp script "
    "select slot small span strike strong style sub sup svg template textarea time tt u var video wbr";

template <class AnyNode>
AnyNode* after_subtree(AnyNode& node, const Node& root) {
    for (AnyNode* at = &node; at != nullptr && at != &root; at = at->Parent())
        if (AnyNode* next = at->NextSibling()) return next;
    return nullptr;
}

template <class AnyNode>
AnyNode* in_order(AnyNode& node, const Node& root) {
    AnyNode* child = node.FirstChild();
    return child != nullptr ? child : after_subtree(node, root);
}

template <class AnyElement>
AnyElement* first_named(AnyElement& root, std::string_view name) {
    for (auto* node = next_in_order(root, root); node != nullptr; node = next_in_order(*node, root))
        if (is_named(*node, name)) return node->ToElement();
    return nullptr;
}

tinyxml2::XMLDocument& document_of(Node& node) { return *node.GetDocument(); }

/// A known name is noted beside the element, where it is found without a search or a look at the element's kind.
void note_name(Node& node, const std::string_view* name) { node.SetUserData(const_cast<std::string_view*>(name)); }
const std::string_view* noted_name(const Node& node) {
    return static_cast<const std::string_view*>(node.GetUserData());
}

/// A deep copy for `document`, with the names that are noted.
Node* cloned(const Node& node, tinyxml2::XMLDocument& document) {
    Node* copy = node.DeepClone(&document);
    const Node* from = &node;
    for (Node* to = copy; to != nullptr; to = next_in_order(*to, *copy), from = next_in_order(*from, node))
        note_name(*to, noted_name(*from));
    return copy;
}

}  // namespace

Body::Body(std::shared_ptr<tinyxml2::XMLDocument> document, Element* root)
    : document_(std::move(document)), root_(root) {
    document_->InsertEndChild(root_);
}

Body::Body(const char* root_name) : document_(std::make_shared<tinyxml2::XMLDocument>()) {
    root_ = markup::new_element(*document_, root_name);
    document_->InsertEndChild(root_);
}

Body::Body(Body&& other) noexcept
    : document_(std::move(other.document_)), root_(std::exchange(other.root_, nullptr)), place_(other.place_) {}

Body& Body::operator=(Body&& other) noexcept {
    std::swap(document_, other.document_);
    std::swap(root_, other.root_);
    std::swap(place_, other.place_);
    return *this;
}

Body::~Body() { free_tree(); }

Body Body::copy() const {
    auto document = std::make_shared<tinyxml2::XMLDocument>();
    Element* copied = cloned(root(), *document)->ToElement();
    return {std::move(document), copied};
}

Body Body::copy_beside(const Body& neighbour) const {
    return {neighbour.document_, cloned(root(), *neighbour.document_)->ToElement()};
}

bool Body::is_empty() const {
    return !has_text(root()) && first_descendant(root(), "img") == nullptr &&
           first_descendant(root(), "svg") == nullptr;
}

Element* Body::new_element(const char* name) { return markup::new_element(root(), name); }

Text* Body::new_text(std::string_view text) { return root().GetDocument()->NewText(std::string(text).c_str()); }

// --- questions ---------------------------------------------------------------------------------------------------

const char* value_of(const Element& element, const char* name) {
    // Most names differ in their first letter, and comparing that here takes half the time of tinyxml2's own search.
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next())
        if (const char* own = at->Name(); *own == *name && std::strcmp(own, name) == 0) return at->Value();
    return nullptr;
}

std::string_view attribute(const Element& element, const char* name) {
    const char* value = value_of(element, name);
    return value != nullptr ? std::string_view(value) : std::string_view();
}

bool has_class(const Element& element, std::string_view name) { return has_word(attribute(element, "class"), name); }

bool has_class_of(const Element& element, std::string_view names) {
    bool found = false;
    each_word(attribute(element, "class"), [&](std::string_view name) { found = found || has_word(names, name); });
    return found;
}

const std::string_view* known_name_of(const Node& node) {
    if (const std::string_view* noted = noted_name(node)) return noted;
    const Element* element = node.ToElement();
    return element != nullptr ? find_known_name(element->Name()) : nullptr;
}

bool is_named(const Node& node, std::string_view name) {
    if (const std::string_view* noted = noted_name(node)) return *noted == name;
    const Element* element = node.ToElement();
    return element != nullptr && name == element->Name();
}

bool is_one_of(const Node& node, NameSet names) {
    const std::string_view* name = known_name_of(node);
    return name != nullptr && names.has(name);
}

bool is_phrasing(const Node& node) { return node.ToText() != nullptr || is_one_of(node, phrasing_names); }

const Element* first_descendant(const Element& root, std::string_view name) { return first_named(root, name); }
Element* first_descendant(Element& root, std::string_view name) { return first_named(root, name); }

bool is_inside(const Node& node, NameSet names) {
    for (const Node* at = node.Parent(); at != nullptr; at = at->Parent())
        if (is_one_of(*at, names)) return true;
    return false;
}

// --- walking -----------------------------------------------------------------------------------------------------

Node* next_in_order(Node& node, const Node& root) { return in_order(node, root); }
const Node* next_in_order(const Node& node, const Node& root) { return in_order(node, root); }
Node* next_after_subtree(Node& node, const Node& root) { return after_subtree(node, root); }
const Node* next_after_subtree(const Node& node, const Node& root) { return after_subtree(node, root); }

// --- changes -----------------------------------------------------------------------------------------------------

Element* new_element(Node& near, const char* name) {
    Element* element = document_of(near).NewElement(name);
    note_name(*element, find_known_name(name));
    return element;
}

void remove(Node& node) { document_of(node).DeleteNode(&node); }

void unwrap(Element& element) {
    while (Node* child = element.FirstChild()) insert_before(element, *child);
    remove(element);
}

void rename(Element& element, const char* name) {
    element.SetName(name);
    note_name(element, find_known_name(name));
}

Element* wrap(Node& node, const char* name) {
    Element* wrapper = new_element(node, name);
    insert_before(node, *wrapper);
    wrapper->InsertEndChild(&node);
    return wrapper;
}

void replace(Node& node, Node& replacement) {
    insert_before(node, replacement);
    remove(node);
}

Element* append_element(Element& parent, const char* name, std::string_view text) {
    Element* element = new_element(parent, name);
    parent.InsertEndChild(element);
    append_text(*element, text);
    return element;
}

void append_text(Element& parent, std::string_view text) {
    if (!text.empty()) parent.InsertEndChild(document_of(parent).NewText(std::string(text).c_str()));
}

void insert_before(Node& node, Node& added) {
    Node& parent = *node.Parent();
    if (Node* previous = node.PreviousSibling())
        parent.InsertAfterChild(previous, &added);
    else
        parent.InsertFirstChild(&added);
}

void insert_after(Node& node, Node& added) {
    // tinyxml2 9.0 loses its way when the node to insert is already the next one.
    if (node.NextSibling() != &added) node.Parent()->InsertAfterChild(&node, &added);
}

void move_children(Element& from, Element& to) {
    while (Node* child = from.FirstChild()) to.InsertEndChild(child);
}

Node* append_copy(Element& parent, const Node& node) {
    return parent.InsertEndChild(cloned(node, document_of(parent)));
}

void remove_attributes(Element& element) {
    while (const tinyxml2::XMLAttribute* first = element.FirstAttribute()) element.DeleteAttribute(first->Name());
}

void set_attribute(Element& element, const char* name, std::string_view value) {
    element.SetAttribute(name, std::string(value).c_str());
}

}  // namespace blogbind::markup
