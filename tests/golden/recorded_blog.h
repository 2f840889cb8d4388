// A live blog in a folder, played without a network: what its hosts answer is put into an archive, and blogbind reads
// that offline.
//
//     address      what is bound: an address, and options if need be
//     routes       a whole address a line, and what is answered there (support/site.h); nothing else exists
//     site/        the files that `routes` names
#pragma once

#include <filesystem>
#include <string>

namespace blogbind::testing {

class RecordedBlog {
  public:
    static bool is_in(const std::filesystem::path& folder);
    /// Throws std::runtime_error for a route that is no address. REQUIRES: is_in(folder).
    explicit RecordedBlog(const std::filesystem::path& folder);
    RecordedBlog(const RecordedBlog&) = delete;
    ~RecordedBlog();

    /// For blogbind's command line.
    [[nodiscard]] std::string arguments() const;

  private:
    std::string address_;
    std::filesystem::path archive_;
};

}  // namespace blogbind::testing
