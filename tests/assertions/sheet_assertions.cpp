// Style sheets that old engines read, and fonts that have what they are there for.
#include <hb.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <regex>
#include <set>

#include "assertions/assertions.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::testing {

namespace {

std::string without_comments(std::string_view sheet) {
    std::string text;
    for (std::size_t at = 0; at < sheet.size();) {
        const std::size_t comment = sheet.find("/*", at);
        text += sheet.substr(at, comment - at);
        if (comment == std::string_view::npos) break;
        const std::size_t end = sheet.find("*/", comment);
        at = end == std::string_view::npos ? sheet.size() : end + 2;
    }
    return text;
}

struct Rule {
    std::string selector, declarations;
};

/// Innermost blocks, so those of @supports lose what stands around them.
std::vector<Rule> rules_of(std::string_view sheet) {
    std::vector<Rule> rules;
    const std::string text = without_comments(sheet);
    std::size_t start = 0, open = std::string::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            if (open != std::string::npos) start = open + 1;
            open = at;
        } else if (text[at] == '}') {
            if (open != std::string::npos)
                rules.push_back({collapsed(text.substr(start, open - start)), text.substr(open + 1, at - open - 1)});
            open = std::string::npos;
            start = at + 1;
        } else if (text[at] == ';' && open == std::string::npos) {
            start = at + 1;  // behind @charset
        }
    }
    return rules;
}

Breaches sheets_unless(const CheckedBook& book, const std::function<bool(const Item&, const std::string&)>& holds) {
    return items_unless(book, [&](const Item& item) {
        const auto file = book.files.find(item.path);
        return item.media_type != "text/css" || file == book.files.end() || holds(item, file->second->bytes);
    });
}

bool is_sugar(const Item& item) { return item.href.find("enhance") != std::string::npos; }

Breaches no_functions(const CheckedBook& book) {
    static const std::regex functions(
        "\\b(calc|min|max|clamp|var|env|rgba?|hsla?|attr|counter|linear-gradient)\\s*\\(|@import|@media|@layer|"
        "@container|!important|:root|--[\\w-]+\\s*:");
    static const std::regex sugar("@supports|\\d(vh|vw|vmin|vmax|rem|ch)\\b");
    return sheets_unless(book, [](const Item& item, const std::string& sheet) {
        const std::string text = without_comments(sheet);
        return !std::regex_search(text, functions) && (is_sugar(item) || !std::regex_search(text, sugar));
    });
}

Breaches no_colours(const CheckedBook& book) {
    static const std::regex forbidden(
        "(^|[;{\\s])(color|background(-color)?|direction|unicode-bidi|position|float|letter-spacing)\\s*:");
    static const std::regex typographic("font-family|line-height|font-size|text-align");
    return sheets_unless(book, [](const Item& item, const std::string& sheet) {
        const bool is_asked_for = item.href.ends_with("fonts.css");  // a family for the text is a wish of the user's
        for (const Rule& rule : rules_of(sheet)) {
            if (std::regex_search(rule.declarations, forbidden)) return false;
            for (const std::string_view selector : split(rule.selector, ','))
                for (const char* whole : {"html", "body", "p", "li"})
                    if (trimmed(selector) == whole && std::regex_search(rule.declarations, typographic) &&
                        !is_asked_for)
                        return false;
        }
        return true;
    });
}

Breaches simple_selectors(const CheckedBook& book) {
    static const std::regex simple("[a-z][a-z0-9]*|([a-z][a-z0-9]*)?\\.[a-z][\\w-]*|\\[hidden\\]");
    return sheets_unless(book, [](const Item& item, const std::string& sheet) {
        if (is_sugar(item)) return true;
        for (const Rule& rule : rules_of(sheet)) {
            if (rule.selector == "@font-face") continue;
            for (const std::string_view selector : split(rule.selector, ','))
                if (!std::regex_match(std::string(trimmed(selector)), simple)) return false;
        }
        return true;
    });
}

Breaches classes_styled(const CheckedBook& book) {
    static const std::regex name("\\.([A-Za-z][\\w-]*)");
    std::set<std::string> styled;
    for (const Item& item : book.manifest) {
        if (item.media_type != "text/css" || !book.files.contains(item.path)) continue;
        for (const Rule& rule : rules_of(book.files.find(item.path)->second->bytes))
            for (std::sregex_iterator at(rule.selector.begin(), rule.selector.end(), name), end; at != end; ++at)
                styled.insert((*at)[1]);
    }
    return elements_unless(book, "", [&](const Document&, const Element* element) {
        const std::string classes(value(element, "class"));
        const std::vector<std::string_view> names = split_words(classes);
        return std::all_of(names.begin(), names.end(),
                           [&](std::string_view name) { return styled.contains(std::string(name)); });
    });
}

