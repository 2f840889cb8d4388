#include "epub/sort_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "epub/script_runs.h"

namespace blogbind::epub {

namespace {

struct Articles {
    std::string_view language, words;
};
constexpr std::array articles{
    Articles{"en", "the a an"},
    Articles{"de", "der die das ein eine"},
    Articles{"fr", "le la les un une"},
    Articles{"es", "el la los las un una"},
    Articles{"it", "il lo la i gli le un uno una"},
    Articles{"nl", "de het een"},
    Articles{"pt", "o a os as um uma"},
};

}  // namespace

std::string filed_title(std::string_view title, std::string_view language) {
    const std::size_t space = title.find(' ');
    const auto own = std::ranges::find(articles, primary_language(language), &Articles::language);
    if (space == std::string_view::npos || own == articles.end()) return std::string(title);
    const std::string_view first = title.substr(0, space);
    if (!has_word(own->words, ascii_lowered(first))) return std::string(title);
    return std::string(title.substr(space + 1)) + ", " + std::string(first);
}

std::string filed_person(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    const bool is_filed = name.find(',') != std::string_view::npos;
    const std::vector<Run> runs = script_runs(name, "en");
    const bool is_latin = std::ranges::all_of(runs, [](const Run& run) { return run.language.empty(); });
    if (space == std::string_view::npos || is_filed || !is_latin) return std::string(name);
    return std::string(name.substr(space + 1)) + ", " + std::string(name.substr(0, space));
}

}  // namespace blogbind::epub
