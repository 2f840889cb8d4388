// The names of months and zones.
#include <array>
#include <functional>
#include <map>
#include <string>

#include "base/date_parts.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind {

namespace {

/// For each month the forms that stand in dates: nominative, genitive, the usual abbreviations. No form means
/// different months in two languages of this table; Croatian is left out because its listopad is October.
using Months = std::array<std::string_view, 12>;
constexpr std::array month_tables{
    Months{"january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
           "september sept sep", "october oct", "november nov", "december dec"},
    Months{"januar jänner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr", "mai", "juni jun",
           "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"},
    Months{"janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
           "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc"},
    Months{"enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
           "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic"},
    Months{"gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
           "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"},
    Months{"janeiro jan", "fevereiro fev", "março marco mar", "abril abr", "maio mai", "junho jun", "julho jul",
           "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"},
    Months{"januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
           "september sept sep", "oktober okt", "november nov", "december dec"},
    Months{"styczeń stycznia sty", "luty lutego lut", "marzec marca", "kwiecień kwietnia kwi", "maj maja",
           "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie", "wrzesień września wrz",
           "październik października paź", "listopad listopada lis", "grudzień grudnia gru"},
    Months{"январь января янв", "февраль февраля фев февр", "март марта мар", "апрель апреля апр", "май мая",
           "июнь июня июн", "июль июля июл", "август августа авг", "сентябрь сентября сен сент", "октябрь октября окт",
           "ноябрь ноября ноя нояб", "декабрь декабря дек"},
    Months{"січень січня січ", "лютий лютого лют", "березень березня бер", "квітень квітня кві", "травень травня тра",
           "червень червня чер", "липень липня лип", "серпень серпня сер", "вересень вересня вер", "жовтень жовтня жов",
           "листопад листопада лис", "грудень грудня гру"},
    Months{"januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
           "september sept sep", "oktober okt", "november nov", "december dec"},
    Months{"januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
           "september sep", "oktober okt", "november nov", "december dec"},
    Months{"januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug",
           "september sep", "oktober okt", "november nov", "desember des"},
    Months{"tammikuu tammikuuta tammi", "helmikuu helmikuuta helmi", "maaliskuu maaliskuuta maalis",
           "huhtikuu huhtikuuta huhti", "toukokuu toukokuuta touko", "kesäkuu kesäkuuta kesä",
           "heinäkuu heinäkuuta heinä", "elokuu elokuuta elo", "syyskuu syyskuuta syys", "lokakuu lokakuuta loka",
           "marraskuu marraskuuta marras", "joulukuu joulukuuta joulu"},
    Months{"leden ledna led", "únor února úno", "březen března bře", "duben dubna dub", "květen května kvě",
           "červen června čvn", "červenec července čvc", "srpen srpna srp", "září zář", "říjen října říj",
           "listopad listopadu", "prosinec prosince pro"},
    Months{"január januára", "február februára", "marec marca", "apríl apríla", "máj mája", "jún júna", "júl júla",
           "august augusta", "september septembra", "október októbra", "november novembra", "december decembra"},
    Months{"január jan", "február febr", "március márc", "április ápr", "május máj", "június jún", "július júl",
           "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec"},
    Months{"ianuarie ian", "februarie feb", "martie mart", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug",
           "septembrie sept", "octombrie oct", "noiembrie nov noi", "decembrie dec"},
    Months{"gener gen", "febrer febr", "març", "abril", "maig", "juny", "juliol", "agost", "setembre set",
           "octubre oct", "novembre nov", "desembre des"},
    Months{"ocak oca", "şubat şub", "mart", "nisan nis", "mayıs", "haziran haz", "temmuz tem", "ağustos ağu",
           "eylül eyl", "ekim eki", "kasım kas", "aralık ara"},
    Months{"ιανουάριος ιανουαρίου ιαν", "φεβρουάριος φεβρουαρίου φεβ", "μάρτιος μαρτίου μαρ", "απρίλιος απριλίου απρ",
           "μάιος μαΐου μαι", "ιούνιος ιουνίου ιουν", "ιούλιος ιουλίου ιουλ", "αύγουστος αυγούστου αυγ",
           "σεπτέμβριος σεπτεμβρίου σεπ", "οκτώβριος οκτωβρίου οκτ", "νοέμβριος νοεμβρίου νοε",
           "δεκέμβριος δεκεμβρίου δεκ"},
    Months{"januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu",
           "september sep", "oktober okt", "november nov", "desember des"},
    Months{"януари ян", "февруари февр", "март", "април", "май", "юни", "юли", "август", "септември септ", "октомври",
           "ноември", "декември"},
    Months{"jaanuar jaan", "veebruar veebr", "märts", "aprill", "mai", "juuni", "juuli", "august aug", "september",
           "oktoober", "november", "detsember dets"},
    Months{"xaneiro xan", "febreiro feb", "marzo mar", "abril abr", "maio mai", "xuño xuñ", "xullo xul", "agosto ago",
           "setembro set", "outubro out", "novembro nov", "decembro dec"},
    Months{"يناير", "فبراير", "مارس", "أبريل ابريل", "مايو", "يونيو", "يوليو", "أغسطس اغسطس", "سبتمبر", "أكتوبر اكتوبر",
           "نوفمبر", "ديسمبر"},
    Months{"ינואר בינואר", "פברואר בפברואר", "מרץ במרץ", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי",
           "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"},
    Months{"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"},
};

using MonthIndex = std::map<std::string, unsigned, std::less<>>;

enum class Spelling { plain, accented };

MonthIndex month_index(Spelling spelling) {
    MonthIndex index;
    for (const Months& months : month_tables)
        for (unsigned month = 0; month < months.size(); ++month)
            each_word(months[month], [&](std::string_view form) {
                if (is_ascii(form) == (spelling == Spelling::plain)) index.emplace(case_folded(form), month + 1);
            });
    return index;
}

/// Folding the accented forms takes longer than reading a small page, and most pages have none of them.
const MonthIndex& months_spelt_like(std::string_view word) {
    if (is_ascii(word)) {
        static const MonthIndex plain = month_index(Spelling::plain);
        return plain;
    }
    static const MonthIndex accented = month_index(Spelling::accented);
    return accented;
}

struct NamedZone {
    std::string_view name;
    int minutes;
};
/// RFC 822 #section-5.1, and the zones of Europe that blogs and feeds write. Where a name has two meanings it is
/// left out (IST, CST of China); longer names come before those that they start with.
constexpr std::array named_zones{
    NamedZone{"utc", 0},    NamedZone{"gmt", 0},    NamedZone{"ut", 0},     NamedZone{"cest", 120},
    NamedZone{"eest", 180}, NamedZone{"west", 60},  NamedZone{"cet", 60},   NamedZone{"eet", 120},
    NamedZone{"wet", 0},    NamedZone{"bst", 60},   NamedZone{"msk", 180},  NamedZone{"jst", 540},
    NamedZone{"kst", 540},  NamedZone{"edt", -240}, NamedZone{"est", -300}, NamedZone{"cdt", -300},
    NamedZone{"cst", -360}, NamedZone{"mdt", -360}, NamedZone{"mst", -420}, NamedZone{"pdt", -420},
    NamedZone{"pst", -480}, NamedZone{"z", 0}};

constexpr std::string_view minus_sign = "\u2212";

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_ascii_digit(text[at]); }

