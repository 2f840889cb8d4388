#include "source/given_fields.h"

#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "markup/html_parser.h"

namespace blogbind {

std::string plain_title(std::string_view html) {
    std::string text = collapsed(html);
    // the first time it is the feed's own escaping that goes, the second time the blog's
    for (int time = 0; time < 2 && text.find_first_of("&<") != std::string::npos; ++time) {
        const auto parsed = markup::parse_fragment(repaired_utf8(text).text);
        if (!parsed) break;
        std::string words = markup::collapsed_text(parsed->body.root());
        const bool is_markup_lost = time > 0 && text.find('<') != std::string::npos;
        if (is_markup_lost || words.empty()) break;
        text = std::move(words);
    }
    return text;
}

markup::Body parsed_content(std::string_view html, std::string_view where, Report& report) {
    auto parsed = markup::parse_fragment(repaired_utf8(html).text);
    if (!parsed) {
        report.add(IssueCode::markup_truncated, where, parsed.error().message);
        return markup::Body();
    }
    if (parsed->flattened) report.add(IssueCode::markup_truncated, where, "elements are nested too deep");
    return std::move(parsed->body);
}

std::optional<DateTime> time_on_wall(std::optional<DateTime> local, std::optional<DateTime> utc) {
    if (!utc) return local;
    if (!local) {
        utc->offset = std::chrono::minutes{0};
        return utc;
    }
    const auto offset = std::chrono::round<std::chrono::minutes>(local->local - utc->local);
    if (std::chrono::abs(offset) <= std::chrono::hours{14} && offset.count() % 15 == 0) local->offset = offset;
    return local;
}

std::optional<Image> picture_at(std::string_view address, std::string_view alt, std::string_view caption) {
    const std::optional<Url> url = Url::parse(trimmed(address));
    if (!url || !url->is_web()) return std::nullopt;
    Image image;
    image.source = url->text();
    image.candidates.push_back({*url, 0, 0, false});
    image.alt = collapsed(alt);
    image.caption = plain_title(caption);
    return image;
}

}  // namespace blogbind
