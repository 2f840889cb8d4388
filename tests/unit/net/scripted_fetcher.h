// A Fetcher that gives prepared answers, one after the other, and remembers what it was asked.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/fetcher.h"

namespace blogbind {

inline Url url(std::string_view text) {
    const std::optional<Url> parsed = Url::parse(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

inline Response answer(int status, std::vector<std::pair<std::string, std::string>> headers = {}) {
    return {.url = url("https://blog.example/"),
            .redirects = {},
            .status = status,
            .headers = std::move(headers),
            .body = {},
            .retrieved = std::nullopt};
}

class ScriptedFetcher final : public Fetcher {
  public:
    explicit ScriptedFetcher(std::vector<Result<Response>> answers) : answers_(std::move(answers)) {}

    Result<Response> fetch(const Request& request) override {
        REQUIRE(asked.size() < answers_.size());
        asked.push_back(request.url.text());
        if (on_fetch) on_fetch();
        return answers_[asked.size() - 1];
    }

    std::vector<std::string> asked;
    std::function<void()> on_fetch;

  private:
    std::vector<Result<Response>> answers_;
};

}  // namespace blogbind
