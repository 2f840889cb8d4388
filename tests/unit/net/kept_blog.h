// An archive of a blog, as tests fill it.
#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "net/archive.h"
#include "unit/net/scripted_transport.h"

namespace blogbind {

inline const std::chrono::sys_seconds morning{std::chrono::seconds(1'556'697'600)};

struct TestClock {
    std::chrono::sys_seconds now = morning;
    std::function<std::chrono::sys_seconds()> reader() {
        return [this] { return now; };
    }
};

inline std::unique_ptr<Archive> opened(const std::filesystem::path& path, TestClock& clock,
                                       SharedFile::Mode mode = SharedFile::Mode::append) {
    auto archive = Archive::open(path, mode, clock.reader());
    REQUIRE(archive.has_value());
    return *std::move(archive);
}

inline Answer page(std::string_view address, std::string body, HeaderFields headers = {}, int status = 200) {
    Answer page = answer(status, std::move(headers), std::move(body));
    page.url = url(address);
    page.time = morning;
    page.request = "GET / HTTP/1.1\r\nHost: blog.example\r\n\r\n";
    return page;
}

inline std::string body_of(const Archive& archive, std::string_view address) {
    const std::optional<Capture> capture = archive.newest_whole(url(address));
    if (!capture) return "(none)";
    const Result<Answer> answer = archive.load(*capture);
    return answer ? answer->body : answer.error().message;
}

}  // namespace blogbind
