#include "series/part_numbers.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::series {
namespace {

/// Folded, in the languages that blogs are written in; so "ß" is "ss" and the last sigma a common one.
struct SpeltNumber {
    int value;
    std::string_view cardinals, ordinals;
};
constexpr std::array spelt_numbers{
    SpeltNumber{
        1, "one eins un une uno um een ett ensimmäinen",
        "first erster erste erstes premier première primero primera primer primo prima primeiro primeira eerste "
        "första første fyrsti ensimmäinen esimene první prvý prva prvi pierwsza pierwszy первая первый перша "
        "перший първа πρώτο első birinci الأول الأولى اول یکم ראשון ראשונה"},
    SpeltNumber{
        2, "two zwei deux dos due dois duas twee två to kaksi",
        "second zweiter zweite zweites deuxième seconde segundo segunda segon segona secondo seconda tweede andra "
        "andre anden annar toinen teine druhý druhá druga drugi вторая второй друга другий втора δεύτερο második "
        "ikinci الثاني الثانية دوم שני שנייה שניה"},
    SpeltNumber{
        3, "three drei trois tres tre três drie kolme",
        "third dritter dritte drittes troisième tercero tercera tercer terzo terza terceiro terceira derde tredje "
        "kolmas třetí tretia trzecia trzeci treća третья третий третя третій трета τρίτο harmadik üçüncü الثالث "
        "الثالثة سوم שלישי שלישית"},
    SpeltNumber{4, "four vier quatre cuatro quattro quatro fyra fire neljä",
                "fourth vierter vierte viertes quatrième cuarto cuarta quart quarta quarto vierde fjärde fjerde neljäs "
                "čtvrtý čtvrtá štvrtá czwarta czwarty četvrta четвёртая четвертая четвёртый четверта τέταρτο negyedik "
                "dördüncü الرابع الرابعة چهارم רביעי רביעית"},
    SpeltNumber{
        5, "five fünf cinq cinco cinque vijf fem viisi",
        "fifth fünfter fünfte cinquième quinto quinta vijfde femte viides pátý pátá piata piąta piąty peta пятая "
        "пятый п'ята пета πέμπτο ötödik beşinci الخامس الخامسة پنجم חמישי חמישית"},
    SpeltNumber{
        6, "six sechs seis sei zes sex seks",
        "sixth sechster sechste sixième sexto sexta sesto sesta zesde sjätte sjette kuudes šestá шестая шоста έκτο "
        "hatodik altıncı السادس السادسة ششم שישי"},
    SpeltNumber{7, "seven sieben sept siete sette sete zeven sju syv",
                "seventh siebter siebte septième séptimo séptima settimo settima sétimo zevende sjunde седьмая сьома "
                "hetedik yedinci السابع السابعة هفتم שביעי"},
    SpeltNumber{8, "eight acht huit ocho otto oito åtta åtte",
                "eighth achter achte huitième octavo octava ottavo ottava oitavo achtste åttonde восьмая nyolcadik "
                "sekizinci الثامن الثامنة هشتم שמיני"},
    SpeltNumber{
        9, "nine neun neuf nueve nove negen nio ni",
        "ninth neunter neunte neuvième noveno novena nono nona negende nionde девятая kilencedik dokuzuncu التاسع "
        "التاسعة نهم תשיעי"},
    SpeltNumber{10, "ten zehn dix diez dieci dez tien tio ti",
                "tenth zehnter zehnte dixième décimo décima decimo decima tiende tionde десятая tizedik onuncu العاشر "
                "العاشرة دهم עשירי"},
    SpeltNumber{11, "eleven elf onze once undici elva elleve", "eleventh elfter elfte onzième"},
    SpeltNumber{12, "twelve zwölf douze doce dodici twaalf tolv", "twelfth zwölfter zwölfte douzième"},
};

struct PartWords {
    PartWordKind kind;
    std::string_view words;  ///< folded
};
constexpr std::array part_words{
    PartWords{
        PartWordKind::part,
        "part parts pt teil teile tl partie parties parte partea partes deel delen hluti rhan część części cz díl "
        "diel část časť dalis daļa zatia часть части ч част частина μέροσ τμήμα rész bölüm kısım bagian phần الجزء "
        "جزء قسمت بخش חלק भाग ตอนที่ ตอน ภาค"},
    // Danish and Swedish "del" is Spanish "of the"; the others are everyday words elsewhere.
    PartWords{PartWordKind::guarded, "del pars parti parto dio део"},
    PartWords{
        PartWordKind::counted,
        "day days tag tage jour jours día días dia dias giorno giorni dag dagen dzień день päivä päev ziua den deň "
        "dan ден diena ημέρα μέρα nap gün hari ngày اليوم روز יום दिन "
        "chapter kapitel chapitre capítulo capitolo capitolul hoofdstuk глава розділ poglavje kapitola rozdział "
        "fejezet luku kafli κεφάλαιο فصل פרק "
        "episode folge épisode episodio episódio episodul aflevering avsnitt afsnit odcinek odc epizoda jakso osa "
        "puntata серия "
        "выпуск επεισόδιο الحلقة tập kỳ ep vol volume band tome book letter post "
        "week woche semaine semana settimana stage etappe etapp etapa étape tappa leg stop"},
    PartWords{PartWordKind::dotted, "no nr n"},
};

/// Words that may stand between a word like "part" and its number: "Partea a II-a", "hari ke-4".
struct Particle {
    std::string_view particle, words;
};
constexpr std::array particles{Particle{"a", "partea ziua capitolul episodul"}, Particle{"ke", "bagian hari"}};

/// "2 часть" is the second part, though "2 parts" are two: these words have another form after a number.
constexpr std::string_view words_after_bare_numbers = "часть част частина dalis część";

/// Letters in the order in which Greek and Hebrew count with them.
constexpr std::array<std::u32string_view, 2> counting_letters{U"αβγδεϛζηθι", U"אבגדהוזחטי"};

constexpr std::string_view and_words = "and und et y e i en och og и та a ja és ve και";
constexpr std::string_view last_words =
    "last final finale letzter letzte dernière último última ultimo ultima laatste sista siste sidste viimeinen "
    "poslední "
    "posledná ostatnia последняя остання τελευταίο utolsó son الأخير الأخيرة آخر אחרון";

// Singular "day", "tag" … are not here: "Part 2 Day 1" is no quantity.
constexpr std::string_view units =
    "km kilometer kilometers kilometre kilometres kilomètres miles mile meter meters metre metres kg hours hour "
    "stunden heures horas ore minutes minuten minuti minutos seconds days tage jours días dias giorni dagen weeks "
    "wochen semaines months monate years jahre ans años anni euro euros dollars pounds percent prozent million "
    "millionen billion people leute pages seiten star stars";

constexpr std::string_view of_words = "of von de di sur van из із з af av z ze od από";

struct EdgeWords {
    double value;
    std::string_view words;  ///< of several words: joined by "_"
};
constexpr std::array edge_words{
    EdgeWords{0, "introduction prologue prelude prolog einleitung prólogo prologo einführung пролог πρόλογοσ"},
    EdgeWords{std::numeric_limits<double>::infinity(),
              "finale conclusion epilogue epilog fin ende schluss épilogue epílogo epilogo final fine suite_et_fin "
              "эпилог окончание епілог закінчення επίλογοσ zakończenie závěr befejezés avslutning afslutning"},
};

constexpr std::string_view ordinal_suffixes = "st nd rd th e er re ère ème eme nd nde ste de a o do da ra ro ο η";
/// Behind a hyphen: "2-я", "3-й".
constexpr std::string_view hyphened_suffixes = "я й ая ий ый ой е а га та ша";

/// 0 if it is no Roman number in its one right spelling.
int roman_value(std::string_view text) {
    constexpr std::array<std::string_view, 4> tens{"", "X", "XX", "XXX"};
    constexpr std::array<std::string_view, 10> ones{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    const std::size_t ten = std::min<std::size_t>(text.find_first_not_of('X'), text.size());
    if (ten >= tens.size()) return 0;
    const auto one = std::find(ones.begin(), ones.end(), text.substr(ten));
    return one == ones.end() ? 0 : static_cast<int>(10 * ten + static_cast<std::size_t>(one - ones.begin()));
}

bool stands_alone(const TitleWords& words, std::size_t i) {
    const bool glued_left = i > 0 && words.gap(i).empty();
    const bool glued_right = i + 1 < words.size() && words.gap(i + 1).empty();
    return !glued_left && !glued_right;
}

/// ".5" after the digits, or a letter right behind them.
void read_fraction(const TitleWords& words, TitleNumber& number) {
    const std::size_t i = number.end;
    if (i >= words.size()) return;
    if (words[i].is_number && words.gap(i) == "." && words[i].folded.size() == 1) {
        number.value += (words[i].folded[0] - '0') / 10.0;
        ++number.end;
    } else if (!words[i].is_number && words.gap(i).empty() && words[i].folded.size() == 1 &&
               is_ascii_alpha(words[i].folded[0])) {
        number.value += (words[i].folded[0] - 'a' + 1) / 10.0;
        ++number.end;
    }
}

}  // namespace

double place_in_alphabet(char capital) { return capital - 'A' + 1; }

std::optional<TitleNumber> digits_at(const TitleWords& words, std::size_t i) {
    if (i >= words.size() || !words[i].is_number || words[i].folded.size() > 3) return std::nullopt;
    TitleNumber number;
    number.value = static_cast<double>(parsed_integer(words[i].folded).value_or(0));
    number.end = i + 1;
    read_fraction(words, number);
    return number;
}

std::optional<TitleNumber> roman_at(const TitleWords& words, std::size_t i) {
    if (i >= words.size() || words[i].is_number || !stands_alone(words, i)) return std::nullopt;
    const int value = roman_value(words.text(i, i + 1));
    if (value == 0) return std::nullopt;
    return TitleNumber{static_cast<double>(value), i + 1, false, true};
}

std::optional<TitleNumber> letter_at(const TitleWords& words, std::size_t i) {
    if (i >= words.size() || !stands_alone(words, i)) return std::nullopt;
    const std::string_view text = words.text(i, i + 1);
    if (text.size() != 1 || text[0] < 'A' || text[0] > 'Z') return std::nullopt;
    // "Part A Tale of …", "The Part I Played": letters that are words need a mark behind them.
    const bool is_a_word = std::string_view("AEIOUY").find(text[0]) != std::string_view::npos;
    if (is_a_word && !words.is_closed_after(i)) return std::nullopt;
    return TitleNumber{place_in_alphabet(text[0]), i + 1, true, false};
}

std::optional<TitleNumber> counting_letter_at(const TitleWords& words, std::size_t i) {
    if (i >= words.size() || !words.is_closed_after(i) || character_count(words[i].folded) != 1) return std::nullopt;
    std::size_t after = 0;
    const char32_t letter = next_character(words[i].folded, after);
    for (const std::u32string_view letters : counting_letters)
        if (const std::size_t at = letters.find(letter); at != std::u32string_view::npos)
            return TitleNumber{static_cast<double>(at + 1), i + 1, false, true};
    return std::nullopt;
}

std::optional<TitleNumber> spelt_at(const TitleWords& words, std::size_t i, Spelt wanted) {
    if (i >= words.size() || words[i].is_number) return std::nullopt;
    for (const SpeltNumber& number : spelt_numbers) {
        const bool is_cardinal = wanted == Spelt::any && has_word(number.cardinals, words[i].folded);
        if (is_cardinal || has_word(number.ordinals, words[i].folded))
            return TitleNumber{static_cast<double>(number.value), i + 1, false, true};
    }
    return std::nullopt;
}

std::optional<TitleNumber> number_at(const TitleWords& words, std::size_t i) {
    if (const auto digits = digits_at(words, i)) return digits;
    const auto roman = roman_at(words, i);
    if (roman && (words.text(i, i + 1).size() > 1 || words.is_closed_after(i))) return roman;
    if (const auto letter = letter_at(words, i)) return letter;
    if (const auto letter = counting_letter_at(words, i)) return letter;
    return spelt_at(words, i, Spelt::any);
}

std::optional<TitleNumber> ordinal_at(const TitleWords& words, std::size_t i) {
    if (auto spelt = spelt_at(words, i, Spelt::ordinal)) return spelt;
    if (i + 1 >= words.size()) return std::nullopt;
    if (const auto roman = roman_at(words, i); roman && words.is_parted_before(i)) return roman;
    if (!words[i].is_number || words[i].folded.size() > 3) return std::nullopt;
    TitleNumber number{static_cast<double>(parsed_integer(words[i].folded).value_or(0)), i + 1, false, false};
    const std::string_view gap = words.gap(i + 1), next = words[i + 1].folded;
    const bool is_bare = trimmed(gap).empty() && has_word(words_after_bare_numbers, next);
    if (gap.starts_with('.') || is_bare) return number;
    const bool has_suffix =
        (gap.empty() && has_word(ordinal_suffixes, next)) || (gap == "-" && has_word(hyphened_suffixes, next));
    if (!has_suffix) return std::nullopt;
    ++number.end;
    return number;
}

std::size_t after_particle(const TitleWords& words, std::size_t i) {
    if (i + 1 >= words.size() || words[i + 1].is_capital) return i + 1;
    for (const Particle& row : particles)
        if (words[i + 1].folded == row.particle && has_word(row.words, words[i].folded)) return i + 2;
    return i + 1;
}

std::size_t after_and_last(const TitleWords& words, std::size_t i) {
    const bool is_there = i + 1 < words.size() && is_and_word(words[i].folded) && is_last_word(words[i + 1].folded);
    return is_there ? i + 2 : i;
}

bool is_and_word(std::string_view folded) { return has_word(and_words, folded); }

bool is_last_word(std::string_view folded) { return has_word(last_words, folded); }

bool is_unit(std::string_view folded) { return has_word(units, folded); }

std::optional<PartWordKind> part_word_kind(std::string_view folded) {
    for (const PartWords& row : part_words)
        if (has_word(row.words, folded)) return row.kind;
    return std::nullopt;
}

bool is_of_word(std::string_view folded) { return has_word(of_words, folded); }

std::optional<double> edge_word_value(std::string_view folded) {
    for (const EdgeWords& row : edge_words)
        if (has_word(row.words, folded)) return row.value;
    return std::nullopt;
}

}  // namespace blogbind::series
