#include "assertions/checked_book.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace blogbind::testing {

namespace {

constexpr std::string_view package_path = "EPUB/package.opf";
constexpr std::array<std::string_view, 9> right_to_left_languages{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv"};

const Element* parsed(CheckedBook& book, std::string_view path) {
    const auto file = book.files.find(path);
    if (file == book.files.end()) throw std::runtime_error(std::string(path) + " is missing");
    auto& tree = book.trees.emplace_back(std::make_unique<tinyxml2::XMLDocument>());
    if (tree->Parse(file->second->bytes.data(), file->second->bytes.size()) != tinyxml2::XML_SUCCESS)
        throw std::runtime_error(std::string(path) + ": " + tree->ErrorStr());
    return tree->RootElement();
}

const Element& needed(const Element* parent, const char* name) {
    const Element* child = parent->FirstChildElement(name);
    if (child == nullptr) throw std::runtime_error("there is no <" + std::string(name) + ">");
    return *child;
}

void read_metadata(CheckedBook& book) {
    book.metadata = &needed(book.package, "metadata");
    for (const Element* meta : elements(book.metadata, "meta"))
        if (has(meta, "property"))
            book.properties.push_back(
                {std::string(value(meta, "property")), std::string(value(meta, "refines")), words(meta)});
    book.language = words(&needed(book.metadata, "dc:language"));
    const std::string primary = book.language.substr(0, book.language.find('-'));
    book.right_to_left = std::find(right_to_left_languages.begin(), right_to_left_languages.end(), primary) !=
                         right_to_left_languages.end();
}

void read_manifest(CheckedBook& book) {
    for (const Element* element : elements(&needed(book.package, "manifest"), "item")) {
        Item item{std::string(value(element, "id")), std::string(value(element, "href")), "",
                  std::string(value(element, "media-type")), std::string(value(element, "properties"))};
        item.path = target_of(item.href, package_path);
        if (item.media_type == "application/x-dtbncx+xml") book.ncx = parsed(book, item.path);
        if (const auto file = book.files.find(item.path);
            item.media_type == "text/css" && file != book.files.end() &&
            file->second->bytes.find("writing-mode: vertical-rl") != std::string::npos)
            book.vertical = true;
        book.manifest.push_back(std::move(item));
    }
}

void read_document(CheckedBook& book, const Item& item) {
    Document document{item.path, nullptr, parsed(book, item.path), nullptr, ""};
    document.bytes = &book.files.find(item.path)->second->bytes;
    document.body = &needed(document.root, "body");
    for (const Element* element : elements(document.body))
        document.types.append(value(element, "epub:type")).append(" ");
    book.documents.push_back(std::move(document));
}

void sort_documents(CheckedBook& book) {
    for (const Document& document : book.documents) {
        const Item* item = nullptr;
        for (const Item& candidate : book.manifest)
            if (candidate.path == document.path) item = &candidate;
        if (has_word(item->properties, "nav")) book.nav = &document;
        if (document.is("chapter")) book.chapters.push_back(&document);
        if (document.is("appendix")) book.appendices.push_back(&document);
    }
    book.has_cover = book.documents.front().is("cover") || book.files.contains("EPUB/images/cover.jpg");
    if (book.nav == nullptr) throw std::runtime_error("no navigation document stands in the spine");
    if (book.chapters.empty()) throw std::runtime_error("there is no chapter");
}

void collect(const Element* element, std::string_view name, std::vector<const Element*>& found) {
    if (name.empty() || name == element->Name()) found.push_back(element);
    for (const Element* child = element->FirstChildElement(); child != nullptr; child = child->NextSiblingElement())
        collect(child, name, found);
}

void append_text(const tinyxml2::XMLNode* node, bool deep, std::string& text) {
    for (const auto* child = node->FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const tinyxml2::XMLText* piece = child->ToText()) text += piece->Value();
        if (deep) append_text(child, deep, text);
    }
}

}  // namespace

bool Document::is(std::string_view type) const { return has_word(types, type); }

bool CheckedBook::is_made_with(std::string_view option) const {
    const auto record = files.find("EPUB/meta/provenance.json");
    const Result<Json> json = parse_json(record == files.end() ? std::string_view() : record->second->bytes);
    return json && !(*json)["blogbind"]["options"][option].is_null();
}

const Item* CheckedBook::item(std::string_view id) const {
    const auto found = std::find_if(manifest.begin(), manifest.end(), [&](const Item& item) { return item.id == id; });
    return found == manifest.end() ? nullptr : &*found;
}

std::vector<std::string> CheckedBook::values(std::string_view property) const {
    std::vector<std::string> found;
    for (const Property& candidate : properties)
        if (candidate.name == property && candidate.refines.empty()) found.push_back(candidate.value);
    return found;
}

std::vector<const Element*> CheckedBook::metadata_elements(std::string_view name) const {
    return elements(metadata, name);
}

CheckedBook taken_apart(std::vector<ZipEntry> entries) {
    CheckedBook book;
    book.entries = std::move(entries);
    for (const ZipEntry& entry : book.entries) book.files.emplace(entry.name, &entry);
    book.package = parsed(book, package_path);
    read_metadata(book);
    read_manifest(book);
    if (book.ncx == nullptr) throw std::runtime_error("there is no NCX");
    for (const Element* reference : elements(&needed(book.package, "spine"), "itemref")) {
        const Item* item = book.item(value(reference, "idref"));
        if (item == nullptr) throw std::runtime_error("the spine names what the manifest does not");
        read_document(book, *item);
    }
    sort_documents(book);
    return book;
}

std::vector<const Element*> elements(const Element* root, std::string_view name) {
    std::vector<const Element*> found;
    collect(root, name, found);
    return found;
}

std::string_view value(const Element* element, const char* attribute) {
    const char* text = element->Attribute(attribute);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

bool has(const Element* element, const char* attribute) { return element->Attribute(attribute) != nullptr; }

std::string words(const Element* element) {
    std::string text;
    append_text(element, true, text);
    return collapsed(text);
}

std::string own_words(const Element* element) {
    std::string text;
    append_text(element, false, text);
    return collapsed(text);
}

bool has_scheme(std::string_view reference) {
    const std::size_t colon = reference.find_first_of(":/?#");
    return colon != std::string_view::npos && reference[colon] == ':';
}

std::string target_of(std::string_view reference, std::string_view from) {
    const std::string_view path = reference.substr(0, reference.find('#'));
    if (path.empty()) return std::string(from);
    return (std::filesystem::path(from).parent_path() / path).lexically_normal().string();
}

std::string_view fragment_of(std::string_view reference) {
    const std::size_t hash = reference.find('#');
    return hash == std::string_view::npos ? std::string_view() : reference.substr(hash + 1);
}

}  // namespace blogbind::testing
