// Slideshows that exist only as data for a script become ordinary gallery markup, in order.
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "markup/html_parser.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

/// Captions in such data may be markup.
std::string plain_words(std::string_view markup_text) {
    if (markup_text.find_first_of("<&") == std::string_view::npos) return collapsed(markup_text);
    const auto parsed = markup::parse_fragment(markup_text);
    return parsed ? markup::collapsed_text(parsed->body.root()) : std::string();
}

void append_picture(Element& gallery, const Json& picture) {
    if (picture.text("src").empty()) return;
    Element* item = markup::append_element(gallery, "figure");
    Element* img = markup::append_element(*item, "img");
    markup::set_attribute(*img, "src", picture.text("src"));
    markup::set_attribute(*img, "alt", picture.text("alt"));
    const std::string caption = plain_words(picture.text("caption"));
    if (!caption.empty()) markup::append_element(*item, "figcaption", caption);
}

/// `pictures` in place of `source`'s content.
void fill(Element& source, const Json::Array& pictures, std::string_view title) {
    if (markup::first_descendant(source, "img") != nullptr) return;  // they are there without a script, too
    source.DeleteChildren();
    markup::rename(source, "div");
    markup::remove_attributes(source);
    markup::set_attribute(source, "class", "gallery");
    for (const Json& picture : pictures) append_picture(source, picture);
    if (!title.empty()) markup::append_element(source, "figcaption", plain_words(title));
}

void expand(Element& element) {
    // Jetpack: an array of pictures. Substack: an object that holds one.
    if (const std::string_view data = attribute(element, "data-gallery"); !data.empty()) {
        const Result<Json> json = parse_json(data);
        if (json && json->array() != nullptr) fill(element, *json->array(), {});
    }
    if (!markup::has_class(element, "image-gallery-embed")) return;
    const Result<Json> json = parse_json(attribute(element, "data-attrs"));
    if (!json) return;
    const Json& gallery = (*json)["gallery"];
    if (gallery["images"].array() != nullptr) fill(element, *gallery["images"].array(), gallery.text("caption"));
}

}  // namespace

void expand_slideshows(Task& task) {
    std::vector<Element*> sentences;
    markup::each_element(task.root(), [&](Element& element) {
        if (markup::has_class(element, "jetpack-slideshow-noscript")) sentences.push_back(&element);
        expand(element);
    });
    for (Element* sentence : sentences) markup::remove(*sentence);
}

}  // namespace blogbind::normalise
