// Sites that wget or HTTrack has copied into a folder, file by file, bound like the sites themselves.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.h"
#include "base/result.h"
#include "net/site_copy.h"
#include "source/source.h"

namespace blogbind {

/// A folder or ZIP archive that holds a site: folders named by hosts, or pages in the folders of one.
bool holds_mirror(const FileTree& tree);

class Mirror final : public SiteCopy {
  public:
    explicit Mirror(std::shared_ptr<const FileTree> tree);
    /// The page at which the site is entered; nothing if there is none.
    [[nodiscard]] std::optional<Url> home() const;
    /// Addresses are the site's own or those that links within the copy lead to, "…/index.html"; the response has the
    /// site's own. Error not_found.
    Result<Response> fetch(const Request& request) override;

  private:
    struct Host {
        Url address;         ///< "http://blog.example/"
        std::string prefix;  ///< of its files' names
        std::size_t pages = 0;
    };
    [[nodiscard]] const FileTree::File* file_at(const Url& url) const;
    [[nodiscard]] Url original(const Url& asked, const FileTree::File& file, std::string_view page) const;

    std::shared_ptr<const FileTree> tree_;
    std::map<std::string, Host, std::less<>> hosts_;  // by host and port
};

/// Opens what is of kind mirror. Its address is the user's, else its home. Error not_found: no page to begin with.
Status open_mirrors(std::vector<Source>& sources);

}  // namespace blogbind
