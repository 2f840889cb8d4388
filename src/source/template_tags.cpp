#include "source/template_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "markup/markdown.h"

namespace blogbind {
namespace {

struct Form {
    std::string_view opening, closing;
    bool is_output;  ///< "{{ … }}" prints a value
};
constexpr std::array forms{Form{"{{<", ">}}", false}, Form{"{{%", "%}}", false}, Form{"{%", "%}", false},
                           Form{"{{", "}}", true}};

struct Tag {
    std::string name;
    std::vector<std::pair<std::string, std::string>> arguments;  ///< names empty for bare values
    std::string inside;
    bool is_call = false;  ///< Zola's way: "name(key="value")"

    [[nodiscard]] std::string named(std::initializer_list<std::string_view> names) const {
        for (const std::string_view wanted : names)
            for (const auto& [key, value] : arguments)
                if (key == wanted) return value;
        return {};
    }
    [[nodiscard]] std::string bare(std::size_t number = 0) const {
        for (const auto& [key, value] : arguments)
            if (key.empty() && number-- == 0) return value;
        return {};
    }
};

std::string escaped_attribute(std::string_view text) { return replaced(replaced(text, "&", "&amp;"), "\"", "&quot;"); }

/// A word, or what stands between quotation marks, at the front of `rest`.
std::string take_value(std::string_view& rest) {
    if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'' || rest[0] == '`')) {
        const std::size_t end = std::min(rest.find(rest[0], 1), rest.size());
        std::string value(rest.substr(1, end - 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return value;
    }
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n,"), rest.size());
    std::string value(rest.substr(0, end));
    rest.remove_prefix(end);
    return value;
}

Tag tag_in(std::string_view text) {
    constexpr std::string_view separators = " \t\r\n,";
    Tag tag;
    text = trimmed(text);
    if (text.starts_with('-')) text = trimmed(text.substr(1));  // Liquid's way to drop white space
    if (text.ends_with('-') || text.ends_with('/')) text = trimmed(text.substr(0, text.size() - 1));
    const std::size_t end = std::min(text.find_first_of(" \t\r\n("), text.size());
    tag.name = ascii_lowered(text.substr(0, end));
    text.remove_prefix(end);
    tag.is_call = !tag.name.empty() && text.starts_with('(') && text.ends_with(')');
    if (tag.is_call) text = text.substr(1, text.size() - 2);
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
        if (text.empty()) return tag;
        const std::size_t equals = text.find('=');
        const bool is_named = equals != std::string_view::npos && equals > 0 && text[0] != '"' && text[0] != '\'' &&
                              text.substr(0, equals).find_first_of(separators) == std::string_view::npos;
        std::string key = is_named ? ascii_lowered(text.substr(0, equals)) : std::string();
        if (is_named) text.remove_prefix(equals + 1);
        tag.arguments.emplace_back(std::move(key), take_value(text));
    }
}

std::string figure(const Tag& tag, const std::string& source) {
    if (source.empty()) return {};
    const std::string alt = tag.named({"alt", "title"}), caption = tag.named({"caption", "title", "cap"});
    std::string html =
        fmt::format("<figure><img src=\"{}\" alt=\"{}\">", escaped_attribute(source), escaped_attribute(alt));
    if (!caption.empty())
        html += "<figcaption>" + replaced(markup::html_of_markdown(caption), "\n", " ") + "</figcaption>";
    return "\n\n" + html + "</figure>\n\n";
}

std::string player(std::string_view address, const std::string& id) {
    return id.empty() ? std::string()
                      : fmt::format("\n\n<iframe src=\"{}{}\"></iframe>\n\n", address, escaped_attribute(id));
}

std::string code(const std::string& language, std::string_view text) {
    while (text.starts_with('\n')) text.remove_prefix(1);
    while (text.ends_with('\n')) text.remove_suffix(1);
    const std::string fence = text.find("```") == std::string_view::npos ? "```" : "~~~~~~";
    return fmt::format("\n{}{}\n{}\n{}\n", fence, language, text, fence);
}

std::string first_of(std::string a, std::string b) { return a.empty() ? std::move(b) : std::move(a); }

/// Where what closes a tag stands; a tag is not longer than a few lines.
std::size_t end_of_tag(std::string_view text, std::string_view closing) {
    constexpr std::size_t longest_tag = 4096;
    return text.substr(0, longest_tag).find(closing);
}

using Render = std::string (*)(const Tag& tag, const TagRules& rules);

std::string render_figure(const Tag& tag, const TagRules&) {
    return figure(tag, first_of(tag.named({"src", "url", "path", "image", "image_path", "file", "link"}), tag.bare()));
}
/// Hexo: "img [class] address", "asset_img name words".
std::string render_picture(const Tag& tag, const TagRules& rules) {
    for (const auto& [key, value] : tag.arguments)
        if (key.empty() && value.find('.') != std::string::npos) return figure(tag, value);
    return render_figure(tag, rules);
}
std::string render_youtube(const Tag& tag, const TagRules&) {
    return player("https://www.youtube.com/embed/", first_of(tag.named({"id", "video", "videoid"}), tag.bare()));
}
std::string render_vimeo(const Tag& tag, const TagRules&) {
    return player("https://player.vimeo.com/video/", first_of(tag.named({"id", "video"}), tag.bare()));
}
std::string render_tweet(const Tag& tag, const TagRules&) {
    const std::string user = first_of(tag.named({"user"}), tag.bare(1).empty() ? "i" : tag.bare());
    const std::string id = first_of(tag.named({"id"}), first_of(tag.bare(1), tag.bare()));
    return id.starts_with("http") ? fmt::format("\n\n<{}>\n\n", id)
                                  : fmt::format("\n\n<https://twitter.com/{}/status/{}>\n\n", user, id);
}
std::string render_instagram(const Tag& tag, const TagRules&) {
    return fmt::format("\n\n<https://www.instagram.com/p/{}/>\n\n", first_of(tag.named({"id"}), tag.bare()));
}
std::string render_gist(const Tag& tag, const TagRules&) {
    const std::string path = tag.bare(1).empty() ? tag.bare() : tag.bare() + "/" + tag.bare(1);
    return fmt::format("\n\n<https://gist.github.com/{}>\n\n", path);
}
std::string render_code(const Tag& tag, const TagRules&) {
    const std::string language = first_of(tag.named({"lang"}), tag.bare());
    return code(language.starts_with("lang:") ? language.substr(5) : language, tag.inside);
}
std::string render_quotation(const Tag& tag, const TagRules&) {
    std::string lines;
    for (const std::string_view line : split(trimmed(tag.inside), '\n')) lines.append("> ").append(line).append("\n");
    std::string by;
    for (const auto& [key, value] : tag.arguments) by += (by.empty() ? "" : " ") + value;
    return "\n\n" + lines + (by.empty() ? "" : ">\n> — " + by + "\n") + "\n";
}
std::string render_details(const Tag& tag, const TagRules&) {
    return fmt::format("\n\n**{}**\n\n{}\n\n", first_of(tag.named({"summary", "title"}), tag.bare()), tag.inside);
}
std::string render_address(const Tag& tag, const TagRules& rules) {
    return rules.address_of(first_of(tag.named({"path"}), tag.bare()));
}
std::string render_raw(const Tag& tag, const TagRules&) { return tag.inside; }
std::string render_nothing(const Tag&, const TagRules&) { return {}; }

/// Jekyll's "include figure.html src=… caption=…": the theme's file tells what it is for.
std::string render_include(const Tag& tag, const TagRules& rules) {
    const std::string file = ascii_lowered(tag.bare());
    if (file.find("youtube") != std::string::npos)
        return render_youtube({tag.name, {{"id", tag.named({"id", "video"})}}, {}}, rules);
    return figure(tag, tag.named({"src", "url", "image_path", "image", "file", "path"}));
}

struct Known {
    std::string_view name;
    Render render;
    bool encloses = false;
    bool is_literal = false;  ///< tags within it are text
};
constexpr std::array known{
    Known{"figure", render_figure},
    Known{"img", render_picture},
    Known{"image", render_picture},
    Known{"asset_img", render_picture},
    Known{"include", render_include},
    Known{"include_relative", render_nothing},
    Known{"youtube", render_youtube},
    Known{"vimeo", render_vimeo},
    Known{"tweet", render_tweet},
    Known{"twitter", render_tweet},
    Known{"x", render_tweet},
    Known{"instagram", render_instagram},
    Known{"gist", render_gist},
    Known{"highlight", render_code, true, true},
    Known{"codeblock", render_code, true, true},
    Known{"code", render_code, true, true},
    Known{"blockquote", render_quotation, true},
    Known{"quote", render_quotation, true},
    Known{"details", render_details, true},
    Known{"ref", render_address},
    Known{"relref", render_address},
    Known{"post_url", render_address},
    Known{"post_path", render_address},
    Known{"link", render_address},
    Known{"raw", render_raw, true, true},
    Known{"comment", render_nothing, true, true},
    Known{"more", render_nothing},
    Known{"toc", render_nothing},
};

bool is_at_line_start(std::string_view before) {
    const std::size_t last = before.find_last_not_of(" \t>");
    return last == std::string_view::npos || before[last] == '\n';
}

/// CommonMark 0.30 #fenced-code-blocks: up to the line that closes it, or to the end.
std::size_t fence_length(std::string_view text, std::size_t run) {
    std::size_t at = std::min(text.find('\n'), text.size());
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at + 1), text.size());
        std::string_view line = text.substr(at + 1, end - at - 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
        const std::size_t marks = std::min(line.find_first_not_of(text[0]), line.size());
        if (marks >= run && trimmed(line.substr(marks)).empty()) return end;
        at = end;
    }
    return text.size();
}

