#include "epub/body_text.h"

#include "markup/xhtml_writer.h"

namespace blogbind::epub {

namespace {

bool is_note(const markup::Node& node) {
    const markup::Element* element = node.ToElement();
    return element != nullptr && markup::attribute(*element, "role") == "doc-footnote";
}

}  // namespace

BodyText body_text(const markup::Body& body) {
    BodyText result;
    for (const markup::Node* node = body.root().FirstChild(); node != nullptr; node = node->NextSibling()) {
        std::string& out = is_note(*node) ? result.notes : result.text;
        if (const markup::Element* element = node->ToElement()) {
            if (!out.empty()) out += '\n';
            markup::write_xhtml(*element, out);
        } else if (const markup::Text* text = node->ToText(); text != nullptr) {
            out += markup::escaped(text->Value());
        }
    }
    return result;
}

}  // namespace blogbind::epub
