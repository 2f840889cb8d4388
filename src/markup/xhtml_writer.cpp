#include "markup/xhtml_writer.h"

#include <array>

namespace blogbind::markup {

namespace {

// HTML #void-elements, with the obsolete ones that parsers still treat so.
constexpr NameSet void_elements =
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr";

/// What stands for a byte in text: nothing special, a reference, or nothing at all.
struct Escapes {
    std::array<std::string_view, 256> reference{};
    std::array<bool, 256> is_special{};
};

constexpr Escapes escapes_with_quote(bool quote) {
    Escapes result;
    for (std::size_t byte = 0; byte < 0x20; ++byte) result.is_special[byte] = true;  // forbidden: vanish
    for (const char white_space : {'\t', '\n', '\r'}) result.is_special[static_cast<std::size_t>(white_space)] = false;
    const auto escape = [&](char c, std::string_view reference) {
        result.is_special[static_cast<std::size_t>(c)] = true;
        result.reference[static_cast<std::size_t>(c)] = reference;
    };
    escape('&', "&amp;");
    escape('<', "&lt;");
    escape('>', "&gt;");
    if (quote) escape('"', "&quot;");
    return result;
}

constexpr Escapes text_escapes = escapes_with_quote(false);
constexpr Escapes value_escapes = escapes_with_quote(true);

void write_escaped(std::string_view text, const Escapes& escapes, std::string& out) {
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        // U+FFFE and U+FFFF are forbidden too.
        const bool is_noncharacter =
            byte == 0xEF && (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF");
        if (!escapes.is_special[byte] && !is_noncharacter) continue;
        out.append(text, written, at - written);
        out += escapes.reference[byte];
        if (is_noncharacter) at += 2;
        written = at + 1;
    }
    out.append(text, written);
}

void write_start_tag(const Element& element, bool closes_itself, std::string& out) {
    out += '<';
    out += element.Name();
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next()) {
        out += ' ';
        out += at->Name();
        out += "=\"";
        write_escaped(at->Value(), value_escapes, out);
        out += '"';
    }
    out += closes_itself ? "/>" : ">";
}

void write_end_tag(const Element& element, std::string& out) {
    out += "</";
    out += element.Name();
    out += '>';
}

}  // namespace

void write_xhtml(const Element& element, std::string& out) {
    const bool closes_itself = element.NoChildren() && is_one_of(element, void_elements);
    write_start_tag(element, closes_itself, out);
    if (closes_itself) return;
    write_inner_xhtml(element, out);
    write_end_tag(element, out);
}

void write_inner_xhtml(const Element& element, std::string& out) {
    for (const Node* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const Element* inner = child->ToElement())
            write_xhtml(*inner, out);
        else if (const Text* text = child->ToText())
            write_escaped(text->Value(), text_escapes, out);
    }
}

std::string xhtml(const Element& element) {
    std::string out;
    write_xhtml(element, out);
    return out;
}

std::string inner_xhtml(const Element& element) {
    std::string out;
    write_inner_xhtml(element, out);
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    write_escaped(text, value_escapes, out);
    return out;
}

}  // namespace blogbind::markup
