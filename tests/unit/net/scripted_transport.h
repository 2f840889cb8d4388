// A Transport that gives prepared answers, one after the other, and remembers what it was asked.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/transport.h"

namespace blogbind {

inline Url url(std::string_view text) {
    const std::optional<Url> parsed = Url::parse(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

inline Answer answer(int status, HeaderFields headers = {}, std::string body = {}) {
    Answer answer{.url = url("https://blog.example/"), .status = status};
    answer.headers = std::move(headers);
    answer.body = std::move(body);
    return answer;
}

class ScriptedTransport final : public Transport {
  public:
    explicit ScriptedTransport(std::vector<Result<Answer>> answers) : answers_(std::move(answers)) {}

    Result<Answer> ask(const Ask& ask) override {
        REQUIRE(asks.size() < answers_.size());
        asks.push_back(ask);
        asked.push_back(ask.url.text());
        if (on_ask) on_ask();
        Result<Answer> answer = answers_[asks.size() - 1];
        if (answer) answer->url = ask.url;
        return answer;
    }

    std::vector<Ask> asks;
    std::vector<std::string> asked;  ///< their addresses
    std::function<void()> on_ask;

  private:
    std::vector<Result<Answer>> answers_;
};

}  // namespace blogbind
