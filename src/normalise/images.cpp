// The pictures of a body: every <img> becomes src and alt, the rest of what the page knows goes to Post::images.
#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/image_addresses.h"
#include "normalise/image_candidates.h"
#include "normalise/passes.h"
#include "normalise/size_tokens.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

/// The images of one body in order, each address once. Images known from an earlier run keep their candidates.
class Collection {
  public:
    explicit Collection(std::vector<Image> known) {
        for (Image& image : known) known_.emplace(image.source, std::move(image));
    }

    void add(const std::string& key, std::vector<ImageCandidate> candidates) {
        const auto [place, is_new] = places_.emplace(key, images_.size());
        if (is_new) {
            const auto known = known_.find(key);
            images_.push_back(known != known_.end() ? std::move(known->second)
                                                    : Image{key, std::move(candidates), {}, {}, {}});
            return;
        }
        for (ImageCandidate& candidate : candidates) add_missing(images_[place->second], std::move(candidate));
    }
    std::vector<Image> take() { return std::move(images_); }

  private:
    static void add_missing(Image& image, ImageCandidate candidate) {
        constexpr std::size_t most_candidates = 40;
        if (image.candidates.size() >= most_candidates) return;
        const auto same = [&](const ImageCandidate& known) { return known.url == candidate.url; };
        if (std::ranges::none_of(image.candidates, same)) image.candidates.push_back(std::move(candidate));
    }

    std::unordered_map<std::string, Image> known_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<Image> images_;
};

/// The declared address that stands nearest to the original.
const ImageCandidate& plain_declared(const std::vector<ImageCandidate>& candidates) {
    const auto declared = std::ranges::find(candidates, false, &ImageCandidate::guessed);
    return declared != candidates.end() ? *declared : candidates.front();
}

int stated_pixels(const Element& img, const char* name) { return leading_number(attribute(img, name)); }

bool is_furniture(const Element& img) {
    constexpr int icon = 20;
    const int width = stated_pixels(img, "width");
    const int height = stated_pixels(img, "height");
    if (width == 1 || height == 1) return true;
    if (width > 0 && height > 0 && width <= icon && height <= icon) return true;
    return markup::has_class(img, "avatar") || markup::has_class(img, "grayscale");
}

/// The neighbour before `img`, without blanks, shows the same address: a copy for another screen.
bool repeats_neighbour(const Element& img, const std::string& key) {
    const markup::Node* before = img.PreviousSibling();
    while (before != nullptr && before->ToText() != nullptr && !markup::has_text(*before))
        before = before->PreviousSibling();
    return before != nullptr && markup::is_named(*before, "img") && attribute(*before->ToElement(), "src") == key;
}

/// A picture without any address is told by its description.
void replace_by_words(Task& task, Element& img) {
    const std::string description = collapsed(attribute(img, "alt"));
    constexpr std::size_t longest_shown = 200;
    const std::string_view address = attribute(img, "src");
    if (!is_placeholder(address)) task.note(IssueCode::link_unresolvable, shortened(address, longest_shown));
    if (description.empty()) return markup::remove(img);
    markup::replace(img, *task.body.new_text(task.phrases.text(Phrase::photo_here, description)));
}

void keep_only_essentials(Element& img, const std::string& key) {
    const std::string description = collapsed(attribute(img, "alt"));
    const std::string caption(attribute(img, "data-caption"));
    const bool is_poster = markup::has_class(img, "poster");
    markup::remove_attributes(img);
    if (is_poster) markup::set_attribute(img, "class", "poster");
    markup::set_attribute(img, "src", key);
    markup::set_attribute(img, "alt", description);
    if (!caption.empty()) markup::set_attribute(img, "data-caption", caption);
}

void collect_image(Task& task, Element& img, Collection& collection) {
    if (is_furniture(img)) return markup::remove(img);
    std::vector<ImageCandidate> candidates = image_candidates(img, task);
    if (candidates.empty()) return replace_by_words(task, img);
    const ImageCandidate& plain = plain_declared(candidates);
    const std::string key = plain.url.text();
    if (is_furniture_image(plain.url) || repeats_neighbour(img, key)) return markup::remove(img);
    keep_only_essentials(img, key);
    collection.add(key, std::move(candidates));
}

std::vector<Element*> all_named(Element& root, std::string_view name) {
    std::vector<Element*> found;
    markup::each_element(root, [&](Element& element) {
        if (markup::is_named(element, name)) found.push_back(&element);
    });
    return found;
}

}  // namespace

void collect_images(Task& task) {
    Collection collection(task.is_comment() ? std::vector<Image>{} : std::move(task.post.images));
    for (Element* amp : all_named(task.root(), "amp-img")) {
        amp->DeleteChildren();  // the same once more, for browsers without scripts
        markup::rename(*amp, "img");
    }
    for (Element* img : all_named(task.root(), "img")) collect_image(task, *img, collection);
    if (!task.is_comment()) task.post.images = collection.take();
}

void link_images(Task& task) {
    for (Element* img : all_named(task.root(), "img")) {
        const std::optional<Url> url = Url::parse(attribute(*img, "src"));
        std::string words(attribute(*img, "alt"));
        if (words.empty() && url && url->is_web()) words = readable(*url);
        if (!url || !url->is_web() || markup::is_inside(*img, "a")) {
            markup::replace(*img, *task.body.new_text(words));
            continue;
        }
        Element* link = task.body.new_element("a");
        markup::set_attribute(*link, "href", url->text());
        markup::append_text(*link, words);
        markup::replace(*img, *link);
    }
}

}  // namespace blogbind::normalise
