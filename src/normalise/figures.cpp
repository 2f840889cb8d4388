// Single pictures: out of whatever a platform wraps around them, into a figure.
#include "normalise/figures.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/boxes.h"
#include "normalise/image_addresses.h"
#include "normalise/image_candidates.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::array<std::string_view, 15> caption_classes{"wp-caption-text",    "wp-element-caption",
                                                           "gallery-caption",    "tiled-gallery-caption",
                                                           "tr-caption",         "image-caption",
                                                           "img-caption",        "imageCaption",
                                                           "photo-caption",      "blocks-gallery-caption",
                                                           "caption-text",       "wp-block-jetpack-slideshow_caption",
                                                           "kg-gallery-caption", "fg-caption",
                                                           "photo-caption-text"};

// Elements around one picture and its caption.
constexpr std::array<std::string_view, 9> container_classes{
    "wp-caption", "tr-caption-container", "photo-wrap",  "image-wrapper",  "captioned-image-container",
    "img-wrap",   "image-block",          "media-image", "sqs-block-image"};

template <std::size_t N>
bool has_any_class(const Element& element, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : split_words(attribute(element, "class")))
        if (std::ranges::find(names, name) != names.end()) return true;
    return false;
}

bool is_container(const Element& element) {
    return markup::is_named(element, "figure") || has_any_class(element, container_classes) ||
           element.FirstChildElement("figcaption") != nullptr;
}

constexpr int farthest = 10;  // levels between a picture and what belongs to it

/// How many pictures stand below each element that is near one.
using Counts = std::unordered_map<const Node*, int>;

Counts counts_of(const std::vector<Element*>& images) {
    Counts counts;
    for (const Element* img : images) {
        const Node* node = img->Parent();
        for (int steps = 0; steps < farthest && node != nullptr; ++steps, node = node->Parent()) ++counts[node];
    }
    return counts;
}

/// The outermost element near `img` that belongs to this picture alone; null if none does.
Element* container_of(Element& img) {
    Element* found = nullptr;
    Node* node = img.Parent();
    for (int steps = 0; steps < farthest && node != nullptr && node->ToElement() != nullptr; ++steps) {
        if (is_container(*node->ToElement())) found = node->ToElement();
        if (found != nullptr && markup::is_named(*node, "figure")) break;
        node = node->Parent();
    }
    return found;
}

Element* find_caption(Element& container) {
    Node* node = container.FirstChild();
    while (node != nullptr) {
        Element* element = node->ToElement();
        if (element != nullptr && is_caption(*element)) return element;
        node = markup::next_in_order(*node, container);
    }
    return nullptr;
}

/// Where the picture leads, if to something else than itself or the page that shows only it.
std::optional<Url> destination(const Element& link, const Element& img) {
    const std::optional<Url> url = Url::parse(attribute(link, "href"));
    if (!url || !url->is_web() || names_image(url->path())) return std::nullopt;
    const std::string_view address = url->text();
    const bool is_attachment = address.find("/attachment/") != std::string_view::npos ||
                               url->parameter("attachment_id") || has_word(attribute(link, "rel"), "attachment") ||
                               attribute(link, "rel").find("wp-att-") != std::string_view::npos;
    if (is_attachment) return std::nullopt;
    // WordPress names the page of an attachment after its file.
    const std::optional<Url> picture = Url::parse(attribute(img, "src"));
    if (picture && slug(last_path_segment(*url)) == slug(picture_name(*picture))) return std::nullopt;
    return url;
}

/// The link around a picture moves into its caption.
void link_caption(Element& figcaption, const Url& url) {
    if (markup::first_descendant(figcaption, "a") != nullptr) return;
    Element* link = nullptr;
    if (markup::has_text(figcaption)) {
        link = markup::new_element(figcaption, "a");
        figcaption.InsertEndChild(link);
        while (figcaption.FirstChild() != link) link->InsertEndChild(figcaption.FirstChild());
    } else {
        link = markup::append_element(figcaption, "a", readable(url));
    }
    markup::set_attribute(*link, "href", url.text());
}

void note_destination(Task& task, const Element& img, const Url& url) {
    const std::string_view key = attribute(img, "src");
    const auto image = std::ranges::find(task.post.images, key, &Image::source);
    if (image != task.post.images.end() && !image->link) image->link = url;
}

/// Words that a lightbox or a gallery plug-in keeps on the picture or on its link.
std::string data_caption(const Element& img, const Element* link) {
    for (const Element* element : {&img, link}) {
        if (element == nullptr) continue;
        for (const char* name : {"data-caption", "data-description", "data-caption-desc", "data-sub-html"}) {
            const std::string words = collapsed(attribute(*element, name));
            if (!words.empty() && words.find('<') == std::string::npos && words[0] != '.' && words[0] != '#')
                return words;
        }
    }
    return {};
}

