#include "net/curl_transport.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <future>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/late_library.h"
#include "base/text.h"
#include "net/address_guard.h"
#include "net/exchange.h"
#include "net/proxy.h"
#include "net/transfer_error.h"

namespace blogbind {

namespace {

constexpr long connections_in_all = 64;
constexpr std::chrono::milliseconds interruption_check{100};
constexpr std::chrono::seconds connect_timeout{15};
constexpr long slowest_bytes_a_second = 100;
constexpr std::chrono::seconds slowness_limit{30};

/// What is used of libcurl.
struct Curl {
    LateLibrary library{BLOGBIND_LIBCURL};
    decltype(&curl_easy_init) easy_init = library["curl_easy_init"];
    decltype(&curl_easy_cleanup) easy_cleanup = library["curl_easy_cleanup"];
    decltype(&curl_easy_setopt) easy_setopt = library["curl_easy_setopt"];
    decltype(&curl_easy_getinfo) easy_getinfo = library["curl_easy_getinfo"];
    decltype(&curl_multi_init) multi_init = library["curl_multi_init"];
    decltype(&curl_multi_cleanup) multi_cleanup = library["curl_multi_cleanup"];
    decltype(&curl_multi_setopt) multi_setopt = library["curl_multi_setopt"];
    decltype(&curl_multi_perform) multi_perform = library["curl_multi_perform"];
    decltype(&curl_multi_poll) multi_poll = library["curl_multi_poll"];
    decltype(&curl_multi_wakeup) multi_wakeup = library["curl_multi_wakeup"];
    decltype(&curl_multi_info_read) multi_info_read = library["curl_multi_info_read"];
    decltype(&curl_multi_add_handle) multi_add_handle = library["curl_multi_add_handle"];
    decltype(&curl_multi_remove_handle) multi_remove_handle = library["curl_multi_remove_handle"];
    decltype(&curl_share_init) share_init = library["curl_share_init"];
    decltype(&curl_share_cleanup) share_cleanup = library["curl_share_cleanup"];
    decltype(&curl_share_setopt) share_setopt = library["curl_share_setopt"];
    decltype(&curl_slist_append) slist_append = library["curl_slist_append"];
    decltype(&curl_slist_free_all) slist_free_all = library["curl_slist_free_all"];
    decltype(&curl_easy_strerror) easy_strerror = library["curl_easy_strerror"];
    decltype(&curl_global_init) global_init = library["curl_global_init"];
    bool is_usable = library.is_complete() && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
};

/// Loaded by the first who asks for it.
const Curl& curl() {
    static const Curl loaded;
    return loaded;
}

template <auto release>
struct Releaser {
    void operator()(auto* handle) const { (curl().*release)(handle); }
};
using EasyHandle = std::unique_ptr<CURL, Releaser<&Curl::easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, Releaser<&Curl::multi_cleanup>>;
using ShareHandle = std::unique_ptr<CURLSH, Releaser<&Curl::share_cleanup>>;
using HeaderList = std::unique_ptr<curl_slist, Releaser<&Curl::slist_free_all>>;

void append_line(HeaderList& list, const std::string& line) {
    if (curl_slist* longer = curl().slist_append(list.get(), line.c_str())) {
        list.release();
        list.reset(longer);
    }
}

/// A server that hangs up must not end the program (SIGPIPE), and the user's signals are for other threads.
void block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

// --- one thread for all transfers --------------------------------------------------------------------------------

/// Drives the transfers of all threads on a thread of its own, so that they share connections.
class TransferLoop {
  public:
    TransferLoop(std::size_t connections_per_host, const std::atomic<bool>& interrupted)
        : interrupted_(interrupted), multi_(curl().multi_init()) {
        curl().multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(connections_per_host));
        curl().multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections_in_all);
        thread_ = std::thread([this] { run(); });
    }

    TransferLoop(const TransferLoop&) = delete;
    TransferLoop& operator=(const TransferLoop&) = delete;