/// How much code begins at the front of `text`: a fenced block, or a span between backticks; 0 if none does.
std::size_t code_length(std::string_view text, bool starts_line) {
    constexpr std::size_t longest_span = 10'000;
    if (text[0] == '{') return 0;
    const std::size_t run = std::min(text.find_first_not_of(text[0]), text.size());
    if (starts_line && run >= 3) return fence_length(text, run);
    if (text[0] != '`') return run;
    const std::string_view near = text.substr(0, std::min(text.find("\n\n"), longest_span));
    for (std::size_t at = near.find('`', run); at != std::string_view::npos; at = near.find('`', at)) {
        const std::size_t end = std::min(near.find_first_not_of('`', at), near.size());
        if (end - at == run) return end;
        at = end;
    }
    return run;
}

/// Code is text, but for what keeps generators from looking for tags in it.
std::string without_raw(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> written{{{"{% raw %}", ""},
                                                                                    {"{% endraw %}", ""},
                                                                                    {"{%- raw -%}", ""},
                                                                                    {"{%- endraw -%}", ""},
                                                                                    {"{{</*", "{{<"},
                                                                                    {"*/>}}", ">}}"},
                                                                                    {"{{%/*", "{{%"},
                                                                                    {"*/%}}", "%}}"}}};
    std::string text(code);
    for (const auto& [tag, meant] : written) text = replaced(text, tag, meant);
    return text;
}

