#include "compose/shown_pictures.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

namespace blogbind::compose {

namespace {

using NewPaths = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view from_chapter = "../";

void repoint(markup::Body& body, const NewPaths& renamed) {
    markup::each_element(body.root(), [&](markup::Element& element) {
        const std::string_view source = markup::attribute(element, "src");
        if (!source.starts_with(from_chapter)) return;
        if (const auto path = renamed.find(source.substr(from_chapter.size())); path != renamed.end())
            markup::set_attribute(element, "src", std::string(from_chapter) + path->second);
    });
}

}  // namespace

void collect_shown_pictures(const markup::Body& body, std::set<std::string, std::less<>>& paths) {
    markup::each_element(body.root(), [&](const markup::Element& element) {
        const std::string_view source = markup::attribute(element, "src");
        if (source.starts_with(from_chapter)) paths.emplace(source.substr(from_chapter.size()));
    });
}

void replace_pictures(Book& book, std::vector<Resource> pictures) {
    NewPaths renamed;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (pictures[i].path != book.resources[i].path) renamed.emplace(book.resources[i].path, pictures[i].path);
    book.resources = std::move(pictures);
    if (renamed.empty()) return;
    for (FrontPage& page : book.front) repoint(page.body, renamed);
    for (Chapter& chapter : book.chapters) {
        repoint(chapter.body, renamed);
        for (Appendix& appendix : chapter.appendices)
            for (Comment& comment : appendix.comments) repoint(comment.body, renamed);
        rest(chapter);
    }
}

}  // namespace blogbind::compose
