#include "source/mdx.h"

#include <doctest/doctest.h>

using namespace blogbind;

TEST_CASE("MDX: what components hold is Markdown") {
    struct Case {
        std::string_view name, text, result;
    };
    const Case cases[] = {
        {"modules", "import A from 'a';\n\nexport const b = 1;\nOne.", "\nOne.\n"},
        {"words", "<Aside title=\"b\">\n  Words about **iron**.\n</Aside>\nOn.", "\nWords about **iron**.\n\nOn.\n"},
        {"one in another", "<Tabs>\n  <Tab>\n    One.\n\n    - a\n      - b\n  </Tab>\n</Tabs>",
         "\n\nOne.\n\n- a\n  - b\n\n\n"},
        {"a picture", "One.\n<Image src=\"a.png\" />\nTwo.", "One.\n\n<Image src=\"a.png\" />\n\nTwo.\n"},
        {"over several lines", "<Image\n  src=\"a.png\"\n/>\nTwo.", "\n<Image src=\"a.png\" />\n\nTwo.\n"},
        {"code", "```jsx\n<Aside>\n```\n<b>c</b>", "```jsx\n<Aside>\n```\n<b>c</b>\n"},
        {"without an end", "<Aside\nOne.", "\n<Aside One."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(markdown_of_mdx(c.text) == c.result);
    }
}
