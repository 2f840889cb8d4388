#include "media/placement.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "net/url.h"

namespace blogbind::media {
namespace {

using markup::Element;
using markup::Node;

/// The paragraph that holds the picture and nothing else; null if it stands within text.
Element* frame_of(Element& img) {
    Node* parent = img.Parent();
    Element* frame = parent == nullptr ? nullptr : parent->ToElement();
    if (frame == nullptr || !markup::is_named(*frame, "p") || markup::has_text(*frame)) return nullptr;
    return frame->FirstChild() == &img && frame->LastChild() == &img ? frame : nullptr;
}

const Element* enclosing_figure(const Node& node) {
    for (const Node* above = node.Parent(); above != nullptr; above = above->Parent())
        if (markup::is_named(*above, "figure")) return above->ToElement();
    return nullptr;
}

const Element* caption_of(const Node& node) {
    const Element* figure = enclosing_figure(node);
    return figure == nullptr ? nullptr : figure->FirstChildElement("figcaption");
}

bool has_caption(const Node& node) {
    const Element* caption = caption_of(node);
    return caption != nullptr && markup::has_text(*caption);
}

/// Words in the phrases' language say so where the post's is another.
void declare_language(Element& element, const PlacementWords& words) {
    const std::string_view primary = std::string_view(words.language).substr(0, words.language.find('-'));
    if (!primary.empty() && primary != words.phrases->language())
        markup::set_attribute(element, "lang", words.phrases->language());
}

Element* notice(Element& near, const AbsentPicture& picture, const PlacementWords& words) {
    Element* paragraph = markup::new_element(near, "p");
    markup::set_attribute(*paragraph, "class", "lost");
    declare_language(*paragraph, words);
    markup::append_text(*paragraph, words.phrases->text(Phrase::photo_missing, picture.name));
    const auto address = Url::parse(picture.address);
    if (!address || !address->is_web()) return paragraph;
    constexpr std::string_view place = "\x01";
    const std::string sentence = words.phrases->text(Phrase::photo_source, place);
    const std::size_t at = std::min(sentence.find(place), sentence.size());
    markup::append_element(*paragraph, "br");
    markup::append_text(*paragraph, std::string_view(sentence).substr(0, at));
    Element* link = markup::append_element(*paragraph, "a", readable(*address));
    markup::set_attribute(*link, "href", address->text());
    if (at < sentence.size()) markup::append_text(*paragraph, std::string_view(sentence).substr(at + place.size()));
    return paragraph;
}

const Element& outermost_figure(const Element& figure) {
    const Element* found = &figure;
    while (const Element* above = enclosing_figure(*found)) found = above;
    return *found;
}

/// Captions, notices and rows of a figure without pictures become ordinary paragraphs.
void dissolve(Element& figure) {
    std::vector<Element*> holders;
    markup::each_element(figure, [&](Element& element) {
        if (markup::is_named(element, "figcaption") || markup::has_class(element, "row")) holders.push_back(&element);
    });
    for (Element* holder : holders) markup::unwrap(*holder);
    markup::unwrap(figure);
}

}  // namespace

std::string width_class(int width, int height, int source_width) {
    constexpr double upright_share = 93;  // of the width: a page is about 3:4 and two lines of caption fit below
    const double share = std::clamp(upright_share * width / std::max(height, 1), 40.0, 100.0);
    const int rounded = static_cast<int>(std::lround(share / 5)) * 5;
    const int most = source_width < 250 ? 40 : source_width < 400 ? 60 : 100;
    return fmt::format("w{}", std::min(rounded, most));
}

void show(Element& img, const ShownPicture& picture, const PlacementWords& words) {
    const Phrase substitute = has_caption(img) ? Phrase::photo : Phrase::photo_undescribed;
    markup::set_attribute(img, "src", picture.address);
    markup::set_attribute(img, "class", picture.width_class);
    markup::set_attribute(img, "alt",
                          picture.description.empty() ? words.phrases->text(substitute) : picture.description);
    if (picture.description.empty()) declare_language(img, words);
}

void PictureRemover::remember_figures(const Element& img) {
    for (const Element* figure = enclosing_figure(img); figure != nullptr; figure = enclosing_figure(*figure))
        figures_.push_back(figure);
}

void PictureRemover::replace_with_notice(Element& img, const AbsentPicture& picture, const PlacementWords& words) {
    remember_figures(img);
    if (Element* frame = frame_of(img)) {
        markup::replace(*frame, *notice(*frame, picture, words));
        return;
    }
    const std::string text = words.phrases->text(Phrase::photo_missing, picture.name);
    markup::replace(img, *img.GetDocument()->NewText(text.c_str()));
}

void PictureRemover::replace_with_words(Element& img, std::string_view words) {
    remember_figures(img);
    Element* frame = frame_of(img);
    if (frame == nullptr) {
        markup::remove(img);
        return;
    }
    if (words.empty() || has_caption(img)) {
        markup::remove(*frame);
        return;
    }
    markup::remove(img);
    markup::set_attribute(*frame, "class", "caption");
    markup::append_text(*frame, words);
}

void PictureRemover::tidy() {
    markup::each_element_bottom_up(*root_, [&](Element& element) {
        if (std::ranges::find(figures_, &element) == figures_.end()) return;
        if (!markup::has_text(element) && markup::first_descendant(element, "img") == nullptr) markup::remove(element);
        // In a gallery that still has pictures, an item stays one.
        else if (markup::first_descendant(outermost_figure(element), "img") == nullptr)
            dissolve(element);
    });
}

}  // namespace blogbind::media
