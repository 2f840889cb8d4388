#include "extract/comment_byline.h"

#include <algorithm>
#include <array>

#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::extract {

namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_byline = 160;

/// What stands between a name and a date; weekdays, too.
constexpr std::array<std::string_view, 60> joints{
    "am",      "on",       "um",      "le",        "el",       "at",       "op",         "den",     "il",
    "the",     "schrieb",  "says",    "said",      "wrote",    "sagt",     "sagte",      "meint",   "dit",
    "a",       "écrit",    "dice",    "dijo",      "scrive",   "napisał",  "zegt",       "mo",      "di",
    "mi",      "do",       "fr",      "sa",        "so",       "mon",      "tue",        "wed",     "thu",
    "fri",     "sat",      "sun",     "montag",    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "monday",   "tuesday", "wednesday", "thursday", "friday",   "saturday",   "sunday",  "lundi",
    "mardi",   "mercredi", "jeudi",   "vendredi",  "samedi",   "dimanche"};
constexpr std::array<std::string_view, 19> leads{
    "by",     "posted", "written",     "comment", "from",    "von",     "geschrieben", "verfasst", "kommentar", "par",
    "publié", "envoyé", "commentaire", "por",     "escrito", "scritto", "da",          "door",     "submitted"};
constexpr std::array<std::string_view, 30> actions{
    "reply",    "permalink", "link",      "report",   "share",   "like",     "quote",        "edit",
    "delete",   "flag",      "antworten", "melden",   "teilen",  "zitieren", "bearbeiten",   "répondre",
    "signaler", "responder", "denunciar", "rispondi", "segnala", "reageren", "beantwoorden", "svara",
    "svar",     "odpowiedz", "cytuj",     "ответить", "返信",    "답글"};

template <std::size_t N>
bool is_in(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, case_folded(word)) != list.end();
}

std::optional<DateTime> epoch_in(std::string_view address) {
    constexpr std::string_view mark = "showComment=";
    const std::size_t at = address.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = address.substr(at + mark.size());
    const auto milliseconds = parsed_integer(rest.substr(0, rest.find_first_not_of("0123456789")));
    return milliseconds ? std::optional(from_unix_seconds(*milliseconds / 1000)) : std::nullopt;
}

std::string_view without_marks(std::string_view word) {
    constexpr std::string_view marks = ".,:;|-(/@";
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

/// Dates begin with a digit or a month.
bool may_begin_date(std::string_view word) {
    return is_ascii_digit(word.front()) || month_named(case_folded(without_marks(word)));
}

bool is_joint(std::string_view word) {
    constexpr std::array<std::string_view, 5> signs{"·", "•", "–", "—", "|"};
    const std::string_view bare = without_marks(word);
    return bare.empty() || is_in(bare, signs) || is_in(bare, joints);
}

}  // namespace

std::optional<DateTime> comment_date(const markup::Element& element) {
    using markup::attribute;
    const markup::Element* link = markup::is_named(element, "a") ? &element : markup::first_descendant(element, "a");
    if (link != nullptr)
        if (std::optional<DateTime> date = epoch_in(attribute(*link, "href"))) return date;
    for (const char* name : {"datetime", "title", "content"})
        if (const std::string_view value = attribute(element, name); !value.empty())
            if (std::optional<DateTime> date = parse_written_date(value)) return date;
    const std::string text = markup::collapsed_text(element);
    return text.size() <= 120 ? parse_written_date(text) : std::nullopt;
}

std::optional<std::string> name_before_date(std::string_view byline) {
    const std::string text = collapsed(byline);
    if (text.size() > longest_byline) return std::nullopt;
    const std::vector<std::string_view> words = split_words(text);
    std::size_t end = words.size();
    const auto begins_date = [&](std::string_view word) {
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        return may_begin_date(word) && parse_written_date(std::string_view(text).substr(at));
    };
    // from behind: names may be months, too
    while (end > 0 && !begins_date(words[end - 1])) --end;
    if (end == 0) return std::nullopt;
    --end;
    std::size_t begin = 0;
    while (begin < end && is_in(words[begin], leads)) ++begin;
    while (end > begin && is_joint(words[end - 1])) --end;
    std::string name;
    for (std::size_t i = begin; i < end; ++i) name += (name.empty() ? "" : " ") + std::string(words[i]);
    name = without_marks(name);
    if (name.empty() || name.size() > longest_name) return std::nullopt;
    return name_before_date(name).value_or(name);  // the date may be told twice
}

bool is_action_label(std::string_view text) {
    const std::string label = collapsed(text);
    return label.empty() || label == "#" || is_in(without_marks(label), actions);
}

}  // namespace blogbind::extract
