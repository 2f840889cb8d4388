#include "source/foreign_markup.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"

namespace blogbind {
namespace {

struct Language {
    std::string_view ending, name, remedy;
};
constexpr std::string_view asciidoctor = "asciidoctor makes a web page of it", pandoc = "pandoc makes Markdown of it";
constexpr std::array languages{
    Language{".adoc", "AsciiDoc", asciidoctor},   Language{".asciidoc", "AsciiDoc", asciidoctor},
    Language{".rst", "reStructuredText", pandoc}, Language{".org", "Org", pandoc},
    Language{".textile", "Textile", pandoc},
};

}  // namespace

std::optional<std::string> foreign_markup(std::string_view name) {
    const std::string lowered = ascii_lowered(name);
    for (const Language& language : languages)
        if (lowered.ends_with(language.ending))
            return fmt::format("is {}, which blogbind does not read; {}, which it does", language.name,
                               language.remedy);
    return std::nullopt;
}

}  // namespace blogbind
