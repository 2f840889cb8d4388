// --keep-stages: each stage's value as a file. The debugger of a converter.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "model/entry.h"
#include "model/post.h"

namespace blogbind::cli {

class Stages {
  public:
    /// An empty folder keeps nothing.
    static Result<Stages> in(const std::filesystem::path& folder);
    void keep_listing(const Listing& listing) const;
    void keep_post(std::size_t number, const Post& post) const;

  private:
    explicit Stages(std::filesystem::path folder) : folder_(std::move(folder)) {}
    void keep(std::string_view name, std::string_view text) const;
    std::filesystem::path folder_;
};

}  // namespace blogbind::cli
