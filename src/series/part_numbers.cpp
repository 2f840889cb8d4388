#include "series/part_numbers.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::series {
namespace {

struct SpeltNumber {
    int value;
    std::string_view words;  ///< folded, cardinals and ordinals of all languages
};
constexpr std::array spelt_numbers{
    SpeltNumber{1,
                "one first eins erster erste erstes un une premier première uno una primero primera primer primo "
                "prima um primeiro primeira een eerste en ett första første ensimmäinen první pierwsza pierwszy "
                "первая первый πρώτο első birinci"},
    SpeltNumber{2,
                "two second zwei zweiter zweite zweites deux deuxième seconde dos segundo segunda due secondo "
                "seconda dois duas twee tweede två to andra andre anden toinen druhý druga drugi вторая второй "
                "δεύτερο második ikinci"},
    SpeltNumber{3,
                "three third drei dritter dritte drittes trois troisième tres tercero tercera tercer tre terzo "
                "terza três terceiro terceira drie derde tredje kolmas třetí trzecia trzeci третья третий τρίτο "
                "harmadik üçüncü"},
    SpeltNumber{4,
                "four fourth vier vierter vierte viertes quatre quatrième cuatro cuarto cuarta quattro quarto "
                "quarta quatro vierde fyra fire fjärde fjerde neljäs čtvrtý czwarta czwarty четвёртая четвертая "
                "четвёртый negyedik dördüncü"},
    SpeltNumber{5,
                "five fifth fünf fünfter fünfte cinq cinquième cinco quinto quinta cinque vijf vijfde fem femte "
                "viides pátý piąta piąty пятая пятый ötödik beşinci"},
    SpeltNumber{6,
                "six sixth sechs sechster sechste sixième seis sexto sexta sei sesto sesta zes zesde sex seks "
                "sjätte sjette kuudes шестая hatodik altıncı"},
    SpeltNumber{7,
                "seven seventh sieben siebter siebte sept septième siete séptimo séptima sette settimo settima "
                "sete sétimo zeven zevende sju syv седьмая hetedik yedinci"},
    SpeltNumber{8,
                "eight eighth acht achter achte huit huitième ocho octavo octava otto ottavo ottava oito oitavo "
                "achtste åtta åtte восьмая"},
    SpeltNumber{9,
                "nine ninth neun neunter neunte neuf neuvième nueve noveno novena nove nono nona negen negende "
                "nio ni девятая"},
    SpeltNumber{10,
                "ten tenth zehn zehnter zehnte dix dixième diez décimo décima dieci decimo decima dez tien "
                "tiende tio ti десятая"},
    SpeltNumber{11, "eleven eleventh elf elfter elfte onze onzième once undici elva elleve"},
    SpeltNumber{12, "twelve twelfth zwölf zwölfter zwölfte douze douzième doce dodici twaalf tolv"},
};

struct PartWords {
    PartWordKind kind;
    std::string_view words;
};
constexpr std::array part_words{
    PartWords{PartWordKind::part,
              "part parts pt teil teile tl partie parties parte partes deel delen część części cz "
              "díl část časť часть части ч μέρος rész bölüm bagian phần"},
    // Danish and Swedish "del" is Spanish "of the"; the others are everyday words elsewhere.
    PartWords{PartWordKind::guarded, "del osa pars parti"},
    PartWords{PartWordKind::counted,
              "day days tag tage jour jours día días dia dias giorno giorni dag dagen dzień день päivä "
              "chapter kapitel chapitre capítulo capitolo hoofdstuk глава episode folge épisode episodio vol volume "
              "band tome book week woche semaine stage etappe étape leg stop post letter ep"},
    PartWords{PartWordKind::dotted, "no nr n"},
};

// Singular "day", "tag" … are not here: "Part 2 Day 1" is no quantity.
constexpr std::string_view units =
    "km kilometer kilometers kilometre kilometres kilomètres miles mile meter meters metre metres kg hours hour "
    "stunden heures horas ore minutes minuten minuti minutos seconds days tage jours días dias giorni dagen weeks "
    "wochen semaines months monate years jahre ans años anni euro euros dollars pounds percent prozent million "
    "millionen billion people leute pages seiten star stars";

constexpr std::string_view of_words = "of von de di sur van из af av z";

struct EdgeWords {
    double value;
    std::string_view words;
};
constexpr std::array edge_words{
    EdgeWords{0, "introduction prologue prelude prolog einleitung prólogo prologo einführung"},
    EdgeWords{std::numeric_limits<double>::infinity(),
              "finale conclusion epilogue epilog fin ende schluss épilogue epílogo epilogo final fine"},
};

constexpr std::string_view ordinal_suffixes = "st nd rd th e er re ère ème eme nd nde ste de a o do da ra ro";

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

std::optional<TitleNumber> spelt_at(const TitleWords& words, std::size_t i) {
    if (i >= words.size() || words[i].is_number) return std::nullopt;
    for (const SpeltNumber& number : spelt_numbers)
        if (has_word(number.words, words[i].folded))
            return TitleNumber{static_cast<double>(number.value), i + 1, false, true};
    return std::nullopt;
}

std::optional<TitleNumber> number_at(const TitleWords& words, std::size_t i) {
    if (const auto digits = digits_at(words, i)) return digits;
    const auto roman = roman_at(words, i);
    if (roman && (words.text(i, i + 1).size() > 1 || words.is_closed_after(i))) return roman;
    if (const auto letter = letter_at(words, i)) return letter;
    return spelt_at(words, i);
}

std::optional<TitleNumber> ordinal_at(const TitleWords& words, std::size_t i) {
    if (auto spelt = spelt_at(words, i)) return spelt;
    if (i + 1 >= words.size() || !words[i].is_number || words[i].folded.size() > 3) return std::nullopt;
    TitleNumber number{static_cast<double>(parsed_integer(words[i].folded).value_or(0)), i + 1, false, false};
    if (words.gap(i + 1).starts_with('.')) return number;
    if (!words.gap(i + 1).empty() || !has_word(ordinal_suffixes, words[i + 1].folded)) return std::nullopt;
    ++number.end;
    return number;
}

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
