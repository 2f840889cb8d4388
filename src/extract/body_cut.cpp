#include "extract/body_cut.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "extract/furniture.h"
#include "extract/lead_text.h"
#include "extract/page_addresses.h"
#include "extract/partial_copy.h"
#include "extract/prose.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::array address_attributes{"href",           "src",
                                        "poster",         "data-src",
                                        "data-lazy-src",  "data-original",
                                        "data-orig-file", "data-large-file",
                                        "data-full-url",  "data-lazy-href",
                                        "cite",           "data-medium-file"};
constexpr std::array list_attributes{"srcset", "data-srcset", "data-lazy-srcset"};

std::string resolved(std::string_view address, const Url& base) {
    const std::string_view clean = trimmed(address);
    if (clean.empty() || clean.starts_with('#') || clean.starts_with("data:")) return std::string(address);
    const std::optional<Url> url = base.resolve(clean);
    return url ? url->text() : std::string(address);
}

/// HTML #srcset-attributes: an address runs to white space and loses a closing comma; its descriptor runs to a comma.
std::string resolved_list(std::string_view list, const Url& base) {
    std::string out;
    for (std::size_t at = 0; at < list.size();) {
        at = list.find_first_not_of(" \t\r\n,", at);
        if (at == std::string_view::npos) break;
        const std::size_t end = std::min(list.find_first_of(" \t\r\n", at), list.size());
        std::string_view address = list.substr(at, end - at);
        const bool closed = address.ends_with(',');
        while (address.ends_with(',')) address.remove_suffix(1);
        const std::size_t comma = closed ? end : std::min(list.find(',', end), list.size());
        if (!out.empty()) out += ", ";
        out += resolved(address, base);
        if (const std::string_view descriptor = trimmed(list.substr(end, comma - end)); !descriptor.empty())
            out += " " + std::string(descriptor);
        at = comma;
    }
    return out;
}

/// Scripts put some texts in place, and readers without scripts get them from <noscript>.
void take_text_without_scripts(Element& root) {
    const bool is_all = !markup::has_more_text(root, 0);
    markup::each_element_bottom_up(root, [is_all](Element& element) {
        if (stands_in_for_script(element) || (is_all && markup::is_named(element, "noscript"))) markup::unwrap(element);
    });
}

}  // namespace

void resolve_addresses(Element& root, const Url& base) {
    markup::each_element(root, [&](Element& element) {
        for (const char* name : address_attributes)
            if (const std::string_view value = markup::attribute(element, name); !value.empty())
                markup::set_attribute(element, name, resolved(value, base));
        for (const char* name : list_attributes)
            if (const std::string_view value = markup::attribute(element, name); !value.empty())
                markup::set_attribute(element, name, resolved_list(value, base));
    });
}

markup::Body cut_body(const std::vector<Section>& sections, const std::optional<Url>& permalink, std::string_view title,
                      Explanation& explanation) {
    markup::Body body;
    for (const Section& section : sections) {
        markup::Body piece;
        if (&section == &sections.front() && section.part->ruled.first(RuleKind::body) == nullptr)
            for (const Element* lead : lead_paragraphs(section.part->document.root(), section.article, title))
                markup::append_copy(piece.root(), *lead);
        for (const Element* box : section.article.left_out)
            note_left_out(*box, "beside the text", explanation.left_out);
        append_part(piece, piece.root(), *section.article.body, [&](const Element& element) {
            return &element == section.comments ||
                   std::ranges::find(section.article.left_out, &element) != section.article.left_out.end();
        });
        take_text_without_scripts(piece.root());
        const std::optional<Url> base = base_address(section.part->document.root(), section.part->url);
        if (base && (!permalink || base->without_fragment() != permalink->without_fragment()))
            resolve_addresses(piece.root(), *base);
        explanation.evidence += (explanation.evidence.empty() ? "" : "; ") + section.article.evidence;
        drop_furniture(piece, title, base ? base : permalink, explanation.left_out);
        for (const markup::Node* child = piece.root().FirstChild(); child != nullptr; child = child->NextSibling())
            markup::append_copy(body.root(), *child);
    }
    return body;
}

}  // namespace blogbind::extract
