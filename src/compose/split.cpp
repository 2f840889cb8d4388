#include "compose/split.h"

#include <cstddef>

#include "markup/xhtml_writer.h"

namespace blogbind::compose {

namespace {

using markup::Body;
using markup::Element;
using markup::Node;

// epub-output §3.3: 250 KB of markup and 10 MB of pictures a document, less what the chapter's frame needs.
constexpr std::size_t most_bytes = 240'000;
constexpr std::uint64_t most_picture_bytes = 9'900'000;

struct Weight {
    std::size_t bytes = 0;
    std::uint64_t pictures = 0;
    [[nodiscard]] bool is_too_much() const { return bytes > most_bytes || pictures > most_picture_bytes; }
};

struct Block {
    const Node* node;
    Weight weight;
    bool is_heading;
};

bool is_note(const Element& element) { return markup::attribute(element, "role") == "doc-footnote"; }

Weight weigh(const Node& node, const PictureSizes& pictures) {
    const Element* element = node.ToElement();
    if (element == nullptr) return {.bytes = markup::text_length(node)};
    Weight weight{.bytes = markup::xhtml(*element).size()};
    for (const Node* inner = element; inner != nullptr; inner = markup::next_in_order(*inner, *element)) {
        if (!markup::is_named(*inner, "img")) continue;
        std::string_view source = markup::attribute(*inner->ToElement(), "src");
        if (source.starts_with("../")) source.remove_prefix(3);
        if (const auto size = pictures.find(source); size != pictures.end()) weight.pictures += size->second;
    }
    return weight;
}

std::vector<Block> blocks_of(const Body& body, const PictureSizes& pictures) {
    std::vector<Block> blocks;
    for (const Node* node = body.root().FirstChild(); node != nullptr; node = node->NextSibling())
        if (node->ToElement() == nullptr || !is_note(*node->ToElement()))
            blocks.push_back({node, weigh(*node, pictures), markup::is_named(*node, "h2")});
    return blocks;
}

Weight total(const std::vector<Block>& blocks, std::size_t from, std::size_t to) {
    Weight sum;
    for (std::size_t i = from; i < to; ++i) {
        sum.bytes += blocks[i].weight.bytes;
        sum.pictures += blocks[i].weight.pictures;
    }
    return sum;
}

// A heading in the second half is a better place than the last possible one.
std::size_t best_cut(const std::vector<Block>& blocks, std::size_t start, std::size_t last) {
    for (std::size_t i = last; i > start + (last - start) / 2; --i)
        if (blocks[i].is_heading) return i;
    return last;
}

// Where documents begin; the first is always 0.
std::vector<std::size_t> beginnings(const std::vector<Block>& blocks) {
    std::vector<std::size_t> starts{0};
    Weight sum;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        sum.bytes += blocks[i].weight.bytes;
        sum.pictures += blocks[i].weight.pictures;
        if (!sum.is_too_much() || i == starts.back()) continue;
        starts.push_back(best_cut(blocks, starts.back(), i));
        sum = total(blocks, starts.back(), i + 1);
    }
    return starts;
}

// Notes at the end of the body, one after the other, without the frame that holds them.
void flatten_notes(Body& body) {
    Element& root = body.root();
    std::vector<Element*> frames;
    std::vector<Element*> notes;
    markup::each_element(root, [&](Element& element) {
        if (is_note(element)) notes.push_back(&element);
        const bool is_frame = markup::attribute(element, "epub:type") == "footnotes";
        if (is_frame && element.Parent() == &root) frames.push_back(&element);
    });
    for (Element* note : notes) root.InsertEndChild(note);
    for (Element* frame : frames) markup::remove(*frame);  // its heading and rule belong to the template
}

void open_flush(Body& body) {
    Element* first = body.root().FirstChildElement();
    if (first != nullptr && markup::is_named(*first, "p") && markup::attribute(*first, "class").empty())
        markup::set_attribute(*first, "class", "first");
}

bool refers_to(const Body& body, const std::string& reference) {
    bool found = false;
    markup::each_element(body.root(), [&](const Element& element) {
        found = found || (markup::is_named(element, "a") && markup::attribute(element, "href") == reference);
    });
    return found;
}

void distribute_notes(const Body& body, std::vector<Body>& documents) {
    for (const Element* aside = body.root().FirstChildElement("aside"); aside != nullptr;
         aside = aside->NextSiblingElement("aside")) {
        if (!is_note(*aside)) continue;
        std::string reference = "#";
        reference += markup::attribute(*aside, "id");
        Body* owner = &documents.back();
        for (Body& document : documents) {
            if (!refers_to(document, reference)) continue;
            owner = &document;
            break;
        }
        markup::append_copy(owner->root(), *aside);
    }
}

}  // namespace

std::vector<Body> split_into_documents(Body body, const PictureSizes& pictures) {
    flatten_notes(body);
    const std::vector<Block> blocks = blocks_of(body, pictures);
    const std::vector<std::size_t> starts = beginnings(blocks);
    std::vector<Body> documents;
    if (starts.size() == 1) {
        documents.push_back(std::move(body));
        return documents;
    }
    for (std::size_t part = 0; part < starts.size(); ++part) {
        const std::size_t end = part + 1 < starts.size() ? starts[part + 1] : blocks.size();
        Body& document = documents.emplace_back();
        document.may_rest_in(body.resting_place().beside());
        for (std::size_t i = starts[part]; i < end; ++i) markup::append_copy(document.root(), *blocks[i].node);
        if (part > 0) open_flush(document);
    }
    distribute_notes(body, documents);
    return documents;
}

}  // namespace blogbind::compose
