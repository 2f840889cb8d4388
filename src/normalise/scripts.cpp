// Words in another script than the post's get a language, so that voices and fonts do not guess (epub-output §2.10).
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "normalise/languages.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::Element;
using markup::Node;

namespace {

enum class Script { neutral, other, hangul, kana, han, hebrew, arabic, thai, cyrillic, greek, devanagari };

struct Range {
    char32_t first, last;
    Script script;
};
// Sorted; what lies between belongs to letters of other scripts or to none.
constexpr std::array ranges{
    Range{0x0370, 0x03FF, Script::greek},  Range{0x0400, 0x052F, Script::cyrillic},
    Range{0x0590, 0x05FF, Script::hebrew}, Range{0x0600, 0x06FF, Script::arabic},
    Range{0x0750, 0x077F, Script::arabic}, Range{0x0900, 0x097F, Script::devanagari},
    Range{0x0E00, 0x0E7F, Script::thai},   Range{0x1100, 0x11FF, Script::hangul},
    Range{0x1F00, 0x1FFF, Script::greek},  Range{0x3005, 0x3007, Script::han},
    Range{0x3040, 0x30FF, Script::kana},   Range{0x3130, 0x318F, Script::hangul},
    Range{0x31F0, 0x31FF, Script::kana},   Range{0x3400, 0x4DBF, Script::han},
    Range{0x4E00, 0x9FFF, Script::han},    Range{0xAC00, 0xD7A3, Script::hangul},
    Range{0xF900, 0xFAFF, Script::han},    Range{0xFB1D, 0xFB4F, Script::hebrew},
    Range{0xFB50, 0xFDFF, Script::arabic}, Range{0xFE70, 0xFEFE, Script::arabic},
    Range{0x20000, 0x2FA1F, Script::han},
};
static_assert(std::ranges::is_sorted(ranges, {}, &Range::first));

struct Languages {
    Script script;
    std::string_view written_in;  // by languages that need no mark; the first is what a mark says
};
constexpr std::array languages{
    Languages{Script::hangul, "ko"},
    Languages{Script::kana, "ja"},
    Languages{Script::han, "zh ja ko yue"},
    Languages{Script::hebrew, "he yi"},
    Languages{Script::arabic, "ar fa ur ps sd ug ku"},
    Languages{Script::thai, "th"},
    Languages{Script::cyrillic, "ru uk bg sr mk be kk ky mn tg tt"},
    Languages{Script::greek, "el grc"},
    Languages{Script::devanagari, "hi mr ne sa"},
};

Script script_of(char32_t character) {
    if (character < 0x0370) return is_letter(character) ? Script::other : Script::neutral;
    const auto after = std::ranges::upper_bound(ranges, character, {}, &Range::first);
    if (after != ranges.begin() && character <= std::prev(after)->last) return std::prev(after)->script;
    return is_letter(character) ? Script::other : Script::neutral;
}

std::string_view written_in(Script script) {
    const auto found = std::ranges::find(languages, script, &Languages::script);
    return found != languages.end() ? found->written_in : std::string_view();
}

/// A stretch of one script; neutral characters between its letters belong to it.
struct Run {
    std::size_t begin, end;
    Script script;
    std::string_view language;
};

std::vector<Run> runs_of(std::string_view text) {
    std::vector<Run> runs;
    bool may_continue = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const Script script = script_of(next_character(text, at));
        if (script == Script::neutral) continue;
        if (script == Script::other) {
            may_continue = false;
        } else if (may_continue && runs.back().script == script) {
            runs.back().end = at;
        } else {
            runs.push_back({begin, at, script, {}});
            may_continue = true;
        }
    }
    return runs;
}

/// Han belongs to the language of the script beside it: kana makes it Japanese, Hangul Korean.
std::string_view han_language(const std::vector<Run>& runs, std::size_t index, std::string_view post_language) {
    constexpr std::size_t near = 4;  // bytes: a space, a bracket
    const auto neighbour = [&](std::size_t other, std::size_t gap) {
        const Script script = runs[other].script;
        return gap <= near && (script == Script::kana || script == Script::hangul) ? written_in(script)
                                                                                   : std::string_view();
    };
    std::string_view found;
    if (index > 0) found = neighbour(index - 1, runs[index].begin - runs[index - 1].end);
    if (found.empty() && index + 1 < runs.size()) found = neighbour(index + 1, runs[index + 1].begin - runs[index].end);
    if (found.empty() && has_word(written_in(Script::han), primary_language(post_language)))
        found = primary_language(post_language);
    return found.empty() ? "zh" : found;
}

bool has_only_neutral(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (script_of(next_character(text, at)) != Script::neutral) return false;
    return true;
}

std::string_view language_of(std::string_view text, const std::vector<Run>& runs, std::size_t index,
                             std::string_view post_language) {
    const Run& run = runs[index];
    if (run.script == Script::han) return han_language(runs, index, post_language);
    if (run.script == Script::cyrillic)
        for (const std::string_view letter : {"і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ"})
            if (text.substr(run.begin, run.end - run.begin).find(letter) != std::string_view::npos) return "uk";
    const std::string_view all = written_in(run.script);
    return all.substr(0, all.find(' '));
}

/// Stretches that need a mark inside a text whose language is `around`, neighbours of one language joined.
std::vector<Run> foreign_runs(std::string_view text, std::string_view around, std::string_view post_language) {
    const std::vector<Run> runs = runs_of(text);
    std::vector<Run> foreign;
    for (std::size_t index = 0; index < runs.size(); ++index) {
        Run run = runs[index];
        if (has_word(written_in(run.script), primary_language(around))) continue;
        run.language = language_of(text, runs, index, post_language);
        const bool joins = !foreign.empty() && foreign.back().language == run.language &&
                           has_only_neutral(text.substr(foreign.back().end, run.begin - foreign.back().end));
        joins ? void(foreign.back().end = run.end) : foreign.push_back(run);
    }
    return foreign;
}

Element* new_span(Task& task, std::string_view text, const Run& run) {
    Element* span = task.body.new_element("span");
    if (run.script == Script::hebrew || run.script == Script::arabic) markup::set_attribute(*span, "dir", "rtl");
    set_language(*span, run.language);
    span->InsertEndChild(task.body.new_text(text.substr(run.begin, run.end - run.begin)));
    return span;
}

void mark(Task& task, Node& node) {
    const std::string text = node.Value();
    if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xCD; })) return;
    const std::string around = language_at(*node.Parent(), task.post.language);
    std::size_t at = 0;
    for (const Run& run : foreign_runs(text, around, task.post.language)) {
        if (run.begin > at)
            markup::insert_before(node, *task.body.new_text(std::string_view(text).substr(at, run.begin - at)));
        markup::insert_before(node, *new_span(task, text, run));
        at = run.end;
    }
    if (at == 0) return;
    at < text.size() ? node.SetValue(text.substr(at).c_str()) : markup::remove(node);
}

}  // namespace

void mark_scripts(Task& task) {
    std::vector<Node*> texts;
    Element& root = task.root();
    for (Node* node = markup::next_in_order(root, root); node != nullptr; node = markup::next_in_order(*node, root))
        if (node->ToText() != nullptr) texts.push_back(node);
    for (Node* text : texts) mark(task, *text);
}

}  // namespace blogbind::normalise
