// Groups of pictures, whatever plug-in made them: figure.gallery > figcaption, div.row > figure.gallery-item.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "normalise/figures.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::array<std::string_view, 24> gallery_classes{"gallery",
                                                           "wp-block-gallery",
                                                           "blocks-gallery-grid",
                                                           "tiled-gallery",
                                                           "wp-block-jetpack-tiled-gallery",
                                                           "wp-block-jetpack-slideshow",
                                                           "ngg-galleryoverview",
                                                           "ngg-gallery",
                                                           "foogallery",
                                                           "envira-gallery-wrap",
                                                           "envira-gallery-public",
                                                           "modula",
                                                           "modula-gallery",
                                                           "kg-gallery-card",
                                                           "kg-gallery-container",
                                                           "sqs-gallery",
                                                           "image-gallery-embed",
                                                           "html_photoset",
                                                           "photoset",
                                                           "posthaven-gallery",
                                                           "fusion-gallery",
                                                           "et_pb_gallery",
                                                           "graf--layoutOutsetRow",
                                                           "wp-block-coblocks-gallery-masonry"};

constexpr std::size_t most_prose = 300;  // more words than that between the pictures: it is a text, not a gallery
constexpr std::size_t row_length = 2;

bool has_gallery_class(const Element& element) {
    for (const std::string_view name : split_words(attribute(element, "class")))
        if (std::ranges::find(gallery_classes, name) != gallery_classes.end()) return true;
    return false;
}

/// How many pictures stand below each element of a gallery.
using Counts = std::unordered_map<const Node*, int>;

std::vector<Element*> images_below(Element& root, Counts& counts) {
    std::vector<Element*> images;
    markup::each_element(root, [&](Element& element) {
        if (!markup::is_named(element, "img")) return;
        images.push_back(&element);
        for (const Node* node = &element; node != &root; node = node->Parent()) ++counts[node];
    });
    return images;
}

/// The largest part of the gallery that holds this picture alone.
Element& item_of(Element& img, const Element& root, const Counts& counts) {
    Node* item = &img;
    const auto is_alone_in = [&counts](const Node* around) {
        const auto count = counts.find(around);
        return count != counts.end() && count->second == 1;
    };
    while (item->Parent() != &root && is_alone_in(item->Parent())) item = item->Parent();
    return *item->ToElement();
}

Element* caption_in(Element& item) {
    for (Node* node = &item; node != nullptr; node = markup::next_in_order(*node, item))
        if (Element* element = node->ToElement(); element != nullptr && is_caption(*element)) return element;
    return nullptr;
}

/// The gallery's own words: a caption of the whole.
Element* title_of(Element& root, const Counts& counts) {
    for (Node* node = &root; node != nullptr; node = markup::next_in_order(*node, root)) {
        Element* element = node->ToElement();
        if (element == nullptr || !is_caption(*element) || !markup::has_text(*element)) continue;
        const Node* parent = element->Parent();
        const auto count = counts.find(parent);
        if (parent == &root || count == counts.end() || count->second > 1) return element;
    }
    return nullptr;
}

/// Words that belong to no picture and to no caption.
std::size_t prose_length(Element& root) {
    std::size_t length = 0;
    Node* node = root.FirstChild();
    while (node != nullptr) {
        const Element* element = node->ToElement();
        if (node->ToText() != nullptr) length += collapsed(node->Value()).size();
        node = element != nullptr && is_caption(*element) ? markup::next_after_subtree(*node, root)
                                                          : markup::next_in_order(*node, root);
    }
    return length;
}

void append_title(Task& task, Element& gallery, Element* title, int number, std::size_t pictures) {
    if (title == nullptr) {
        markup::set_attribute(gallery, "aria-label", task.phrases.counted(Phrase::gallery, pictures));
        return;
    }
    const std::string id = "gallery-" + std::to_string(number);
    markup::set_attribute(gallery, "aria-labelledby", id);
    Element* figcaption = markup::append_element(gallery, "figcaption");
    Element* words = markup::append_element(*figcaption, "p");
    markup::set_attribute(*words, "class", "gallery-title");
    markup::set_attribute(*words, "id", id);
    markup::move_children(*title, *words);
    markup::remove(*title);
}

void append_items(Task& task, Element& gallery, Element& root, const std::vector<Element*>& images,
                  const Counts& counts) {
    Element* row = nullptr;
    std::size_t in_row = row_length;
    for (Element* img : images) {
        if (in_row == row_length) {
            row = markup::append_element(gallery, "div");
            markup::set_attribute(*row, "class", "row");
            in_row = 0;
        }
        Element& item = item_of(*img, root, counts);
        Element* caption = &item == img ? nullptr : caption_in(item);
        Element* figure = build_figure(task, item, "gallery-item", *img, caption);
        if (&item != img) remove_if_empty(item);
        row->InsertEndChild(figure);
        ++in_row;
    }
}

/// The gallery stands before what is left of its source, if anything is.
void rebuild(Task& task, Element& root, int& number) {
    Counts counts;
    const std::vector<Element*> images = images_below(root, counts);
    if (images.size() < 2 || prose_length(root) > most_prose) return;
    Element* gallery = task.body.new_element("figure");
    markup::insert_before(root, *gallery);
    markup::set_attribute(*gallery, "class", "gallery");
    markup::set_attribute(*gallery, "role", "group");
    Element* title = title_of(root, counts);
    append_title(task, *gallery, title, title != nullptr ? ++number : 0, images.size());
    append_items(task, *gallery, root, images, counts);
    markup::remove_attributes(root);
    markup::rename(root, "div");
    remove_if_empty(root);
}

/// A figure with several pictures is a gallery, whatever it is called.
bool is_gallery(const Element& element) {
    return has_gallery_class(element) || (markup::is_named(element, "figure") && element.FirstChildElement("figure"));
}

}  // namespace

void make_galleries(Task& task) {
    std::vector<Element*> roots;
    Node* node = markup::next_in_order(task.root(), task.root());
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool is_found = element != nullptr && is_gallery(*element);
        if (is_found) roots.push_back(element);
        node = is_found ? markup::next_after_subtree(*node, task.root()) : markup::next_in_order(*node, task.root());
    }
    int number = 0;
    for (Element* root : roots) rebuild(task, *root, number);
}

}  // namespace blogbind::normalise
