// Captions that are captions only by where they stand and how they look: a short centred or slanted line under a
// picture.
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

constexpr std::size_t longest = 200;
constexpr std::size_t long_caption = 160;
// Words that, before a colon or "by", say that a line speaks of a picture.
constexpr std::string_view openings[] = {"photo",  "photograph", "image", "picture", "foto",    "bild",
                                         "above",  "below",      "left",  "right",   "caption", "credit",
                                         "photos", "oben",       "unten", "links",   "rechts"};

/// The single <em>, <i> or <small> that holds all words of `line`; null if there is none.
Element* sole_slanted(Element& line) {
    Element* inner = line.FirstChildElement();
    if (inner == nullptr || inner->PreviousSibling() != nullptr || inner->NextSibling() != nullptr) return nullptr;
    return markup::is_one_of(*inner, "em i small") ? inner : nullptr;
}

bool opens_like_caption(std::string_view words) {
    if (words.starts_with("©") || words.starts_with("(c) ") || words.starts_with("(C) ")) return true;
    for (const std::string_view opening : openings) {
        if (words.size() <= opening.size() || !equals_ignoring_case(words.substr(0, opening.size()), opening)) continue;
        const std::string_view rest = words.substr(opening.size());
        if (rest[0] == ':' || rest.starts_with(" by ") || rest.starts_with(" courtesy")) return true;
    }
    return false;
}

bool is_one_sentence(std::string_view words) {
    const std::size_t stop = words.find_first_of(".!?");
    return stop == std::string_view::npos || words.find(' ', stop) == std::string_view::npos;
}

bool is_caption_line(Element& line) {
    if (!markup::is_named(line, "p")) return false;
    const std::string_view own_class = attribute(line, "class");
    if (own_class == "caption" || own_class == "caption-long") return true;
    const std::string words = markup::collapsed_text(line);
    if (!own_class.empty() || words.size() > longest || words.ends_with(':')) return false;
    const std::string_view hint = attribute(line, "hint");
    if (sole_slanted(line) != nullptr || hint == "centre") return true;
    return (hint == "beside" || opens_like_caption(words)) && is_one_sentence(words);
}

void take_as_caption(Element& figure, Element& line) {
    if (Element* slanted = sole_slanted(line)) markup::unwrap(*slanted);
    Element* figcaption = markup::append_element(figure, "figcaption");
    figcaption->InsertEndChild(&line);
    line.DeleteAttribute("hint");
    markup::set_attribute(line, "class", markup::has_more_text(line, long_caption) ? "caption-long" : "caption");
}

}  // namespace

void attach_captions(Task& task) {
    std::vector<Element*> figures;
    markup::each_element(task.root(), [&](Element& element) {
        if (markup::is_named(element, "figure") && attribute(element, "class") == "photo") figures.push_back(&element);
    });
    for (Element* figure : figures) {
        Element* next = figure->NextSiblingElement();
        if (next != nullptr && figure->FirstChildElement("figcaption") == nullptr && is_caption_line(*next))
            take_as_caption(*figure, *next);
    }
}

}  // namespace blogbind::normalise
