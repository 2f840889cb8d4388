#include "extract/lead_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/furniture_leads.h"
#include "extract/furniture_lines.h"
#include "extract/furniture_links.h"
#include "extract/furniture_names.h"
#include "extract/name_words.h"
#include "extract/platforms.h"
#include "extract/prose.h"
#include "extract/titles.h"
#include "extract/walk.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::size_t shortest_lead = 40;
constexpr std::size_t shortest_unnamed_lead = 90;
constexpr std::size_t longest_lead = 1500;

// Words in classes and ids of such paragraphs or of what holds them.
constexpr std::array<std::string_view, 20> lead_words{
    "lead",     "lede",    "intro",   "introtext", "introduction", "standfirst", "teaser",
    "abstract", "summary", "excerpt", "preface",   "ingress",      "einleitung", "vorspann",
    "chapo",    "chapeau", "perex",   "bajada",    "entradilla",   "description"};
// Of what stands there, too: subtitles, which are no part of the text, captions, bylines, the way back.
constexpr std::array<std::string_view, 25> other_words{
    "dek",    "deck",       "subtitle", "subheadline", "subline", "subhead", "caption",   "credit",  "copyright",
    "author", "byline",     "date",     "meta",        "tags",    "share",   "social",    "related", "image",
    "photo",  "breadcrumb", "comment",  "comments",    "quote",   "bio",     "disclosure"};

template <std::size_t N>
bool has_word(const Element& element, const std::array<std::string_view, N>& known) {
    const auto says = [&](const char* attribute) {
        return std::ranges::any_of(name_words(markup::attribute(element, attribute)), [&](const std::string& word) {
            return std::ranges::find(known, word) != known.end();
        });
    };
    return says("class") || says("id") || says("itemprop");
}

bool is_passed_over(const Element& element) {
    return is_elsewhere(element) || has_furniture_name(element) || furniture_rules().match(element).has_value() ||
           page_rules().matches(element, PageField::subtitle) || has_word(element, other_words) ||
           markup::is_one_of(element, "a figure figcaption ul ol table form time dl details blockquote");
}

/// What the page's head says that the post is about, folded.
std::vector<std::string> summaries_of(const Element& document) {
    std::vector<std::string> summaries;
    const Element* head = markup::first_descendant(document, "head");
    if (head == nullptr) return summaries;
    markup::each_element(*head, [&summaries](const Element& meta) {
        const std::string_view name = markup::attribute(meta, "name"), property = markup::attribute(meta, "property");
        if (name == "description" || property == "og:description")
            summaries.push_back(case_folded(collapsed(markup::attribute(meta, "content"))));
    });
    return summaries;
}

class LeadSearch {
  public:
    LeadSearch(const Element& document, const Article& article, std::string_view title)
        : article_(article), title_(title), summaries_(summaries_of(document)) {}

    /// False once the body is reached.
    bool search(const Element& root, bool is_named) {
        for (const Element* child = root.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
            if (child == article_.body) return false;
            const bool holds_body = holds(*child, *article_.body);
            const bool is_beside = started_ && !holds_body;
            if (note_heading(*child) || (is_beside && is_passed_over(*child) && !holds_title(*child))) continue;
            const bool is_lead_name = is_beside && (is_named || has_word(*child, lead_words));
            if (is_beside && is_line(*child)) {
                note(*child, is_lead_name);
                continue;
            }
            if (!search(*child, is_lead_name)) return false;
        }
        return true;
    }

    std::vector<const Element*> found;

  private:
    bool holds_title(const Element& element) const {
        const Element* heading = markup::first_descendant(element, "h1");
        return heading != nullptr && is_same_title(markup::collapsed_text(*heading), title_);
    }

    bool note_heading(const Element& element) {
        if (!markup::is_one_of(element, "h1 h2 h3 h4")) return false;
        const bool is_title = is_same_title(markup::collapsed_text(element), title_);
        if (!is_title && !(markup::is_named(element, "h1") && !has_title_)) return false;
        has_title_ = has_title_ || is_title;
        started_ = true;
        found.clear();
        return true;
    }

    void note(const Element& element, bool is_named) {
        const std::string text = markup::collapsed_text(element);
        const std::size_t letters = character_count(text);
        const bool is_subtitle = !is_named && markup::is_one_of(element, "h2 h3 h4 h5 h6");
        if (is_subtitle || is_invitation(text) || text.find(" commission") != std::string::npos) return;  // of shops
        const bool is_known = is_named || std::ranges::find(summaries_, case_folded(text)) != summaries_.end();
        if (letters < (is_known ? shortest_lead : shortest_unnamed_lead) || letters > longest_lead) return;
        if (is_byline_text(text) || is_furniture_line(text) || link_share(element).linked * 2 > letters) return;
        found.push_back(&element);
    }

    const Article& article_;
    std::string_view title_;
    std::vector<std::string> summaries_;
    bool started_ = false, has_title_ = false;
};

}  // namespace

std::vector<const Element*> lead_paragraphs(const Element& document, const Article& article, std::string_view title) {
    LeadSearch leads(document, article, title);
    leads.search(document, false);
    if (leads.found.empty()) return {};
    const std::string body = case_folded(markup::collapsed_text(*article.body));
    std::erase_if(leads.found, [&](const Element* lead) {
        return body.find(case_folded(markup::collapsed_text(*lead))) != std::string::npos;
    });
    return std::move(leads.found);
}

}  // namespace blogbind::extract
