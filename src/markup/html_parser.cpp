#include "markup/html_parser.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "markup/parse_arena.h"
#include "markup/xml_names.h"

namespace blogbind::markup {

namespace {

constexpr std::size_t memory_for_each_byte = 64;
constexpr unsigned most_attributes = 256;  // of one element; tinyxml2 looks each one up in a list

const GumboVector* children_of(const GumboNode& node) {
    const bool has_children = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
    return has_children ? &node.v.element.children : nullptr;
}

/// The output lives in the arena; null if a limit was reached.
const GumboOutput* guarded_parse(ParseArena& arena, const GumboOptions& options, std::string_view utf8) {
    if (setjmp(arena.escape) != 0) return nullptr;
    return gumbo_parse_with_options(&options, utf8.data(), utf8.size());
}

GumboOptions options_for(ParseArena& arena) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* memory, std::size_t size) { return static_cast<ParseArena*>(memory)->allocate(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = &arena;
    // Each error would copy the stack of open elements: 50,000 nested <div> take 19 GB.
    options.max_errors = 0;
    return options;
}

std::string name_of(const GumboElement& element) {
    GumboStringPiece original = element.original_tag;
    gumbo_tag_from_original_text(&original);
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG && original.length > 0)
        if (const char* mixed_case = gumbo_normalize_svg_tagname(&original)) return mixed_case;
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    return as_element_name(ascii_lowered({original.data, original.length}));
}

std::string_view prefix_of(const GumboAttribute& attribute) {
    constexpr std::array<std::string_view, 4> prefixes{"", "xlink:", "xml:", "xmlns:"};
    return prefixes.at(static_cast<std::size_t>(attribute.attr_namespace));
}

void copy_attribute(const GumboAttribute& from, Element& to) {
    const std::string name = std::string(prefix_of(from)) + from.name;
    if (!is_attribute_name(name)) return;
    to.SetAttribute(name.c_str(), is_xml_text(from.value) ? from.value : as_xml_text(from.value).c_str());
    if (name.starts_with("xlink:")) to.SetAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
}

void copy_attributes(const GumboElement& from, Element& to) {
    const unsigned count = std::min(from.attributes.length, most_attributes);
    for (unsigned i = 0; i < count; ++i)
        copy_attribute(*static_cast<const GumboAttribute*>(from.attributes.data[i]), to);
}

void append_parsed_text(Element& parent, const char* text) {
    tinyxml2::XMLDocument& document = *parent.GetDocument();
    parent.InsertEndChild(document.NewText(is_xml_text(text) ? text : as_xml_text(text).c_str()));
}

/// Builds our tree from the parser's, without recursion.
class TreeBuilder {
  public:
    TreeBuilder(int depth_limit, Body& body) : depth_limit_(depth_limit), body_(body) {}

    void build(const GumboNode& root) {
        open_.push_back({children_of(root), 0, &body_.root(), 1});
        while (!open_.empty()) {
            Level& level = open_.back();
            if (level.next == level.children->length)
                open_.pop_back();
            else
                add(*static_cast<const GumboNode*>(level.children->data[level.next++]), Level(level));
        }
    }

    [[nodiscard]] bool has_flattened() const { return has_flattened_; }

  private:
    struct Level {
        const GumboVector* children;
        unsigned next;
        Element* target;
        int depth;  ///< of `target`; the root's is 1
    };

    void add(const GumboNode& node, const Level& level) {
        if (children_of(node) != nullptr)
            add_element(node, level);
        else if (node.type != GUMBO_NODE_COMMENT)
            append_parsed_text(*level.target, node.v.text.text);
    }

    void add_element(const GumboNode& node, const Level& level) {
        const GumboVector* children = children_of(node);
        // A leaf (a picture, a line break) may stand at the limit; an element with children would lead beyond it.
        if (level.depth + 1 >= depth_limit_ && children->length > 0) return flatten(node, level);
        const std::string name = name_of(node.v.element);
        Element* element = body_.new_element(name.c_str());
        level.target->InsertEndChild(element);
        copy_attributes(node.v.element, *element);
        declare_namespace(node, *element);
        if (children->length > 0) open_.push_back({children, 0, element, level.depth + 1});
    }

    void flatten(const GumboNode& node, const Level& level) {
        has_flattened_ = true;
        constexpr std::array unread{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT};
        if (std::find(unread.begin(), unread.end(), node.v.element.tag) != unread.end()) return;
        open_.push_back({children_of(node), 0, level.target, level.depth});
    }

    /// HTML knows by the name that <svg> and <math> begin another vocabulary; XML must be told.
    static void declare_namespace(const GumboNode& node, Element& element) {
        constexpr std::array namespaces{"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg",
                                        "http://www.w3.org/1998/Math/MathML"};
        const GumboNamespaceEnum space = node.v.element.tag_namespace;
        if (space != node.parent->v.element.tag_namespace)
            element.SetAttribute("xmlns", namespaces.at(static_cast<std::size_t>(space)));
    }

