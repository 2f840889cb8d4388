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
#include "markup/raw_text.h"
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

/// As the parser gives them: #preprocessing-the-input-stream.
std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    return result;
}

/// What was taken out of the page before it was parsed.
class RawTexts {
  public:
    RawTexts(std::string_view parsed, const std::vector<RawText>& taken) : parsed_(parsed), taken_(&taken) {}

    /// What stood in the element, unless nobody reads it: of style sheets all but those with pictures, and those that
    /// tell how lines run.
    [[nodiscard]] std::string of(const GumboElement& element) const {
        if (element.tag != GUMBO_TAG_SCRIPT && element.tag != GUMBO_TAG_STYLE) return {};
        const GumboStringPiece tag = element.original_tag;
        const auto at = static_cast<std::size_t>(tag.data - parsed_.data()) + tag.length;
        const auto found = std::ranges::lower_bound(*taken_, at, {}, &RawText::at);
        if (tag.length == 0 || found == taken_->end() || found->at != at) return {};
        constexpr std::array<std::string_view, 2> read{"data:", "writing-mode"};
        const bool is_read = element.tag == GUMBO_TAG_SCRIPT || std::ranges::any_of(read, [&](std::string_view sign) {
                                 return found->content.find(sign) != std::string_view::npos;
                             });
        return is_read ? with_line_feeds(found->content) : std::string();
    }

  private:
    std::string_view parsed_;
    const std::vector<RawText>* taken_;
};

/// Builds our tree from the parser's, without recursion.
class TreeBuilder {
  public:
    TreeBuilder(int depth_limit, Body& body, RawTexts raw_texts)
        : depth_limit_(depth_limit), body_(body), raw_texts_(raw_texts) {}

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
        if (const std::string raw = raw_texts_.of(node.v.element); !raw.empty())
            append_parsed_text(*element, raw.c_str());
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
    RawTexts raw_texts_;
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

Result<ParsedHtml> parse(std::string_view utf8, const ParseLimits& limits, GumboTag context, const char* root_name) {
    const std::size_t size = utf8.size();
    const std::string mended = without_huge_references(utf8);
    if (!mended.empty()) utf8 = mended;
    const LighterPage lighter = without_raw_text(utf8);
    if (!lighter.taken.empty()) utf8 = lighter.html;
    ParseArena arena(std::max(limits.memory, memory_for_each_byte * size), limits.processor_time);
    GumboOptions options = options_for(arena);
    options.fragment_context = context;
    const GumboOutput* output = guarded_parse(arena, options, utf8);
    if (output == nullptr)
        return fail(ErrorKind::refused, arena.is_out_of_time() ? "the markup takes too long to read"
                                                               : "the markup takes too much memory to read");
    ParsedHtml result{.body = Body(root_name)};
    if (context == GUMBO_TAG_LAST) copy_attributes(output->root->v.element, result.body.root());
    TreeBuilder builder(limits.depth, result.body, RawTexts(utf8, lighter.taken));
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