void build_caption(Element& figure, Element* caption, const std::string& fallback, const std::optional<Url>& url) {
    if (caption == nullptr && fallback.empty() && !url) return;
    Element* figcaption = markup::append_element(figure, "figcaption");
    if (caption != nullptr) {
        markup::move_children(*caption, *figcaption);
        markup::remove(*caption);
    }
    if (!markup::has_text(*figcaption) && !fallback.empty()) markup::append_text(*figcaption, fallback);
    if (url) link_caption(*figcaption, *url);
    if (!markup::has_text(*figcaption)) markup::remove(*figcaption);
}

/// The figure that `img` is to be taken out of, or else the link around it, or itself.
void take_out(Task& task, Element& img, const Counts& counts) {
    Element* container = container_of(img);
    const auto count = counts.find(container);  // what the pass itself has made is not counted
    if (container != nullptr && count != counts.end() && count->second == 1) {
        build_figure(task, *container, "photo", img, find_caption(*container));
        return remove_if_empty(*container);
    }
    Element* link = lone_link(img);
    Node& place = link != nullptr ? static_cast<Node&>(*link) : img;
    build_figure(task, place, "photo", img, nullptr);
    if (link != nullptr) remove_if_empty(*link);
}

/// A caption whose picture is not there, as pasted text has it.
void tell_of_picture(Task& task, Element& container) {
    Element* caption = find_caption(container);
    if (caption == nullptr || markup::first_descendant(container, "img") != nullptr) return;
    const std::string words = task.phrases.text(Phrase::photo_here, markup::collapsed_text(*caption));
    container.DeleteChildren();
    markup::rename(container, "p");
    markup::remove_attributes(container);
    markup::set_attribute(container, "class", "caption");
    markup::append_text(container, words);
}

/// In no figure, or in one that holds nothing else.
bool is_loose(const Element& figcaption) {
    const Node* figure = figcaption.Parent();
    while (figure != nullptr && !markup::is_named(*figure, "figure")) figure = figure->Parent();
    if (figure == nullptr) return true;
    const Element& holder = *figure->ToElement();
    return markup::first_descendant(holder, "img") == nullptr &&
           markup::text_length(holder) == markup::text_length(figcaption);
}

/// A caption whose picture stands elsewhere or is not there: attach_captions may find one.
void loosen_caption(Element& figcaption) {
    markup::rename(figcaption, "p");
    markup::remove_attributes(figcaption);
    markup::set_attribute(figcaption, "class", "caption");
}

}  // namespace

bool is_caption(const Element& element) {
    return markup::is_named(element, "figcaption") || has_any_class(element, caption_classes);
}

void remove_if_empty(Element& element) {
    for (const Node* node = &element; node != nullptr; node = markup::next_in_order(*node, element))
        if (markup::is_one_of(*node, "img hr") || (node->ToText() != nullptr && markup::has_text(*node))) return;
    markup::remove(element);
}

Element* build_figure(Task& task, Node& place, const char* name, Element& img, Element* caption) {
    const Element* link = lone_link(img);
    const std::optional<Url> url = link != nullptr ? destination(*link, img) : std::nullopt;
    const std::string fallback = data_caption(img, link);
    if (url) note_destination(task, img, *url);

    Element* figure = task.body.new_element("figure");
    markup::insert_before(place, *figure);
    markup::set_attribute(*figure, "class", name);
    Element* frame = markup::append_element(*figure, "p");
    markup::set_attribute(*frame, "class", "frame");
    frame->InsertEndChild(&img);
    img.DeleteAttribute("data-caption");
    build_caption(*figure, caption, fallback, url);
    return figure;
}

void make_figures(Task& task) {
    std::vector<Element*> images;
    std::vector<Element*> bare;
    Node* node = markup::next_in_order(task.root(), task.root());
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool is_done = element != nullptr && (markup::has_class(*element, "gallery") || is_box(*element));
        if (element != nullptr && markup::is_named(*element, "img")) images.push_back(element);
        if (element != nullptr && markup::has_class(*element, "wp-caption")) bare.push_back(element);
        node = is_done ? markup::next_after_subtree(*node, task.root()) : markup::next_in_order(*node, task.root());
    }
    for (Element* container : bare) tell_of_picture(task, *container);
    const Counts counts = counts_of(images);
    for (Element* img : images) take_out(task, *img, counts);
    std::vector<Element*> loose;
    markup::each_element(task.root(), [&loose](Element& element) {
        if (markup::is_named(element, "figcaption") && is_loose(element)) loose.push_back(&element);
    });
    for (Element* figcaption : loose) loosen_caption(*figcaption);
}

}  // namespace blogbind::normalise