int number_at(std::string_view text, std::size_t at, std::size_t length) {
    return static_cast<int>(parsed_integer(text.substr(at, length)).value_or(0));
}

/// The length of the sign at the start of `text`, which may be a real minus sign; 0 if there is none.
std::size_t sign_length(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('-')) return 1;
    return text.starts_with(minus_sign) ? minus_sign.size() : 0;
}

/// "+02:00", "+0200", "+02" or "+2".
std::optional<Zone> numeric_zone(std::string_view text) {
    const std::size_t sign = sign_length(text);
    if (sign == 0 || !is_digit_at(text, sign)) return std::nullopt;
    std::size_t end = is_digit_at(text, sign + 1) ? sign + 2 : sign + 1;
    const int hours = number_at(text, sign, end - sign);
    const std::size_t minutes_at = end < text.size() && text[end] == ':' ? end + 1 : end;
    int minutes = 0;
    if (is_digit_at(text, minutes_at) && is_digit_at(text, minutes_at + 1)) {
        minutes = number_at(text, minutes_at, 2);
        end = minutes_at + 2;
    }
    if (hours > 14 || minutes > 59 || is_digit_at(text, end)) return std::nullopt;
    const std::chrono::minutes offset = std::chrono::hours{hours} + std::chrono::minutes{minutes};
    return Zone{text.starts_with('+') ? offset : -offset, end};
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
    const MonthIndex& index = months_spelt_like(word);
    const auto found = index.find(word);
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Zone> zone_at_start(std::string_view text) {
    for (const NamedZone& zone : named_zones) {
        const std::size_t length = zone.name.size();
        if (!equals_ignoring_case(text.substr(0, length), zone.name)) continue;
        if (length < text.size() && is_ascii_alpha(text[length])) continue;
        std::optional<Zone> beyond = zone.minutes == 0 ? numeric_zone(text.substr(length)) : std::nullopt;
        if (!beyond) return Zone{std::chrono::minutes{zone.minutes}, length};
        beyond->length += length;
        return beyond;
    }
    return numeric_zone(text);
}

}  // namespace blogbind
