#include "source/singlefile.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace blogbind {
namespace {

constexpr std::string_view variable = "--sf-img-";

/// The digits behind the variable's name at `at`.
std::string_view number_at(std::string_view css, std::size_t at) {
    const std::string_view rest = css.substr(at + variable.size());
    return rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

/// What stands between quotation marks or brackets behind "url(".
std::string_view address_in(std::string_view value) {
    constexpr std::string_view opening = "url(";
    value = trimmed(value);
    if (!value.starts_with(opening)) return {};
    value = trimmed(value.substr(opening.size()));
    const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
    const std::size_t end = is_quoted ? value.find(value.front(), 1) : value.find(')');
    if (end == std::string_view::npos) return {};
    return is_quoted ? value.substr(1, end - 1) : trimmed(value.substr(0, end));
}

using Pictures = std::map<std::string, std::string, std::less<>>;  // data: addresses by number

void collect(std::string_view css, Pictures& pictures) {
    for (std::size_t at = css.find(variable); at != std::string_view::npos; at = css.find(variable, at + 1)) {
        const std::string_view number = number_at(css, at);
        const std::string_view rest = trimmed(css.substr(at + variable.size() + number.size()));
        if (number.empty() || !rest.starts_with(':')) continue;
        const std::string_view address = address_in(rest.substr(1));
        if (address.starts_with("data:image/")) pictures.try_emplace(std::string(number), address);
    }
}

}  // namespace

void use_styled_pictures(markup::Body& document) {
    Pictures pictures;
    markup::each_element(document.root(), [&](const markup::Element& element) {
        if (!markup::is_named(element, "style")) return;
        for (const markup::Node* node = element.FirstChild(); node != nullptr; node = node->NextSibling())
            if (node->ToText() != nullptr) collect(node->Value(), pictures);
    });
    if (pictures.empty()) return;
    markup::each_element(document.root(), [&](markup::Element& element) {
        const std::string_view style = markup::attribute(element, "style");
        const std::size_t at = style.find(variable);
        if (!markup::is_named(element, "img") || at == std::string_view::npos) return;
        if (const auto found = pictures.find(number_at(style, at)); found != pictures.end())
            markup::set_attribute(element, "src", found->second);
    });
}

}  // namespace blogbind
