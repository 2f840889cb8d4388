#include "net/charset.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("charset: labels mean what browsers take them for") {
    struct Case {
        std::string_view name, label, bytes, encoding, text;
    };
    const Case cases[] = {
        {"UTF-8", "utf-8", "caf\xc3\xa9", "UTF-8", "café"},
        {"Latin 1 has quotation marks", "iso-8859-1",
         "\x93"
         "caf\xe9\x94",
         "windows-1252", "“café”"},
        {"ASCII is Latin 1", " US-ASCII ", "\x80", "windows-1252", "€"},
        {"a control of windows-1252", "windows-1252", "a\x81z", "windows-1252", "a\u0081z"},
        {"Latin 2", "latin2", "\xe8\xec", "ISO-8859-2", "čě"},
        {"Latin 9", "iso-8859-15", "\xa4", "ISO-8859-15", "€"},
        {"Turkish", "iso-8859-9", "\xfe\x80", "windows-1254", "ş€"},
        {"Russian", "koi8-r", "\xf0\xd2\xc9", "KOI8-R", "При"},
        {"Cyrillic of Windows", "cp1251", "\xcf\xf0\xe8", "windows-1251", "При"},
        {"Greek", "windows-1253", "\xe1\xe2", "windows-1253", "αβ"},
        {"Hebrew", "iso-8859-8-i", "\xe0\xe1", "ISO-8859-8-I", "אב"},
        {"Thai", "tis-620", "\xa1\x85", "windows-874", "ก…"},
        {"Mac", "macintosh", "\x8e", "macintosh", "é"},
        {"Shift_JIS, backslash", "shift_jis", "\\\x93\xfa\x96\x7b", "Shift_JIS", "\\日本"},
        {"Shift_JIS, numbers in circles", "x-sjis", "\x87\x40", "Shift_JIS", "①"},
        {"EUC-JP", "euc-jp", "\xc6\xfc\xcb\xdc", "EUC-JP", "日本"},
        {"ISO-2022-JP", "iso-2022-jp", "\x1b$BF|K\\\x1b(B!", "ISO-2022-JP", "日本!"},
        {"Korean beyond KS X 1001", "euc-kr", "\x8c\x63\xb0\xa1", "EUC-KR", "똠가"},
        {"Chinese", "gb2312", "\xd6\xd0\xb9\xfa", "GBK", "中国"},
        {"Chinese of four bytes", "gb18030", "\x81\x30\x81\x30", "gb18030", "\u0080"},
        {"Big5", "big5", "\xa4\xa4", "Big5", "中"},
        {"UTF-16", "utf-16", std::string_view("a\0\xe9\0", 4), "UTF-16LE", "aé"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Decoded decoded = decode_text(c.bytes, c.label);
        CHECK(decoded.encoding == c.encoding);
        CHECK(decoded.text == c.text);
        CHECK(decoded.replaced == 0);
    }
}