    ~TransferLoop() {
        {
            const std::lock_guard lock(mutex_);
            is_stopping_ = true;
            curl().multi_wakeup(multi_.get());
        }
        thread_.join();
    }

    /// Blocks until the transfer is over. CURLE_ABORTED_BY_CALLBACK: it was interrupted.
    CURLcode perform(CURL* easy) {
        Job job{easy, {}};
        std::future<CURLcode> end = job.end.get_future();
        {
            const std::lock_guard lock(mutex_);
            arrivals_.push_back(&job);
        }
        curl().multi_wakeup(multi_.get());
        return end.get();
    }

  private:
    struct Job {
        CURL* easy;
        std::promise<CURLcode> end;
    };

    void run() {
        block_signals();
        while (!is_stopping_) {
            admit_arrivals();
            int running = 0;
            curl().multi_perform(multi_.get(), &running);
            end_completed();
            if (interrupted_) abandon_all();
            const auto pause = active_.empty() ? std::chrono::milliseconds(1000) : interruption_check;
            curl().multi_poll(multi_.get(), nullptr, 0, static_cast<int>(pause.count()), nullptr);
        }
        abandon_all();
        const std::lock_guard lock(mutex_);
        multi_.reset();  // says goodbye to servers, so on this thread too
    }

    void admit_arrivals() {
        std::vector<Job*> arrived;
        {
            const std::lock_guard lock(mutex_);
            arrived.swap(arrivals_);
        }
        for (Job* job : arrived) {
            curl().multi_add_handle(multi_.get(), job->easy);
            active_.push_back(job);
        }
    }

    void end_completed() {
        int left = 0;
        while (const CURLMsg* message = curl().multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            const CURLcode code = message->data.result;
            const auto job = std::find_if(active_.begin(), active_.end(), [&](const Job* candidate) {
                return candidate->easy == message->easy_handle;
            });
            if (job == active_.end()) continue;
            Job& ended = **job;
            active_.erase(job);
            end(ended, code);
        }
    }

    void abandon_all() {
        admit_arrivals();
        for (Job* job : std::exchange(active_, {})) {
            curl().easy_setopt(job->easy, CURLOPT_QUICK_EXIT, 1L);  // do not wait for the name server either
            end(*job, CURLE_ABORTED_BY_CALLBACK);
        }
    }

    /// After this the job's owner may have let it go.
    void end(Job& job, CURLcode code) {
        curl().multi_remove_handle(multi_.get(), job.easy);
        job.end.set_value(code);
    }

    const std::atomic<bool>& interrupted_;
    MultiHandle multi_;
    std::mutex mutex_;
    std::vector<Job*> arrivals_;  // guarded by mutex_
    std::vector<Job*> active_;    // only the loop's own thread
    std::atomic<bool> is_stopping_ = false;
    std::thread thread_;
};

// --- what libcurl calls ------------------------------------------------------------------------

static_assert(std::tuple_size_v<decltype(Exchange::detail)> == CURL_ERROR_SIZE);

std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* exchange) {
    const std::string_view piece(bytes, size * count);
    return static_cast<Exchange*>(exchange)->add_body(piece) ? piece.size() : 0;
}

std::size_t take_header_line(const char* bytes, std::size_t size, std::size_t count, void* exchange) {
    const std::string_view line(bytes, size * count);
    return static_cast<Exchange*>(exchange)->add_header_line(line) ? line.size() : 0;
}

/// Only what is sent as a request's head is taken; what is said to a proxy about the way is not part of it.
int take_sent_head(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* exchange) {
    const std::string_view head(bytes, size);
    if (kind == CURLINFO_HEADER_OUT && !head.starts_with("CONNECT ")) static_cast<Exchange*>(exchange)->request = head;
    return 0;
}

