#include "source/template_tags.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace blogbind;

TEST_CASE("tags of generators become what they show") {
    struct Case {
        std::string_view name, text, result, unknown;
    };
    const Case cases[] = {
        {"figure", "{{< figure src=\"a.jpg\" caption=\"b *c*\" alt='d' >}}",
         "\n\n<figure><img src=\"a.jpg\" alt=\"d\"><figcaption><p>b <em>c</em></p> </figcaption></figure>\n\n", ""},
        {"film", "{{< youtube id=\"x&y\" >}}",
         "\n\n<iframe src=\"https://www.youtube.com/embed/x&amp;y\"></iframe>\n\n", ""},
        {"reference", "[a]({{< ref \"b.md\" >}}) [c]({% post_url 2020-01-02-c %})",
         "[a](/at/b.md) [c](/at/2020-01-02-c)", ""},
        {"code", "{% highlight c %}\nint {{ x }};\n{% endhighlight %}", "\n```c\nint {{ x }};\n```\n", ""},
        {"quotation", "{% blockquote Ann %}\nb\n{% endblockquote %}", "\n\n> b\n>\n> — Ann\n\n", ""},
        {"quotation, as Zola has it", "{% quote(author=\"Ann B\") %}\nb\n{% end %}", "\n\n> b\n>\n> — Ann B\n\n", ""},
        {"film, as Zola has it", "{{ youtube(id=\"x\", class=\"wide\") }}",
         "\n\n<iframe src=\"https://www.youtube.com/embed/x\"></iframe>\n\n", ""},
        {"unknown, as Zola has it", "{% box(kind=\"b\") %}a{% end %}{{ icon(name=\"b\") }}", "a",
         "box icon(name=\"b\")"},
        {"raw", "{% raw %}{{ x }}{% endraw %}", "{{ x }}", ""},
        {"written of", "{{</* figure */>}}", "{{< figure >}}", ""},
        {"remark", "a{% comment %}b{% endcomment %}c", "ac", ""},
        {"values", "{{ site.baseurl }}/a {{ '/b' | relative_url }}", "https://blog.example/a /b", ""},
        {"unknown, enclosing", "{{< box >}}a{{< /box >}}{{ page.title }}", "a", "box page.title"},
        {"not closed", "{{< figure src=a", "{{< figure src=a", ""},
        {"without an end", "{% highlight c %}\nint x;", "{% highlight c %}\nint x;", ""},
        {"in a span of code", "Use `{{ name }}` and ``{% raw %}`{{< x >}}`` too.",
         "Use `{{ name }}` and ```{{< x >}}`` too.", ""},
        {"in a fence", "> ```html\n> <p>{{ message }}</p>\n> ```\n{{ page.x }}",
         "> ```html\n> <p>{{ message }}</p>\n> ```\n", "page.x"},
        {"in a fence to the end", "~~~\n{{ a }}\n```\n", "~~~\n{{ a }}\n```\n", ""},
        {"backticks that do not close", "a ` {{ b }} `` c", "a `  `` c", "b"},
        {"no tag", "{a} {{", "{a} {{", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::set<std::string> unknown;
        const TagRules rules{[](std::string_view name) { return "/at/" + std::string(name); }, "https://blog.example"};
        CHECK(with_template_tags(c.text, rules, unknown) == c.result);
        CHECK(joined({unknown.begin(), unknown.end()}, " ") == c.unknown);
    }
}

TEST_CASE("tags without an end do not make a text slow to read") {
    std::string open;
    for (int i = 0; i < 50'000; ++i) open += "{% raw %}{{ {{<";
    std::set<std::string> unknown;
    CHECK(with_template_tags(open, {[](std::string_view) { return std::string(); }, ""}, unknown) == open);
}