class Replacement {
  public:
    Replacement(const TagRules& rules, std::set<std::string>& unknown) : rules_(rules), unknown_(unknown) {}

    std::string replace(std::string_view text, int depth) {
        std::string result;
        for (;;) {
            const std::size_t at = std::min(text.find_first_of("{`~"), text.size());
            result += text.substr(0, at);
            text.remove_prefix(at);
            if (text.empty()) return result;
            if (const std::size_t code = code_length(text, is_at_line_start(result)); code > 0) {
                result += without_raw(text.substr(0, code));
                text.remove_prefix(code);
                continue;
            }
            const auto form = std::ranges::find_if(forms, [&](const Form& f) { return text.starts_with(f.opening); });
            const std::size_t end = form == forms.end() ? std::string_view::npos : end_of_tag(text, form->closing);
            const std::size_t length = end == std::string_view::npos ? 1 : end + form->closing.size();
            const std::string_view written = text.substr(0, length);
            text.remove_prefix(length);
            result += length == 1 ? std::string(written) : replaced_tag(written, *form, text, depth);
        }
    }

  private:
    /// "site.baseurl", "'/pictures/a.jpg' | relative_url", "youtube(id="a")".
    std::string output(std::string_view inner) {
        std::string_view value = trimmed(inner);
        if (const Tag tag = tag_in(value); tag.is_call)
            if (const auto found = std::ranges::find(known, tag.name, &Known::name);
                found != known.end() && !found->encloses)
                return found->render(tag, rules_);
        const std::string_view first = trimmed(value.substr(0, std::min(value.find('|'), value.size())));
        if (first == "site.baseurl" || first == "site.url" || first == "site.github.url") return rules_.site;
        if (!first.empty() && (first[0] == '"' || first[0] == '\'')) {
            std::string_view rest = first;
            return take_value(rest);
        }
        unknown_.insert(std::string(first.substr(0, first.find_first_of(" \t"))));
        return {};
    }

