#include "e2e/judge.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace blogbind::testing {

namespace {

/// A connection that is closed at the end.
class Connection {
  public:
    explicit Connection(const std::string& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) throw std::runtime_error(path + ": too long for a socket");
        path.copy(address.sun_path, path.size());
        if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error(path + ": nobody listens; run the case by ctest, which starts EPUBCheck");
    }
    ~Connection() { close(socket_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void send(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t count = write(socket_, text.data(), text.size());
            if (count <= 0) throw std::runtime_error("EPUBCheck has gone");
            text.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    [[nodiscard]] std::string received() const {
        std::string text;
        std::array<char, 4096> part{};
        for (ssize_t count = 1; count > 0;) {
            count = read(socket_, part.data(), part.size());
            if (count > 0) text.append(part.data(), static_cast<std::size_t>(count));
        }
        return text;
    }

  private:
    int socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

}  // namespace

std::string complaints_of_epubcheck(const std::filesystem::path& book, const std::filesystem::path& socket) {
    const Connection connection(socket.string());
    connection.send(book.string() + "\n");
    const std::string verdict = connection.received();
    if (verdict.empty()) throw std::runtime_error("EPUBCheck gives no answer");
    return verdict == "0\n" ? std::string() : verdict;
}

}  // namespace blogbind::testing
