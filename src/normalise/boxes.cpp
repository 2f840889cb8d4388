#include "normalise/boxes.h"

#include <algorithm>

#include "base/text.h"

namespace blogbind::normalise {

using markup::Element;

namespace {

Phrase kind_phrase(EmbedKind kind) {
    switch (kind) {
        case EmbedKind::video: return Phrase::video;
        case EmbedKind::audio: return Phrase::audio;
        case EmbedKind::map: return Phrase::map;
        default: return Phrase::embedded;
    }
}

Element* append_line(Element& box) {
    Element* line = markup::append_element(box, "p");
    markup::set_attribute(*line, "class", "embed-line");
    return line;
}

void append_poster(Task& task, Element& box, const Box& content) {
    Element* frame = markup::append_element(box, "p");
    markup::set_attribute(*frame, "class", "frame");
    Element* img = markup::append_element(*frame, "img");
    markup::set_attribute(*img, "class", "poster");
    markup::set_attribute(*img, "src", content.poster);
    const std::string what = content.title.empty() ? task.phrases.text(Phrase::video) : content.title;
    markup::set_attribute(*img, "alt", task.phrases.text(Phrase::still_of, what));
}

}  // namespace

Element* make_box(Task& task, const Box& content) {
    Element* box = task.body.new_element("div");
    markup::set_attribute(*box, "class", "embed");
    if (!content.poster.empty()) append_poster(task, *box, content);

    Element* what = append_line(*box);
    const std::string kind = task.phrases.text(kind_phrase(content.embed.kind));
    markup::append_element(*what, "b", kind);
    std::string name = content.title.empty() ? std::string(content.embed.service) : content.title;
    if (!content.embed.place.empty()) name.append(name.empty() ? "(" : " (").append(content.embed.place).append(")");
    markup::append_text(*what, task.phrases.with_detail(kind, name).substr(kind.size()));

    Element* where = append_line(*box);
    markup::append_text(*where, task.phrases.text(Phrase::embed_not_included) + " ");
    Element* link = markup::append_element(*where, "a");
    markup::set_attribute(*link, "href", content.embed.address);
    const std::optional<Url> url = Url::parse(content.embed.address);
    markup::append_text(*link, url ? readable(*url) : content.embed.address);
    return box;
}

bool is_box(const Element& element) {
    if (!markup::is_named(element, "div") || markup::attribute(element, "class") != "embed") return false;
    int children = 0;
    for (const markup::Node* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (child->ToElement() == nullptr) {
            if (markup::has_text(*child)) return false;
            continue;
        }
        const std::string_view name = markup::attribute(*child->ToElement(), "class");
        if (!markup::is_named(*child, "p") || (name != "embed-line" && name != "frame")) return false;
        ++children;
    }
    return children > 0;
}

}  // namespace blogbind::normalise
