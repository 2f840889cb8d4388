#include "source/pasted_text.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "net/charset.h"
#include "source/paste.h"

namespace blogbind {
namespace {

constexpr std::size_t longest_title = 150;  // characters

using markup::append_element;
using markup::Element;

Element* append_classed(Element& parent, const char* name, std::string_view classes, std::string_view text = {}) {
    Element* element = append_element(parent, name, text);
    markup::set_attribute(*element, "class", classes);
    return element;
}

void append_lines(Element& parent, const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) append_element(parent, "br");
        markup::append_text(parent, lines[i]);
    }
}

void append_block(Element& content, const PasteBlock& block) {
    switch (block.kind) {
        case PasteKind::paragraph: return append_lines(*append_element(content, "p"), block.lines);
        case PasteKind::heading: return append_lines(*append_element(content, "h2"), block.lines);
        case PasteKind::quotation:
            return append_lines(*append_element(*append_element(content, "blockquote"), "p"), block.lines);
        case PasteKind::caption:
            return append_lines(*append_element(*append_classed(content, "figure", "wp-caption"), "figcaption"),
                                block.lines);
        case PasteKind::bullet:
        case PasteKind::number: break;
    }
    const char* list_name = block.kind == PasteKind::bullet ? "ul" : "ol";
    Element* list = content.LastChildElement();
    if (list == nullptr || !markup::is_named(*list, list_name)) list = append_element(content, list_name);
    append_lines(*append_element(*list, "li"), block.lines);
}

void append_likes(Element& content, int likes) {
    Element* feedback =
        append_classed(*append_classed(content, "p", "comment-likes"), "span", "comment-like-feedback", "Liked by ");
    Element* count =
        append_classed(*feedback, "a", "view-likers", std::to_string(likes) + (likes == 1 ? " person" : " people"));
    markup::set_attribute(*count, "data-like-count", std::to_string(likes));
}

Element* append_comment(Element& list, const PastedComment& comment, std::size_t number) {
    Element* item = append_classed(list, "li", "comment depth-" + std::to_string(comment.depth));
    markup::set_attribute(*item, "id", "comment-" + std::to_string(number));
    Element* article = append_classed(*item, "article", "comment-body");
    if (!comment.author.empty()) {
        Element* meta = append_classed(*article, "footer", "comment-meta");
        append_classed(*append_classed(*meta, "div", "comment-author vcard"), "b", "fn", comment.author);
        if (!comment.date.empty())
            append_element(*append_classed(*meta, "div", "comment-metadata"), "time", comment.date);
    }
    Element* content = append_classed(*article, "div", "comment-content");
    for (const PasteBlock& block : comment.blocks) append_block(*content, block);
    if (comment.likes) append_likes(*content, *comment.likes);
    return item;
}

void append_comments(Element& body, const Paste& paste) {
    Element* section = append_classed(body, "div", "comments-area");
    markup::set_attribute(*section, "id", "comments");
    if (paste.heading)
        append_classed(*section, "h2", "comments-title",
                       std::to_string(paste.heading->declared) + " thoughts on “" + paste.title + "”");
    std::vector<Element*> items;  // the open comment at each depth
    Element* list = append_classed(*section, "ol", "comment-list");
    for (std::size_t i = 0; i < paste.comments.size(); ++i) {
        const auto depth = static_cast<std::size_t>(paste.comments[i].depth);
        items.resize(std::min(items.size(), depth - 1));
        Element* parent = list;
        if (!items.empty()) {
            parent = items.back()->LastChildElement();
            if (!markup::is_named(*parent, "ol")) parent = append_classed(*items.back(), "ol", "children");
        }
        items.push_back(append_comment(*parent, paste.comments[i], i + 1));
    }
}

