// A scripted server on loopback that goes by several names, and a guest that visits it over real sockets.
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "net/curl_transport.h"
#include "net/http_fetcher.h"
#include "net/polite_transport.h"
#include "net/robots_transport.h"
#include "support/http_server.h"

namespace blogbind::testing {

inline const std::atomic<bool> never = false;
constexpr Manners at_once{.retries = 2, .first_pause = std::chrono::milliseconds(0)};

/// A folder for one Site, gone at the end.
class SiteFolder {
  public:
    explicit SiteFolder(std::string_view routes) {
        std::string name = (std::filesystem::temp_directory_path() / "blogbind-net-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
        std::filesystem::create_directory(path / "site");
        std::ofstream(path / "routes") << routes;
        std::ofstream(path / "site" / "text.html") << "<p>" << std::string(1U << 20, '~') << "</p>";
    }
    SiteFolder(const SiteFolder&) = delete;
    ~SiteFolder() { std::filesystem::remove_all(path); }

    std::filesystem::path path;
};

/// Serves `routes` (support/site.h), and /text.html, a megabyte of one letter.
class Host {
  public:
    explicit Host(std::string_view routes) : folder_(routes), server(folder_.path) {}

    /// An address under one of the host's names.
    [[nodiscard]] Url url(std::string_view name, std::string_view path) const {
        const auto url = Url::parse("http://" + std::string(name) + port() + std::string(path));
        REQUIRE(url.has_value());
        return *url;
    }

    /// A user who named blog.example; its address and that of stranger.example are the server's.
    [[nodiscard]] CurlOptions options() const {
        CurlOptions options;
        options.user_agent = "guest/1";
        options.named_hosts = {"blog.example"};
        for (const char* name : {"blog.example", "stranger.example"})
            options.fixed_addresses.push_back(name + port() + ":127.0.0.1");
        return options;
    }

    [[nodiscard]] std::size_t requests() const { return server.requests().size(); }

  private:
    [[nodiscard]] std::string port() const { return server.base().substr(server.base().rfind(':')); }

    SiteFolder folder_;

  public:
    HttpServer server;
};

/// A guest with manners. `robots` tells whether robots.txt is heeded.
class Guest {
  public:
    explicit Guest(CurlOptions options, Manners manners = at_once)
        : curl_(std::move(options), never),
          polite_(curl_, manners, never),
          robots_(polite_, "guest"),
          heedless_(polite_),
          heedful_(robots_) {}

    Result<Response> fetch(const Url& url, std::size_t limit = 2U << 20) {
        return heedless_.fetch({.url = url, .body_limit = limit});
    }
    Result<Response> fetch_as_allowed(const Url& url) { return heedful_.fetch({.url = url}); }

  private:
    CurlTransport curl_;
    PoliteTransport polite_;
    RobotsTransport robots_;
    HttpFetcher heedless_, heedful_;
};

}  // namespace blogbind::testing