/// The guard stands here, after names are resolved, so that no name server can lead around it.
curl_socket_t open_socket(void* context, curlsocktype, curl_sockaddr* address) {
    auto& exchange = *static_cast<Exchange*>(context);
    if (!exchange.may_be_private && is_private_address(address->addr)) {
        exchange.refusal = Refusal::private_address;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// --- requests ------------------------------------------------------------------------------------------------------

/// Cookies are shared by all transfers, which are made on several threads.
class CookieJar {
  public:
    /// `file` may be empty. It is read only here: later it would undo what servers have changed since.
    explicit CookieJar(const std::string& file) : share_(curl().share_init()) {
        curl().share_setopt(share_.get(), CURLSHOPT_USERDATA, this);
        curl().share_setopt(share_.get(), CURLSHOPT_LOCKFUNC, lock);
        curl().share_setopt(share_.get(), CURLSHOPT_UNLOCKFUNC, unlock);
        curl().share_setopt(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
        const EasyHandle reader(curl().easy_init());
        curl().easy_setopt(reader.get(), CURLOPT_SHARE, share());
        curl().easy_setopt(reader.get(), CURLOPT_COOKIEFILE, file.c_str());
        curl().easy_setopt(reader.get(), CURLOPT_COOKIELIST, "RELOAD");
    }
    [[nodiscard]] CURLSH* share() const { return share_.get(); }

  private:
    static void lock(CURL*, curl_lock_data what, curl_lock_access, void* jar) {
        static_cast<CookieJar*>(jar)->mutexes_[what].lock();
    }
    static void unlock(CURL*, curl_lock_data what, void* jar) { static_cast<CookieJar*>(jar)->mutexes_[what].unlock(); }

    std::array<std::mutex, CURL_LOCK_DATA_LAST> mutexes_;
    ShareHandle share_;
};

/// What is the same for every request.
void set_lasting_options(CURL* easy, const CurlOptions& options) {
    curl().easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl().easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl().easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
    curl().easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
    curl().easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    curl().easy_setopt(easy, CURLOPT_USERAGENT, options.user_agent.c_str());
    curl().easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(connect_timeout.count()));
    curl().easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(options.timeout.count()));
    curl().easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_a_second);
    curl().easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(slowness_limit.count()));
    curl().easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl().easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl().easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header_line);
    curl().easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl().easy_setopt(easy, CURLOPT_DEBUGFUNCTION, take_sent_head);
    curl().easy_setopt(easy, CURLOPT_VERBOSE, 1L);  // or the function above is never called
}

void set_exchange(CURL* easy, Exchange& exchange) {
    curl().easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl().easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl().easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &exchange);
    curl().easy_setopt(easy, CURLOPT_DEBUGDATA, &exchange);
    curl().easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange.detail.data());
    // Stops early what declares too much; the callback counts what is really there.
    curl().easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(exchange.body_limit));
}

Answer answer_of(CURL* easy, const Url& url, const CurlOptions& options, Exchange exchange) {
    long status = 0, version = 0;
    const char* server = nullptr;
    curl().easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl().easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
    curl().easy_getinfo(easy, CURLINFO_PRIMARY_IP, &server);
    Answer answer{.url = url, .status = static_cast<int>(status)};
    answer.headers = std::move(exchange.headers);
    answer.body = std::move(exchange.body);
    answer.request = public_head(exchange.request, options.headers);
    answer.time = exchange.time;
    if (version == CURL_HTTP_VERSION_1_0) answer.protocol = "http/1.0";
    if (version == CURL_HTTP_VERSION_2_0) answer.protocol = "h2";
    if (server != nullptr) answer.server = server;
    return answer;
}

}  // namespace

struct CurlTransport::Engine {
    Engine(CurlOptions chosen, const std::atomic<bool>& interruption)
        : options(std::move(chosen)),
          proxies(proxy_rules_of_environment()),
          fixed(lines(options.fixed_addresses)),
          interrupted(interruption),
          cookies(options.cookie_file),
          loop(options.connections_per_host, interruption) {
        if (!options.proxy.empty()) proxies.http = proxies.https = options.proxy;
    }

