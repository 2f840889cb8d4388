// Trees that rest: their nodes one after the other, in bytes that are read back faster than markup is parsed.
#include <cstring>
#include <utility>

#include "markup/body.h"

namespace blogbind::markup {

namespace {

/// What follows. Every text ends with a zero byte, which none of them holds.
enum class Mark : char { element = 1, attribute, text, end };

void write(Mark mark, const char* text, std::string& out) {
    out += static_cast<char>(mark);
    out.append(text, std::strlen(text) + 1);
}

void write(const Element& element, std::string& out) {
    write(Mark::element, element.Name(), out);
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next()) {
        write(Mark::attribute, at->Name(), out);
        out.append(at->Value(), std::strlen(at->Value()) + 1);
    }
    for (const Node* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const Element* inner = child->ToElement())
            write(*inner, out);
        else if (const Text* text = child->ToText())
            write(Mark::text, text->Value(), out);
    }
    out += static_cast<char>(Mark::end);
}

class Reader {
  public:
    Reader(const std::string& packed, tinyxml2::XMLDocument& document)
        : at_(packed.c_str()), end_(at_ + packed.size()), document_(document) {}

    /// Null if there is nothing to read.
    Element* tree() {
        Element* root = nullptr;
        Element* open = nullptr;
        while (at_ < end_) {
            switch (static_cast<Mark>(*at_++)) {
                case Mark::element: {
                    Element* element = new_element(document_, text());
                    if (open != nullptr) open->InsertEndChild(element);
                    if (root == nullptr) root = element;
                    open = element;
                    break;
                }
                case Mark::attribute: {
                    const char* name = text();
                    open->SetAttribute(name, text());
                    break;
                }
                case Mark::text: open->InsertEndChild(document_.NewText(text())); break;
                case Mark::end: open = open == root ? root : open->Parent()->ToElement(); break;
            }
        }
        return root;
    }

  private:
    const char* text() {
        const char* text = at_;
        at_ += std::strlen(text) + 1;
        return text;
    }

    const char* at_;
    const char* end_;
    tinyxml2::XMLDocument& document_;
};

}  // namespace

std::string Body::packed() const {
    std::string out;
    write(root(), out);
    return out;
}

Body Body::unpacked(const std::string& packed, const Body* neighbour) {
    auto document = neighbour != nullptr ? neighbour->document_ : std::make_shared<tinyxml2::XMLDocument>();
    Element* root = Reader(packed, *document).tree();
    return root != nullptr ? Body(std::move(document), root) : Body();
}

void Body::wake() const {
    Body body = unpacked(place_.packed(), nullptr);
    std::swap(document_, body.document_);
    std::swap(root_, body.root_);
}

void Body::free_tree() const {
    if (document_ && document_.use_count() > 1) document_->DeleteNode(root_);
    document_.reset();
    root_ = nullptr;
}

void Body::rest() const {
    if (root_ == nullptr || !place_.exists()) return;
    if (place_.is_current() || place_.put(packed())) free_tree();  // what cannot be put away stays
}

}  // namespace blogbind::markup