TEST_CASE("charset: bad bytes cost one character each") {
    struct Case {
        std::string_view name, label, bytes, text;
        std::size_t replaced;
    };
    const Case cases[] = {
        {"UTF-8", "utf-8", "a\xe9z", "a\ufffdz", 1},
        {"lead byte before ASCII", "shift_jis", "\x93<b>", "\ufffd<b>", 1},
        {"cut at the end", "big5", "\xa4\xa4\xa4", "中\ufffd", 1},
        {"unassigned", "windows-1253", "a\xaaz", "a\ufffdz", 1},
        {"half a surrogate pair", "utf-16le",
         std::string_view("\x3d\xd8"
                          "a\0",
                          4),
         "\ufffda", 1},
        {"odd length", "utf-16be", std::string_view("\0a\0", 3), "a\ufffd", 1},
        {"controls vanish", "iso-8859-1", "a\x01z", "az", 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Decoded decoded = decode_text(c.bytes, c.label);
        CHECK(decoded.text == c.text);
        CHECK(decoded.replaced == c.replaced);
    }
}

TEST_CASE("charset: evidence is heard in order") {
    struct Case {
        std::string_view name, declared, bytes, encoding;
    };
    const Case cases[] = {
        {"mark before header", "iso-8859-1", "\xef\xbb\xbf<p>\xc3\xa9", "UTF-8"},
        {"mark of UTF-16", "utf-8", std::string_view("\xff\xfe<\0p\0>\0", 8), "UTF-16LE"},
        {"header before page", "koi8-r", "<meta charset=utf-8>\xc1", "KOI8-R"},
        {"unknown header", "x-unheard-of", "<meta charset=koi8-r>\xc1", "KOI8-R"},
        {"page before its bytes", "", "<meta charset=iso-8859-1>\xc3\xa9", "windows-1252"},
        {"the bytes are UTF-8", "", "<p>\xc3\xa9", "UTF-8"},
        {"plain ASCII", "", "<p>a", "UTF-8"},
        {"nothing", "", "", "UTF-8"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(decode_html(c.bytes, c.declared).encoding == c.encoding);
    }
}

TEST_CASE("charset: the page's own statement is found as browsers find it") {
    struct Case {
        std::string_view name, page, encoding;
    };
    const Case cases[] = {
        {"short form", "<!DOCTYPE html><html><head><META CharSet = 'KOI8-R' />", "KOI8-R"},
        {"long form", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">", "KOI8-R"},
        {"long form, turned round", "<meta content='text/html;charset=\"koi8-r\"' http-equiv=content-type>", "KOI8-R"},
        {"content of something else", "<meta name=a content='charset=koi8-r'>", "UTF-8"},
        {"comment", "<!-- <meta charset=koi8-r> --><p>", "UTF-8"},
        {"behind an empty comment", "<!--><meta charset=koi8-r>", "KOI8-R"},
        {"within an attribute", "<p title='<meta charset=koi8-r>'>", "UTF-8"},
        {"another element", "<metadata charset=koi8-r>", "UTF-8"},
        {"the first that is known", "<meta charset=x><meta charset=koi8-r>", "KOI8-R"},
        {"UTF-16 cannot be", "<meta charset=utf-16>", "UTF-8"},
        {"XML declaration", "<?xml version='1.0' encoding='koi8-r'?><html>", "KOI8-R"},
        {"cut", "<meta charset='koi8-r", "KOI8-R"},
        {"cut in the name", "<meta charset", "UTF-8"},
        {"cut at the start", "<", "UTF-8"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(decode_html(c.page, "").encoding == c.encoding);
    }
}

TEST_CASE("charset: the page's statement counts behind long scripts, but not everywhere") {
    const std::string meta = "<meta charset=koi8-r>";
    CHECK(decode_html(std::string(3000, ' ') + meta, "").encoding == "KOI8-R");
    CHECK(decode_html(std::string(5000, ' ') + meta, "").encoding == "UTF-8");
}

TEST_CASE("charset: text has no markup that could name an encoding") {
    CHECK(decode_text("<meta charset=koi8-r>", "").encoding == "UTF-8");
}

TEST_CASE("charset: without evidence the bytes are compared with languages") {
    struct Case {
        std::string_view name, bytes, text;
    };
    const Case cases[] = {
        {"French",
         "Un caf\xe9 tr\xe8s agr\xe9"
         "able pr\xe8s de la mer, o\xf9 l\x92on a d\xeen\xe9.",
         "Un café très agréable près de la mer, où l’on a dîné."},
        {"Japanese", "\x8d\xa1\x93\xfa\x82\xcd\x8a\x43\x82\xd6\x8d\x73\x82\xab\x82\xdc\x82\xb5\x82\xbd\x81\x42",
         "今日は海へ行きました。"},
        {"Russian", "\xd1\xe5\xe3\xee\xe4\xed\xff \xec\xfb \xe3\xf3\xeb\xff\xeb\xe8 \xef\xee \xe1\xe5\xf0\xe5\xe3\xf3",
         "Сегодня мы гуляли по берегу"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(decode_html(c.bytes, "").text == c.text);
    }
}

TEST_CASE("charset: UTF-8 with a scratch stays UTF-8") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "日本の海岸 ";
    const Decoded decoded = decode_text(text + "\xe6\x97", "");
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.text == text + "\ufffd\ufffd");
}
TEST_CASE("charset: UTF-8 that was encoded twice is put right, and only that") {
    const std::string apostrophe = "\xC3\xA2\xC2\x80\xC2\x99";
    CHECK(decode_html("It" + apostrophe + "s caf\xC3\x83\xC2\xA9, isn" + apostrophe + "t it", "utf-8").text ==
          "It\xE2\x80\x99s caf\xC3\xA9, isn\xE2\x80\x99t it");
    const std::string once = "It" + apostrophe + "s";
    CHECK(decode_html(once, "utf-8").text == once);  // a single one may be of the text
    const std::string control = "\xC2\x85 It" + apostrophe + "s, isn" + apostrophe + "t it";
    CHECK(decode_html(control, "utf-8").text == control);
    const std::string french = "p\xC3\xA2t\xC3\xA9 \xC3\xA2\xC2\xA0!";
    CHECK(decode_html(french, "utf-8").text == french);
}


