#include "golden/recorded_blog.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>

#include "base/text.h"
#include "net/warc.h"
#include "support/site.h"

namespace blogbind::testing {
namespace {

namespace fs = std::filesystem;

blogbind::Answer recorded(const std::string& address, const Answer& answer) {
    const auto url = Url::parse(address);
    if (!url) throw std::runtime_error("no address: " + address);
    constexpr std::chrono::sys_seconds time{std::chrono::sys_days{std::chrono::year{2024} / 1 / 2}};
    return {.url = *url, .status = answer.status, .headers = answer.headers, .body = answer.body, .time = time};
}

}  // namespace

bool RecordedBlog::is_in(const fs::path& folder) { return fs::exists(folder / "address"); }

RecordedBlog::RecordedBlog(const fs::path& folder)
    : address_(trimmed(file_text(folder / "address"))),
      archive_(fs::temp_directory_path() / ("blogbind-golden-" + std::to_string(::getpid()) + ".warc.gz")) {
    const Site site(folder, {});
    std::ofstream file(archive_, std::ios::binary);
    file << warc_info("golden", {});
    for (const std::string& route : site.routes())
        file << warc_response(recorded(route, site.answer_to({route, 0, 0, {}, {}}))).bytes;
}

RecordedBlog::~RecordedBlog() { fs::remove(archive_); }

std::string RecordedBlog::arguments() const { return address_ + " --offline --archive '" + archive_.string() + "'"; }

}  // namespace blogbind::testing
