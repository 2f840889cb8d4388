// A Fetcher that answers from memory and counts what it was asked.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/fetcher.h"

namespace blogbind::tests {

struct FakeAnswer {
    std::string body;
    int status = 200;
    std::string redirect;  ///< another address that answers instead; then body and status do not count
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers{};  ///< further ones
};

class FakeFetcher final : public Fetcher {
  public:
    void answer(std::string address, FakeAnswer answer) { answers_[std::move(address)] = std::move(answer); }
    void page(std::string address, std::string html) { answer(std::move(address), {std::move(html), 200, {}}); }
    void redirect(std::string from, std::string to) { answer(std::move(from), {{}, 301, std::move(to)}); }

    Result<Response> fetch(const Request& request) override {
        const std::scoped_lock lock(mutex_);
        ++counts_[request.url.text()];
        Response response{request.url, {}, 404, {}, {}, std::nullopt};
        for (int hops = 0; hops < 10; ++hops) {
            const auto found = answers_.find(response.url.text());
            if (found == answers_.end()) return response;
            if (found->second.redirect.empty()) return answered(std::move(response), found->second, request);
            response.redirects.push_back(response.url);
            response.url = *response.url.resolve(found->second.redirect);
        }
        return fail(ErrorKind::unreachable, request.url.text() + " redirects without end");
    }

    /// How often an address was asked for.
    [[nodiscard]] int count(const std::string& address) const {
        const auto found = counts_.find(address);
        return found == counts_.end() ? 0 : found->second;
    }
    [[nodiscard]] int total() const {
        int sum = 0;
        for (const auto& [address, count] : counts_) sum += count;
        return sum;
    }
    [[nodiscard]] const std::map<std::string, int>& counts() const { return counts_; }

  private:
    static Result<Response> answered(Response response, const FakeAnswer& answer, const Request& request) {
        if (answer.body.size() > request.body_limit)
            return fail(ErrorKind::refused, request.url.text() + " is larger than allowed");
        response.status = answer.status;
        response.body = answer.body;
        response.headers = answer.headers;
        response.headers.emplace_back("content-type", answer.content_type);
        return response;
    }

    std::map<std::string, FakeAnswer> answers_;
    std::map<std::string, int> counts_;
    std::mutex mutex_;
};

}  // namespace blogbind::tests
