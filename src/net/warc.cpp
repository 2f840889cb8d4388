#include "net/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/gzip.h"
#include "base/hash.h"
#include "base/text.h"

namespace blogbind {

namespace {

constexpr std::string_view line_end = "\r\n", record_end = "\r\n\r\n";
constexpr std::string_view digest_prefix = "sha256:";
constexpr std::string_view fields_type = "application/warc-fields";
constexpr std::string_view conforms_to =
    "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";
constexpr std::string_view unmodified_profile = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
constexpr std::string_view identical_profile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

struct Reason {
    int status;
    std::string_view phrase;
};
constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{410, "Gone"},
    Reason{429, "Too Many Requests"},
    Reason{500, "Internal Server Error"},
    Reason{503, "Service Unavailable"},
};

std::string_view phrase_of(int status) {
    const auto* known =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.status == status; });
    return known == reasons.end() ? std::string_view("Status") : known->phrase;
}

std::string identifier(std::string_view of) { return "urn:uuid:" + uuid5(uuid_url_space, of); }
std::string bracketed(std::string_view identifier) { return fmt::format("<{}>", identifier); }

/// The block is `http_head` and `body`: pictures are large, and putting them together would be one copy more.
std::string serialised(const HeaderFields& fields, std::string_view http_head, std::string_view body = {},
                       Packing packing = Packing::fast) {
    std::string head = "WARC/1.1\r\n";
    for (const auto& [name, value] : fields) head += fmt::format("{}: {}\r\n", name, value);
    head += fmt::format("Content-Length: {}\r\n\r\n", http_head.size() + body.size());
    return gzip_member({head, http_head, body, record_end}, packing);
}

/// Pictures, sounds and what was sent packed do not get smaller.
Packing packing_for(const Answer& answer) {
    if (!answer.header("content-encoding").empty()) return Packing::none;
    const std::string_view type = answer.header("content-type");
    const bool is_text = type.starts_with("image/svg") || type.starts_with("image/bmp");
    const bool is_packed = type.starts_with("image/") || type.starts_with("video/") || type.starts_with("audio/");
    return is_packed && !is_text ? Packing::none : Packing::fast;
}

/// The transport has put chunks together and may speak another version of HTTP: a replayed head must fit its body.
std::string response_head(const Answer& answer) {
    std::string head = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, phrase_of(answer.status));
    for (const auto& [name, value] : answer.headers) {
        if (name == "set-cookie") continue;
        const bool is_undone = name == "transfer-encoding";
        head += fmt::format("{}{}: {}\r\n", is_undone ? "X-Archive-Orig-" : "", name, value);
    }
    return head + std::string(line_end);
}

HeaderFields common_fields(std::string_view type, std::string_view record, const Answer& answer) {
    HeaderFields fields{{"WARC-Type", std::string(type)},
                        {"WARC-Record-ID", bracketed(record)},
                        {"WARC-Date", rfc3339_utc(answer.time)},
                        {"WARC-Target-URI", answer.url.text()}};
    if (!answer.server.empty()) fields.emplace_back("WARC-IP-Address", answer.server);
    if (answer.protocol != "http/1.1") fields.emplace_back("WARC-Protocol", answer.protocol);
    return fields;
}

std::string request_record(const Answer& answer, std::string_view response) {
    if (answer.request.empty()) return {};
    HeaderFields fields = common_fields("request", identifier(fmt::format("request {}", response)), answer);
    fields.emplace_back("WARC-Concurrent-To", bracketed(response));
    fields.emplace_back("WARC-Block-Digest", warc_digest(answer.request));
    fields.emplace_back("Content-Type", "application/http;msgtype=request");
    return serialised(fields, answer.request);
}

std::string fields_record(std::string_view type, std::string_view block, std::chrono::sys_seconds time,
                          std::uint64_t place) {
    const std::string date = rfc3339_utc(time);
    const std::string record = identifier(fmt::format("{} {} {} {}", type, date, place, block));
    HeaderFields fields{{"WARC-Type", std::string(type)}, {"WARC-Record-ID", bracketed(record)}, {"WARC-Date", date}};
    fields.emplace_back("Content-Type", fields_type);
    return serialised(fields, block);
}

/// RFC 9112 #chunked.encoding; trailers are left out. Nothing if these are no chunks.
std::optional<std::string> without_chunks(std::string_view body) {
    std::string content;
    for (;;) {
        const std::size_t end = body.find(line_end);
        if (end == std::string_view::npos) return std::nullopt;
        std::size_t size = 0, digits = 0;
        for (; digits < end && hex_digit_value(body[digits]) >= 0; ++digits) {
            if (digits == 12) return std::nullopt;
            size = size * 16 + static_cast<std::size_t>(hex_digit_value(body[digits]));
        }
        if (digits == 0) return std::nullopt;
        body.remove_prefix(end + line_end.size());
        if (size == 0) return content;
        if (size > body.size()) return std::nullopt;
        content += body.substr(0, size);
        body.remove_prefix(size);
        if (body.starts_with(line_end)) body.remove_prefix(line_end.size());
    }
}

