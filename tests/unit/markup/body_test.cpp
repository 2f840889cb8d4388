#include "markup/body.h"

#include "markup/xhtml_writer.h"
#include "unit/markup/fragment.h"

namespace blogbind::markup {

namespace {

Element& named(Body& body, std::string_view name) {
    Element* element = first_descendant(body.root(), name);
    REQUIRE(element != nullptr);
    return *element;
}

}  // namespace

TEST_CASE("body: questions about an element") {
    Body body = fragment("<div class='entry  post'><p>a<a href='#'>b</a></p></div>text");
    const Element& div = named(body, "div");
    const Element& link = named(body, "a");
    CHECK(attribute(link, "href") == "#");
    CHECK(attribute(link, "title").empty());
    CHECK(has_class(div, "post"));
    CHECK_FALSE(has_class(div, "pos"));
    CHECK(has_class_of(div, "page post"));
    CHECK_FALSE(has_class_of(div, "pos postal"));
    CHECK_FALSE(has_class_of(link, "page post"));
    CHECK(is_one_of(div, "p div"));
    CHECK_FALSE(is_one_of(div, "p dir dl"));
    CHECK(is_inside(link, "ul div"));
    CHECK_FALSE(is_inside(link, "a"));
    CHECK(is_phrasing(link));
    CHECK_FALSE(is_phrasing(div));
    CHECK(is_phrasing(*body.root().LastChild()));
}

TEST_CASE("body: an element is known by the name that it has now, however it came there") {
    Body body = fragment("<div><x-card>a</x-card><my-div>b</my-div></div>");
    Element& card = named(body, "x-card");
    CHECK_FALSE(is_one_of(card, "p div"));
    rename(card, "p");
    CHECK(is_one_of(card, "p div"));
    CHECK(is_named(card, "p"));
    rename(card, "x-card");
    CHECK_FALSE(is_one_of(card, "p div"));
    CHECK(is_named(card, "x-card"));
    CHECK_FALSE(is_named(card, ""));
    CHECK_FALSE(is_one_of(*card.FirstChild(), "p div"));

    Body copied = body.copy(), beside = body.copy_beside(copied), rested = Body::unpacked(body.packed(), nullptr);
    append_copy(copied.root(), named(body, "div"));
    for (Body* each : {&copied, &beside, &rested}) {
        CHECK(is_one_of(named(*each, "div"), "div"));
        CHECK(is_named(named(*each, "my-div"), "my-div"));
        CHECK_FALSE(is_one_of(named(*each, "my-div"), "div"));
    }
    CHECK(is_one_of(*copied.root().LastChild(), "div"));
    CHECK(is_one_of(*new_element(copied.root(), "div"), "div"));
}

TEST_CASE("body: a body with a picture or with text is not empty") {
    struct Case {
        std::string_view name, html;
        bool is_empty;
    };
    const Case cases[] = {
        {"nothing", "", true},
        {"space that nobody sees", "<p> &nbsp;\n&#x200b;</p><br>", true},
        {"script", "<script>run()</script>", true},
        {"text", "<p>a</p>", false},
        {"picture", "<p><img src=a></p>", false},
        {"drawing", "<svg><path d=''/></svg>", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(fragment(c.html).is_empty() == c.is_empty);
    }
}

TEST_CASE("body: changes keep everything else in place") {
    struct Case {
        std::string_view name;
        void (*change)(Body&);
        std::string_view expected;
    };
    const Case cases[] = {
        {"remove", [](Body& body) { remove(named(body, "b")); }, "<p>1<i>3</i>4</p>"},
        {"unwrap", [](Body& body) { unwrap(named(body, "b")); }, "<p>12<i>3</i>4</p>"},
        {"unwrap what holds elements", [](Body& body) { unwrap(named(body, "p")); }, "1<b>2</b><i>3</i>4"},
        {"rename", [](Body& body) { rename(named(body, "b"), "strong"); }, "<p>1<strong>2</strong><i>3</i>4</p>"},
        {"wrap", [](Body& body) { wrap(named(body, "i"), "u"); }, "<p>1<b>2</b><u><i>3</i></u>4</p>"},
        {"replace by another", [](Body& body) { replace(named(body, "b"), named(body, "i")); }, "<p>1<i>3</i>4</p>"},
        {"replace by what is inside", [](Body& body) { replace(named(body, "p"), named(body, "i")); }, "<i>3</i>"},
        {"insert before", [](Body& body) { insert_before(named(body, "b"), named(body, "i")); },
         "<p>1<i>3</i><b>2</b>4</p>"},
        {"insert after, where it is already", [](Body& body) { insert_after(named(body, "b"), named(body, "i")); },
         "<p>1<b>2</b><i>3</i>4</p>"},
        {"insert the last after the first",
         [](Body& body) { insert_after(*named(body, "p").FirstChild(), *named(body, "p").LastChild()); },
         "<p>14<b>2</b><i>3</i></p>"},
        {"move children", [](Body& body) { move_children(named(body, "p"), body.root()); },
         "<p></p>1<b>2</b><i>3</i>4"},
        {"append", [](Body& body) { append_element(body.root(), "h2", "a & b"); },
         "<p>1<b>2</b><i>3</i>4</p><h2>a &amp; b</h2>"},
        {"attributes",
         [](Body& body) {
             set_attribute(named(body, "b"), "id", std::string_view("xyz").substr(0, 1));
             set_attribute(named(body, "i"), "id", "y");
             remove_attributes(named(body, "i"));
         },
         "<p>1<b id=\"x\">2</b><i>3</i>4</p>"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        Body body = fragment("<p>1<b>2</b><i>3</i>4</p>");
        c.change(body);
        CHECK(inner_xhtml(body.root()) == c.expected);
    }
}

TEST_CASE("body: a copy is independent of its original") {
    Body original = fragment("<p title='t'>a<b>c</b></p>");
    Body copy = original.copy();
    remove(named(original, "b"));
    CHECK(xhtml(copy.root()) == "<section><p title=\"t\">a<b>c</b></p></section>");
    append_copy(original.root(), named(copy, "b"));
    CHECK(inner_xhtml(original.root()) == "<p title=\"t\">a</p><b>c</b>");
}

TEST_CASE("body: a tree that rests comes back as it was, and can be changed again") {
    Result<Spill> spill = Spill::create();
    REQUIRE(spill);
    const std::string html = "<p title=\"&quot;1&quot;\" class=\"\">a &amp; <b>b</b>  c</p><hr/><p></p> d";
    Body body = fragment(html);
    const std::string before = xhtml(body.root());
    body.may_rest_in(RestingPlace(*spill));
    body.rest();
    CHECK(xhtml(std::as_const(body).root()) == before);
    body.rest();
    set_attribute(*body.root().FirstChildElement(), "title", "2");
    remove(*body.root().LastChild());
    const std::string after = xhtml(body.root());
    body.rest();
    Body moved = std::move(body);
    CHECK(xhtml(moved.root()) == after);
    CHECK(after.find("title=\"2\"") != std::string::npos);
    moved.rest();
    CHECK(xhtml(moved.copy().root()) == after);
}

TEST_CASE("body: a tree that may not rest stays") {
    const Body body = fragment("<p>a</p>");
    const Element* paragraph = body.root().FirstChildElement();
    body.rest();
    CHECK(body.root().FirstChildElement() == paragraph);
}

TEST_CASE("body: elements are visited in document order, and bottom up") {
    Body body = fragment("<ul><li><b>x</b></li><li></li></ul><p></p>");
    std::string in_order, bottom_up;
    each_element(body.root(), [&](const Element& element) { (in_order += element.Name()) += ' '; });
    each_element_bottom_up(body.root(), [&](Element& element) { (bottom_up += element.Name()) += ' '; });
    CHECK(in_order == "ul li b li p ");
    CHECK(bottom_up == "b li li ul p ");
}

TEST_CASE("body: an element may vanish while elements are visited bottom up") {
    Body body = fragment("<div><span>a<span>b</span></span><span></span></div><span>c</span>");
    each_element_bottom_up(body.root(), [](Element& element) {
        if (is_named(element, "span")) unwrap(element);
    });
    CHECK(inner_xhtml(body.root()) == "<div>ab</div>c");
}

}  // namespace blogbind::markup
