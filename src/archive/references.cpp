#include "archive/references.h"

#include <array>

#include "base/text.h"
#include "markup/xml_tags.h"

namespace blogbind::archive {

namespace {

struct ReferringAttribute {
    std::string_view element, name;
    bool is_link;
};

/// Elements that refer to others. An attribute counts by its name without prefix, so that xlink:href is href.
constexpr std::array referring_attributes{
    ReferringAttribute{"a", "href", true},       ReferringAttribute{"area", "href", true},
    ReferringAttribute{"content", "src", true},  // of an NCX
    ReferringAttribute{"img", "src", false},     ReferringAttribute{"image", "href", false},
    ReferringAttribute{"use", "href", false},    ReferringAttribute{"script", "src", false},
    ReferringAttribute{"iframe", "src", false},  ReferringAttribute{"embed", "src", false},
    ReferringAttribute{"object", "data", false}, ReferringAttribute{"audio", "src", false},
    ReferringAttribute{"video", "src", false},   ReferringAttribute{"video", "poster", false},
    ReferringAttribute{"source", "src", false},  ReferringAttribute{"track", "src", false},
};

void note_tag(const markup::XmlTag& tag, BookFile& file) {
    if (file.root.empty()) file.root = tag.name;
    if (const std::string_view id = tag.attribute("id"); !id.empty()) file.ids.emplace(id);
    const auto refer = [&](std::string_view name, bool is_link) {
        if (const std::string_view to = trimmed(tag.attribute(name)); !to.empty())
            file.references.push_back({std::string(to), is_link});
    };
    for (const ReferringAttribute& row : referring_attributes)
        if (tag.name == row.element) refer(row.name, row.is_link);
    // Others of its relations, such as "canonical", only tell.
    if (tag.name == "link" && has_word(ascii_lowered(tag.attribute("rel")), "stylesheet")) refer("href", false);
}

// url(a.png), url("a.png"), @import "a.css"; what stands in comments counts, which does no harm.
void note_style_sheet(std::string_view css, BookFile& file) {
    for (const std::string_view opening : {"url(", "@import"}) {
        for (std::size_t at = css.find(opening); at != css.npos; at = css.find(opening, at + 1)) {
            std::string_view rest = trimmed(css.substr(at + opening.size(), 4096));
            const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
            if (!is_quoted && opening == "@import") continue;  // @import url(…)
            const std::size_t end = is_quoted ? rest.find(rest.front(), 1) : rest.find(')');
            if (end == rest.npos) continue;
            const std::string_view to = trimmed(rest.substr(is_quoted ? 1 : 0, end - (is_quoted ? 1 : 0)));
            if (!to.empty()) file.references.push_back({std::string(to), false});
        }
    }
}

bool is_xml(std::string_view media_type) { return media_type.ends_with("+xml") || media_type.ends_with("/xml"); }

}  // namespace

void note_references(std::string_view bytes, BookFile& file) {
    if (file.media_type == "text/css") return note_style_sheet(bytes, file);
    if (!is_xml(file.media_type)) return;
    const Status read = markup::visit_tags(bytes, [&](const markup::XmlTag& tag) { note_tag(tag, file); });
    if (!read) file.fault = read.error().message;
}

}  // namespace blogbind::archive
