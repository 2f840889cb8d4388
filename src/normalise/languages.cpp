// Which language a text says it is in, where that is well-formed and says something new.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/languages.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

std::string well_formed_language(std::string_view tag) {
    const std::string with_hyphens = replaced(trimmed(tag), "_", "-");
    const std::vector<std::string_view> parts = split(with_hyphens, '-');
    if (parts.empty() || parts.size() > 3) return {};
    std::string result;
    for (const std::string_view part : parts) {
        std::string piece = ascii_lowered(part);
        const bool is_word = std::ranges::all_of(piece, is_ascii_alpha);
        const bool is_number = std::ranges::all_of(piece, is_ascii_digit);
        if (result.empty()) {
            if (!is_word || piece.size() < 2 || piece.size() > 3 || piece == "und" || piece == "mul" || piece == "zxx")
                return {};
            result = piece;
        } else if (is_word && piece.size() == 4 && result.size() <= 3) {
            piece[0] = static_cast<char>(piece[0] - 'a' + 'A');
            result += "-" + piece;
        } else if ((is_word && piece.size() == 2) || (is_number && piece.size() == 3)) {
            std::ranges::transform(piece, piece.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
            result += "-" + piece;
            if (part.data() + part.size() != with_hyphens.data() + with_hyphens.size()) return {};
        } else {
            return {};
        }
    }
    return result;
}

void set_language(Element& element, std::string_view tag) {
    markup::set_attribute(element, "xml:lang", tag);
    markup::set_attribute(element, "lang", tag);
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string language_at(const Node& node, std::string_view otherwise) {
    for (const Node* outer = &node; outer != nullptr && outer->ToElement() != nullptr; outer = outer->Parent())
        if (const std::string_view own = attribute(*outer->ToElement(), "lang"); !own.empty()) return std::string(own);
    return std::string(otherwise);
}

namespace {

constexpr std::string_view right_to_left = "ar he fa ur yi ps sd ug dv";

void keep_language(Element& element, std::string_view post_language) {
    const char* stated =
        element.Attribute("lang") != nullptr ? element.Attribute("lang") : element.Attribute("xml:lang");
    const std::string language = well_formed_language(stated != nullptr ? stated : "");
    element.DeleteAttribute("lang");
    element.DeleteAttribute("xml:lang");
    if (language.empty()) return;
    const std::string around = language_at(*element.Parent(), post_language);
    if (primary_language(around) == primary_language(language)) return;
    set_language(element, language);
}

/// The direction that a text has anyway need not be said.
void keep_direction(Element& element, std::string_view post_language) {
    const std::string direction = ascii_lowered(attribute(element, "dir"));
    element.DeleteAttribute("dir");
    if (direction != "rtl" && direction != "ltr") return;
    const bool usual_is_rtl = has_word(right_to_left, primary_language(post_language));
    if ((direction == "rtl") != usual_is_rtl) markup::set_attribute(element, "dir", direction);
}

}  // namespace

void keep_languages(Task& task) {
    const std::string& language = task.post.language;
    markup::each_element(task.root(), [&](Element& element) {
        if (element.FirstAttribute() == nullptr) return;
        keep_direction(element, language);
        keep_language(element, language);
    });
}

}  // namespace blogbind::normalise
