#include "extract/lead_picture.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::array picture_attributes{"data-orig-file", "data-large-file", "data-lazy-src", "data-src", "src"};

bool is_size(std::string_view suffix) {
    const std::size_t cross = suffix.find('x');
    return cross != std::string_view::npos && parsed_integer(suffix.substr(0, cross)) &&
           parsed_integer(suffix.substr(cross + 1));
}

/// Suffixes that WordPress adds to names.
bool is_version(std::string_view suffix) {
    const bool edited = suffix.size() > 9 && suffix.front() == 'e' && parsed_integer(suffix.substr(1));
    return suffix == "scaled" || suffix == "rotated" || edited || is_size(suffix);
}

std::vector<ImageCandidate> candidates_of(const Element& image, const std::optional<Url>& base) {
    std::vector<ImageCandidate> candidates;
    const auto add = [&](std::string_view address, int width) {
        const std::string_view clean = trimmed(address);
        if (clean.empty()) return;
        const std::optional<Url> url = base ? base->resolve(clean) : Url::parse(clean);
        if (!url) return;
        ImageCandidate candidate{*url, width, 0, false};
        if (url->is_web() || candidate.is_saved()) candidates.push_back(std::move(candidate));
    };
    for (const char* name : {"data-srcset", "data-lazy-srcset", "srcset"})
        for (const std::string_view piece : split(markup::attribute(image, name), ',')) {
            const auto words = split_words(piece);
            if (words.size() != 2 || !words[1].ends_with('w')) continue;
            const auto width = parsed_integer(words[1].substr(0, words[1].size() - 1));
            if (width && *width > 0 && *width < 100000) add(words[0], static_cast<int>(*width));
        }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &ImageCandidate::width);
    for (const char* name : picture_attributes) add(markup::attribute(image, name), 0);
    return candidates;
}

std::string caption_of(const Element& image) {
    for (const markup::Node* up = image.Parent(); up != nullptr; up = up->Parent())
        if (markup::is_named(*up, "figure")) {
            const Element* caption = markup::first_descendant(*up->ToElement(), "figcaption");
            return caption != nullptr ? markup::collapsed_text(*caption) : std::string{};
        }
    return {};
}

std::set<std::string> pictures_in(const Element& body) {
    std::set<std::string> names;
    walk(body, [&](const Element& element) {
        if (markup::is_named(element, "img"))
            for (const char* name : picture_attributes)
                if (const std::string_view value = markup::attribute(element, name); !value.empty())
                    names.insert(picture_name(value));
        return Step::into;
    });
    return names;
}

}  // namespace

std::string picture_name(std::string_view address) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    const std::string_view file = path.substr(path.rfind('/') + 1);
    const std::size_t dot = file.rfind('.');
    std::string_view stem = file.substr(0, dot);
    for (std::size_t dash = stem.rfind('-'); dash != std::string_view::npos && is_version(stem.substr(dash + 1));
         dash = stem.rfind('-'))
        stem = stem.substr(0, dash);
    return ascii_lowered(stem) + (dot == std::string_view::npos ? "" : ascii_lowered(file.substr(dot)));
}

std::optional<Image> lead_picture(const PageFacts& facts, const Element& body, const std::optional<Url>& base) {
    const Element* element = facts.first(PageField::featured);
    if (element == nullptr) return std::nullopt;
    std::vector<ImageCandidate> candidates = candidates_of(*element, base);
    if (candidates.empty()) return std::nullopt;
    const std::set<std::string> shown = pictures_in(body);
    for (const ImageCandidate& candidate : candidates)
        if (shown.contains(picture_name(candidate.url.text()))) return std::nullopt;
    Image image;
    image.source = candidates.front().url.text();
    image.alt = collapsed(markup::attribute(*element, "alt"));
    image.caption = caption_of(*element);
    image.candidates = std::move(candidates);
    return image;
}

}  // namespace blogbind::extract
