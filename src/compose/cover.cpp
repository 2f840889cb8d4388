#include "compose/cover.h"

#include <map>

#include "base/phrases.h"
#include "base/text.h"
#include "compose/metadata.h"

namespace blogbind::compose {

namespace {

// Below this a picture would be enlarged on the cover.
constexpr int least_width = 1000;

bool suits(const Resource& picture) {
    return picture.media_type == "image/jpeg" && picture.width >= least_width && picture.width > picture.height;
}

// Maps and screenshots make poor covers.
bool is_drawing(const markup::Element& image) {
    const std::string_view alt = markup::attribute(image, "alt");
    return contains_ignoring_case(alt, "map") || contains_ignoring_case(alt, "screenshot");
}

// The widest landscape of the first chapter that has a fitting one.
const Resource* cover_picture(const Book& book) {
    std::map<std::string, const Resource*, std::less<>> by_path;
    for (const Resource& resource : book.resources) by_path.emplace("../" + resource.path, &resource);
    const Resource* widest = nullptr;
    for (const Chapter& chapter : book.chapters) {
        markup::each_element(chapter.body.root(), [&](const markup::Element& element) {
            if (!markup::is_named(element, "img") || is_drawing(element)) return;
            const auto found = by_path.find(markup::attribute(element, "src"));
            if (found == by_path.end() || !suits(*found->second)) return;
            if (widest == nullptr || found->second->width > widest->width) widest = found->second;
        });
        rest(chapter);
        if (widest != nullptr) break;
    }
    return widest;
}

}  // namespace

CoverPlan plan_cover(const Book& book) {
    const BookMetadata& metadata = book.metadata;
    std::vector<std::string> foot;
    if (metadata.source) foot.push_back(readable_site(*metadata.source));
    if (const std::string span = years(metadata); !span.empty()) foot.push_back(span);
    return {.title = metadata.title,
            .subtitle = metadata.subtitle,
            .author = Phrases::in_language(metadata.language).list(metadata.authors),
            .footer = joined(foot, " · "),
            .picture = cover_picture(book)};
}

}  // namespace blogbind::compose
