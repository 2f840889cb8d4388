#include "markup/select.h"

#include <string>

#include "base/text.h"
#include "unit/markup/fragment.h"

namespace blogbind::markup {

namespace {

/// The ids of all elements that the selector matches, in document order.
std::string matched_ids(std::string_view selector, const Element& root) {
    const Result<Selector> parsed = Selector::parse(selector);
    if (!parsed) return parsed.error().message;
    std::vector<std::string> ids;
    for (const Element* element : parsed->all(root)) ids.emplace_back(attribute(*element, "id"));
    return joined(ids, " ");
}

constexpr std::string_view page = R"(
    <article id=post class="entry Hentry post-7" lang=en-GB>
      <h1 id=title>Part two</h1>
      <p id=one class="lead first">One <b id=bold>bold</b></p>
      <p id=two>Two <a id=link href="https://Example.org/a.html" rel="nofollow next">here</a></p>
      <div id=box data-kind="photo-grid"><img id=pic src=a.jpg><p id=three>Three</p></div>
      <p id=void></p>
    </article>
    <img id=data src="data:image/jpeg;base64,advg01">
    <ul id=list><li id=a>1<li id=b>2<li id=c>3<li id=d>4<li id=e>5</ul>)";

}  // namespace

TEST_CASE("select: a selector finds the elements that it describes") {
    struct Case {
        std::string_view name, selector, expected;
    };
    const Case cases[] = {
        {"type", "p", "one two three void"},
        {"type in capitals", "H1", "title"},
        {"any type", "#box *", "pic three"},
        {"id", "#two", "two"},
        {"class", ".lead", "one"},
        {"classes distinguish case", ".hentry", ""},
        {"compound", "p.lead.first#one", "one"},
        {"attribute", "[src]", "pic data"},
        {"a word within data", "img[src*=vg0]", ""},
        {"the kind of data", "img[src^='data:image/jpeg']", "data"},
        {"attribute's value", "[lang=en-GB]", "post"},
        {"value in quotation marks", "a[rel='nofollow next']", "link"},
        {"word of a value", "[rel~=next]", "link"},
        {"no word is never there", "[rel~='']", ""},
        {"language", "[lang|=en]", "post"},
        {"beginning", "[data-kind^=photo]", "box"},
        {"end", "[src$='.jpg']", "pic"},
        {"part", "[href*='example' i]", "link"},
        {"part in another case", "[href*=example]", ""},
        {"nothing begins with no text", "[href^='']", ""},
        {"descendant", "article b", "bold"},
        {"child", "article > p", "one two void"},
        {"child, without spaces", "article>div>p", "three"},
        {"next sibling", "h1 + p", "one"},
        {"later siblings", "h1 ~ p", "one two void"},
        {"siblings and descendants", "h1 + p ~ div img", "pic"},
        {"list", "h1, b , img", "title bold pic data"},
        {"not", "article > p:not(.lead, :empty)", "two"},
        {"is", ":is(h1, div) ~ p:is(#void, #three)", "void"},
        {"where", "div :where(p)", "three"},
        {"has", "p:has(a)", "two"},
        {"has a child", "article:has(> div > img)", "post"},
        {"has no such child", "article:has(> img)", ""},
        {"has a sibling after it", "p:has(+ div)", "two"},
        {"has siblings after it, by descendants", "p:has(~ div img)", "one two"},
        {"has, not reaching above itself", "div:has(article img)", ""},
        {"has, not reaching before itself", "p:has(~ h1 ~ div)", ""},
        {"first child", "li:first-child", "a"},
        {"last child", "li:last-child", "e"},
        {"only child", "b:only-child, li:only-child", "bold"},
        {"empty", "p:empty", "void"},
        {"root matches nothing below it", ":root", ""},
        {"contains", "p:contains('bold')", "one"},
        {"odd", "li:nth-child(odd)", "a c e"},
        {"even", "li:nth-child( EVEN )", "b d"},
        {"third", "li:nth-child(3)", "c"},
        {"every third from the second", "li:nth-child(3n + 2)", "b e"},
        {"first two", "li:nth-child(-n+2)", "a b"},
        {"from the fourth", "li:nth-child(n+4)", "d e"},
        {"escaped character", "#\\62 ox, .post\\-7", "post box"},
    };
    const Body body = fragment(page);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(matched_ids(c.selector, body.root()) == c.expected);
    }
}

