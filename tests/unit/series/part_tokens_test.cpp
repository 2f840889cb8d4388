#include "series/part_tokens.h"

#include <doctest/doctest.h>

#include <limits>

using namespace blogbind;
using namespace blogbind::series;

TEST_CASE("read_title finds the part number and what stands before it") {
    struct Case {
        std::string_view title, stem;
        double key;
        std::string_view label;
    };
    const Case cases[] = {
        {"Hŭngnam – Part A: Folk Village", "hŭngnam", 1, "A"},
        {"Hamhŭng - Part A", "hamhŭng", 1, "A"},
        {"Namp’o — Part D: Steel Bridge", "nampo", 4, "D"},
        {"Kestrel Coast – Part B: Breakfast, the Long Strand and Ölvik’s Café", "kestrel coast", 2, "B"},
        {"Salt Roads – Overview Part A – Introduction and Background", "salt roads overview", 1, "A"},
        {"Salt Roads Overview – Part B – Sightseeing from a Bus", "salt roads overview", 2, "B"},
        {"The Lighthouse Walk, Part2", "the lighthouse walk", 2, "2"},
        {"The Lighthouse Walk (Part Two)", "the lighthouse walk", 2, "Two"},
        {"The Lighthouse Walk, Part IV: Fog", "the lighthouse walk", 4, "IV"},
        {"The Lighthouse Walk: Part I", "the lighthouse walk", 1, "I"},
        {"The Lighthouse Walk Part 2b – Fog", "the lighthouse walk", 2.2, "2b"},
        {"The Lighthouse Walk Part 3.5", "the lighthouse walk", 3.5, "3.5"},
        {"The Lighthouse Walk pt. 7", "the lighthouse walk", 7, "7"},
        {"Mit dem Rad zur Ostsee, Teil 12", "mit dem rad zur ostsee", 12, "12"},
        {"Mit dem Rad zur Ostsee – Zweiter Teil", "mit dem rad zur ostsee", 2, "Zweiter"},
        {"Mit dem Rad zur Ostsee – 3. Teil: Rügen", "mit dem rad zur ostsee", 3, "3"},
        {"Carnet de Bretagne, partie 2", "carnet de bretagne", 2, "2"},
        {"Carnet de Bretagne – 3ème partie", "carnet de bretagne", 3, "3"},
        {"Cuaderno del norte. Parte II", "cuaderno del norte", 2, "II"},
        {"Cuaderno del norte – Segunda parte", "cuaderno del norte", 2, "Segunda"},
        {"Diario di Sardegna: parte 4", "diario di sardegna", 4, "4"},
        {"Langs de Waddenzee – deel 3", "langs de waddenzee", 3, "3"},
        {"Längs kusten – del 3: Öarna", "längs kusten", 3, "3"},
        {"Bieszczady, część 2", "bieszczady", 2, "2"},
        {"Bieszczady cz. 3", "bieszczady", 3, "3"},
        {"Toulky po Šumavě, díl 5", "toulky po šumavě", 5, "5"},
        {"Поездка на Байкал. Часть 2", "поездка на байкал", 2, "2"},
        {"Saaristossa – osa 2", "saaristossa", 2, "2"},
        {"A Balaton körül – 3. rész", "a balaton körül", 3, "3"},
        {"Karadeniz yolu – Bölüm 4", "karadeniz yolu", 4, "4"},
        {"Iceland by Bus – Day 4: Glacier", "iceland by bus", 4, "4"},
        {"Iceland – Days 3-5", "iceland", 3, "3-5"},
        {"Norwegen im Winter, Tag 2", "norwegen im winter", 2, "2"},
        {"Küchengeschichten – Folge 70", "küchengeschichten", 70, "70"},
        {"Letters from the Ferry #67", "letters from the ferry", 67, "67"},
        {"Letters from the Ferry No. 5", "letters from the ferry", 5, "5"},
        {"Small Museums (2/5)", "small museums", 2, "2"},
        {"Small Museums of the North 1 of 3", "small museums of the north", 1, "1"},
        {"Papierschnitt (3)", "papierschnitt", 3, "3"},
        {"Down the Slow Line – 3", "down the slow line", 3, "3"},
        {"Down the Slow Line III", "down the slow line", 3, "III"},
        {"Down the Slow Line – Prologue", "down the slow line", 0, "Prologue"},
        {"Part 3: The Road Nobody Takes", "", 3, "3"},
        {"Part 3 – Update", "", 3.5, "3"},
        {"北海道の旅 第3回", "北海道の旅", 3, "3"},
        {"北海道の旅 第二十三回 流氷", "北海道の旅", 23, "二十三"},
        {"北海道の旅・前編", "北海道の旅", 1, "前編"},
        {"釜山の休日 2日目", "釜山の休日", 2, "2"},
        {"부산 여행기 3편", "부산 여행기", 3, "3"},
        {"부산 여행기 (하)", "부산 여행기", 3, "(하)"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.title);
        const TitleParts parts = read_title(c.title);
        CHECK(parts.stem == c.stem);
        REQUIRE(parts.part.has_value());
        CHECK(parts.part->key[0] == doctest::Approx(c.key));
        CHECK(parts.part->label == c.label);
    }
}

