#include "markup/xml_tags.h"

#include <string>

#include "base/text.h"
#include "markup/expat_parser.h"

namespace blogbind::markup {

namespace {

std::string_view local_name(std::string_view full) { return full.substr(full.rfind(' ') + 1); }  // npos + 1 is 0

struct TagVisitor final : ExpatEvents {
    explicit TagVisitor(const std::function<void(const XmlTag&)>& visitor) : visit(visitor) {}

    void start(std::string_view name, const char* const* attributes) override {
        tag.name = local_name(name);
        tag.attributes.clear();
        for (; *attributes != nullptr; attributes += 2)
            tag.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
        visit(tag);
    }
    void text(std::string_view) override {}
    void end(std::string_view) override {}

    const std::function<void(const XmlTag&)>& visit;
    XmlTag tag;
};

struct ElementVisitor final : ExpatEvents {
    explicit ElementVisitor(const std::function<void(std::string_view, std::string_view)>& visitor) : visit(visitor) {}

    void start(std::string_view, const char* const*) override { open.emplace_back(); }
    void text(std::string_view characters) override { open.back() += characters; }
    void end(std::string_view name) override {
        visit(local_name(name), trimmed(open.back()));
        open.pop_back();
    }

    const std::function<void(std::string_view, std::string_view)>& visit;
    std::vector<std::string> open;  // the texts of the elements that are open
};

Status parsed(ExpatEvents& events, std::string_view xml) {
    return ExpatParser(events, ExpatParser::Names::resolved).parse(xml, ExpatParser::End::reached);
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

Status visit_tags(std::string_view xml, const std::function<void(const XmlTag&)>& visit) {
    TagVisitor visitor(visit);
    return parsed(visitor, xml);
}

Status visit_elements(std::string_view xml,
                      const std::function<void(std::string_view name, std::string_view text)>& visit) {
    ElementVisitor visitor(visit);
    return parsed(visitor, xml);
}

}  // namespace blogbind::markup
