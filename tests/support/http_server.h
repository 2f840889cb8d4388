// A real HTTP/1.1 server on loopback that serves a Site, one thread for each connection.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/site.h"

namespace blogbind::testing {

class HttpServer {
  public:
    /// `folder` is a Site's. Port 0: any free one. Throws std::system_error if the port is taken.
    explicit HttpServer(const std::filesystem::path& folder, std::uint16_t port = 0);
    HttpServer(const HttpServer&) = delete;
    ~HttpServer();

    [[nodiscard]] const std::string& base() const { return site_.base(); }  ///< "http://127.0.0.1:43211"
    /// How often each path (with its query) was asked for.
    [[nodiscard]] std::map<std::string, int> hits() const;
    /// The heads of all requests, in the order in which they came.
    [[nodiscard]] std::vector<std::string> requests() const;
    void forget_hits();
    /// Called for the directive `signal`, on a thread of the server. REQUIRES: set before the first request.
    void on_signal(std::function<void(std::string_view name)> act) { act_ = std::move(act); }

  private:
    void accept_connections();
    void talk(int socket);
    void count(Question& question);
    /// False if the connection is at its end.
    [[nodiscard]] bool send_answer(int socket, Answer answer, bool with_body) const;
    [[nodiscard]] bool send_body(int socket, const Answer& answer) const;
    [[nodiscard]] bool send_repeated(int socket, const Answer& answer) const;
    void wait_until_closed(int socket) const;

    int listener_;
    Site site_;
    std::function<void(std::string_view)> act_;
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;  // guards what follows
    std::map<std::string, int> hits_;
    std::vector<std::string> requests_;
    std::map<int, std::thread> connections_;  // by socket, which stays open until the end so that its number stays ours
    std::thread acceptor_;
};

}  // namespace blogbind::testing
