// Names as programs of many countries pack them.
#include "base/archive_names.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

using namespace blogbind;

TEST_CASE("archive_names: names are taken for the code page under which they read best") {
    struct Case {
        std::string_view name, packed, expected;
    };
    const Case cases[] = {
        {"Western Europe's DOS",
         "K\x81ste in Gr\x94\xe1"
         "e.jpg",
         "Küste in Größe.jpg"},
        {"Western Europe's Windows",
         "K\xfcste in Gr\xf6\xdf"
         "e.jpg",
         "Küste in Größe.jpg"},
        {"French", "\xc9t\xe9 \xe0 la plage \x96 No\xebl.jpg", "Été à la plage – Noël.jpg"},
        {"French of DOS", "\x82t\x82 \x85 la plage, gar\x87on.jpg", "été à la plage, garçon.jpg"},
        {"an apostrophe", "Anna\x92s boat.jpg", "Anna’s boat.jpg"},
        {"a capital first",
         "\x9a"
         "bersicht/\x99l.jpg",
         "Übersicht/Öl.jpg"},
        {"capitals",
         "\xdc"
         "BERSICHT.JPG",
         "ÜBERSICHT.JPG"},
        {"Central Europe's DOS",
         "\x9d\xa2"
         "d\xab, \xbe\xa2\x88w.jpg",
         "Łódź, żółw.jpg"},
        {"Central Europe's Windows",
         "\xa3\xf3"
         "d\x9f, \xbf\xf3\xb3w.jpg",
         "Łódź, żółw.jpg"},
        {"Russian of DOS", "\x8f\xae\xe0\xe2 \xe3\xe2\xe0\xae\xac.jpg", "Порт утром.jpg"},
        {"Russian of Windows", "\xcf\xee\xf0\xf2 \xf3\xf2\xf0\xee\xec.jpg", "Порт утром.jpg"},
        {"Russian of Unix", "\xf0\xcf\xd2\xd4 \xd5\xd4\xd2\xcf\xcd.jpg", "Порт утром.jpg"},
        {"Japanese", "\x8d`\x82\xcc\x92\xa9.jpg", "港の朝.jpg"},
        {"Japanese, small word",
         "foto/\x83J\x83\x81\x83\x89"
         "01.jpg",
         "foto/カメラ01.jpg"},
        {"Chinese", "\xb8\xdb\xbf\xda\xb5\xc4\xd4\xe7\xb3\xbf.jpg", "港口的早晨.jpg"},
        {"Korean", "\xc7\xd7\xb1\xb8\xc0\xc7 \xbe\xc6\xc4\xa7.jpg", "항구의 아침.jpg"},
        {"traditional Chinese",
         "\xb4\xe4\xa4"
         "f\xaa\xba\xa6\xad\xb1\xe1.jpg",
         "港口的早晨.jpg"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(readable_names({std::string(c.packed)}).front() == c.expected);
    }
}

TEST_CASE("archive_names: one name that tells the code page is enough for all, and UTF-8 stays") {
    const auto names = readable_names({"plain.html", "K\xc3\xbcste.html", "\x9al.jpg",
                                       "Gr\x94\xe1"
                                       "e.jpg"});
    CHECK(names == std::vector<std::string>{"plain.html", "Küste.html", "Ül.jpg", "Größe.jpg"});
}

TEST_CASE("archive_names: whatever the bytes are, the names are UTF-8 after it") {
    for (const char* name : {"\xff\xfe", "\x81", "a\x80/\xe2\x82", "\xed\xa0\x80"}) {
        CAPTURE(name);
        CHECK(is_valid_utf8(readable_names({name}).front()));
    }
}
