// Pictures of characters become the characters.
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;

namespace {

constexpr std::string_view emoji_classes = "emoji wp-smiley smiley wp-emoji emoticon twemoji";
// Folders that hold one file a character.
constexpr std::string_view emoji_folders[] = {"s.w.org/images/core/emoji/", "/twemoji",  "/images/emoji/", "/emoji/",
                                              "/images/smilies/",           "/emojione/"};

bool has_emoji_class(const Element& img) {
    for (const std::string_view name : split_words(attribute(img, "class")))
        if (has_word(emoji_classes, name)) return true;
    return false;
}

bool is_emoji_address(std::string_view address) {
    for (const std::string_view folder : emoji_folders)
        if (address.find(folder) != std::string_view::npos) return true;
    return false;
}

std::optional<char32_t> code_point(std::string_view digits) {
    if (digits.size() < 2 || digits.size() > 6) return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        const char lower = ascii_lower(c);
        if (!is_ascii_digit(c) && (lower < 'a' || lower > 'f')) return std::nullopt;
        value = value * 16 + static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : lower - 'a' + 10);
    }
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value >= 0x20 && value <= 0x10FFFF && !is_surrogate ? std::optional(value) : std::nullopt;
}

/// "1f1e9-1f1ea" in ".../72x72/1f1e9-1f1ea.png" is a flag of two characters; empty if it is no such name.
std::string characters_in_address(std::string_view address) {
    std::string_view name = address.substr(0, address.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1);
    name = name.substr(0, name.find('.'));
    std::string characters;
    for (const std::string_view digits : split(name, '-')) {
        const std::optional<char32_t> character = code_point(digits);
        if (!character) return {};
        append_character(characters, *character);
    }
    return characters;
}

/// The characters that `img` shows; nothing if it is a picture of its own.
std::optional<std::string> characters_of(const Element& img) {
    const std::string_view address = attribute(img, "src");
    const bool in_folder = is_emoji_address(address) || is_emoji_address(attribute(img, "data-src"));
    if (!has_emoji_class(img) && !in_folder) return std::nullopt;
    const std::string description = collapsed(attribute(img, "alt"));
    if (!description.empty() && description.size() <= 32) return description;
    std::string characters = characters_in_address(address);
    if (characters.empty() && !has_emoji_class(img)) return std::nullopt;
    return characters;
}

}  // namespace

void replace_emoji(Task& task) {
    std::vector<Element*> images;
    markup::each_element(task.root(), [&](Element& element) {
        if (markup::is_named(element, "img")) images.push_back(&element);
    });
    for (Element* img : images)
        if (const auto characters = characters_of(*img)) markup::replace(*img, *task.body.new_text(*characters));
}

}  // namespace blogbind::normalise
