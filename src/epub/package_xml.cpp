#include "epub/package_xml.h"

namespace blogbind::epub {

namespace {

void set_attributes(XmlElement& element, XmlAttributes attributes) {
    for (const auto& [name, value] : attributes)
        if (!value.empty()) element.SetAttribute(name, value.c_str());
}

}  // namespace

XmlElement& begin(XmlDocument& document, const char* name, XmlAttributes attributes) {
    document.InsertEndChild(document.NewDeclaration());
    XmlElement* root = document.NewElement(name);
    document.InsertEndChild(root);
    set_attributes(*root, attributes);
    return *root;
}

XmlElement& append(XmlElement& parent, const char* name, std::string_view text, XmlAttributes attributes) {
    XmlElement* element = parent.InsertNewChildElement(name);
    set_attributes(*element, attributes);
    if (!text.empty()) element->SetText(std::string(text).c_str());
    return *element;
}

std::string written(const XmlDocument& document) {
    tinyxml2::XMLPrinter printer;
    document.Print(&printer);
    return {printer.CStr(), static_cast<std::size_t>(printer.CStrSize()) - 1};
}

}  // namespace blogbind::epub