markup::Body document_of(const Paste& paste) {
    markup::Body document("html");
    append_element(*append_element(document.root(), "head"), "title", paste.title);
    Element* body = append_classed(document.root(), "body", "single single-post");
    Element* article = append_classed(*body, "article", "post-1 post type-post hentry");
    markup::set_attribute(*article, "id", "post-1");
    Element* header = append_classed(*article, "header", "entry-header");
    append_classed(*header, "h1", "entry-title", paste.title);
    if (!paste.author.empty())
        append_classed(*append_classed(*header, "span", "author vcard"), "span", "fn", paste.author);
    Element* content = append_classed(*article, "div", "entry-content");
    for (const PasteBlock& block : paste.blocks) append_block(*content, block);
    if (paste.heading || !paste.comments.empty()) append_comments(*body, paste);
    return document;
}

bool is_reading_time(std::string_view line) {
    const std::string folded = case_folded(collapsed(line));
    return folded.size() < 60 &&
           (folded.find("min read") != std::string::npos || folded.find("minute read") != std::string::npos ||
            folded.find("min. lesezeit") != std::string::npos);
}

std::string single_line(const PasteBlock& block) {
    return block.lines.size() == 1 ? collapsed(block.lines[0]) : std::string();
}

bool may_be_title(const PasteBlock& block) {
    const std::string line = single_line(block);
    if (line.empty() || character_count(line) > longest_title || line.ends_with('.')) return false;
    return block.kind == PasteKind::paragraph || block.kind == PasteKind::heading;
}

/// Title, byline and reading time at the top are no part of the text.
void take_head(Paste& paste) {
    if (!paste.blocks.empty() && may_be_title(paste.blocks.front())) {
        const std::string first = single_line(paste.blocks.front());
        const bool repeated = case_folded(first) == case_folded(paste.title);
        if (paste.title.empty() || repeated) {
            paste.title = first;
            paste.blocks.erase(paste.blocks.begin());
        }
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(paste.blocks.size(), 3);) {
        const std::string line = single_line(paste.blocks[i]);
        const bool byline =
            line.size() < 60 && (line.starts_with("By ") || line.starts_with("by ") || line.starts_with("Von "));
        if (byline && !line.ends_with('.') && paste.author.empty()) paste.author = line.substr(line.find(' ') + 1);
        const bool drop = (byline && !line.ends_with('.')) || is_reading_time(line);
        if (!drop) {
            ++i;
        } else {
            paste.blocks.erase(paste.blocks.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

}  // namespace

Paste read_paste(std::string_view utf8) {
    Paste paste;
    std::vector<std::string_view> text, comments;
    for (std::string_view line : split(utf8, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool at_margin = !line.empty() && line[0] != ' ';
        if (at_margin && is_reply_form_heading(line)) break;
        if (at_margin && !paste.heading)
            if ((paste.heading = comment_heading(line))) continue;
        (paste.heading ? comments : text).push_back(line);
    }
    if (paste.heading) paste.title = paste.heading->title;
    paste.blocks = read_blocks(text);
    paste.comments = read_pasted_comments(comments);
    take_head(paste);
    tell_captions_from_headings(paste.blocks);
    return paste;
}

PagePart pasted_page(std::string_view bytes, std::string_view name, const std::optional<Url>& url, Report& report) {
    const Decoded decoded = decode_text(bytes, {});
    if (decoded.replaced > 0)
        report.add(IssueCode::text_repaired, name,
                   std::to_string(decoded.replaced) +
                       (decoded.replaced == 1 ? " character is not " : " characters are not ") + decoded.encoding);
    Paste paste = read_paste(decoded.text);
    if (paste.title.empty()) paste.title = std::string(name);
    const auto captions = std::count_if(paste.blocks.begin(), paste.blocks.end(),
                                        [](const PasteBlock& block) { return block.kind == PasteKind::caption; });
    if (captions > 0)
        report.add(IssueCode::pictures_absent, name,
                   captions == 1 ? "a caption stands without its picture"
                                 : std::to_string(captions) + " captions stand without their pictures");
    PagePart part;
    part.url = url;
    part.document = document_of(paste);
    part.sha256 = sha256_hex(bytes);
    part.bytes = bytes.size();
    return part;
}

}  // namespace blogbind
