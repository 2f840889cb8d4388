#include "source/live_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/text.h"

namespace blogbind {
namespace {

constexpr std::size_t answer_limit = 64U << 20;
constexpr std::size_t most_failures = 20;  // then the server is taken for broken

Result<Response> ask(const Url& url, Fetcher& fetcher) {
    Request request{.url = url, .accept = "application/json"};
    request.body_limit = answer_limit;
    return fetch_ok(fetcher, request);
}

/// The walk through one list.
class BatchWalk {
  public:
    BatchWalk(const BatchPlan& plan, Fetcher& fetcher, const std::function<bool(LiveItem)>& take)
        : plan_(plan), fetcher_(fetcher), take_(take), size_(plan.most) {}

    std::vector<Issue> run() {
        while (at_ < plan_.limit && failures_.size() < most_failures && step()) {
        }
        return std::move(failures_);
    }

  private:
    /// False at the end of the list.
    bool step() {
        if (at_ >= whole_again_) size_ = plan_.most;
        const std::optional<Url> url = plan_.address(at_, size_);
        if (!url) return false;
        const auto answer = ask(*url, fetcher_);
        if (!answer) return step_back(*url, answer.error());
        const std::optional<Batch> batch = plan_.batch(answer->body);
        if (!batch)
            return step_back(*url, Error{ErrorKind::unreadable, url->text() + " is no answer of the interface"});
        std::size_t added = 0;
        for (const Json& item : batch->items) added += take_({item, answer->record, answer->retrieved}) ? 1 : 0;
        at_ += batch->items.size();
        return added > 0 && at_ < batch->total.value_or(at_ + 1);
    }

    /// Asks for less; over a single item it goes past. A server that knows no such list fails at once.
    bool step_back(const Url& url, const Error& error) {
        const bool is_absent = error.kind == ErrorKind::not_found || error.kind == ErrorKind::refused;
        const bool is_hopeless = at_ == 0 && (is_absent || error.kind == ErrorKind::unreadable);
        if (is_absent && !is_hopeless) return false;  // how some say that the list is at its end
        if (is_hopeless || size_ == 1) {
            failures_.push_back({IssueCode::listing_incomplete, url.text(), error.message});
            ++at_;
            return !is_hopeless;
        }
        whole_again_ = std::max(whole_again_, at_ + size_);
        size_ = std::max<std::size_t>(1, size_ / 5);
        return true;
    }

    const BatchPlan& plan_;
    Fetcher& fetcher_;
    const std::function<bool(LiveItem)>& take_;
    std::size_t at_ = 0, size_, whole_again_ = 0;
    std::vector<Issue> failures_;
};

}  // namespace

std::vector<Issue> visit_batches(const BatchPlan& plan, Fetcher& fetcher, const std::function<bool(LiveItem)>& take) {
    return BatchWalk(plan, fetcher, take).run();
}

Result<LiveItem> fetch_json(const std::optional<Url>& url, Fetcher& fetcher) {
    if (!url) return fail(ErrorKind::unreadable, "the interface’s address cannot be told");
    const auto answer = ask(*url, fetcher);
    if (!answer) return fail(answer.error());
    auto json = parse_json(answer->body);
    if (!json) return fail(ErrorKind::unreadable, fmt::format("{}: {}", url->text(), json.error().message));
    return LiveItem{*std::move(json), answer->record, answer->retrieved};
}

std::optional<Batch> batch_in(const Json& answer, std::string_view list, const Json& total) {
    const Json::Array* items = answer[list].array();
    if (items == nullptr) return std::nullopt;
    const std::optional<int> count = count_in(total);
    return Batch{*items, count ? std::optional(static_cast<std::size_t>(*count)) : std::nullopt};
}

std::string id_text(const Json& value) {
    if (const std::int64_t* number = value.integer()) return std::to_string(*number);
    return value.string() != nullptr ? *value.string() : std::string();
}

std::optional<int> count_in(const Json& value) {
    constexpr long long most = 1'000'000;
    const auto count = parsed_integer(id_text(value));
    return count && *count >= 0 && *count <= most ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

void take_provenance(const LiveItem& item, Given& given) {
    given.sha256 = sha256_hex(json_line(item.json));
    given.retrieved = item.retrieved;
    given.archive_record = item.record;
}

Result<Listing> live_listing(ExportedBlog blog, SourceKind kind, const Url& address, std::vector<Issue> failures,
                             const Reading& reading) {
    if (blog.posts.empty() && !failures.empty()) return fail(ErrorKind::unreachable, failures.front().detail);
    for (const Issue& failure : failures) reading.report.add(failure.code, failure.where, failure.detail);
    auto listing = exported_listing(std::move(blog), Source{kind, address, {}, {}}, false);
    if (!listing) return fail(listing.error().kind, address.text() + " lists no posts");
    for (Entry& entry : listing->entries) entry.reason = fmt::format("listed by the blog’s {}", reader_of(kind).label);
    if (!listing->address) listing->address = Url::parse(address.origin() + "/");
    return listing;
}

}  // namespace blogbind
