#include "source/saved_page.h"

#include <array>

#include "base/base64.h"
#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "net/charset.h"
#include "net/wayback.h"
#include "source/fetch_page.h"
#include "source/local_fetcher.h"
#include "source/mhtml.h"
#include "source/singlefile.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

std::string_view up_to(std::string_view text, std::string_view ends) {
    return text.substr(0, text.find_first_of(ends));
}

std::string_view after(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

std::optional<Url> web_address(std::string_view text) {
    auto url = Url::parse(trimmed(text));
    return url && url->is_web() ? url : std::nullopt;
}

/// The page's own link rel=canonical, or og:url.
std::optional<Url> canonical_address(const markup::Body& document) {
    std::optional<Url> canonical, graph;
    markup::each_element(document.root(), [&](const markup::Element& element) {
        if (markup::is_named(element, "link") &&
            has_word(ascii_lowered(markup::attribute(element, "rel")), "canonical") && !canonical)
            canonical = web_address(markup::attribute(element, "href"));
        if (markup::is_named(element, "meta") && markup::attribute(element, "property") == "og:url" && !graph)
            graph = web_address(markup::attribute(element, "content"));
    });
    return canonical ? canonical : graph;
}

bool is_relative(std::string_view address) {
    if (address.empty() || address[0] == '#' || address[0] == '?' || address.starts_with("//")) return false;
    const std::size_t colon = address.find(':');
    return colon == std::string_view::npos || address.find('/') < colon;  // "Part A: b.jpg" may hold one, after "./"
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

/// Where a page's files are.
struct Surroundings {
    fs::path folder;       ///< absolute and normal
    const FileTree* tree;  ///< null: on the disk

    [[nodiscard]] bool holds(const fs::path& path) const {
        std::error_code error;
        return is_below(path, folder) &&
               (tree != nullptr ? tree->at(path) != nullptr : fs::is_regular_file(path, error));
    }
};

/// The file that a relative address names, as it stands or decoded, also as pages of Latin-1 encoded it; nothing
/// outside the page's folder.
std::optional<fs::path> local_file(std::string_view address, const Surroundings& around) {
    const std::string_view bare = up_to(address, "?#");
    const std::string meant = percent_decoded(bare);
    std::vector<std::string> names{std::string(address), std::string(bare), meant};
    if (!is_valid_utf8(meant)) names.push_back(decode_text(meant, "windows-1252").text);
    for (const std::string& name : names) {
        const fs::path path = (around.folder / name).lexically_normal();
        if (around.holds(path)) return path;
    }
    return std::nullopt;
}

constexpr std::array<const char*, 5> picture_attributes{"src", "data-src", "data-lazy-src", "poster", "data-orig-file"};

/// Most elements have no address at all, and every element of the page is asked.
bool has_address(const markup::Element& element) {
    for (const tinyxml2::XMLAttribute* at = element.FirstAttribute(); at != nullptr; at = at->Next()) {
        const std::string_view name = at->Name();
        if (name == "href" || std::ranges::find(picture_attributes, name) != picture_attributes.end()) return true;
    }
    return false;
}

constexpr std::array<std::string_view, 10> picture_extensions{".jpg", ".jpeg", ".png", ".gif",  ".webp",
                                                              ".svg", ".bmp",  ".tif", ".tiff", ".avif"};

bool is_picture_file(const fs::path& path) {
    return std::ranges::find(picture_extensions, ascii_lowered(path.extension().string())) != picture_extensions.end();
}

/// Most links lead to pages, and to look for each one's file takes long.
bool may_name_picture(std::string_view address) {
    const std::string lowered = ascii_lowered(percent_decoded(address));
    return std::ranges::any_of(picture_extensions, [&](auto known) { return lowered.find(known) != lowered.npos; });
}

void use_local_file(markup::Element& element, const char* name, const Surroundings& around) {
    const std::string address(markup::attribute(element, name));
    const bool is_link = markup::is_named(element, "a");
    if (!is_relative(address) || (is_link && !may_name_picture(address))) return;
    const auto path = local_file(address, around);
    if (!path) return;
    const bool picture = markup::is_one_of(element, "img source video input");
    if (!picture && !is_picture_file(*path)) {
        // A frame or page that was saved beside this one: its own address is lost.
        if (!is_link) element.DeleteAttribute(name);
        return;
    }
    if (const auto url = file_url(*path)) markup::set_attribute(element, name, url->text());
}

Result<PagePart> page_in_file(const Source& source, std::string_view bytes, Report& report) {
    auto part = parse_part(wayback::without_toolbar(std::string(bytes)), {}, std::nullopt, report);
    if (!part) return part;
    use_styled_pictures(part->document);
    part->url = source.url;
    if (!part->url) part->url = canonical_address(part->document);
    if (!part->url) part->url = saved_from(bytes);
    if (!source.path.empty()) use_local_pictures(part->document, source.path, source.tree.get());
    return part;
}

Result<PagePart> page_in_mail(const Source& source, std::string_view bytes, Report& report) {
    const auto mhtml = read_mhtml(bytes);
    if (!mhtml) return fail(mhtml.error());
    const MhtmlPart& page = *mhtml->page();
    const std::string html = page.is_base64 ? base64_decoded(page.body).value_or(std::string()) : page.body;
    auto part = parse_part(html, page.charset, std::nullopt, report);
    if (!part) return part;
    part->url = source.url;
    if (!part->url) part->url = canonical_address(part->document);
    if (!part->url) part->url = mhtml->address;
    use_parts(part->document, *mhtml, mhtml->address);
    return part;
}

}  // namespace

std::optional<Url> saved_from(std::string_view html) {
    const std::string_view start = html.substr(0, 16384);
    if (const std::string_view mark = after(start, "<!-- saved from url=("); !mark.empty())
        return web_address(up_to(after(mark, ")"), " \r\n"));
    if (const std::string_view mark = after(start, "Page saved with SingleFile"); !mark.empty())
        return web_address(up_to(trimmed(after(mark, "url:")), " \r\n"));
    if (const std::string_view mark = after(start, "<!-- Mirrored from "); !mark.empty())
        return web_address("https://" + std::string(up_to(mark, " ")));
    return std::nullopt;
}

Result<PagePart> saved_page(const Source& source, Report& report) {
    Result<std::string> bytes;
    if (source.bytes.empty()) bytes = read_file(source.path, file_limit);
    if (!bytes) return fail(bytes.error());
    const auto page_in = source.kind == SourceKind::mhtml ? page_in_mail : page_in_file;
    auto part = page_in(source, source.bytes.empty() ? *bytes : source.bytes, report);
    if (!part) return fail(part.error().kind, source.path.string() + ": " + part.error().message);
    return part;
}

void use_local_pictures(markup::Body& document, const fs::path& page, const FileTree* tree) {
    std::error_code error;
    const Surroundings around{fs::absolute(page, error).parent_path().lexically_normal(), tree};
    markup::each_element(document.root(), [&around](markup::Element& element) {
        if (!has_address(element)) return;
        for (const char* name : picture_attributes) use_local_file(element, name, around);
        if (markup::is_named(element, "a")) use_local_file(element, "href", around);
    });
}

}  // namespace blogbind
