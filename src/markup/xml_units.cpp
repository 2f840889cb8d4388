#include "markup/xml_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "markup/expat_parser.h"
#include "markup/xhtml_writer.h"
#include "markup/xml_repair.h"

namespace blogbind::markup {

namespace {

constexpr std::size_t deepest = 100;  // below a unit; what is deeper is left out
constexpr std::size_t most_attributes = 64;
constexpr std::size_t piece_size = std::size_t{64} << 10;

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

bool XmlElement::holds_elements() const {
    return std::ranges::any_of(children, [](const XmlElement& child) { return !child.name.empty(); });
}

std::string XmlElement::own_text() const {
    std::string all;
    for (const XmlElement& piece : children)
        if (piece.name.empty()) all += piece.text;
    return std::string(trimmed(all));
}

std::string XmlElement::text_of(std::string_view child_name) const {
    const XmlElement* found = child(child_name);
    return found == nullptr ? std::string() : found->own_text();
}

/// Builds the tree of one unit after the other.
struct XmlUnits::Parser final : ExpatEvents {
    Parser(XmlUnitOptions given, std::function<void(XmlUnit)> visitor)
        : options(std::move(given)), visit(std::move(visitor)), expat(*this, ExpatParser::Names::prefixed) {}

    void start(std::string_view name, const char* const* attributes) override {
        if (root_name.empty()) {
            root_name = name;
            prefix = prefix_of(name);
        }
        if (depth++ < options.depth) return;
        if (open.empty()) {
            unit = {};
            unit.start = repair.original(expat.offset());
            room = options.largest_unit;
            open.push_back(&unit.element);
        } else if (skipping > 0 || skipping_text > 0 || open.size() >= deepest) {
            ++skipping;
            return;
        } else {
            open.push_back(&open.back()->children.emplace_back());
        }
        XmlElement& element = *open.back();
        element.name = own_name(name);
        for (; *attributes != nullptr && element.attributes.size() < most_attributes; attributes += 2)
            element.attributes.emplace_back(attributes[0], attributes[1]);
        if (open.size() > 1 && options.is_skipped && options.is_skipped(element.name)) skipping_text = open.size();
    }
    void text(std::string_view characters) override {
        if (open.empty() || skipping > 0 || skipping_text > 0) return;
        characters = characters.substr(0, room);
        if (characters.empty()) return;
        room -= characters.size();
        std::vector<XmlElement>& siblings = open.back()->children;
        if (siblings.empty() || !siblings.back().name.empty()) siblings.emplace_back();
        siblings.back().text += characters;
    }
    void end(std::string_view) override {
        --depth;
        if (open.empty()) return;
        if (skipping > 0) {
            --skipping;
            return;
        }
        if (skipping_text == open.size()) {
            skipping_text = 0;
            open.back()->children.clear();
        }
        open.pop_back();
        if (!open.empty()) return;
        unit.end = repair.original(expat.offset() + expat.length());
        visit(std::move(unit));
    }

    Status parse(std::string_view piece, XmlRepair::End end) {
        if (failed) return fail(*failed);
        const auto last = end == XmlRepair::End::reached ? ExpatParser::End::reached : ExpatParser::End::open;
        Status status = expat.parse(repair.repaired(piece, end), last);
        if (!status) failed = status.error();
        return status;
    }

    [[nodiscard]] std::string_view own_name(std::string_view name) const {
        return !prefix.empty() && name.starts_with(prefix) ? name.substr(prefix.size()) : name;
    }

    XmlUnitOptions options;
    std::function<void(XmlUnit)> visit;
    ExpatParser expat;
    XmlRepair repair;
    std::optional<Error> failed;
    std::string root_name, prefix;
    XmlUnit unit;
    std::vector<XmlElement*> open;  // from the unit inwards; only the last one's children grow
    int depth = 0;
    std::size_t room = 0;
    std::size_t skipping = 0;       // elements that are open and not kept
    std::size_t skipping_text = 0;  // how many were open when the one began whose inside is not kept
};

XmlUnits::XmlUnits(XmlUnitOptions options, std::function<void(XmlUnit)> visit)
    : parser_(std::make_unique<Parser>(std::move(options), std::move(visit))) {}
XmlUnits::XmlUnits(XmlUnits&&) noexcept = default;
XmlUnits::~XmlUnits() = default;

Status XmlUnits::read(std::string_view piece) {
    for (; !piece.empty(); piece.remove_prefix(std::min(piece.size(), piece_size)))
        if (Status status = parser_->parse(piece.substr(0, piece_size), XmlRepair::End::open); !status) return status;
    return {};
}

Status XmlUnits::finish() { return parser_->parse({}, XmlRepair::End::reached); }

const std::string& XmlUnits::root_name() const { return parser_->root_name; }

Status visit_units(std::string_view xml, XmlUnitOptions options, std::function<void(XmlUnit)> visit) {
    XmlUnits units(std::move(options), std::move(visit));
    if (Status status = units.read(xml); !status) return status;
    return units.finish();
}

std::string markup_inside(const XmlElement& element) {
    std::string html;
    for (const XmlElement& child : element.children) {
        if (child.name.empty()) {
            html += escaped(child.text);
            continue;
        }
        const std::string_view name = std::string_view(child.name).substr(prefix_of(child.name).size());
        html += fmt::format("<{}", name);
        for (const auto& [key, value] : child.attributes)
            if (!key.starts_with("xmlns")) html += fmt::format(" {}=\"{}\"", key, escaped(value));
        html += '>';
        html += markup_inside(child);  // no deeper than units are
        const bool is_void = child.children.empty() && (name == "br" || name == "img" || name == "hr");
        if (!is_void) html += fmt::format("</{}>", name);
    }
    return html;
}

}  // namespace blogbind::markup
