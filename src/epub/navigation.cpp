// The navigation document and its EPUB 2 twin.
#include "epub/navigation.h"

#include "epub/documents.h"
#include "epub/package_xml.h"

namespace blogbind::epub {

namespace {

/// REQUIRES: the values around the list say that entries have no children, so that only those with some need say more.
TemplateValues::List entry_list(const std::vector<ContentsEntry>& entries, const std::string& words) {
    TemplateValues::List list;
    for (const ContentsEntry& entry : entries) {
        TemplateValues& values = list.emplace_back();
        values.set("href", entry.href)
            .set("label", entry.markup)
            .set("entry_words", entry.is_ours ? words : std::string());
        if (!entry.children.empty())
            values.show("has_children", true).set("children", entry_list(entry.children, words));
    }
    return list;
}

void add_mark(TemplateValues::List& marks, std::string_view type, std::string_view href, const std::string& label) {
    marks.emplace_back().set("type", type).set("href", href).set("label", label);
}

// kindlegen refuses other landmarks (epub-output §1.6).
TemplateValues::List landmarks(const Book& book, const Plan& plan, const Phrases& phrases) {
    TemplateValues::List marks;
    if (book.cover) add_mark(marks, "cover", "text/cover.xhtml", phrases.text(Phrase::cover));
    add_mark(marks, "toc", "#toc", phrases.text(Phrase::contents));
    add_mark(marks, "bodymatter", plan.first_chapter().href, phrases.text(Phrase::start_of_text));
    return marks;
}

/// Writes navPoints in document order.
class NavMap {
  public:
    void add(XmlElement& parent, const std::vector<ContentsEntry>& entries) {
        for (const ContentsEntry& entry : entries) {
            const std::string order = std::to_string(++count_);
            XmlElement& point = append(parent, "navPoint", {}, {{"id", "np-" + order}, {"playOrder", order}});
            append(append(point, "navLabel"), "text", entry.label);
            append(point, "content", {}, {{"src", entry.href}});
            add(point, entry.children);
        }
    }

  private:
    int count_ = 0;
};

void add_head(XmlElement& ncx, const Book& book, const Plan& plan) {
    bool has_children = false;
    for (const ContentsEntry& entry : plan.contents) has_children = has_children || !entry.children.empty();
    XmlElement& head = append(ncx, "head");
    append(head, "meta", {}, {{"name", "dtb:uid"}, {"content", book.metadata.identifier}});
    append(head, "meta", {}, {{"name", "dtb:depth"}, {"content", has_children ? "2" : "1"}});
    append(head, "meta", {}, {{"name", "dtb:totalPageCount"}, {"content", "0"}});
    append(head, "meta", {}, {{"name", "dtb:maxPageNumber"}, {"content", "0"}});
}

}  // namespace

std::string contents_document(const Document& document, const Book& book, const Plan& plan, Typesetter& typesetter) {
    const Phrases& phrases = typesetter.phrases();
    TemplateValues values = frame_values(document, book, typesetter, book.metadata.language);
    values.set("contents", phrases.text(Phrase::contents))
        .set("landmarks", phrases.text(Phrase::landmarks))
        .show("has_children", false)
        .set("entries", entry_list(plan.contents, typesetter.words_language(book.metadata.language)))
        .set("marks", landmarks(book, plan, phrases));
    return typesetter.filled("nav.xhtml", values);
}

std::string ncx_document(const Book& book, const Plan& plan) {
    XmlDocument xml;
    XmlElement& ncx = begin(xml, "ncx",
                            {{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"},
                             {"version", "2005-1"},
                             {"xml:lang", book.metadata.language}});
    add_head(ncx, book, plan);
    append(append(ncx, "docTitle"), "text", book.metadata.title);
    for (const std::string& author : book.metadata.authors) append(append(ncx, "docAuthor"), "text", author);
    NavMap().add(append(ncx, "navMap"), plan.contents);
    return written(xml);
}

}  // namespace blogbind::epub