Breaches whole_sheets(const CheckedBook& book) {
    return sheets_unless(book, [](const Item&, const std::string& sheet) {
        const std::string text = without_comments(sheet);
        return sheet.starts_with("@charset \"UTF-8\";") && sheet.size() <= 32'768 &&
               std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}');
    });
}

std::string quoted(const std::string& declarations, std::string_view before) {
    const std::size_t at = declarations.find(before);
    if (at == std::string::npos) return {};
    const std::size_t start = at + before.size();
    return declarations.substr(start, declarations.find('"', start) - start);
}

/// What fonts.css says: the file of each family, and the family of each class.
struct Fonts {
    std::map<std::string, std::string> files, classes;
};

Fonts fonts_of(const CheckedBook& book) {
    Fonts fonts;
    for (const Item& item : book.manifest) {
        if (item.media_type != "text/css" || !book.files.contains(item.path)) continue;
        for (const Rule& rule : rules_of(book.files.find(item.path)->second->bytes)) {
            const std::string family = quoted(rule.declarations, "font-family: \"");
            if (rule.selector == "@font-face")
                fonts.files[family] = target_of(quoted(rule.declarations, "url(\""), item.path);
            else if (!family.empty() && rule.selector.starts_with('.'))
                fonts.classes[rule.selector.substr(1)] = family;
        }
    }
    return fonts;
}

bool has_glyphs(const std::string& file, const std::string& text) {
    const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob(
        hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr),
        hb_blob_destroy);
    const std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face(hb_face_create(blob.get(), 0), hb_face_destroy);
    const std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)> font(hb_font_create(face.get()), hb_font_destroy);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        hb_codepoint_t glyph = 0;
        if (c > U' ' && hb_font_get_nominal_glyph(font.get(), c, &glyph) == 0) return false;
    }
    return true;
}

Breaches fonts_have_their_glyphs(const CheckedBook& book) {
    const Fonts fonts = fonts_of(book);
    Breaches found;
    for (const auto& [family, file] : fonts.files)
        if (!book.files.contains(file)) found.push_back(family + " has no file");
    if (!found.empty()) return found;
    return elements_unless(book, "", [&](const Document&, const Element* element) {
        const auto family = fonts.classes.find(std::string(value(element, "class")));
        if (family == fonts.classes.end()) return true;
        const auto file = fonts.files.find(family->second);
        return file != fonts.files.end() && has_glyphs(book.files.find(file->second)->second->bytes, words(element));
    });
}

}  // namespace

std::span<const Assertion> sheet_assertions() {
    static const char* const css = "book.css";
    static const std::string long_comment = "/*" + std::string(32'768, 'x') + "*/";
    static const std::vector<Assertion> all{
        {"A63",
         "sheets have no functions, and what is new only where it does no harm",
         no_functions,
         {replace(css, "h1, h2", "b { width: calc(1em); } h1, h2"), replace(css, "h1, h2", "@media print {} h1, h2"),
          replace(css, "h1, h2", "b { margin: 1vh; } h1, h2"), replace("enhance.css", "vh;", "vh !important;")}},
        {"A64",
         "sheets set no colours, and nothing that is the reader's",
         no_colours,
         {replace(css, "h1, h2", "b { color: red; } h1, h2"), replace(css, "h1, h2", "b { float: left; } h1, h2"),
          replace(css, "h1, h2", "p { font-size: 12px; } h1, h2")}},
        {"A65",
         "selectors are simple",
         simple_selectors,
         {replace(css, "h1, h2", "p > b { margin: 0; } h1, h2"),
          replace(css, "h1, h2", "p:first-child { margin: 0; } h1, h2")}},
        {"A66",
         "every class is styled",
         classes_styled,
         {replace("colophon.xhtml", "<h1 class=\"", "<h1 class=\"grand ")}},
        {"A67",
         "sheets are whole and small",
         whole_sheets,
         {replace(css, "@charset \"UTF-8\";", ""), replace(css, "h1, h2", "} h1, h2"),
          replace(css, "h1, h2", long_comment)}},
        {"A68",
         "fonts are there and have the glyphs that they are there for",
         fonts_have_their_glyphs,
         {replace("fonts.css", "url(\"../fonts/", "url(\"../gone/"),
          replace("salt-works.xhtml", "<span class=\"in-symbols\">", "<span class=\"in-symbols\">\xE2\x9A\x93")}},
    };
    return all;
}

}  // namespace blogbind::testing
