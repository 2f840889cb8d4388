#include "net/cdx.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "net/timestamp.h"

namespace blogbind {

namespace {

constexpr std::string_view revisit_type = "warc/revisit";  // as other programs have it

/// Other programs write numbers as text.
std::optional<long long> number(const Json& value) {
    if (const std::int64_t* integer = value.integer()) return *integer;
    if (const std::string* text = value.string()) return parsed_integer(*text);
    return std::nullopt;
}

std::optional<IndexedCapture> capture_in(std::string_view line) {
    const std::size_t brace = line.find('{');
    const std::vector<std::string_view> head = split_words(line.substr(0, std::min(brace, line.size())));
    if (brace == std::string_view::npos || head.size() != 2) return std::nullopt;
    const std::optional<std::chrono::sys_seconds> time = time_of_timestamp(head[1]);
    const Result<Json> json = parse_json(line.substr(brace));
    if (!time || !json) return std::nullopt;
    const std::optional<long long> offset = number((*json)["offset"]), length = number((*json)["length"]);
    if (!offset || !length || *offset < 0 || *length <= 0) return std::nullopt;
    Capture capture{.offset = static_cast<std::uint64_t>(*offset), .length = static_cast<std::uint64_t>(*length)};
    capture.base_offset = capture.payload_offset = capture.offset;
    capture.time = *time;
    capture.status = static_cast<int>(number((*json)["status"]).value_or(0));
    capture.payload_digest = json->text("digest");
    capture.media_type = json->text("mime");
    capture.is_revisit = capture.media_type == revisit_type;
    if (capture.is_revisit) capture.media_type.clear();
    capture.url = json->text("url");
    const std::string_view file = json->text("filename");
    return IndexedCapture{std::string(file.substr(file.rfind('/') + 1)), std::move(capture)};
}

}  // namespace

std::string surt_key(const Url& url) {
    std::vector<std::string_view> labels = split(url.host(), '.');
    if (labels.size() > 1 && labels.front() == "www") labels.erase(labels.begin());
    std::string key;
    const bool is_number = !url.host().empty() && (is_ascii_digit(url.host().back()) || url.host().back() == ']');
    if (is_number) {
        key = url.host();
    } else {
        for (auto label = labels.rbegin(); label != labels.rend(); ++label)
            key.append(key.empty() ? "" : ",").append(*label);
    }
    if (url.port() >= 0) key += fmt::format(":{}", url.port());
    key += ')' + ascii_lowered(url.path());
    if (const std::optional<std::string_view> query = url.query()) key += '?' + ascii_lowered(*query);
    return key;
}

std::string cdxj_text(const std::vector<Capture>& captures, std::string_view name) {
    std::vector<std::string> lines;
    lines.reserve(captures.size());
    for (const Capture& capture : captures) {
        const std::optional<Url> url = Url::parse(capture.url);
        if (!url) continue;
        const Json::Object facts{{"url", capture.url},
                                 {"mime", capture.is_revisit ? std::string(revisit_type) : capture.media_type},
                                 {"status", std::to_string(capture.status)},
                                 {"digest", capture.payload_digest},
                                 {"length", std::to_string(capture.length)},
                                 {"offset", std::to_string(capture.offset)},
                                 {"filename", name}};
        lines.push_back(fmt::format("{} {} {}\n", surt_key(*url), timestamp_of(capture.time), json_line(facts)));
    }
    std::sort(lines.begin(), lines.end());
    return joined(lines, "");
}

std::vector<IndexedCapture> read_indexed(std::string_view text) {
    std::vector<IndexedCapture> lines;
    for (const std::string_view line : split(text, '\n'))
        if (std::optional<IndexedCapture> capture = capture_in(line)) lines.push_back(*std::move(capture));
    return lines;
}

std::vector<Capture> read_cdxj(std::string_view text) {
    std::vector<Capture> captures;
    for (IndexedCapture& line : read_indexed(text)) captures.push_back(std::move(line.capture));
    std::sort(captures.begin(), captures.end(), [](const Capture& a, const Capture& b) { return a.offset < b.offset; });
    return captures;
}

}  // namespace blogbind
