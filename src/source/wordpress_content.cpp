#include "source/wordpress_content.h"

#include <fmt/format.h>

#include <string>

#include "base/json.h"
#include "base/text.h"
#include "markup/xhtml_writer.h"
#include "source/given_fields.h"
#include "source/shortcodes.h"
#include "source/wordpress_paragraphs.h"
#include "source/wordpress_shortcodes.h"

namespace blogbind {
namespace {

using markup::Element;

bool has_blocks(std::string_view text) { return text.find("<!-- wp:") != std::string_view::npos; }

bool begins_break(std::string_view text) {
    return text.starts_with("<!--more") || text.starts_with("<!--noteaser") || text.starts_with("<!--nextpage");
}

/// Marks of the editor: the teaser's end goes, a page's end parts paragraphs.
std::string without_breaks(std::string_view text) {
    const std::size_t last_end = text.rfind("-->");
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = std::min(text.find("<!--", at), text.size());
        out += text.substr(at, start - at);
        if (start == text.size()) break;
        const std::string_view mark = text.substr(start);
        if (last_end == std::string_view::npos || start > last_end || !begins_break(mark)) {
            out += mark.substr(0, 4);
            at = start + 4;
            continue;
        }
        if (mark.starts_with("<!--nextpage")) out += "\n\n";
        at = text.find("-->", start) + 3;
    }
    return out;
}

/// An address alone on its line is shown as what it leads to.
std::string with_embeds(std::string_view text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
        if (line.data() != text.data()) out += '\n';
        const std::string_view address = trimmed(line);
        const bool is_address = address.starts_with("http") && is_embeddable(address);
        out += is_address ? embed_of(address) : std::string(line);
    }
    return out;
}

/// The block of footnotes is empty in the text: what belongs there is kept apart.
std::string footnotes_list(std::string_view json) {
    const Result<Json> notes = json.empty() ? fail(ErrorKind::not_found, "") : parse_json(json);
    std::string items;
    if (notes && notes->array() != nullptr)
        for (const Json& note : *notes->array())
            items += fmt::format("<li id=\"{0}\">{1} <a href=\"#{0}-link\">↩︎</a></li>",
                                 markup::escaped(note.text("id")), note.text("content"));
    return items.empty() ? items : fmt::format("<ol class=\"wp-block-footnotes\">{}</ol>", items);
}

std::string rendered(const WordpressText& text, const WordpressBlog& blog) {
    std::string html = with_embeds(without_breaks(text.raw));
    if (!has_blocks(html)) html = with_paragraphs(with_code_kept(html));
    return with_shortcodes(html, wordpress_shortcodes(blog, text.post)) + footnotes_list(text.footnotes);
}

/// The number in "wp-image-50001".
std::optional<long long> medium_number(const Element& image) {
    constexpr std::string_view mark = "wp-image-";
    for (const std::string_view word : split_words(markup::attribute(image, "class")))
        if (word.starts_with(mark)) return parsed_integer(word.substr(mark.size()));
    return std::nullopt;
}

void name_originals(markup::Body& body, const WordpressBlog& blog) {
    markup::each_element(body.root(), [&](Element& element) {
        if (!markup::is_named(element, "img") || !markup::attribute(element, "data-orig-file").empty()) return;
        const std::optional<long long> number = medium_number(element);
        const std::optional<WordpressMedium> medium = number ? blog.medium(*number) : std::nullopt;
        if (!medium || !medium->is_picture()) return;
        markup::set_attribute(element, "data-orig-file", medium->address);
        if (markup::attribute(element, "alt").empty()) markup::set_attribute(element, "alt", medium->alt);
    });
}

/// The same for what stands alone in its paragraph, or in the block for it.
void show_embeds(markup::Body& body) {
    markup::each_element(body.root(), [&](Element& element) {
        if (!markup::is_named(element, "p") && !markup::has_class(element, "wp-block-embed__wrapper")) return;
        if (element.FirstChildElement() != nullptr) return;
        const std::string address = markup::collapsed_text(element);
        if (!is_embeddable(address)) return;
        element.DeleteChildren();
        markup::set_attribute(*markup::append_element(element, "iframe"), "src", address);
    });
}

}  // namespace

markup::Body wordpress_content(const WordpressText& text, const WordpressBlog& blog, Report& report) {
    markup::Body body = parsed_content(rendered(text, blog), text.where, report);
    name_originals(body, blog);
    show_embeds(body);
    return body;
}

}  // namespace blogbind
