#include "markup/xml_tags.h"

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <string>
#include <type_traits>

#include "base/text.h"

namespace blogbind::markup {

namespace {

constexpr std::size_t piece_size = 1U << 20;  // expat counts in int
constexpr char separator = ' ';               // between a name space and a name

std::string_view local_name(const XML_Char* name) {
    const std::string_view full = name;
    return full.substr(full.rfind(separator) + 1);  // npos + 1 is 0
}

struct Visit {
    const std::function<void(const XmlTag&)>& visit;
    XmlTag tag;
};

void start_element(void* state, const XML_Char* name, const XML_Char** attributes) {
    auto& [visit, tag] = *static_cast<Visit*>(state);
    tag.name = local_name(name);
    tag.attributes.clear();
    for (; *attributes != nullptr; attributes += 2) tag.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    visit(tag);
}

/// The texts of the elements that are open.
struct Texts {
    const std::function<void(std::string_view, std::string_view)>& visit;
    std::vector<std::string> open;
};

void open_text(void* state, const XML_Char*, const XML_Char**) { static_cast<Texts*>(state)->open.emplace_back(); }

void add_text(void* state, const XML_Char* text, int size) {
    static_cast<Texts*>(state)->open.back().append(text, static_cast<std::size_t>(size));
}

void close_text(void* state, const XML_Char* name) {
    auto& [visit, open] = *static_cast<Texts*>(state);
    visit(local_name(name), trimmed(open.back()));
    open.pop_back();
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

Status parsed(const Parser& parser, std::string_view xml) {
    do {
        const std::string_view piece = xml.substr(0, piece_size);
        xml.remove_prefix(piece.size());
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), xml.empty()) == XML_STATUS_OK) continue;
        return fail(ErrorKind::unreadable, fmt::format("line {}: {}", XML_GetCurrentLineNumber(parser.get()),
                                                       XML_ErrorString(XML_GetErrorCode(parser.get()))));
    } while (!xml.empty());
    return {};
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

Status visit_tags(std::string_view xml, const std::function<void(const XmlTag&)>& visit) {
    const Parser parser(XML_ParserCreateNS(nullptr, separator));
    if (!parser) return fail(ErrorKind::unreadable, "out of memory");
    Visit state{visit, {}};
    XML_SetUserData(parser.get(), &state);
    XML_SetStartElementHandler(parser.get(), start_element);
    return parsed(parser, xml);
}

Status visit_elements(std::string_view xml,
                      const std::function<void(std::string_view name, std::string_view text)>& visit) {
    const Parser parser(XML_ParserCreateNS(nullptr, separator));
    if (!parser) return fail(ErrorKind::unreadable, "out of memory");
    Texts state{visit, {}};
    XML_SetUserData(parser.get(), &state);
    XML_SetElementHandler(parser.get(), open_text, close_text);
    XML_SetCharacterDataHandler(parser.get(), add_text);
    return parsed(parser, xml);
}

}  // namespace blogbind::markup
