#include "source/wordpress_shortcodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "markup/xhtml_writer.h"
#include "net/url.h"

namespace blogbind {
namespace {

using markup::escaped;

struct Place {
    const WordpressBlog& blog;
    long long post;
};

using Renderer = std::string (*)(const Shortcode&, const Place&);

std::string inside(const Shortcode& code, const Place&) { return code.inside; }
std::string nothing(const Shortcode&, const Place&) { return {}; }

std::string figure(std::string_view kind, std::string_view picture, std::string_view caption) {
    if (caption.empty()) return std::string(picture);
    return fmt::format("<figure class=\"{0}\">{1}<figcaption class=\"{0}-text\">{2}</figcaption></figure>", kind,
                       picture, caption);
}

/// The old way names the words in an attribute, the new way has them behind the picture.
std::string caption(const Shortcode& code, const Place&) {
    if (const std::string_view words = code.attribute("caption"); !words.empty())
        return figure("wp-caption", code.inside, words);
    const std::size_t picture = code.inside.find("<img");
    if (picture == std::string::npos) return code.inside;
    std::size_t end = code.inside.find('>', picture);
    if (end == std::string::npos) return code.inside;
    ++end;
    const std::string_view rest = std::string_view(code.inside).substr(end);
    const std::string_view after = rest.substr(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (after.starts_with("</a>")) end = code.inside.size() - after.size() + 4;
    return figure("wp-caption", code.inside.substr(0, end), trimmed(std::string_view(code.inside).substr(end)));
}

std::string picture_of(const WordpressMedium& medium) {
    const std::string address = escaped(medium.address);
    return fmt::format("<figure class=\"gallery-item\"><a href=\"{0}\"><img src=\"{0}\" alt=\"{1}\"></a>{2}</figure>",
                       address, escaped(medium.alt),
                       medium.caption.empty()
                           ? ""
                           : fmt::format("<figcaption class=\"gallery-caption\">{}</figcaption>", medium.caption));
}

std::vector<long long> numbers_in(std::string_view list) {
    std::vector<long long> numbers;
    for (const std::string_view word : split(list, ','))
        if (const auto number = parsed_integer(trimmed(word))) numbers.push_back(*number);
    return numbers;
}

/// Those it names, else those that were uploaded for the post.
std::vector<WordpressMedium> media_named(const Shortcode& code, const Place& place) {
    for (const std::string_view key : {"ids", "include"}) {
        const std::vector<long long> numbers = numbers_in(code.attribute(key));
        if (numbers.empty()) continue;
        std::vector<WordpressMedium> media;
        for (const long long number : numbers)
            if (std::optional<WordpressMedium> medium = place.blog.medium(number)) media.push_back(*std::move(medium));
        return media;
    }
    const auto other_post = parsed_integer(code.attribute("id"));
    return place.blog.media_of(other_post.value_or(place.post), numbers_in(code.attribute("exclude")));
}

std::string gallery(const Shortcode& code, const Place& place) {
    std::string items;
    for (const WordpressMedium& medium : media_named(code, place))
        if (medium.is_picture()) items += picture_of(medium);
    return items.empty() ? items : fmt::format("<div class=\"gallery\">{}</div>", items);
}

std::string player(std::string_view kind, std::string_view address) {
    return fmt::format("<{0} controls src=\"{1}\"></{0}>", kind, escaped(address));
}

/// The file in "src" or under the name of its format.
std::string media_file(const Shortcode& code, std::string_view formats) {
    if (const std::string_view source = code.attribute("src"); !source.empty()) return std::string(source);
    for (const std::string_view format : split_words(formats))
        if (const std::string_view file = code.attribute(format); !file.empty()) return std::string(file);
    return std::string(code.bare_value());
}

std::string video(const Shortcode& code, const Place&) {
    const std::string file = media_file(code, "mp4 m4v webm ogv mov flv wmv");
    return file.empty() ? code.inside : player("video", file);
}

std::string audio(const Shortcode& code, const Place&) {
    const std::string file = media_file(code, "mp3 m4a ogg oga wav flac wma opus");
    return file.empty() ? code.inside : player("audio", file);
}

std::string playlist(const Shortcode& code, const Place& place) {
    std::string players;
    for (const WordpressMedium& medium : media_named(code, place))
        if (!medium.is_picture()) players += player(medium.is_video() ? "video" : "audio", medium.address);
    return players;
}

/// Services whose shortcode holds an address or the service's own number for what is shown.
struct Service {
    std::string_view name, address_of_number;
};
constexpr std::array services{
    Service{"youtube", "https://www.youtube.com/watch?v="},
    Service{"vimeo", "https://vimeo.com/"},
    Service{"dailymotion", "https://www.dailymotion.com/video/"},
    Service{"ted", "https://www.ted.com/talks/"},
    Service{"wpvideo", "https://videopress.com/embed/"},
    Service{"videopress", "https://videopress.com/embed/"},
    Service{"gist", "https://gist.github.com/"},
    Service{"soundcloud", ""},
    Service{"spotify", ""},
    Service{"instagram", ""},
    Service{"googlemaps", ""},
    Service{"tiktok", ""},
    Service{"bandcamp", ""},
    Service{"mixcloud", ""},
    Service{"slideshare", ""},
    Service{"scribd", ""},
};

std::string embed(const Shortcode& code, const Place&) {
    const auto service = std::ranges::find(services, std::string_view(code.name), &Service::name);
    for (const std::string_view value : {code.attribute("url"), code.attribute("src"), code.bare_value(),
                                         code.attribute("id"), std::string_view(code.inside)}) {
        const std::string text = replaced(trimmed(value), "&amp;", "&");
        if (text.empty()) continue;
        if (const std::optional<Url> url = Url::parse(text); url && url->is_web()) return embed_of(url->text());
        if (service != services.end() && !service->address_of_number.empty() && text.find(' ') == std::string::npos)
            return embed_of(std::string(service->address_of_number) + text.substr(0, text.find('&')));
    }
    return {};
}

struct Rule {
    std::string_view names;  ///< words; one that ends in "_" stands for all names that begin so
    Renderer render;
};
constexpr std::array rules{
    Rule{"caption wp_caption", caption},
    Rule{"gallery slideshow", gallery},
    Rule{"video", video},
    Rule{"audio", audio},
    Rule{"playlist", playlist},
    Rule{"embed youtube vimeo dailymotion ted wpvideo videopress gist soundcloud spotify instagram googlemaps tiktok "
         "bandcamp mixcloud slideshare scribd",
         embed},
    Rule{"latex recipe spoiler column one_half one_third two_thirds vc_ et_pb_ fusion_ av_ su_ kt_", inside},
    Rule{"contact-form contact-field archives display-posts polldaddy poll crowdsignal subscribe "
         "jetpack_subscription_form "
         "twitter-timeline recent_posts sitemap series",
         nothing},
};

bool names_it(std::string_view names, std::string_view name) {
    return std::ranges::any_of(split_words(names), [name](std::string_view word) {
        return word.ends_with('_') ? name.starts_with(word) : name == word;
    });
}

const Rule* rule_for(std::string_view name) {
    const auto found = std::ranges::find_if(rules, [name](const Rule& rule) { return names_it(rule.names, name); });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace

ShortcodeRules wordpress_shortcodes(const WordpressBlog& blog, long long post) {
    return {[](std::string_view name) { return rule_for(name) != nullptr; },
            [&blog, post](const Shortcode& code) {
                return rule_for(code.name)->render(code, {blog, post});
            }};
}

std::string with_code_kept(std::string_view text) {
    const ShortcodeRules code{[](std::string_view name) { return name == "code" || name == "sourcecode"; },
                              [](const Shortcode& shortcode) {
                                  const bool is_escaped = shortcode.inside.find('<') == std::string::npos;
                                  return fmt::format("<pre><code>{}</code></pre>",
                                                     is_escaped ? shortcode.inside : escaped(shortcode.inside));
                              }};
    return with_shortcodes(text, code);
}

bool is_embeddable(std::string_view address) {
    constexpr std::array<std::string_view, 16> hosts{
        "youtube.com",    "youtu.be",   "vimeo.com",     "dailymotion.com", "soundcloud.com", "spotify.com",
        "ted.com",        "tiktok.com", "instagram.com", "mixcloud.com",    "videopress.com", "bandcamp.com",
        "slideshare.net", "scribd.com", "issuu.com",     "giphy.com"};
    const std::optional<Url> url = Url::parse(address);
    return url && url->is_web() && std::ranges::any_of(hosts, [&](std::string_view host) {
               return url->host() == host || url->host().ends_with("." + std::string(host));
           });
}

std::string embed_of(std::string_view address) { return fmt::format("<iframe src=\"{}\"></iframe>", escaped(address)); }

}  // namespace blogbind
