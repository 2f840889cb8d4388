// The featured picture of a post opens its chapter, unless the body shows it anyway.
#include <algorithm>

#include "normalise/figures.h"
#include "normalise/image_addresses.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::Element;

namespace {

std::vector<std::string> names_of(const Image& image) {
    std::vector<std::string> names;
    for (const ImageCandidate& candidate : image.candidates) names.push_back(picture_name(candidate.url));
    return names;
}

/// By name without sizes: the same upload in another crop is the same picture.
bool is_shown(const Image& lead, const std::vector<Image>& images) {
    const std::vector<std::string> names = names_of(lead);
    return std::ranges::any_of(images, [&](const Image& image) {
        return image.source == lead.source || std::ranges::any_of(names_of(image), [&](const std::string& name) {
                   return !name.empty() && std::ranges::find(names, name) != names.end();
               });
    });
}

void insert_figure(Task& task, const Image& lead) {
    Element& root = task.root();
    Element* figure = task.body.new_element("figure");
    root.InsertFirstChild(figure);
    markup::set_attribute(*figure, "class", "photo");
    Element* frame = markup::append_element(*figure, "p");
    markup::set_attribute(*frame, "class", "frame");
    Element* img = markup::append_element(*frame, "img");
    markup::set_attribute(*img, "src", lead.source);
    markup::set_attribute(*img, "alt", lead.alt);
    if (lead.caption.empty()) return;
    Element* words = markup::append_element(*markup::append_element(*figure, "figcaption"), "p", lead.caption);
    markup::set_attribute(*words, "class", "caption");
}

}  // namespace

void place_lead_image(Task& task) {
    const std::unique_ptr<Image> lead = std::move(task.post.lead_image);
    if (!lead || lead->candidates.empty() || is_furniture_image(lead->candidates.front().url)) return;
    if (is_shown(*lead, task.post.images)) return;
    insert_figure(task, *lead);
    task.post.images.insert(task.post.images.begin(), std::move(*lead));
}

}  // namespace blogbind::normalise
