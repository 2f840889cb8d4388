// Filling templates, and saying where one is wrong.
#include "template/template_set.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"

using namespace blogbind;

namespace {

/// A folder with one template in it, gone at the end of the test.
class TemplateFolder {
  public:
    TemplateFolder(std::string_view name, std::string_view text)
        : path_(temporary_beside(std::filesystem::temp_directory_path() / "templates")) {
        std::filesystem::create_directory(path_);
        REQUIRE(write_file(path_ / name, text));
    }
    ~TemplateFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::string rendered(std::string_view text, const TemplateValues& values) {
    const TemplateFolder folder("link.xhtml", text);
    const Result<TemplateSet> set = TemplateSet::load(folder.path());
    if (!set) return set.error().message;
    const Result<std::string> result = set->render("link.xhtml", values);
    return result ? *result : result.error().message;
}

}  // namespace

TEST_CASE("template_set: values, repetition and presence") {
    TemplateValues values;
    TemplateValues::List list;
    for (const std::string_view item : {"one", "two"}) list.emplace_back().set("item", item);
    values.set("text", "a < b & \"c\"")
        .set("nothing", "")
        .set("list", std::move(list))
        .show("yes", true)
        .show("no", false);
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"values are escaped", "<p>{{text}}</p>", "<p>a &lt; b &amp; &quot;c&quot;</p>"},
        {"ready markup is not", "{{{text}}}", "a < b & \"c\""},
        {"an empty value is absent", "[{{#nothing}}shown{{/nothing}}{{nothing}}]", "[]"},
        {"repetition", "{{#list}}<li>{{item}}</li>{{/list}}", "<li>one</li><li>two</li>"},
        {"presence", "{{#yes}}yes{{/yes}}{{#no}}no{{/no}}", "yes"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(rendered(c.text, values) == c.expected);
    }
}

TEST_CASE("template_set: mistakes are told with file, line and column") {
    TemplateValues values;
    values.set("title", "T");
    struct Case {
        std::string_view name, text, expected;
    };
    const Case cases[] = {
        {"unknown name", "<p>\n  {{tpyo}}</p>", "template link.xhtml:2:3: nothing is known by the name \"tpyo\""},
        {"unknown section", "{{title}}{{# nope }}x{{/nope}}",
         "template link.xhtml:1:10: nothing is known by the name \"nope\""},
        {"partials are not ours", "{{> title}}", "template link.xhtml:1:1: nothing is known by the name \"title\""},
        {"open section", "a\n{{#title}}x", "template link.xhtml:2:1: Unclosed section \"title\""},
        {"open tag", "a {{title", "template link.xhtml:1:3: Unclosed tag"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(rendered(c.text, values) == c.expected);
    }
}

TEST_CASE("template_set: a file of the user's folder takes the place of the built-in one, the others stay") {
    const TemplateFolder folder("book.css", "p { }");
    const Result<TemplateSet> set = TemplateSet::load(folder.path());
    REQUIRE(set);
    CHECK(set->text("book.css").value() == "p { }");
    CHECK(set->text("enhance.css").value().starts_with("@charset"));
    CHECK_FALSE(set->text("no-such.css"));
}

TEST_CASE("template_set: a folder that is not there is the user's mistake") {
    const Result<TemplateSet> set = TemplateSet::load("/no/such/folder");
    REQUIRE_FALSE(set);
    CHECK(set.error().kind == ErrorKind::usage);
}

TEST_CASE("template_set: appended style comes after the book's own") {
    Result<TemplateSet> set = TemplateSet::load({});
    REQUIRE(set);
    set->append("book.css", "p.own { margin: 0; }");
    CHECK(set->text("book.css").value().ends_with("p.own { margin: 0; }"));
}