    int depth_limit_;
    Body& body_;
    std::vector<Level> open_;
    bool has_flattened_ = false;
};

/// Where a reference to a character stands whose number has more digits than any character's: the library counts them
/// in an int, and beyond it writes bytes that are no UTF-8. Gives the reference's length; 0 if it is another.
std::size_t huge_reference_at(std::string_view text) {
    constexpr std::size_t most_digits = 7;
    const bool is_hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t start = is_hexadecimal ? 3 : 2;
    const std::string_view digits = is_hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
    const std::size_t first = std::min(text.find_first_not_of('0', start), text.size());
    const std::size_t end = std::min(text.find_first_not_of(digits, first), text.size());
    return end - first > most_digits ? end : 0;
}

/// Such references as U+FFFD, as the HTML standard has it (#numeric-character-reference-end-state). Empty if there are
/// none.
std::string without_huge_references(std::string_view text) {
    std::string result;
    for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
        const std::size_t length = huge_reference_at(text.substr(at));
        if (length == 0) continue;
        result.append(text.substr(0, at)).append("\uFFFD");
        text.remove_prefix(at + length);
        at = static_cast<std::size_t>(-2);  // the rest from its beginning
    }
    return result.empty() ? result : result.append(text);
}

/// Where the sheet begins and ends whose start tag stands at the text's beginning; nothing if it must be parsed. A
/// sheet that holds pictures must, and what holds a `<` before its end tag may be no sheet but the text between two
/// comments that name the tag.
std::optional<std::string_view> unread_sheet(std::string_view text) {
    constexpr std::string_view start = "<style", end = "</style>";
    if (text.size() == start.size() || std::string_view("> \t\r\n").find(text[start.size()]) == std::string_view::npos)
        return std::nullopt;
    // Neither search goes beyond the next tag: a page of start tags alone would be searched to its end for each.
    const std::size_t closing = text.find_first_of("<>", start.size());
    if (closing == std::string_view::npos || text[closing] == '<') return std::nullopt;
    const std::size_t first = closing + 1, last = text.find('<', first);
    if (last == std::string_view::npos || !text.substr(last).starts_with(end)) return std::nullopt;
    const std::string_view sheet = text.substr(first, last - first);
    constexpr std::array<std::string_view, 2> read{"data:", "writing-mode"};
    if (std::ranges::any_of(read, [&](auto sign) { return sheet.find(sign) != std::string_view::npos; }))
        return std::nullopt;
    return sheet;
}

/// The page without the contents of its style sheets: they are half of many a page, nobody reads most of them, and the
/// library would go through them letter by letter. Empty if there are none.
std::string without_style_sheets(std::string_view text) {
    std::string result;
    std::size_t taken = 0;
    for (std::size_t at = text.find("<style"); at != std::string_view::npos; at = text.find("<style", at + 1)) {
        const std::optional<std::string_view> sheet = unread_sheet(text.substr(at));
        if (!sheet) continue;
        result.append(text.data() + taken, sheet->data());
        taken = static_cast<std::size_t>(sheet->data() + sheet->size() - text.data());
    }
    return result.empty() ? result : result.append(text.substr(taken));
}

Result<ParsedHtml> parse(std::string_view utf8, const ParseLimits& limits, GumboTag context, const char* root_name) {
    const std::size_t size = utf8.size();
    const std::string mended = without_huge_references(utf8);
    if (!mended.empty()) utf8 = mended;
    const std::string unstyled = without_style_sheets(utf8);
    if (!unstyled.empty()) utf8 = unstyled;
    ParseArena arena(std::max(limits.memory, memory_for_each_byte * size), limits.processor_time);
    GumboOptions options = options_for(arena);
    options.fragment_context = context;
    const GumboOutput* output = guarded_parse(arena, options, utf8);
    if (output == nullptr)
        return fail(ErrorKind::refused, arena.is_out_of_time() ? "the markup takes too long to read"
                                                               : "the markup takes too much memory to read");
    ParsedHtml result{.body = Body(root_name)};
    if (context == GUMBO_TAG_LAST) copy_attributes(output->root->v.element, result.body.root());
    TreeBuilder builder(limits.depth, result.body);
    builder.build(*output->root);
    result.flattened = builder.has_flattened();
    return result;
}

}  // namespace

Result<ParsedHtml> parse_document(std::string_view utf8, const ParseLimits& limits) {
    return parse(utf8, limits, GUMBO_TAG_LAST, "html");
}

Result<ParsedHtml> parse_fragment(std::string_view utf8, const ParseLimits& limits) {
    return parse(utf8, limits, GUMBO_TAG_BODY, "section");
}

}  // namespace blogbind::markup