/// "HTTP/1.1 200 OK"; 0 if it is no status line.
int status_in(std::string_view line) {
    if (!line.starts_with("HTTP/")) return 0;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return 0;
    const std::optional<long long> status = parsed_integer(line.substr(space + 1, 3));
    return status && *status >= 100 && *status <= 999 ? static_cast<int>(*status) : 0;
}

HeaderFields header_fields(std::string_view text) {
    HeaderFields fields;
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t colon = line.find(':');
        if ((line.starts_with(' ') || line.starts_with('\t')) && !fields.empty())
            fields.back().second.append(" ").append(trimmed(line));
        else if (colon != std::string_view::npos && colon > 0)
            fields.emplace_back(ascii_lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    return fields;
}

/// Some crawlers write addresses in angle brackets, as WARC 1.0 asked for.
std::string_view without_brackets(std::string_view text) {
    text = trimmed(text);
    return text.starts_with('<') && text.ends_with('>') ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

std::string_view WarcRecord::field(std::string_view name) const {
    for (const auto& [known, value] : fields)
        if (equals_ignoring_case(known, name)) return value;
    return {};
}

std::string warc_digest(std::string_view payload) { return std::string(digest_prefix) + sha256_hex(payload); }

std::string warc_info(std::string_view software, std::chrono::sys_seconds time) {
    const std::string block =
        fmt::format("software: {}\r\nformat: WARC File Format 1.1\r\nconformsTo: {}\r\n", software, conforms_to);
    return fields_record("warcinfo", block, time, 0);
}

std::string warc_mark(std::string_view text, std::chrono::sys_seconds time, std::uint64_t place) {
    return fields_record("metadata", fmt::format("{}\r\n", text), time, place);
}

WarcExchange warc_response(const Answer& answer, std::uint64_t place) {
    WarcExchange made;
    made.payload_digest = warc_digest(answer.body);
    const std::string head = response_head(answer), block_digest = sha256_hex({head, answer.body});
    made.record = identifier(
        fmt::format("response {} {} {} {}", answer.url.text(), rfc3339_utc(answer.time), place, block_digest));
    HeaderFields fields = common_fields("response", made.record, answer);
    fields.emplace_back("WARC-Block-Digest", std::string(digest_prefix) + block_digest);
    fields.emplace_back("WARC-Payload-Digest", made.payload_digest);
    fields.emplace_back("Content-Type", "application/http;msgtype=response");
    made.bytes = serialised(fields, head, answer.body, packing_for(answer));
    made.size = made.bytes.size();
    made.bytes += request_record(answer, made.record);
    return made;
}

WarcExchange warc_revisit(const Answer& answer, const WarcReference& original, std::string_view payload_digest,
                          std::uint64_t place) {
    WarcExchange made;
    made.payload_digest = payload_digest;
    const std::string head = response_head(answer);
    made.record = identifier(
        fmt::format("revisit {} {} {} {}", answer.url.text(), rfc3339_utc(answer.time), place, sha256_hex(head)));
    HeaderFields fields = common_fields("revisit", made.record, answer);
    fields.emplace_back("WARC-Profile", answer.status == not_modified ? unmodified_profile : identical_profile);
    fields.emplace_back("WARC-Refers-To", bracketed(original.record));
    fields.emplace_back("WARC-Refers-To-Target-URI", original.url);
    fields.emplace_back("WARC-Refers-To-Date", rfc3339_utc(original.time));
    fields.emplace_back("WARC-Block-Digest", warc_digest(head));
    if (!made.payload_digest.empty()) fields.emplace_back("WARC-Payload-Digest", made.payload_digest);
    fields.emplace_back("Content-Type", "application/http;msgtype=response");
    made.bytes = serialised(fields, head);
    made.size = made.bytes.size();
    made.bytes += request_record(answer, made.record);
    return made;
}

Result<Answer> warc_answer(WarcRecord record) {
    const std::optional<Url> url = Url::parse(without_brackets(record.field("WARC-Target-URI")));
    const std::size_t first_end = record.block.find('\n');
    const int status =
        first_end == std::string::npos ? 0 : status_in(std::string_view(record.block).substr(0, first_end));
    if (!url || status == 0) return fail(ErrorKind::unreadable, "an archived answer is no HTTP message");
    Answer answer{.url = url->without_fragment(), .status = status};
    const std::size_t crlf = record.block.find("\r\n\r\n"), lf = record.block.find("\n\n");
    const std::size_t head_end = std::min(crlf, lf), mark = crlf < lf ? 4 : 2;
    if (head_end > first_end)  // else there are none
        answer.headers = header_fields(std::string_view(record.block).substr(first_end + 1, head_end - first_end));
    if (head_end != std::string::npos) {
        answer.body = std::move(record.block);
        answer.body.erase(0, head_end + mark);
    }
    if (equals_ignoring_case(answer.header("transfer-encoding"), "chunked"))
        if (std::optional<std::string> body = without_chunks(answer.body)) answer.body = *std::move(body);
    if (const std::optional<DateTime> time = parse_date(record.field("WARC-Date"))) answer.time = time->utc();
    answer.server = record.field("WARC-IP-Address");
    answer.is_archived = true;
    return answer;
}

}  // namespace blogbind
