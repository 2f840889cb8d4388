// Large or broken XML from anywhere, piece by piece: each unit (an item of a feed or an export) as a small tree, and
// never more than one in memory. Nothing outside the text is ever opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace blogbind::markup {

/// An element, or a text among its children (then without a name). Names keep their prefix ("content:encoded"), but
/// for the one that the root has.
struct XmlElement {
    std::string name;
    std::string text;  ///< of a text
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlElement> children;

    /// Its value; empty if there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
    /// The first child of that name; null if there is none.
    [[nodiscard]] const XmlElement* child(std::string_view wanted) const;
    [[nodiscard]] bool holds_elements() const;
    /// All text that stands directly in the element, white space trimmed.
    [[nodiscard]] std::string own_text() const;
    /// own_text of that child; empty if there is none.
    [[nodiscard]] std::string text_of(std::string_view child_name) const;
};

struct XmlUnit {
    XmlElement element;
    std::uint64_t start = 0, end = 0;  ///< where it stands among all bytes
};

struct XmlUnitOptions {
    int depth = 1;  ///< of the units below the root; 0: the root is the only one
    std::function<bool(std::string_view name)> is_skipped{};  ///< elements of units whose inside is not kept
    std::size_t largest_unit = std::size_t{64} << 20;         ///< text beyond that is left out
};

class XmlUnits {
  public:
    XmlUnits(XmlUnitOptions options, std::function<void(XmlUnit)> visit);
    XmlUnits(XmlUnits&&) noexcept;
    ~XmlUnits();

    /// Visits what ends in `piece`, repaired as xml_repair.h says. Error unreadable, with the line: tags that do not
    /// match or the like; nothing after it can be read, and what came before has been visited.
    Status read(std::string_view piece);
    /// No more pieces. Error unreadable: something is still open.
    Status finish();
    [[nodiscard]] const std::string& root_name() const;  ///< with its prefix; empty before it was read

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

/// All at once.
Status visit_units(std::string_view xml, XmlUnitOptions options, std::function<void(XmlUnit)> visit);
/// The elements inside as they would stand in HTML, without the prefix of XHTML's name space.
std::string markup_inside(const XmlElement& element);

}  // namespace blogbind::markup
