#include "extract/structured_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "base/text.h"

namespace blogbind::extract {

namespace {

constexpr std::array<std::string_view, 12> post_types{
    "BlogPosting",  "Article", "NewsArticle",      "SocialMediaPosting", "TechArticle", "Review",
    "TravelAction", "Report",  "ScholarlyArticle", "OpinionNewsArticle", "Recipe",      "LiveBlogPosting"};
constexpr std::array<std::string_view, 4> listing_types{"CollectionPage", "Blog", "SearchResultsPage", "ProfilePage"};
constexpr std::size_t node_limit = 2000;

/// JSON-LD allows a single value, an object or a list nearly everywhere: this is the first one.
const Json& first_of(const Json& value) {
    const Json::Array* array = value.array();
    return array != nullptr && !array->empty() ? array->front() : value;
}

std::string text_of(const Json& value) {
    const std::string* text = first_of(value).string();
    return text != nullptr ? collapsed(*text) : std::string{};
}

bool has_type(const Json& node, std::string_view type) {
    const Json& types = node["@type"];
    if (const std::string* single = types.string()) return *single == type;
    const Json::Array* list = types.array();
    return list != nullptr && std::ranges::any_of(*list, [&](const Json& each) {
               return each.string() != nullptr && *each.string() == type;
           });
}

template <std::size_t N>
bool has_any_type(const Json& node, const std::array<std::string_view, N>& types) {
    return std::ranges::any_of(types, [&](std::string_view type) { return has_type(node, type); });
}

class Graph {
  public:
    void add(const Json& value) {
        if (nodes_.size() >= node_limit) return;
        if (const Json::Array* array = value.array())
            for (const Json& each : *array) add(each);
        if (value.object() == nullptr) return;
        nodes_.push_back(&value);
        add(value["@graph"]);
    }
    [[nodiscard]] const std::vector<const Json*>& nodes() const { return nodes_; }
    /// The node that {"@id": …} stands for, or the value itself.
    [[nodiscard]] const Json& resolved(const Json& value) const {
        const std::string_view id = value.text("@id");
        if (id.empty() || !value["name"].is_null()) return value;
        for (const Json* node : nodes_)
            if (node->text("@id") == id && !(*node)["name"].is_null()) return *node;
        return value;
    }
    [[nodiscard]] const Json* first_typed(std::string_view type) const {
        for (const Json* node : nodes_)
            if (has_type(*node, type)) return node;
        return nullptr;
    }

