// CSS selectors over the tree: type * #id .class [a] [a=v] ~= |= ^= $= *= (i flag), combinators " " > + ~,
// :not() :is() :where() :has() :first-child :last-child :only-child :nth-child() :empty :root :contains('x'), lists.
// Selectors Level 4, https://www.w3.org/TR/selectors-4/ (:contains is ours).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "markup/body.h"

namespace blogbind::markup {

class Selector {
  public:
    /// Error usage: not a selector; the message says where.
    static Result<Selector> parse(std::string_view text);
    /// REQUIRES: `text` is a valid selector list written in this program.
    explicit Selector(std::string_view text);
    Selector(Selector&&) noexcept;
    Selector& operator=(Selector&&) noexcept;
    ~Selector();

    [[nodiscard]] bool matches(const Element& element) const;
    /// The first match below `root` (not root itself), in document order.
    [[nodiscard]] const Element* first(const Element& root) const;
    [[nodiscard]] Element* first(Element& root) const;
    [[nodiscard]] std::vector<const Element*> all(const Element& root) const;
    [[nodiscard]] std::vector<Element*> all(Element& root) const;

  private:
    friend class SelectorTable;
    struct List;
    Selector();
    std::unique_ptr<List> list_;
};

/// What the elements above those are called that a walk comes to, so that each is looked at once and not for every
/// element below it. REQUIRES: the tree stays as it is while this lives.
class Ancestors {
  public:
    struct Line;
    Ancestors();
    ~Ancestors();

  private:
    friend class SelectorTable;
    std::unique_ptr<Line> line_;
};

/// Many selectors at once: an element is compared only with those whose last compound names its id, one of its
/// classes or its type. Hundreds of rules cost about as much as one.
class SelectorTable {
  public:
    explicit SelectorTable(const std::vector<std::string_view>& selectors);
    SelectorTable(SelectorTable&&) noexcept;
    ~SelectorTable();
    /// The lowest index of a selector that matches.
    [[nodiscard]] std::optional<std::size_t> match(const Element& element) const;
    /// The same, for walks through a whole tree. `ancestors`: of the elements that were asked about before.
    [[nodiscard]] std::optional<std::size_t> match(const Element& element, Ancestors& ancestors) const;

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace blogbind::markup
