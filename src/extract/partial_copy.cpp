#include "extract/partial_copy.h"

#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;
using markup::Node;

class Copier {
  public:
    Copier(markup::Body& to, const std::function<bool(const Element&)>& is_left_out, const Element* start)
        : to_(to), is_left_out_(is_left_out), start_(start), started_(start == nullptr) {}

    void copy_children(Element& parent, const Element& from) {
        for (const Node* child = from.FirstChild(); child != nullptr; child = child->NextSibling()) {
            if (child->ToText() != nullptr && started_) parent.InsertEndChild(to_.new_text(child->Value()));
            if (const Element* element = child->ToElement()) copy_element(parent, *element);
        }
    }

  private:
    void copy_element(Element& parent, const Element& element) {
        if (&element == start_) {
            started_ = true;
            return;
        }
        if (!started_) {
            if (holds(element, *start_)) copy_children(parent, element);
            return;
        }
        if (is_left_out_(element)) return;
        Element* copy = to_.new_element(element.Name());
        for (const auto* attribute = element.FirstAttribute(); attribute != nullptr; attribute = attribute->Next())
            copy->SetAttribute(attribute->Name(), attribute->Value());
        parent.InsertEndChild(copy);
        copy_children(*copy, element);
    }

    markup::Body& to_;
    const std::function<bool(const Element&)>& is_left_out_;
    const Element* start_;
    bool started_;
};

}  // namespace

void append_part(markup::Body& to, Element& parent, const Element& from,
                 const std::function<bool(const Element&)>& is_left_out, const Element* start) {
    Copier(to, is_left_out, start).copy_children(parent, from);
}

}  // namespace blogbind::extract