  private:
    std::vector<const Json*> nodes_;
};

bool names_page(const Json& node, const Url& page) {
    const Json& main = first_of(node["mainEntityOfPage"]);
    const std::string main_text = main.string() != nullptr ? *main.string() : std::string(main.text("@id"));
    for (const std::string& candidate : {text_of(node["url"]), text_of(node["@id"]), main_text}) {
        const std::optional<Url> url = page.resolve(candidate);
        if (!candidate.empty() && url && same_page_key(*url) == same_page_key(page)) return true;
    }
    return false;
}

const Json* post_node(const Graph& graph, const std::optional<Url>& canonical) {
    const Json* first = nullptr;
    for (const Json* node : graph.nodes()) {
        if (!has_any_type(*node, post_types)) continue;
        if (canonical && names_page(*node, *canonical)) return node;
        if (first == nullptr) first = node;
    }
    return first;
}

std::vector<std::string> names_in(const Json& value, const Graph& graph) {
    std::vector<std::string> names;
    const auto add = [&](const Json& each) {
        const Json& person = graph.resolved(each);
        std::string name = each.string() != nullptr ? collapsed(*each.string()) : text_of(person["name"]);
        if (!name.empty()) names.push_back(std::move(name));
    };
    if (const Json::Array* list = value.array())
        std::ranges::for_each(*list, add);
    else
        add(value);
    return names;
}

std::vector<std::string> keywords_in(const Json& value) {
    std::vector<std::string> words;
    const auto add = [&](std::string_view word) {
        if (std::string clean = collapsed(word); !clean.empty()) words.push_back(std::move(clean));
    };
    if (const std::string* text = value.string()) std::ranges::for_each(split(*text, ','), add);
    if (const Json::Array* list = value.array())
        for (const Json& each : *list)
            if (each.string() != nullptr) add(*each.string());
    return words;
}

std::string address_of(const Json& value, const Graph& graph) {
    const Json& first = first_of(value);
    if (first.string() != nullptr) return *first.string();
    const std::string_view id = first.text("@id");
    for (const Json* node : graph.nodes())
        if (!id.empty() && node->text("@id") == id && !node->text("url").empty()) return std::string(node->text("url"));
    return text_of(first["url"]);
}

// schema.org allows numbers and text.
std::string degrees_in(const Json& value) {
    if (const std::int64_t* whole = value.integer()) return std::to_string(*whole);
    if (const double* number = value.number()) return fmt::format("{}", *number);
    return text_of(value);
}

void read_place(const Json& place, const Graph& graph, StructuredData& data) {
    const Json& point = graph.resolved(first_of(place["geo"]));
    data.place = text_of(place["name"]);
    data.position = parsed_position(degrees_in(point["latitude"]), degrees_in(point["longitude"]));
}

void read_post(const Json& node, const Graph& graph, StructuredData& data) {
    data.type = text_of(node["@type"]);
    data.headline = text_of(node["headline"]);
    if (data.headline.empty()) data.headline = text_of(node["name"]);
    data.published = text_of(node["datePublished"]);
    data.updated = text_of(node["dateModified"]);
    data.language = text_of(node["inLanguage"]);
    data.image = address_of(node["image"], graph);
    data.authors = names_in(node["author"], graph);
    data.keywords = keywords_in(node["keywords"]);
    for (const std::string_view key : {"contentLocation", "locationCreated"})
        if (data.place.empty()) read_place(graph.resolved(first_of(node[key])), graph, data);
    for (const std::string_view key : {"isPartOf", "publisher"})
        if (data.site_name.empty() && !has_type(graph.resolved(node[key]), "Person"))
            if (!has_type(graph.resolved(node[key]), "WebPage"))
                data.site_name = text_of(graph.resolved(node[key])["name"]);
}

void read_site(const Graph& graph, StructuredData& data) {
    const Json* site = graph.first_typed("WebSite");
    if (site == nullptr) return;
    if (std::string name = text_of((*site)["name"]); !name.empty()) data.site_name = std::move(name);
    data.site_url = text_of((*site)["url"]);
}

std::vector<Json> blocks(const markup::Element& document) {
    std::vector<Json> parsed;
    markup::each_element(document, [&](const markup::Element& element) {
        if (!markup::is_named(element, "script")) return;
        if (!contains_ignoring_case(markup::attribute(element, "type"), "ld+json")) return;
        std::string text;
        for (const markup::Node* child = element.FirstChild(); child != nullptr; child = child->NextSibling())
            if (child->ToText() != nullptr) text += child->Value();
        if (Result<Json> value = parse_json(tidied_json(text))) parsed.push_back(std::move(*value));
    });
    return parsed;
}

/// The text between the first bracket and the last: without <!-- -->, CDATA marks and a closing semicolon.
std::string_view unwrapped(std::string_view text) {
    constexpr std::string_view cdata = "<![CDATA[";
    if (const std::size_t at = text.find(cdata); at < text.find('{')) {
        text.remove_prefix(at + cdata.size());
        text = text.substr(0, text.rfind("]]>"));
    }
    const std::size_t begin = text.find_first_of("{[");
    const std::size_t end = text.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    return text.substr(begin, end + 1 - begin);
}

bool closes_after_comma(std::string_view text, std::size_t comma) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", comma + 1);
    return next != std::string_view::npos && (text[next] == '}' || text[next] == ']');
}

}  // namespace

std::string tidied_json(std::string_view text) {
    const std::string_view body = unwrapped(text);
    std::string tidy;
    tidy.reserve(body.size());
    bool in_string = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (in_string && c == '\\' && i + 1 < body.size()) {
            tidy += c;
            tidy += body[++i];
            continue;
        }
        if (c == '"') in_string = !in_string;
        if (in_string && static_cast<unsigned char>(c) < 0x20) {
            tidy += ' ';
            continue;
        }
        if (!in_string && c == ',' && closes_after_comma(body, i)) continue;
        tidy += c;
    }
    return tidy;
}

StructuredData read_structured_data(const markup::Element& document, const std::optional<Url>& canonical) {
    StructuredData data;
    const std::vector<Json> parsed = blocks(document);
    Graph graph;
    for (const Json& block : parsed) graph.add(block);
    if (const Json* post = post_node(graph, canonical)) read_post(*post, graph, data);
    read_site(graph, data);
    if (const Json* page = graph.first_typed("WebPage"); page != nullptr && data.published.empty())
        data.published = text_of((*page)["datePublished"]);  // all that some plugins say
    data.describes_listing = data.type.empty() && std::ranges::any_of(graph.nodes(), [](const Json* node) {
                                 return has_any_type(*node, listing_types);
                             });
    return data;
}

}  // namespace blogbind::extract
