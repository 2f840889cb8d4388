// Alternative texts: the author's words where they describe the picture, nothing where they do not (epub-output §6.2).
// What then says "Photo" in the book's language is whoever embeds the pictures.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/image_addresses.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

constexpr std::size_t longest_description = 500;
constexpr std::size_t repeated = 3;  // different pictures with one description are not described

// Whole descriptions that describe nothing.
constexpr std::array<std::string_view, 22> empty_words{"image",
                                                       "photo",
                                                       "picture",
                                                       "img",
                                                       "foto",
                                                       "bild",
                                                       "imagen",
                                                       "untitled",
                                                       "thumbnail",
                                                       "post thumbnail",
                                                       "featured image",
                                                       "blog image",
                                                       "screenshot",
                                                       "photograph",
                                                       "undefined",
                                                       "null",
                                                       "alt",
                                                       "alt text",
                                                       "olympus digital camera",
                                                       "samsung csc",
                                                       "kodak digital still camera",
                                                       "sony dsc"};
constexpr std::array<std::string_view, 6> idle_openings{"image of ",    "photo of ",   "picture of ",
                                                        "an image of ", "a photo of ", "a picture of "};
constexpr std::array<std::string_view, 8> camera_names{"img", "dsc", "dscn", "dscf", "p", "image", "photo", "pict"};

/// "IMG_1234", "DSC01207", "P1040523", "20190501_101500": what a camera or a phone names a file.
bool is_camera_name(std::string_view words) {
    std::size_t letters = 0;
    while (letters < words.size() && ascii_lower(words[letters]) >= 'a' && ascii_lower(words[letters]) <= 'z')
        ++letters;
    const std::string head = ascii_lowered(words.substr(0, letters));
    if (letters > 0 && std::ranges::find(camera_names, head) == camera_names.end()) return false;
    bool has_digit = false;
    for (const char c : words.substr(letters)) {
        if (is_ascii_digit(c))
            has_digit = true;
        else if (std::string_view(" _-().").find(c) == std::string_view::npos)
            return false;
    }
    return has_digit;
}

bool is_file_name(std::string_view words, std::string_view source) {
    if (names_image(words) && words.find(' ') == std::string_view::npos) return true;
    if (words.find(' ') != std::string_view::npos) return false;
    const std::optional<Url> url = Url::parse(source);
    return url && slug(words) == slug(picture_name(*url)) && words.find_first_of("-_") != std::string_view::npos;
}

bool is_junk(std::string_view words, std::string_view source, std::string_view title) {
    if (words.empty() || words.starts_with("http") || words.starts_with("DCIM")) return true;
    if (words.find_first_not_of("?!.-_ ") == std::string_view::npos) return true;
    const std::string lowered = ascii_lowered(words);
    if (std::ranges::find(empty_words, lowered) != empty_words.end()) return true;
    return is_camera_name(words) || is_file_name(words, source) || equals_ignoring_case(words, title);
}

/// "Photo of a boat" is a boat: that it is a photo is said by its role.
std::string without_idle_opening(std::string words) {
    for (const std::string_view opening : idle_openings) {
        if (words.size() <= opening.size()) continue;
        if (!equals_ignoring_case(std::string_view(words).substr(0, opening.size()), opening)) continue;
        words.erase(0, opening.size());
        if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return words;
}

/// "3 boats", "Photo 2: boats": checkers take it for the number of a picture.
bool begins_like_number(std::string_view words) {
    for (const std::string_view name : {"image", "photo", "dscn", "dsc", "img", "p"})
        if (equals_ignoring_case(words.substr(0, name.size()), name)) {
            words.remove_prefix(name.size());
            break;
        }
    if (!words.empty() && std::string_view("-_ ").find(words[0]) != std::string_view::npos) words.remove_prefix(1);
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    return digits > 0 && (digits == words.size() || !(is_ascii_alpha(words[digits]) || words[digits] == '_'));
}

std::string told_apart_from_number(std::string words) { return begins_like_number(words) ? "“" + words + "”" : words; }

std::string cleaned(std::string_view words, std::string_view source, std::string_view title) {
    std::string kept = collapsed(words);
    if (is_junk(kept, source, title)) return {};
    for (const std::string_view ending : {".jpg", ".jpeg", ".png", ".gif", ".webp"})
        if (ascii_lowered(kept).ends_with(ending)) kept.resize(kept.size() - ending.size());
    kept = without_idle_opening(std::move(kept));
    return kept.empty() || is_junk(kept, source, title) ? std::string() : told_apart_from_number(std::move(kept));
}

struct Shown {
    Element* img;
    Element* figure;
    std::string words;
};

std::vector<Shown> pictures_of(Task& task) {
    std::vector<Shown> pictures;
    markup::each_element(task.root(), [&](Element& element) {
        if (!markup::is_named(element, "img") || markup::has_class(element, "poster")) return;
        markup::Node* figure = element.Parent()->Parent();
        const bool is_framed = figure != nullptr && markup::is_named(*figure, "figure");
        pictures.push_back({&element, is_framed ? figure->ToElement() : nullptr,
                            cleaned(nfc(attribute(element, "alt")), attribute(element, "src"), task.post.title)});
    });
    return pictures;
}

void forget_repeated(std::vector<Shown>& pictures) {
    std::unordered_map<std::string, std::unordered_set<std::string>> uses;
    for (const Shown& shown : pictures) uses[shown.words].emplace(attribute(*shown.img, "src"));
    for (Shown& shown : pictures)
        if (uses[shown.words].size() >= repeated) shown.words.clear();
}

std::string caption_of(const Shown& shown) {
    const Element* figcaption = shown.figure != nullptr ? shown.figure->FirstChildElement("figcaption") : nullptr;
    return figcaption != nullptr ? markup::collapsed_text(*figcaption) : std::string();
}

/// Too long to be spoken over a picture: the beginning is, and all of it is printed.
void print_long_description(Shown& shown) {
    if (character_count(shown.words) <= longest_description) return;
    if (shown.figure != nullptr) {
        Element* figcaption = shown.figure->FirstChildElement("figcaption");
        if (figcaption == nullptr) figcaption = markup::append_element(*shown.figure, "figcaption");
        markup::set_attribute(*markup::append_element(*figcaption, "p", shown.words), "class", "caption-long");
    }
    shown.words = shortened(shown.words, 300);
}

void tell_images(Task& task, const std::vector<Shown>& pictures) {
    std::unordered_map<std::string_view, Image*> images;
    for (Image& image : task.post.images) {
        image.alt.clear();
        image.caption.clear();
        images.emplace(image.source, &image);
    }
    for (const Shown& shown : pictures) {
        const auto found = images.find(attribute(*shown.img, "src"));
        if (found == images.end()) continue;
        if (found->second->alt.empty()) found->second->alt = shown.words;
        if (found->second->caption.empty()) found->second->caption = caption_of(shown);
    }
}

}  // namespace

void judge_descriptions(Task& task) {
    std::vector<Shown> pictures = pictures_of(task);
    forget_repeated(pictures);
    for (Shown& shown : pictures) {
        if (case_folded(shown.words) == case_folded(caption_of(shown))) shown.words.clear();
        print_long_description(shown);
        markup::set_attribute(*shown.img, "alt", shown.words);
    }
    tell_images(task, pictures);
}

}  // namespace blogbind::normalise
