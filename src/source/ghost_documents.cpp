#include "source/ghost_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "markup/markdown.h"
#include "markup/xhtml_writer.h"

namespace blogbind {
namespace {

constexpr int deepest = 100;

std::string attribute_text(std::string_view text) { return markup::escaped(text); }

std::int64_t number_of(const Json& value) {
    if (const std::int64_t* integer = value.integer()) return *integer;
    const double* number = value.number();
    return number == nullptr ? 0 : static_cast<std::int64_t>(*number);
}

std::string with_caption(const std::string& inside, std::string_view caption) {
    if (caption.empty()) return "<figure>" + inside + "</figure>\n";
    return fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n", inside, caption);
}

std::string picture(const Json& card) {
    return fmt::format("<img src=\"{}\" alt=\"{}\">", attribute_text(card.text("src")),
                       attribute_text(card.text("alt")));
}

std::string gallery(const Json& card) {
    std::string pictures;
    if (const Json::Array* images = card["images"].array())
        for (const Json& image : *images) pictures += "<figure>" + picture(image) + "</figure>";
    return with_caption("<div class=\"kg-gallery-container\">" + pictures + "</div>", card.text("caption"));
}

std::string link_to(std::string_view url, std::string_view words) {
    return fmt::format("<p><a href=\"{}\">{}</a></p>\n", attribute_text(url),
                       markup::escaped(words.empty() ? url : words));
}

std::string embed(const Json& card) {
    const std::string_view html = card.text("html");
    const std::string shown = html.empty()
                                  ? fmt::format("<iframe src=\"{}\"></iframe>", attribute_text(card.text("url")))
                                  : std::string(html);
    return with_caption(shown, card.text("caption"));
}

/// A card is what stands between paragraphs; both editors have the same ones, by name.
struct Card {
    std::string_view name;
    std::string (*html)(const Json& card);
};
constexpr std::array cards{
    Card{"image", [](const Json& card) { return with_caption(picture(card), card.text("caption")); }},
    Card{"gallery", gallery},
    Card{"embed", embed},
    Card{"html", [](const Json& card) { return std::string(card.text("html")); }},
    Card{"markdown", [](const Json& card) { return markup::html_of_markdown(card.text("markdown")); }},
    Card{"card-markdown", [](const Json& card) { return markup::html_of_markdown(card.text("markdown")); }},
    Card{"codeblock",
         [](const Json& card) { return "<pre><code>" + markup::escaped(card.text("code")) + "</code></pre>\n"; }},
    Card{"code",
         [](const Json& card) { return "<pre><code>" + markup::escaped(card.text("code")) + "</code></pre>\n"; }},
    Card{"horizontalrule", [](const Json&) { return std::string("<hr>\n"); }},
    Card{"hr", [](const Json&) { return std::string("<hr>\n"); }},
    Card{"bookmark", [](const Json& card) { return link_to(card.text("url"), card["metadata"].text("title")); }},
    Card{
        "callout",
        [](const Json& card) { return fmt::format("<blockquote><p>{}</p></blockquote>\n", card.text("calloutText")); }},
    Card{"toggle",
         [](const Json& card) {
             return fmt::format("<p><strong>{}</strong></p>\n{}\n", card.text("heading"), card.text("content"));
         }},
    Card{"video",
         [](const Json& card) {
             return with_caption(fmt::format("<video src=\"{}\"></video>", attribute_text(card.text("src"))),
                                 card.text("caption"));
         }},
    Card{"audio",
         [](const Json& card) {
             return fmt::format("<audio src=\"{}\" title=\"{}\"></audio>\n", attribute_text(card.text("src")),
                                attribute_text(card.text("title")));
         }},
    Card{"file", [](const Json& card) { return link_to(card.text("src"), card.text("fileTitle")); }},
    Card{"header", [](const Json& card) { return fmt::format("<h2>{}</h2>\n", card.text("header")); }},
    Card{"product",
         [](const Json& card) {
             return fmt::format("<h3>{}</h3>\n{}\n", card.text("productTitle"), card.text("productDescription"));
         }},
};

using Names = std::set<std::string>;

std::string card_html(std::string_view name, const Json& card, Names& unknown) {
    const auto found = std::ranges::find(cards, name, &Card::name);
    if (found != cards.end()) return found->html(card);
    if (name != "paywall") unknown.emplace(name);  // a mark between texts
    return {};
}

// --- Lexical
// -----------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 8> format_tags{"strong", "em", "s", "u", "code", "sub", "sup", "mark"};

std::string styled(std::string_view text, std::int64_t format) {
    std::string html = markup::escaped(text);
    for (std::size_t bit = 0; bit < format_tags.size(); ++bit)
        if ((format >> bit & 1) != 0) html = fmt::format("<{0}>{1}</{0}>", format_tags[bit], html);
    return html;
}

std::string lexical_node(const Json& node, int depth, Names& unknown);

std::string lexical_children(const Json& node, int depth, Names& unknown) {
    std::string html;
    const Json::Array* children = node["children"].array();
    if (children != nullptr && depth > 0)
        for (const Json& child : *children) html += lexical_node(child, depth - 1, unknown);
    return html;
}

bool is_heading(std::string_view tag) { return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'; }

std::string lexical_node(const Json& node, int depth, Names& unknown) {
    std::string_view type = node.text("type");
    if (type.starts_with("extended-")) type.remove_prefix(9);
    if (type == "text") return styled(node.text("text"), number_of(node["format"]));
    if (type == "linebreak") return "<br>";
    const std::string inside = lexical_children(node, depth, unknown);
    const std::string tag(node.text("tag"));
    if (type == "paragraph") return "<p>" + inside + "</p>\n";
    if (type == "heading") return fmt::format("<{0}>{1}</{0}>\n", is_heading(tag) ? tag : "h2", inside);
    if (type == "quote" || type == "aside") return "<blockquote><p>" + inside + "</p></blockquote>\n";
    if (type == "list") return fmt::format("<{0}>{1}</{0}>\n", tag == "ol" ? "ol" : "ul", inside);
    if (type == "listitem") return "<li>" + inside + "</li>";
    if (type == "link" || type == "autolink")
        return fmt::format("<a href=\"{}\">{}</a>", attribute_text(node.text("url")), inside);
    return inside.empty() ? card_html(type, node, unknown) : inside;
}

// --- Mobiledoc
// ---------------------------------------------------------------------------------------------------------

class Mobiledoc {
  public:
    Mobiledoc(const Json& document, Names& unknown) : document_(document), unknown_(unknown) {}

    [[nodiscard]] std::string html() const {
        std::string all;
        if (const Json::Array* sections = document_["sections"].array())
            for (const Json& section : *sections)
                if (const Json::Array* parts = section.array(); parts != nullptr && parts->size() > 1)
                    all += section_html(*parts);
        return all;
    }

  private:
    enum Section { text = 1, image = 2, list = 3, card = 10 };

    static std::string tag_of(const Json& name) {
        constexpr std::array<std::string_view, 16> known{"p",  "h1", "h2", "h3", "h4",     "h5", "h6", "blockquote",
                                                         "ul", "ol", "b",  "i",  "strong", "em", "s",  "code"};
        const std::string* tag = name.string();
        return tag != nullptr && std::ranges::find(known, *tag) != known.end() ? *tag : "p";
    }
    static const Json& at(const Json& list, std::int64_t index) {
        static const Json none;
        const Json::Array* items = list.array();
        const bool is_there = items != nullptr && index >= 0 && index < static_cast<std::int64_t>(items->size());
        return is_there ? (*items)[static_cast<std::size_t>(index)] : none;
    }

    [[nodiscard]] std::string section_html(const Json::Array& parts) const {
        switch (number_of(parts[0])) {
            case text:
                return parts.size() > 2 ? fmt::format("<{0}>{1}</{0}>\n", tag_of(parts[1]), markers_html(parts[2]))
                                        : std::string();
            case image:
                return parts[1].string() != nullptr ? fmt::format("<figure><img src=\"{}\" alt=\"\"></figure>\n",
                                                                  attribute_text(*parts[1].string()))
                                                    : std::string();
            case list: return parts.size() > 2 ? list_html(parts) : std::string();
            case card: {
                const Json& held = at(document_["cards"], number_of(parts[1]));
                const std::string* name = at(held, 0).string();
                return name == nullptr ? std::string() : card_html(*name, at(held, 1), unknown_);
            }
            default: return {};
        }
    }

    [[nodiscard]] std::string list_html(const Json::Array& parts) const {
        std::string items;
        if (const Json::Array* list_items = parts[2].array())
            for (const Json& item : *list_items) items += "<li>" + markers_html(item) + "</li>";
        return fmt::format("<{0}>{1}</{0}>\n", tag_of(parts[1]) == "ol" ? "ol" : "ul", items);
    }

    /// Each marker opens some markups, holds a text, and closes as many as it says.
    [[nodiscard]] std::string markers_html(const Json& markers) const {
        std::string html;
        std::vector<std::string> open;
        const Json::Array* list_of = markers.array();
        if (list_of == nullptr) return html;
        for (const Json& marker : *list_of) {
            if (const Json::Array* opened = at(marker, 1).array())
                for (const Json& index : *opened) html += opening(at(document_["markups"], number_of(index)), open);
            const std::string* words = at(marker, 3).string();
            if (number_of(at(marker, 0)) == 0 && words != nullptr) html += markup::escaped(*words);
            if (number_of(at(marker, 0)) == 1) html += "<br>";  // the only atom that Ghost has
            for (std::int64_t count = number_of(at(marker, 2)); count > 0 && !open.empty(); --count, open.pop_back())
                html += "</" + open.back() + ">";
        }
        return html;
    }

    static std::string opening(const Json& markup, std::vector<std::string>& open) {
        const std::string* name = at(markup, 0).string();
        if (name != nullptr && *name == "a") {
            open.emplace_back("a");
            const std::string* href = at(at(markup, 1), 1).string();
            return fmt::format("<a href=\"{}\">", href == nullptr ? std::string() : attribute_text(*href));
        }
        const std::string tag = tag_of(at(markup, 0));
        open.push_back(tag == "p" ? "span" : tag);
        return "<" + open.back() + ">";
    }

    const Json& document_;
    Names& unknown_;
};

}  // namespace

std::string html_of_lexical(const Json& document, std::set<std::string>& unknown) {
    return lexical_children(document["root"], deepest, unknown);
}

std::string html_of_mobiledoc(const Json& document, std::set<std::string>& unknown) {
    return Mobiledoc(document, unknown).html();
}

}  // namespace blogbind
