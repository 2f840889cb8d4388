#include "epub/publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "epub/documents.h"
#include "epub/font_use.h"
#include "epub/navigation.h"
#include "epub/package_document.h"
#include "epub/plan.h"
#include "epub/provenance.h"
#include "epub/script_runs.h"
#include "epub/turned_css.h"

namespace blogbind::epub {

namespace {

constexpr std::string_view xhtml_type = "application/xhtml+xml";

ManifestItem style_item(std::string_view name) {
    return {"css-" + std::string(name), fmt::format("css/{}.css", name), "text/css", {}};
}

// "font-text-bold" of fonts/text-bold.otf
std::string font_id(const std::string& path) {
    const std::size_t start = path.rfind('/') + 1;
    return "font-" + path.substr(start, path.rfind('.') - start);
}

// "img-harbour-3fa2c1" of images/harbour-3fa2c1.jpg
std::string picture_id(const std::string& path, std::set<std::string>& taken) {
    const std::size_t start = path.rfind('/') + 1;
    std::string id = "img-" + path.substr(start, path.rfind('.') - start);
    while (!taken.insert(id).second) id += '-';
    return id;
}

std::vector<ManifestItem> manifest_items(const Book& book, const Plan& plan) {
    std::vector<ManifestItem> items{{"nav", "nav.xhtml", std::string(xhtml_type), "nav"},
                                    {"ncx", "toc.ncx", "application/x-dtbncx+xml", {}}};
    items.push_back(style_item("book"));
    items.push_back(style_item("enhance"));
    if (!book.fonts.empty()) items.push_back(style_item("fonts"));
    for (const Font& font : book.fonts)
        items.push_back({font_id(font.file.path), font.file.path, font.file.media_type, {}});
    if (book.cover) items.push_back({"cover-image", book.cover->path, book.cover->media_type, "cover-image"});
    if (book.map) items.push_back({"map", book.map->path, book.map->media_type, {}});
    std::set<std::string> ids;
    for (const Resource& resource : book.resources)
        items.push_back({picture_id(resource.path, ids), resource.path, resource.media_type, {}});
    for (const Document& document : plan.documents)
        if (document.kind != DocumentKind::contents)
            items.push_back({document.id, document.href, std::string(xhtml_type), {}});
    return items;
}

/// Collects the container's files in its order. What is written for them goes into the spill at once.
class Shelf {
  public:
    explicit Shelf(Spill& spill) : spill_(spill) {}

    void add(std::string path, std::string_view text) {
        const Result<Spill::Piece> piece = spill_.append(text);
        if (!piece && status_) status_ = fail(piece.error());
        files_.push_back({.path = std::move(path), .bytes = piece.value_or(Spill::Piece())});
    }
    void add(const Resource& resource, bool stored = true) {
        files_.push_back({.path = "EPUB/" + resource.path, .bytes = resource.bytes, .stored = stored});
    }
    /// The files since the last call are a group: they stand in the order of their names.
    void end_group() {
        std::sort(files_.begin() + static_cast<std::ptrdiff_t>(sorted_), files_.end(),
                  [](const ContainerFile& a, const ContainerFile& b) { return a.path < b.path; });
        sorted_ = files_.size();
    }
    [[nodiscard]] const std::vector<ContainerFile>& files() const { return files_; }
    std::vector<ContainerFile> take() && { return std::move(files_); }
    /// What kept the spill from taking a text.
    [[nodiscard]] const Status& status() const { return status_; }

  private:
    Spill& spill_;
    Status status_;
    std::vector<ContainerFile> files_;
    std::size_t sorted_ = 0;
};

/// What is added to a style sheet of the book, if the book wants it and there is such a file.
struct Addition {
    std::string_view sheet, file;
    bool (*wanted)(const BookMetadata&);
};
constexpr Addition additions[] = {
    {"book.css", "cjk.css", [](const BookMetadata& about) { return is_cjk(about.language); }},
    {"book.css", "korean.css", [](const BookMetadata& about) { return primary_language(about.language) == "ko"; }},
    {"book.css", "vertical.css", [](const BookMetadata& about) { return about.is_vertical; }},
    {"book.css", "user.css", [](const BookMetadata&) { return true; }},  // last: it may overrule all others
    {"enhance.css", "vertical-enhance.css", [](const BookMetadata& about) { return about.is_vertical; }},
};

Result<std::string> style_sheet(std::string_view name, const BookMetadata& about, const TemplateSet& templates) {
    Result<std::string> css = templates.text(name);
    if (!css) return css;
    if (about.is_vertical) css = rotated(*css);
    for (const Addition& addition : additions)
        if (addition.sheet == name && addition.wanted(about) && templates.has(addition.file))
            *css += *templates.text(addition.file);
    if (is_right_to_left(about.language)) css = mirrored(*css);
    return css;
}

Status add_style_sheets(Shelf& shelf, const Book& book, const TemplateSet& templates) {
    for (const std::string_view name : {"book.css", "enhance.css"}) {
        Result<std::string> css = style_sheet(name, book.metadata, templates);
        if (!css) return fail(css.error());
        shelf.add("EPUB/css/" + std::string(name), *css);
    }
    if (!book.fonts.empty()) {
        Result<std::string> css = font_sheet(book.fonts, templates);
        if (!css) return fail(css.error());
        shelf.add("EPUB/css/fonts.css", *css);
    }
    shelf.end_group();
    for (const Font& font : book.fonts) shelf.add(font.file, false);
    shelf.end_group();
    return {};
}

}  // namespace

std::string bytes_of(const ContainerFile& file, const Spill& spill) {
    return spill.read(file.bytes, 0, file.bytes.size).value_or(std::string());
}

Result<Publication> render(const Book& book, const TemplateSet& templates, Spill& spill) {
    const std::string& language = book.metadata.language;
    Typesetter typesetter(templates, language);
    const Plan plan = make_plan(book, typesetter);
    Publication publication{.manifest = manifest_items(book, plan), .spine = {}, .files = {}};
    for (const Document& document : plan.documents) publication.spine.push_back(document.id);

    Shelf shelf(spill);
    const auto opening = [&](const Document& document) { return document.kind == DocumentKind::contents; };
    const auto written = [&](const Document& document) {
        std::string text = content_document(document, book, plan, typesetter);
        if (document.chapter != nullptr) rest(*document.chapter);
        return book.fonts.empty() ? text : with_font_classes(text, book.fonts);
    };
    shelf.add("META-INF/container.xml", container_document());
    shelf.end_group();
    shelf.add("EPUB/package.opf", package_document(book, plan, publication, typesetter.phrases()));
    shelf.end_group();
    const Document& contents = *std::ranges::find_if(plan.documents, opening);
    shelf.add("EPUB/" + contents.href, written(contents));
    shelf.add("EPUB/toc.ncx", ncx_document(book, plan));
    shelf.end_group();
    if (const Status styled = add_style_sheets(shelf, book, templates); !styled) return fail(styled.error());
    for (const Document& document : plan.documents)
        if (!opening(document)) shelf.add("EPUB/" + document.href, written(document));
    shelf.end_group();
    if (book.cover) shelf.add(*book.cover);
    if (book.map) shelf.add(*book.map);
    for (const Resource& resource : book.resources) shelf.add(resource);
    shelf.end_group();
    shelf.add(std::string(provenance_path), provenance_record(book, shelf.files(), spill));
    shelf.end_group();
    if (typesetter.error()) return fail(*typesetter.error());
    if (!shelf.status()) return fail(shelf.status().error());
    publication.files = std::move(shelf).take();
    return publication;
}

}  // namespace blogbind::epub