TEST_CASE("read_title takes no part number from titles that have none") {
    const std::string_view titles[] = {
        "33 Tage Brot ohne Hefe",
        "Notes 01/23/2020",
        "Handball-Tabelle 23/24",
        "fast 40 Tage am Ofen",
        "League Week 11",
        "Die PARTEI am Hafen",
        "Party in the Boathouse",
        "Top 100 Platforms",
        "Windows 10",
        "Day 39 Update",
        "Memories of 9/11",
        "The Part I Played in the Fire",
        "Part of the Furniture",
        "A Two Part Invention",
        "The Story in Two Parts",
        "Busan in One Day",
        "Crónica del 3 de mayo",
        "Stage 4 km by the River",
        "Hotel Review: Room 101",
        "A Kestrel on the Windowsill",
        "Summer 2019",
        "No 5 Star Hotels Here",
        "Open 24/7",
        "",
        "–",
    };
    for (const std::string_view title : titles) {
        CAPTURE(title);
        CHECK_FALSE(read_title(title).part.has_value());
    }
}

TEST_CASE("read_title keeps the name as it was written") {
    CHECK(read_title("Kestrel Coast – Part A: Arriving").name == "Kestrel Coast");
    CHECK(read_title("Namp’o — Part D: Steel Bridge").name == "Namp’o");
    CHECK(read_title("A Kestrel on the Windowsill").name == "A Kestrel on the Windowsill");
}

TEST_CASE("read_title reads two numbers, totals and endings") {
    const TitleParts day = read_title("Japan 2018: Day 3, Part 2");
    REQUIRE(day.part.has_value());
    CHECK(day.part->key == std::vector<double>{3, 2});
    CHECK(day.stem == "japan 2018");
    CHECK(read_title("Small Museums (2/5)").part->total == 5);
    CHECK(read_title("Small Museums – Part 1 of 3").part->total == 3);
    CHECK(read_title("Down the Slow Line – Finale").part->key[0] == std::numeric_limits<double>::infinity());
    CHECK(read_title("Mit dem Rad zur Ostsee – letzter Teil").part->key[0] == std::numeric_limits<double>::infinity());
}

TEST_CASE("same_stem joins variants of one name and keeps series apart") {
    struct Case {
        std::string_view name, a, b;
        bool expected;
    };
    const Case cases[] = {
        {"equal", "kestrel coast", "kestrel coast", true},
        {"contained, two words", "kestrel coast", "the kestrel coast", true},
        {"contained, one word", "hamhung", "driving from hamhung to pujon", false},
        {"four fifths", "down the slow line again", "down the slow line", true},
        {"another year", "two weeks in rural northern japan 2018", "two weeks in rural northern japan 2019", false},
        {"revisited years later", "wonsan", "wonsan revisited 2013", false},
        {"nothing in common", "kestrel coast", "sourdough on a gas ring", false},
        {"one common word", "kestrel coast", "a kestrel on the windowsill", false},
        {"empty", "", "", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(same_stem(c.a, c.b) == c.expected);
    }
}

TEST_CASE("named_part reads parts named in a sentence") {
    REQUIRE(named_part("in Part A of this review").has_value());
    CHECK(named_part("in Part A of this review")->key[0] == 1);
    CHECK(named_part("as I wrote in part two, the ferry")->key[0] == 2);
    CHECK(named_part("wie in Teil 3 beschrieben")->key[0] == 3);
    CHECK(named_part("This is the second part.")->key[0] == 2);
    CHECK_FALSE(named_part("I took part in a race").has_value());
    CHECK_FALSE(named_part("part of the harbour").has_value());
}

TEST_CASE("part_name follows the labels of the series") {
    CHECK(part_name(PartNumber{"B", {2}, {}}, 3) == "Part C");
    CHECK(part_name(PartNumber{"2", {2}, {}}, 3) == "Part 3");
}
