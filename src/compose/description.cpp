// A blurb made of what the blog says about itself.
#include "base/text.h"
#include "base/utf8.h"
#include "compose/metadata.h"

namespace blogbind::compose {

namespace {

constexpr std::size_t shortest = 80, longest = 600;

void add_sentence(std::string& description, std::string_view sentence) {
    const std::string clean = collapsed(sentence);
    if (clean.empty() || contains_ignoring_case(description, clean)) return;
    if (!description.empty()) description += ' ';
    description += clean;
    const char last = clean.back();
    const bool ends = last == '.' || last == '!' || last == '?' || static_cast<unsigned char>(last) >= 0x80;
    if (!ends) description += '.';
}

std::string first_paragraph(const Post& post) {
    const markup::Element* paragraph = markup::first_descendant(post.body.root(), "p");
    while (paragraph != nullptr && !markup::has_more_text(*paragraph, 39))
        paragraph = paragraph->NextSiblingElement("p");
    return paragraph == nullptr ? std::string() : markup::collapsed_text(*paragraph);
}

}  // namespace

std::string book_description(const std::vector<Post>& posts) {
    std::string description;
    const auto is_enough = [&] { return character_count(description) >= shortest; };
    for (const Post& post : posts)
        if (!is_enough()) add_sentence(description, post.site_description);
    for (const Post& post : posts)
        if (!is_enough()) add_sentence(description, post.subtitle);
    if (!is_enough()) add_sentence(description, first_paragraph(posts.front()));
    for (const Post& post : posts)
        if (!is_enough()) add_sentence(description, post.title);
    return nfc(shortened(description, longest));
}

}  // namespace blogbind::compose
