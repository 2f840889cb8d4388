// Which words of a title are in which language.
#include "epub/script_runs.h"

#include <doctest/doctest.h>

using namespace blogbind::epub;

TEST_CASE("script_runs: foreign scripts are told apart, white space around them stays outside") {
    struct Case {
        std::string_view name, text, around, expected;
    };
    const Case cases[] = {
        {"Latin", "Từ Huế to Łódź, 3 May", "en", "[Từ Huế to Łódź, 3 May]"},
        {"amid Latin", "In 부산 at night", "en", "[In ][ko:부산][ at night]"},
        {"several words are one run", "「日本の 朝」 now", "en", "[「][ja:日本の 朝][」 now]"},
        {"Han alone", "北京", "en", "[zh:北京]"},
        {"Han in a Japanese book", "北京", "ja", "[北京]"},
        {"Cyrillic", "Київ", "en", "[uk:Київ]"},
        {"Cyrillic in a Bulgarian book", "София", "bg", "[София]"},
        {"two scripts of one language", "東京 서울", "en", "[ko:東京 서울]"},
        {"two languages", "서울 Київ", "en", "[ko:서울][ ][uk:Київ]"},
        {"at the end", "x مرحبا!", "en-GB", "[x ][ar:مرحبا][!]"},
        {"only signs", "… 3 ☔", "en", "[… 3 ☔]"},
        {"nothing", "", "en", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::string shown;
        for (const Run& run : script_runs(c.text, c.around)) {
            shown += '[';
            if (!run.language.empty()) shown.append(run.language).append(1, ':');
            shown.append(run.text).append(1, ']');
        }
        CHECK(shown == c.expected);
    }
}