TEST_CASE("select: what is no selector is refused with its place") {
    struct Case {
        std::string_view name, selector, message;
    };
    const Case cases[] = {
        {"nothing", "", "selector '' is wrong at character 1: a selector expected"},
        {"list with a gap", "a,,b", "selector 'a,,b' is wrong at character 3: a selector expected"},
        {"combinator without right side", "a >", "selector 'a >' is wrong at character 4: a selector expected"},
        {"unclosed bracket", "a[href", "selector 'a[href' is wrong at character 7: ] expected"},
        {"unclosed text", "a[href='x",
         "selector 'a[href='x' is wrong at character 10: a closing quotation mark expected"},
        {"unknown pseudo-class", "a:hover",
         "selector 'a:hover' is wrong at character 8: a known pseudo-class expected"},
        {"class that is a number", ".1a", "selector '.1a' is wrong at character 2: a name expected"},
        {"position", "a:nth-child(x)",
         "selector 'a:nth-child(x)' is wrong at character 14: a position such as 2n+1 expected"},
        {"closing bracket", "a)", "selector 'a)' is wrong at character 2: a selector's end expected"},
        {"type after a class", ".a b.c d!", "selector '.a b.c d!' is wrong at character 9: a selector's end expected"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Result<Selector> parsed = Selector::parse(c.selector);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().kind == ErrorKind::usage);
        CHECK(parsed.error().message == c.message);
    }
    std::string nested;
    for (int i = 0; i < 50; ++i) nested += ":not(";
    CHECK_FALSE(Selector::parse(nested).has_value());
    CHECK_FALSE(Selector::parse(std::string(100'000, 'a')).has_value());
}

TEST_CASE("select: first is the first in document order and never the root itself") {
    const Body body = fragment("<div id=outer><div id=inner></div></div>");
    const Selector selector("section, div");
    REQUIRE(selector.first(body.root()) != nullptr);
    CHECK(attribute(*selector.first(body.root()), "id") == "outer");
    CHECK(selector.matches(body.root()));
    CHECK(Selector("p").first(body.root()) == nullptr);
}

TEST_CASE("select: chains of descendants cost little in deep trees") {
    // Trying every choice of twelve ancestors among 150 would not end in a lifetime.
    std::string html;
    for (int i = 0; i < 150; ++i) html += "<div>";
    const Body body = fragment(html);
    const Selector selector("p div div div div div div div div div div div div div");
    CHECK(selector.first(body.root()) == nullptr);
    const Selector siblings("p > div ~ div div > div div div div div div div");
    CHECK(siblings.first(body.root()) == nullptr);
}

TEST_CASE("select: a table gives the lowest selector that matches") {
    const SelectorTable table({"#comments .entry", "p.lead, h1", ".entry", "article", "[data-kind]", ":empty", "*"});
    struct Case {
        std::string_view name, id;
        std::size_t expected;
    };
    const Case cases[] = {
        {"class before type", "post", 2}, {"second of a list", "title", 1}, {"class with type", "one", 1},
        {"attribute", "box", 4},          {"no name at all", "void", 5},    {"anything", "two", 6},
    };
    const Body body = fragment(page);
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Element* element = Selector(std::string("#").append(c.id)).first(body.root());
        REQUIRE(element != nullptr);
        CHECK(table.match(*element) == c.expected);
    }
    CHECK(SelectorTable({"h2", ".none"}).match(body.root()) == std::nullopt);
}

TEST_CASE("select: a table looks at every class of an element") {
    const SelectorTable table({".c", ".b", ".a"});
    const Body body = fragment("<p class='  a\tb  c '>x</p>");
    CHECK(table.match(*body.root().FirstChildElement()) == 0U);
}

TEST_CASE("select: a table's rules for one attribute are told apart by its value and by what else they ask") {
    const SelectorTable table({"p[data-x=a]", "div[data-x='b' i]", "[data-x^=c].d", "[data-x*=c]"});
    const Body body = fragment(
        "<p data-x='a'></p><div data-x='B'></div><p data-x='cc'></p><p data-x='cc' class='d'></p>"
        "<p data-x='b'></p>");
    std::vector<std::optional<std::size_t>> found;
    each_element(body.root(), [&](const Element& element) { found.push_back(table.match(element)); });
    CHECK(found == std::vector<std::optional<std::size_t>>{0, 1, 3, 2, std::nullopt});
}

}  // namespace blogbind::markup
