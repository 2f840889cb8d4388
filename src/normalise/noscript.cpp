// Lazy loading leaves a placeholder for those with scripts and the real thing in <noscript> for those without. A saved
// page may hold both. One of them stays, with what both know.
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/image_addresses.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

/// The only <img> below `node` or `node` itself; null if there is none or more than one.
Element* only_image(Node& node) {
    Element* found = nullptr;
    for (Node* inner = &node; inner != nullptr; inner = markup::next_in_order(*inner, node)) {
        if (!markup::is_named(*inner, "img")) continue;
        if (found != nullptr) return nullptr;
        found = inner->ToElement();
    }
    return found;
}

bool is_blank(const Node& node) { return node.ToElement() == nullptr && !markup::has_text(node); }

Node* neighbour(Node& node, bool before) {
    Node* other = before ? node.PreviousSibling() : node.NextSibling();
    while (other != nullptr && is_blank(*other)) other = before ? other->PreviousSibling() : other->NextSibling();
    return other != nullptr && other->ToElement() != nullptr ? other : nullptr;
}

/// Whether `shown` is the picture `real`, or waits to be replaced by it.
bool stands_for(const Element& shown, const Element& real) {
    if (is_placeholder(attribute(shown, "src"))) return true;
    const std::string_view wanted = attribute(real, "src");
    for (auto* entry = shown.FirstAttribute(); entry != nullptr; entry = entry->Next())
        if (std::string_view(entry->Value()) == wanted) return true;
    const auto a = Url::parse(attribute(shown, "src"));
    const auto b = Url::parse(wanted);
    return a && b && picture_name(*a) == picture_name(*b);
}

/// What only `real` knows goes to `shown`.
void merge(const Element& real, Element& shown) {
    for (auto* entry = real.FirstAttribute(); entry != nullptr; entry = entry->Next()) {
        const std::string_view own = attribute(shown, entry->Name());
        const bool is_address = std::string_view(entry->Name()) == "src";
        if (own.empty() || (is_address && is_placeholder(own))) shown.SetAttribute(entry->Name(), entry->Value());
    }
}

bool merge_with_neighbour(Element& noscript, const Element& real) {
    for (const bool before : {true, false}) {
        Node* other = neighbour(noscript, before);
        if (other == nullptr || markup::is_named(*other, "noscript")) continue;
        Element* shown = only_image(*other);
        if (shown == nullptr || !stands_for(*shown, real)) continue;
        merge(real, *shown);
        return true;
    }
    return false;
}

bool holds_content(const Element& noscript) {
    for (const Node* node = &noscript; node != nullptr; node = markup::next_in_order(*node, noscript))
        if (markup::is_one_of(*node, "img iframe video audio object embed")) return true;
    return false;
}

}  // namespace

void merge_noscript(Task& task) {
    std::vector<Element*> found;
    markup::each_element(task.root(), [&](Element& element) {
        if (markup::is_named(element, "noscript")) found.push_back(&element);
    });
    while (!found.empty()) {  // the innermost of nested ones first
        Element& noscript = *found.back();
        found.pop_back();
        const Element* real = only_image(noscript);
        if ((real != nullptr && merge_with_neighbour(noscript, *real)) || !holds_content(noscript))
            markup::remove(noscript);
        else
            markup::unwrap(noscript);
    }
}

}  // namespace blogbind::normalise
