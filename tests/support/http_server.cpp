#include "support/http_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <sstream>
#include <system_error>

namespace blogbind::testing {
namespace {

int listening_socket(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(socket, 64) != 0) {
        const int error = errno;
        ::close(socket);
        throw std::system_error(error, std::generic_category(), "port " + std::to_string(port));
    }
    return socket;
}

std::string address_of(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    return "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

/// False if the other side has closed.
bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// A request's lines up to the empty one; `waiting` keeps what came after it. Nothing if the connection was closed.
std::optional<std::string> read_head(int socket, std::string& waiting) {
    constexpr std::size_t limit = 65536;
    std::array<char, 4096> buffer{};
    std::size_t end = 0;
    while ((end = waiting.find("\r\n\r\n")) == std::string::npos) {
        const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count <= 0 || waiting.size() > limit) return std::nullopt;
        waiting.append(buffer.data(), static_cast<std::size_t>(count));
    }
    std::string head = waiting.substr(0, end);
    waiting.erase(0, end + 4);
    return head;
}

/// What Content-Length announces; nothing else is understood.
std::string read_body(int socket, const std::string& head, std::string& waiting) {
    constexpr std::string_view field = "\r\nContent-Length:";
    constexpr std::size_t limit = 65536;
    std::array<char, 4096> buffer{};
    const std::size_t at = head.find(field);
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(head.substr(at + field.size()));
    while (waiting.size() < std::min(length, limit)) {
        const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count <= 0) break;
        waiting.append(buffer.data(), static_cast<std::size_t>(count));
    }
    std::string body = waiting.substr(0, length);
    waiting.erase(0, length);
    return body;
}

/// What was sent arrives, and then a reset in place of the end. The number of the socket stays taken.
void break_off(int socket) {
    const linger at_once{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    const int unconnected = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::dup3(unconnected, socket, O_CLOEXEC);
    ::close(unconnected);
}

std::string gzipped(std::string_view text) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(6), libdeflate_free_compressor);
    std::string packed(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
    packed.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(), packed.size()));
    return packed;
}

}  // namespace

HttpServer::HttpServer(const std::filesystem::path& folder, std::uint16_t port)
    : listener_(listening_socket(port)), site_(folder, address_of(listener_)) {
    acceptor_ = std::thread([this] { accept_connections(); });
}

HttpServer::~HttpServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (auto& [socket, thread] : connections_) {
        ::shutdown(socket, SHUT_RDWR);
        thread.join();
        ::close(socket);
    }
    ::close(listener_);
}

std::map<std::string, int> HttpServer::hits() const {
    const std::lock_guard lock(mutex_);
    return hits_;
}

void HttpServer::forget_hits() {
    const std::lock_guard lock(mutex_);
    hits_.clear();
    requests_.clear();
}

std::vector<std::string> HttpServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void HttpServer::count(Question& question) {
    const std::lock_guard lock(mutex_);
    question.earlier_requests = static_cast<int>(requests_.size());
    question.earlier_hits = hits_[question.target]++;
    requests_.push_back(question.head);
}

void HttpServer::accept_connections() {
    while (!stopping_) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) continue;
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const std::lock_guard lock(mutex_);
        connections_.emplace(socket, [this, socket] {
            talk(socket);
            ::shutdown(socket, SHUT_RDWR);
        });
    }
}

void HttpServer::talk(int socket) {
    std::string waiting;
    while (const std::optional<std::string> head = read_head(socket, waiting)) {
        std::istringstream words(*head);
        std::string method;
        Question question;
        question.head = *head;
        words >> method >> question.target;
        question.body = read_body(socket, *head, waiting);
        count(question);
        Answer answer = site_.answer_to(question);
        if (!answer.signal.empty() && act_) act_(answer.signal);
        if (answer.silent) wait_until_closed(socket);
        if (answer.silent || answer.closes_at_once) return;
        const bool resets = answer.resets;
        if (send_answer(socket, std::move(answer), method != "HEAD")) continue;
        if (resets) break_off(socket);
        return;
    }
}

bool HttpServer::send_answer(int socket, Answer answer, bool with_body) const {
    if (!answer.raw.empty()) return send_all(socket, answer.raw) && false;
    if (answer.gzip) {
        answer.body = gzipped(answer.body);
        if (!answer.has_header("Content-Encoding")) answer.set_header("Content-Encoding", "gzip");
    }
    std::ostringstream head;
    head << "HTTP/1.1 " << answer.status << " Test\r\n";
    for (const auto& [name, value] : answer.headers) head << name << ": " << value << "\r\n";
    head << "Content-Length: " << std::max(answer.length, answer.body.size()) << "\r\n\r\n";
    return send_all(socket, head.str()) && (!with_body || send_body(socket, answer));
}

bool HttpServer::send_body(int socket, const Answer& answer) const {
    std::string_view rest = answer.body;
    if (answer.cut) rest = rest.substr(0, *answer.cut);
    while (!rest.empty()) {
        const std::string_view piece = rest.substr(0, answer.drop_size != 0 ? answer.drop_size : rest.size());
        if (stopping_ || !send_all(socket, piece)) return false;
        rest.remove_prefix(piece.size());
        if (!rest.empty()) std::this_thread::sleep_for(answer.pause);
    }
    return !answer.cut && (answer.repeated.empty() || send_repeated(socket, answer));
}

bool HttpServer::send_repeated(int socket, const Answer& answer) const {
    constexpr std::size_t block_size = 65536;
    std::string block;
    while (block.size() < block_size) block += answer.repeated;
    for (std::size_t sent = answer.body.size(); sent < answer.length;) {
        const std::string_view piece = std::string_view(block).substr(0, answer.length - sent);
        if (stopping_ || !send_all(socket, piece)) return false;
        sent += piece.size();
    }
    return true;
}

void HttpServer::wait_until_closed(int socket) const {
    char byte = 0;
    pollfd wait{socket, POLLIN, 0};
    while (!stopping_) {
        ::poll(&wait, 1, 100);
        if ((wait.revents & (POLLHUP | POLLERR)) != 0) return;
        if ((wait.revents & POLLIN) != 0 && ::recv(socket, &byte, 1, MSG_PEEK) <= 0) return;
    }
}

}  // namespace blogbind::testing
