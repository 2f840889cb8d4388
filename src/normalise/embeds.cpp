// Videos, players, maps and other foreign windows become a box that says what was there and where it is to be found.
#include <string>
#include <vector>

#include "base/text.h"
#include "normalise/boxes.h"
#include "normalise/embed_hosts.h"
#include "normalise/image_addresses.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

using markup::attribute;
using markup::Element;
using markup::Node;

namespace {

// Lazy and consent-guarded frames keep their address in one of these.
constexpr const char* address_attributes[] = {
    "src", "data-src", "data-lazy-src", "data-cmp-src", "data-src-cmplz", "data-litespeed-src", "data", "data-url"};
// Elements that a script would turn into a video: the attribute holds YouTube's id.
struct VideoMark {
    std::string_view element, class_name;
    const char* attribute;
};
constexpr VideoMark video_marks[] = {{"lite-youtube", "", "videoid"},
                                     {"amp-youtube", "", "data-videoid"},
                                     {"div", "rll-youtube-player", "data-id"},
                                     {"div", "youtube-player", "data-id"},
                                     {"div", "lazy-youtube", "data-id"}};
// Titles that frames bear when nobody gave them one.
constexpr std::string_view empty_titles[] = {"YouTube video player", "YouTube video", "Embedded post",
                                             "Embedded content",     "Spotify Embed", "vimeo-player",
                                             "Embedded video",       "Video player"};

std::string title_of(const Element& element) {
    std::string title = collapsed(attribute(element, "title"));
    if (title.empty()) title = collapsed(attribute(element, "playlabel"));
    for (const std::string_view empty : empty_titles)
        if (equals_ignoring_case(title, empty)) return {};
    return title.starts_with("http") || title.size() > 300 ? std::string() : title;
}

std::optional<Url> youtube_url(std::string_view id) {
    if (id.empty()) return std::nullopt;
    return Url::parse("https://www.youtube.com/embed/" + std::string(id));
}

/// Where the window that `element` is looks out to; nothing if it is no window.
std::optional<Url> window_address(const Task& task, const Element& element) {
    for (const VideoMark& mark : video_marks)
        if (markup::is_named(element, mark.element) &&
            (mark.class_name.empty() || markup::has_class(element, mark.class_name)))
            return youtube_url(attribute(element, mark.attribute));
    if (markup::is_named(element, "script")) {
        const std::string_view source = attribute(element, "src");
        if (source.find("gist.github.com/") == std::string_view::npos) return std::nullopt;
        return task.resolve(source.substr(0, source.rfind(".js")));
    }
    if (markup::has_class(element, "fb-post") || markup::has_class(element, "fb-video"))
        return task.resolve(attribute(element, "data-href"));
    for (const char* name : address_attributes) {
        const std::string_view address = trimmed(attribute(element, name));
        if (address.empty() || address.starts_with("about:") || address.starts_with("data:")) continue;
        return task.resolve(address);
    }
    return std::nullopt;
}

bool is_native_player(const Element& element) { return markup::is_one_of(element, "video audio amp-video amp-audio"); }

bool is_window(const Element& element) {
    if (markup::is_one_of(element, "iframe object embed amp-iframe lite-youtube amp-youtube")) return true;
    if (is_native_player(element)) return true;
    if (markup::is_named(element, "script"))
        return attribute(element, "src").find("gist.github.com/") != std::string_view::npos;
    if (!markup::is_named(element, "div")) return false;
    for (const VideoMark& mark : video_marks)
        if (!mark.class_name.empty() && markup::has_class(element, mark.class_name) &&
            !attribute(element, mark.attribute).empty())
            return true;
    return markup::has_class(element, "fb-post") || markup::has_class(element, "fb-video");
}

std::optional<Url> player_address(const Task& task, const Element& player) {
    std::string_view source = attribute(player, "src");
    if (source.empty())
        if (const Element* first = markup::first_descendant(player, "source")) source = attribute(*first, "src");
    if (source.empty())
        if (const Element* link = markup::first_descendant(player, "a")) source = attribute(*link, "href");
    return source.empty() ? std::nullopt : task.resolve(source);
}

/// The still that the page itself carries; empty if it carries none.
std::string poster_of(const Task& task, const Element& element) {
    std::string_view address = attribute(element, "poster");
    if (address.empty())
        if (const Element* img = markup::first_descendant(element, "img")) address = attribute(*img, "src");
    if (address.empty() || is_placeholder(address)) return {};
    const std::optional<Url> url = task.resolve(address);
    return url ? url->text() : std::string();
}

/// What `element` shows; nothing if it shows nothing that has an address.
std::optional<Box> box_for(const Task& task, const Element& element) {
    Box box;
    const bool is_native = is_native_player(element);
    const std::optional<Url> url = is_native ? player_address(task, element) : window_address(task, element);
    if (!url || !url->is_web()) return std::nullopt;
    if (is_native) {
        const bool is_audio =
            element.Name() == std::string_view("audio") || element.Name() == std::string_view("amp-audio");
        box.embed = {is_audio ? EmbedKind::audio : EmbedKind::video, {}, url->text(), {}};
    } else {
        box.embed = embed_at(*url);
    }
    box.title = title_of(element);
    box.poster = poster_of(task, element);
    return box;
}

/// A frame that repeats, live, the post which a quotation beside it already tells.
bool repeats_quotation(const Element& element) {
    return markup::has_class(element, "wp-embedded-content") ||
           markup::has_class(element, "instagram-media-rendered") || markup::is_inside(element, "blockquote");
}

void replace_window(Task& task, Element& element) {
    const std::optional<Box> box = box_for(task, element);
    if (!box || box->embed.kind == EmbedKind::dropped || repeats_quotation(element)) {
        if (box && box->embed.kind == EmbedKind::dropped) task.note(IssueCode::element_dropped, box->embed.address);
        // What an <object> or a player without an address holds is meant for those who cannot see it.
        if (!box && markup::is_one_of(element, "object video audio")) return markup::unwrap(element);
        return markup::remove(element);
    }
    task.note(IssueCode::embed_replaced, box->embed.address);
    if (task.is_comment()) {
        Element* link = task.body.new_element("a");
        markup::set_attribute(*link, "href", box->embed.address);
        markup::append_text(*link, box->title.empty() ? box->embed.address : box->title);
        return markup::replace(element, *link);
    }
    markup::replace(element, *make_box(task, *box));
}

/// Besides the still of a video.
bool has_own_picture(const Element& figure) {
    bool found = false;
    markup::each_element(figure, [&](const Element& element) {
        if (!markup::is_named(element, "img")) return;
        const Node* up = element.Parent();
        while (up != &figure && !(up->ToElement() != nullptr && is_box(*up->ToElement()))) up = up->Parent();
        found = found || up == &figure;
    });
    return found;
}

/// The caption under a window goes into its box.
void take_caption(Element& figure) {
    Element* box = markup::first_descendant(figure, "div");
    Element* caption = figure.LastChildElement("figcaption");
    while (box != nullptr && !is_box(*box)) {
        Node* next = markup::next_in_order(*box, figure);
        while (next != nullptr && next->ToElement() == nullptr) next = markup::next_in_order(*next, figure);
        box = next != nullptr ? next->ToElement() : nullptr;
    }
    if (box == nullptr || caption == nullptr || !markup::has_text(*caption)) return;
    Element* line = markup::append_element(*box, "p");
    markup::set_attribute(*line, "class", "embed-line");
    markup::move_children(*caption, *line);
    markup::remove(*caption);
}

}  // namespace

void replace_embeds(Task& task) {
    std::vector<Element*> windows;
    std::vector<Element*> figures;
    Node* node = markup::next_in_order(task.root(), task.root());
    while (node != nullptr) {
        Element* element = node->ToElement();
        const bool found = element != nullptr && is_window(*element);
        if (found) windows.push_back(element);
        if (element != nullptr && markup::is_named(*element, "figure")) figures.push_back(element);
        node = found ? markup::next_after_subtree(*node, task.root()) : markup::next_in_order(*node, task.root());
    }
    for (Element* window : windows) replace_window(task, *window);
    for (Element* figure : figures)
        if (!has_own_picture(*figure)) take_caption(*figure);
}

}  // namespace blogbind::normalise
