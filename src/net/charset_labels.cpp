#include "net/charset_labels.h"

#include <array>
#include <map>
#include <string>

#include "base/text.h"

namespace blogbind {

namespace {

using Family = Encoding::Family;

/// https://encoding.spec.whatwg.org/#names-and-labels, the most frequent first. Labels of "replacement" are left out:
/// for those the bytes themselves decide. Where the codec is not the name, iconv's codec of that name lacks
/// characters that pages use, or has others in their place.
constexpr std::array encodings{
    Encoding{"UTF-8", Family::utf8, "UTF-8",
             "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"},
    Encoding{"windows-1252", Family::windows, "CP1252",
             "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
             "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 x-user-defined"},
    Encoding{"ISO-8859-2", Family::other, "ISO-8859-2",
             "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    Encoding{"ISO-8859-3", Family::other, "ISO-8859-3",
             "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    Encoding{"ISO-8859-4", Family::other, "ISO-8859-4",
             "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    Encoding{"ISO-8859-5", Family::other, "ISO-8859-5",
             "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    Encoding{"ISO-8859-6", Family::other, "ISO-8859-6",
             "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i "
             "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Encoding{"ISO-8859-7", Family::other, "ISO-8859-7",
             "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
             "iso_8859-7:1987 sun_eu_greek"},
    Encoding{"ISO-8859-8", Family::other, "ISO-8859-8",
             "iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
             "iso_8859-8:1988 visual"},
    Encoding{"ISO-8859-8-I", Family::other, "ISO-8859-8", "iso-8859-8-i csiso88598i logical"},
    Encoding{"ISO-8859-10", Family::other, "ISO-8859-10",
             "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Encoding{"ISO-8859-13", Family::other, "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    Encoding{"ISO-8859-14", Family::other, "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    Encoding{"ISO-8859-15", Family::other, "ISO-8859-15",
             "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    Encoding{"ISO-8859-16", Family::other, "ISO-8859-16", "iso-8859-16"},
    Encoding{"IBM866", Family::other, "IBM866", "ibm866 866 cp866 csibm866"},
    Encoding{"KOI8-R", Family::other, "KOI8-R", "koi8-r cskoi8r koi koi8 koi8_r"},
    Encoding{"KOI8-U", Family::other, "KOI8-U", "koi8-u koi8-ru"},
    Encoding{"macintosh", Family::other, "MACINTOSH", "macintosh csmacintosh mac x-mac-roman"},
    Encoding{"x-mac-cyrillic", Family::other, "MAC-UK", "x-mac-cyrillic x-mac-ukrainian mac-cyrillic"},
    Encoding{"windows-874", Family::windows, "CP874", "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    Encoding{"windows-1250", Family::windows, "CP1250", "windows-1250 cp1250 x-cp1250"},
    Encoding{"windows-1251", Family::windows, "CP1251", "windows-1251 cp1251 x-cp1251"},
    Encoding{"windows-1253", Family::windows, "CP1253", "windows-1253 cp1253 x-cp1253"},
    Encoding{"windows-1254", Family::windows, "CP1254",
             "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
             "latin5 x-cp1254"},
    Encoding{"windows-1255", Family::windows, "CP1255", "windows-1255 cp1255 x-cp1255"},
    Encoding{"windows-1256", Family::windows, "CP1256", "windows-1256 cp1256 x-cp1256"},
    Encoding{"windows-1257", Family::windows, "CP1257", "windows-1257 cp1257 x-cp1257"},
    Encoding{"windows-1258", Family::windows, "CP1258", "windows-1258 cp1258 x-cp1258"},
    Encoding{"GBK", Family::other, "GB18030",
             "gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk"},
    Encoding{"gb18030", Family::other, "GB18030", "gb18030"},
    Encoding{"Big5", Family::other, "BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    Encoding{"EUC-JP", Family::other, "EUC-JP-MS", "euc-jp cseucpkdfmtjapanese x-euc-jp"},
    Encoding{"ISO-2022-JP", Family::other, "ISO-2022-JP", "iso-2022-jp csiso2022jp"},
    Encoding{"Shift_JIS", Family::other, "CP932",
             "shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    Encoding{"EUC-KR", Family::other, "UHC",
             "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 uhc "
             "windows-949"},
    Encoding{"UTF-16LE", Family::utf16, "UTF-16LE",
             "utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
    Encoding{"UTF-16BE", Family::utf16, "UTF-16BE", "utf-16be unicodefffe"},
};

using LabelIndex = std::map<std::string_view, const Encoding*>;

LabelIndex label_index() {
    LabelIndex index;
    for (const Encoding& encoding : encodings)
        for (std::string_view label : split_words(encoding.labels)) index.emplace(label, &encoding);
    return index;
}

}  // namespace

const Encoding* encoding_for_label(std::string_view label) {
    static const LabelIndex index = label_index();
    const auto found = index.find(ascii_lowered(trimmed(label)));
    return found == index.end() ? nullptr : found->second;
}

const Encoding& utf8_encoding() { return encodings[0]; }
const Encoding& windows_1252_encoding() { return encodings[1]; }

}  // namespace blogbind