    /// What the tag becomes that is `written` so. What it encloses is taken from `rest`; if it does not end, it stays.
    std::string replaced_tag(std::string_view written, const Form& form, std::string_view& rest, int depth) {
        const std::string_view inner =
            written.substr(form.opening.size(), written.size() - form.opening.size() - form.closing.size());
        if (form.is_output) return output(inner);
        if (inner.starts_with("/*")) {  // Hugo's way to write of shortcodes
            const std::string_view shown =
                inner.substr(2, inner.rfind("*/") - std::min<std::size_t>(2, inner.rfind("*/")));
            return std::string(form.opening) + std::string(shown) + std::string(form.closing);
        }
        Tag tag = tag_in(inner);
        const auto found = std::ranges::find(known, tag.name, &Known::name);
        if (found == known.end()) {
            const bool is_end = tag.name.starts_with('/') || tag.name.starts_with("end");
            if (!is_end && !tag.name.empty()) unknown_.insert(tag.name);
            return {};
        }
        if (found->encloses) {
            std::optional<std::string> inside = enclosed(tag, form, rest);
            if (!inside) return std::string(written);
            tag.inside = *std::move(inside);
            if (!found->is_literal && depth > 0) tag.inside = replace(tag.inside, depth - 1);
        }
        return found->render(tag, rules_);
    }

    /// Up to the tag's end, which is taken from `rest`; nothing if it does not end.
    std::optional<std::string> enclosed(const Tag& tag, const Form& form, std::string_view& rest) {
        const std::string& name = tag.name;
        if (unclosed_.contains(name)) return std::nullopt;  // further on there is no end either
        for (std::size_t at = rest.find(form.opening); at != std::string_view::npos;
             at = rest.find(form.opening, at + 1)) {
            const std::size_t length = end_of_tag(rest.substr(at), form.closing);
            if (length == std::string_view::npos) continue;
            const std::size_t end = at + length, start = at + form.opening.size();
            const std::string closing = tag_in(rest.substr(start, end - start)).name;
            const bool is_end = closing == "/" + name || closing == "end" + name || (tag.is_call && closing == "end");
            if (!is_end) continue;
            std::string inside(rest.substr(0, at));
            rest.remove_prefix(end + form.closing.size());
            return inside;
        }
        unclosed_.insert(name);
        return std::nullopt;
    }

    const TagRules& rules_;
    std::set<std::string>& unknown_;
    std::set<std::string> unclosed_;
};

}  // namespace

std::string with_template_tags(std::string_view text, const TagRules& rules, std::set<std::string>& unknown) {
    constexpr int deepest = 8;
    return Replacement(rules, unknown).replace(text, deepest);
}

}  // namespace blogbind
