#include "extract/author_notes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/furniture.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::size_t longest_note = 800;

// What comes after the name.
constexpr auto deeds = std::to_array<std::string_view>({
    " is ",    " has been ", " was born",  " writes ", " covers ", " works ",    " lives ",
    " ist ",   " schreibt ", " arbeitet ", " lebt ",   " es ",     " escribe ",  " est ",
    " écrit ", " è ",        " scrive ",   " é ",      " jest ",   " schrijft ",
});

/// "Mara Ellingsen is a sailor." of Mara Ellingsen.
bool presents(std::string_view text, std::string_view author) {
    const std::string name = case_folded(author);
    if (name.find(' ') == std::string::npos) return false;  // a post may end with what somebody called Mara is
    const std::string line = case_folded(text);
    if (!line.starts_with(name)) return false;
    const std::string_view rest = std::string_view(line).substr(name.size());
    return std::ranges::any_of(deeds, [rest](std::string_view deed) { return rest.starts_with(deed); });
}

/// The last line, if it has words; null where a picture or the like follows it.
Element* last_line(Element& root) {
    Element* last = nullptr;
    markup::each_element(root, [&last](Element& element) {
        if (is_line(element) || markup::is_one_of(element, "img video audio iframe")) last = &element;
    });
    return last != nullptr && is_line(*last) && markup::is_one_of(*last, "p div h3 h4 h5 h6") ? last : nullptr;
}

}  // namespace

void drop_notes_on_authors(markup::Body& body, std::span<const std::string> authors, std::vector<LeftOut>& left_out) {
    constexpr int most_notes = 4;
    for (int i = 0; i < most_notes; ++i) {
        Element* line = last_line(body.root());
        if (line == nullptr || markup::has_more_text(*line, longest_note)) return;
        const std::string text = markup::collapsed_text(*line);
        if (std::ranges::none_of(authors, [&](const std::string& author) { return presents(text, author); })) return;
        note_left_out(*line, "about the author", left_out);
        markup::remove(*line);
    }
}

}  // namespace blogbind::extract
