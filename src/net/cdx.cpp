#include "net/cdx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

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

/// What a line of an index tells, as text.
struct CdxLine {
    std::string_view url, timestamp, media_type, status, digest, file;
    std::optional<long long> length, offset;
};

std::optional<IndexedCapture> capture_of(const CdxLine& line) {
    const std::optional<std::chrono::sys_seconds> time = time_of_timestamp(line.timestamp);
    if (!time || !line.offset || !line.length || *line.offset < 0 || *line.length <= 0) return std::nullopt;
    const bool is_revisit = line.media_type == revisit_type;
    const CaptureFacts facts{.offset = static_cast<std::uint64_t>(*line.offset),
                             .length = static_cast<std::uint64_t>(*line.length),
                             .time = *time,
                             .status = static_cast<int>(parsed_integer(line.status).value_or(0)),
                             .is_revisit = is_revisit,
                             .payload_digest = line.digest,
                             .media_type = is_revisit ? std::string_view() : line.media_type,
                             .url = line.url};
    return IndexedCapture{line.file.substr(line.file.rfind('/') + 1), facts};
}

/// The members of a line as cdxj_line() writes them, in its order.
constexpr std::array<std::string_view, 7> members = {"url", "mime", "status", "digest", "length", "offset", "filename"};
using MemberTexts = std::array<std::string_view, members.size()>;

bool is_unescaped(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '\\'; });
}

/// Their texts, cut out without reading JSON, which takes long for an index; nothing if it is written in another way.
std::optional<MemberTexts> cut_members(std::string_view object) {
    if (!is_unescaped(object)) return std::nullopt;
    MemberTexts texts;
    std::string_view rest = object;
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (const std::string_view expected :
             {std::string_view(i == 0 ? "{\"" : ",\""), members[i], std::string_view("\":\"")}) {
            if (!rest.starts_with(expected)) return std::nullopt;
            rest.remove_prefix(expected.size());
        }
        const std::size_t end = rest.find('"');
        if (end == std::string_view::npos) return std::nullopt;
        texts[i] = rest.substr(0, end);
        rest.remove_prefix(end + 1);
    }
    return rest == "}" ? std::optional(texts) : std::nullopt;
}

void read_json_line(std::string_view line, const std::function<void(const IndexedCapture&)>& take) {
    const std::size_t brace = line.find('{');
    const std::vector<std::string_view> head = split_words(line.substr(0, std::min(brace, line.size())));
    if (brace == std::string_view::npos || head.size() != 2) return;
    if (const auto texts = cut_members(line.substr(brace))) {
        const auto& [url, type, status, digest, length, offset, file] = *texts;
        const auto capture =
            capture_of({url, head[1], type, status, digest, file, parsed_integer(length), parsed_integer(offset)});
        if (capture) take(*capture);
        return;
    }
    const Result<Json> json = parse_json(line.substr(brace));
    if (!json) return;
    const std::optional<long long> status = number((*json)["status"]);
    const std::string written = status ? std::to_string(*status) : std::string();
    const auto capture = capture_of({json->text("url"), head[1], json->text("mime"), written, json->text("digest"),
                                     json->text("filename"), number((*json)["length"]), number((*json)["offset"])});
    if (capture) take(*capture);
}

/// The classic form: " CDX N b a m s k r M S V g" names the fields of the lines that follow by letters
/// (https://iipc.github.io/warc-specifications/specifications/cdx-format/cdx-2015/). Without the length (S), as in the
/// form of nine fields, a line is of no use here.
class ClassicIndex {
  public:
    static constexpr std::string_view mark = "CDX";

    explicit ClassicIndex(std::string_view header) {
        for (const std::string_view letter : split_words(header))
            if (letter != mark) letters_ += letter.size() == 1 ? letter.front() : '?';
    }

    [[nodiscard]] std::optional<IndexedCapture> capture(std::string_view line) const {
        const std::vector<std::string_view> words = split_words(line);
        if (words.size() != letters_.size()) return std::nullopt;
        const auto field = [&](char letter) {
            const std::size_t at = letters_.find(letter);
            return at == std::string::npos || words[at] == "-" ? std::string_view() : words[at];
        };
        return capture_of({field('a'), field('b'), field('m'), field('s'), field('k'), field('g'),
                           parsed_integer(field('S')), parsed_integer(field('V'))});
    }

  private:
    std::string letters_;
};

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

std::string cdxj_line(const Capture& capture, std::string_view name) {
    const std::optional<Url> url = Url::parse(capture.url);
    if (!url) return {};
    const Json::Object facts{{"url", capture.url},
                             {"mime", capture.is_revisit ? std::string(revisit_type) : capture.media_type},
                             {"status", std::to_string(capture.status)},
                             {"digest", capture.payload_digest},
                             {"length", std::to_string(capture.length)},
                             {"offset", std::to_string(capture.offset)},
                             {"filename", name}};
    return fmt::format("{} {} {}\n", surt_key(*url), timestamp_of(capture.time), json_line(facts));
}

std::string with_lines(std::string_view index, std::vector<std::string> lines) {
    std::ranges::sort(lines);
    std::string text;
    text.reserve(std::accumulate(lines.begin(), lines.end(), index.size(),
                                 [](std::size_t size, const std::string& line) { return size + line.size(); }));
    for (const std::string& line : lines) {
        std::size_t before = 0;  // what of the index comes before it
        for (std::size_t end; before < index.size() && index.substr(before, line.size()) < line; before = end) {
            end = std::min(index.find('\n', before), index.size() - 1) + 1;
        }
        text.append(index.substr(0, before)).append(line);
        index.remove_prefix(before);
    }
    return text.append(index);
}

void each_indexed(std::string_view text, const std::function<void(const IndexedCapture&)>& take) {
    std::optional<ClassicIndex> classic;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (trimmed(line).starts_with(ClassicIndex::mark)) {
            classic.emplace(line);
        } else if (!classic) {
            read_json_line(line, take);
        } else if (const std::optional<IndexedCapture> capture = classic->capture(line)) {
            take(*capture);
        }
    }
}

}  // namespace blogbind