    Result<Answer> ask(const Ask& ask) {
        const EasyHandle easy(curl().easy_init());
        if (easy == nullptr) return fail(ErrorKind::unreachable, ask.url.text() + ": libcurl cannot be used");
        const std::string proxy = proxy_for(ask.url, proxies);
        Exchange exchange;
        exchange.body_limit = ask.body_limit;
        exchange.time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        if (!admit(ask.url, proxy, exchange)) return fail(refusal_error(ask.url, exchange));
        set_lasting_options(easy.get(), options);
        set_exchange(easy.get(), exchange);
        const HeaderList headers = headers_for(ask);
        const bool may_log_in = may_know_secrets(ask) && !options.credentials.empty();
        curl().easy_setopt(easy.get(), CURLOPT_URL, ask.url.text().c_str());
        if (!ask.form.empty()) {
            curl().easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(ask.form.size()));
            curl().easy_setopt(easy.get(), CURLOPT_POSTFIELDS, ask.form.c_str());
        }
        curl().easy_setopt(easy.get(), CURLOPT_PROXY, proxy.c_str());
        curl().easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
        curl().easy_setopt(easy.get(), CURLOPT_USERPWD, may_log_in ? options.credentials.c_str() : nullptr);
        curl().easy_setopt(easy.get(), CURLOPT_SHARE, cookies.share());
        curl().easy_setopt(easy.get(), CURLOPT_RESOLVE, fixed.get());
        curl().easy_setopt(easy.get(), CURLOPT_COOKIEFILE, "");  // keeps cookies, reads none
        const CURLcode code = interrupted ? CURLE_ABORTED_BY_CALLBACK : loop.perform(easy.get());
        if (code != CURLE_OK) return fail(transfer_error(code, curl().easy_strerror(code), ask.url, exchange));
        return answer_of(easy.get(), ask.url, options, std::move(exchange));
    }

    /// With a proxy the socket leads to the proxy, so its target is checked beforehand, as far as it can be.
    [[nodiscard]] bool admit(const Url& url, const std::string& proxy, Exchange& exchange) const {
        const bool may_be_private = options.private_network == PrivateNetwork::allow || is_named(url);
        exchange.may_be_private = may_be_private || !proxy.empty();
        if (!proxy.empty() && !may_be_private && has_private_address(url.host()))
            exchange.refusal = Refusal::private_address;
        return exchange.refusal == Refusal::none;
    }

    [[nodiscard]] bool is_named(const Url& url) const { return options.named_hosts.contains(std::string(url.host())); }
    [[nodiscard]] bool may_know_secrets(const Ask& ask) const { return ask.may_know_secrets && is_named(ask.url); }

    [[nodiscard]] HeaderList headers_for(const Ask& ask) const {
        HeaderList list;
        for (const auto& [name, value] : ask.headers) append_line(list, name + ": " + value);
        if (may_know_secrets(ask))
            for (const auto& [name, value] : options.headers) append_line(list, name + ": " + value);
        return list;
    }

    static HeaderList lines(const std::vector<std::string>& texts) {
        HeaderList list;
        for (const std::string& text : texts) append_line(list, text);
        return list;
    }

    CurlOptions options;
    ProxyRules proxies;
    HeaderList fixed;
    const std::atomic<bool>& interrupted;
    CookieJar cookies;
    TransferLoop loop;
};

CurlTransport::CurlTransport(CurlOptions options, const std::atomic<bool>& interrupted)
    : options_(std::move(options)), interrupted_(interrupted) {}

CurlTransport::~CurlTransport() = default;

Result<Answer> CurlTransport::ask(const Ask& ask) {
    if (!ask.url.is_web()) return fail(ErrorKind::refused, ask.url.text() + ": is no web address");
    if (!curl().is_usable) return fail(ErrorKind::unreachable, ask.url.text() + ": libcurl cannot be used");
    std::call_once(started_, [this] { engine_ = std::make_unique<Engine>(std::move(options_), interrupted_); });
    return engine_->ask(ask);
}

}  // namespace blogbind
