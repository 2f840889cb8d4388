#include "series/body_links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "markup/select.h"

namespace blogbind::series {
namespace {

constexpr std::size_t longest_context = 160;  // bytes kept on either side of a link

constexpr std::array<std::string_view, 13> archive_folders{
    "/category/",   "/tag/",      "/author/",      "/feed/",       "/search/",   "/label/",  "/labels/",
    "/wp-content/", "/wp-admin/", "/wp-login.php", "/attachment/", "/comments/", "/wp-json/"};
constexpr std::array<std::string_view, 12> file_endings{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",
                                                        ".pdf", ".zip",  ".mp3", ".mp4", ".xml",  ".gpx"};
constexpr std::array<std::string_view, 6> action_parameters{"replytocom", "share",  "like_comment",
                                                            "s",          "action", "cat"};

/// The post itself, or one of its further pages: "/slug/2/", "?page=2".
bool is_same_post(const Url& url, const Url& post) {
    std::string key = same_page_key(url.without_query());
    const std::string own = same_page_key(post.without_query());
    if (same_page_key(url) == same_page_key(post)) return true;
    if (key == own) return url.parameter("page").has_value();
    if (!key.starts_with(own + "/")) return false;
    const std::string_view rest = std::string_view(key).substr(own.size() + 1);
    return rest.size() <= 3 && parsed_integer(rest).has_value();
}

/// Walks a body once; depth is bounded by the parser.
class LinkCollector {
  public:
    explicit LinkCollector(const Url& base) : base_(base) {}

    void walk(const markup::Element& element) {
        for (const markup::Node* node = element.FirstChild(); node != nullptr; node = node->NextSibling()) {
            if (const markup::Text* text = node->ToText()) read_text(text->Value());
            if (const markup::Element* child = node->ToElement()) enter(*child);
        }
    }
    std::vector<BodyLink> take() { return std::move(links_); }

  private:
    void enter(const markup::Element& element) {
        if (markup::is_one_of(element, "script style template noscript form") || is_furniture(element)) return;
        if (markup::is_named(element, "a") && !markup::attribute(element, "href").empty()) return read_link(element);
        if (markup::is_named(element, "br")) return read_text(" ");
        if (markup::is_phrasing(element)) return walk(element);
        const markup::Element* block = std::exchange(block_, &element);
        const bool lists = markup::is_one_of(element, "ul ol") || is_series_box(element);
        const markup::Element* list = lists ? std::exchange(list_, &element) : list_;
        begin_block();
        walk(element);
        begin_block();
        block_ = block;
        list_ = list;
    }
    void begin_block() {
        run_.clear();
        open_ = nullptr_index;
    }
    void read_text(std::string_view text) {
        run_ += text;
        if (run_.size() > 4 * longest_context) run_.erase(0, run_.size() - 2 * longest_context);
        if (open_ != nullptr_index && links_[open_].after.size() < longest_context) links_[open_].after += text;
    }
    void read_link(const markup::Element& element) {
        const std::string text = markup::collapsed_text(element);
        const auto url = base_.resolve(trimmed(markup::attribute(element, "href")));
        if (url && may_be_post(*url) && !is_same_post(*url, base_) && !text.empty()) {
            links_.push_back(BodyLink{*url, text, last_part(run_), {}, block_, list_});
            open_ = links_.size() - 1;
        } else {
            read_text(text);
            open_ = nullptr_index;
        }
        run_.clear();
    }
    static std::string last_part(std::string_view run) {
        std::string text = collapsed(run);
        if (text.size() <= longest_context) return text;
        std::size_t from = text.size() - longest_context;
        while (from < text.size() && text[from] != ' ') ++from;
        return text.substr(from);
    }

    static constexpr std::size_t nullptr_index = static_cast<std::size_t>(-1);
    const Url& base_;
    std::vector<BodyLink> links_;
    std::string run_;                   // text since the last link of this block
    std::size_t open_ = nullptr_index;  // the link that text now comes after
    const markup::Element* block_ = nullptr;
    const markup::Element* list_ = nullptr;
};

}  // namespace

std::vector<BodyLink> body_links(const markup::Element& body, const Url& base) {
    LinkCollector collector(base);
    collector.walk(body);
    std::vector<BodyLink> links = collector.take();
    for (BodyLink& link : links) link.after = shortened(collapsed(link.after), longest_context);
    return links;
}

bool may_be_post(const Url& url) {
    if (!url.is_web()) return false;
    const std::string path = ascii_lowered(url.path());
    const std::string folder = path.ends_with('/') ? path : path + "/";
    if (std::any_of(archive_folders.begin(), archive_folders.end(),
                    [&folder](std::string_view part) { return folder.find(part) != std::string::npos; }))
        return false;
    if (std::any_of(file_endings.begin(), file_endings.end(),
                    [&path](std::string_view end) { return path.ends_with(end); }))
        return false;
    return std::none_of(action_parameters.begin(), action_parameters.end(),
                        [&url](std::string_view name) { return url.parameter(name).has_value(); });
}

bool is_series_box(const markup::Element& element) {
    static const markup::SelectorTable boxes({".seriesbox", ".serieslist-box", ".seriesmeta", ".wp-post-series-box",
                                              ".mts-series", ".post-series", ".simple-series", ".series-toc",
                                              "nav.series-nav", ".series-nav-left", ".series-nav-right",
                                              ".wp-block-series-toc", ".issuem"});
    return boxes.match(element).has_value();
}

bool is_furniture(const markup::Element& element) {
    static const markup::SelectorTable furniture({"aside",
                                                  "footer",
                                                  "nav:not(.series-nav)",
                                                  ".sharedaddy",
                                                  ".jp-relatedposts",
                                                  "#jp-relatedposts",
                                                  ".related-posts",
                                                  ".relatedposts",
                                                  ".related",
                                                  ".yarpp",
                                                  ".yarpp-related",
                                                  ".crp_related",
                                                  ".wp-block-jetpack-related-posts",
                                                  ".addtoany_share_save_container",
                                                  ".addtoany_content",
                                                  ".share-buttons",
                                                  ".author-info",
                                                  ".author-box",
                                                  ".author-bio",
                                                  ".author-description",
                                                  ".widget",
                                                  ".widget-area",
                                                  ".sidebar",
                                                  "#sidebar",
                                                  "#secondary",
                                                  "#comments",
                                                  ".comments-area",
                                                  "#disqus_thread",
                                                  "#respond",
                                                  ".comment-respond",
                                                  ".comment-list",
                                                  ".commentlist",
                                                  ".wp-block-comments",
                                                  ".post-navigation",
                                                  ".nav-single",
                                                  ".page-links",
                                                  ".post-nav-links",
                                                  ".popular-posts",
                                                  ".blogroll",
                                                  "#footer",
                                                  "#colophon",
                                                  ".site-footer",
                                                  ".wpcnt",
                                                  ".sd-block",
                                                  ".wp-block-latest-posts",
                                                  ".wp-block-query"});
    return furniture.match(element).has_value();
}

}  // namespace blogbind::series
