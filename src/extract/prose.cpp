#include "extract/prose.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "extract/comment_names.h"
#include "extract/platforms.h"

namespace blogbind::extract {

namespace {

/// Shorter pieces are labels, dates and menu items more often than sentences.
constexpr double shortest_paragraph = 25;

constexpr markup::NameSet paragraph_names =
    "p li ul ol dl dd dt blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 table tbody thead tr address details "
    "summary";

constexpr std::array<std::string_view, 14> good_words{"article", "body", "content", "entry", "hentry", "main", "post",
                                                      "text",    "blog", "story",   "prose", "single", "page", "copy"};
constexpr std::array<std::string_view, 24> bad_words{
    "comment", "comments", "sidebar", "widget", "footer",  "foot",      "nav",    "menu",
    "related", "share",    "social",  "promo",  "sponsor", "ad",        "ads",    "banner",
    "cookie",  "popup",    "modal",   "login",  "meta",    "subscribe", "teaser", "newsletter"};

double letters(std::string_view text) {
    double count = 0;
    bool space = true;
    for (const char c : text) {
        const bool is_space = is_ascii_space(c);
        if (!is_space || !space) ++count;
        space = is_space;
    }
    return count;
}

/// Calls `visit` for each whole word of a class or id value: "post-body main" has three.
template <class Visit>
void each_name_word(std::string_view value, Visit visit) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && (is_ascii_alpha(value[i]) || is_ascii_digit(value[i]))) continue;
        if (i > begin) visit(value.substr(begin, i - begin));
        begin = i + 1;
    }
}

double weight_of_names(const markup::Element& element) {
    bool good = markup::is_one_of(element, "article main");
    bool bad = false;
    const auto judge = [&](std::string_view word) {
        const std::string lowered = ascii_lowered(word);
        good = good || std::ranges::find(good_words, lowered) != good_words.end();
        bad = bad || std::ranges::find(bad_words, lowered) != bad_words.end();
    };
    each_name_word(markup::attribute(element, "class"), judge);
    each_name_word(markup::attribute(element, "id"), judge);
    return (good ? 1.3 : 1.0) * (bad ? 0.4 : 1.0);
}

}  // namespace

bool stands_in_for_script(const markup::Element& element) {
    const markup::Node* parent = element.Parent();
    if (parent == nullptr || !markup::is_named(element, "noscript")) return false;
    for (const markup::Element* beside = parent->FirstChildElement(); beside != nullptr;
         beside = beside->NextSiblingElement())
        if (markup::is_named(*beside, "script") &&
            ascii_lowered(markup::attribute(*beside, "type")).ends_with("template"))
            return true;
    return false;
}

bool is_elsewhere(const markup::Element& element, Outside outside) {
    if (markup::is_one_of(element, "html body main") || stands_in_for_script(element)) return false;
    if (outside == Outside::by_name) return article_rules().matches(element, ArticleRole::elsewhere);
    return markup::is_one_of(element, "head nav script style template select button textarea") ||
           is_named_comment_area(element);
}

/// What an element hands up to its parent.
struct ProseMap::Run {
    double text = 0;    // loose text of phrasing elements
    double linked = 0;  // of it, in links
    double direct = 0;  // paragraphs without a container of their own
    double total = 0;
    int pictures = 0;
};

ProseMap::ProseMap(const markup::Element& root, Outside outside) : outside_(outside) { measure(root); }

ProseMap::Run ProseMap::measure(const markup::Element& element) {
    if (is_elsewhere(element, outside_)) return {};
    Run run;
    for (const markup::Node* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const markup::Text* text = child->ToText()) run.text += letters(text->Value());
        const markup::Element* inner = child->ToElement();
        if (inner == nullptr) continue;
        const Run below = measure(*inner);
        run.text += below.text;
        run.linked += markup::is_named(*inner, "a") ? below.text : below.linked;
        run.direct += below.direct;
        run.total += below.total;
        run.pictures += below.pictures + (markup::is_named(*inner, "img") ? 1 : 0);
    }
    if (markup::is_phrasing(element)) return run;
    const double own = run.text - run.linked;
    if (own >= shortest_paragraph && !markup::is_one_of(element, "h1 h2 h3 h4 h5 h6")) {
        run.total += own;
        run.direct += own;
    }
    measured_[&element] = Prose{run.total, run.direct, run.pictures};
    run.text = run.linked = 0;
    if (!markup::is_one_of(element, paragraph_names)) run.direct = 0;
    return run;
}

Prose ProseMap::of(const markup::Element& element) const {
    const auto found = measured_.find(&element);
    return found == measured_.end() ? Prose{} : found->second;
}

const markup::Element* ProseMap::densest(const markup::Element& scope) const {
    const markup::Element* best = nullptr;
    double best_score = 0;
    const auto judge = [&](const markup::Element& element) {
        const double direct = of(element).direct;
        if (direct <= 0 || markup::is_one_of(element, paragraph_names)) return;
        const double score = direct * weight_of_names(element);
        if (score <= best_score) return;
        best = &element;
        best_score = score;
    };
    judge(scope);
    markup::each_element(scope, judge);
    return best;
}

}  // namespace blogbind::extract
