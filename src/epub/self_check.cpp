// What must hold before packing. Everything here is fast enough to be checked in every run.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "epub/publication.h"
#include "epub/xhtml_scan.h"

namespace blogbind::epub {

namespace {

using Ids = std::set<std::string, std::less<>>;

/// A link as it stands in a document, to a place in another one.
struct Link {
    std::string from, to;
    std::size_t place;
};

tl::unexpected<Error> breach(std::string message) { return fail(ErrorKind::unreadable, std::move(message)); }

bool has_scheme(std::string_view reference) {
    const std::size_t colon = reference.find_first_of(":/?#");
    return colon != std::string_view::npos && reference[colon] == ':';
}

class Checker {
  public:
    Checker(const Publication& publication, const Spill& spill) : publication_(publication), spill_(spill) {}

    Status run() {
        for (const auto check : {&Checker::manifest, &Checker::spine, &Checker::documents, &Checker::links})
            if (const Status status = (this->*check)(); !status) return status;
        return {};
    }

  private:
    Status manifest() {
        for (const ContainerFile& file : publication_.files)
            if (!files_.insert(file.path).second) return breach(fmt::format("the file {} stands twice", file.path));
        std::set<std::string> hrefs;
        int navigation_documents = 0;
        for (const ManifestItem& item : publication_.manifest) {
            if (!items_.emplace(item.id, &item).second)
                return breach(fmt::format("the manifest has the id {} twice", item.id));
            if (!hrefs.insert(item.href).second) return breach(fmt::format("the manifest has {} twice", item.href));
            if (!files_.contains("EPUB/" + item.href)) return breach(fmt::format("the file {} is missing", item.href));
            if (item.properties == "nav") ++navigation_documents;
        }
        if (navigation_documents != 1)
            return breach(fmt::format("there are {} navigation documents", navigation_documents));
        return {};
    }

    Status spine() {
        std::set<std::string> seen;
        for (const std::string& id : publication_.spine) {
            if (!items_.contains(id)) return breach(fmt::format("the spine names {}, the manifest does not", id));
            if (!seen.insert(id).second) return breach(fmt::format("the spine names {} twice", id));
        }
        for (const auto& [id, item] : items_)
            if (item->media_type == "application/xhtml+xml" && !seen.contains(id))
                return breach(fmt::format("{} is not in the spine", item->href));
        return {};
    }

    Status documents() {
        for (const ContainerFile& file : publication_.files) {
            if (!file.path.ends_with(".xhtml")) continue;
            const Status status = document(file.path, bytes_of(file, spill_));
            if (!status) return breach(fmt::format("{}: {}", file.path, status.error().message));
        }
        return {};
    }

    Status document(const std::string& path, const std::string& text) {
        Ids ids;
        std::vector<std::string> links;
        std::string twice;
        const Status scanned = scan_xhtml(text, [&](const Tag& tag) {
            for (const auto& [name, value] : tag.attributes) {
                if (name == "id" && !ids.emplace(value).second) twice = value;
                if ((name == "href" || name == "src") && !has_scheme(value)) links.emplace_back(value);
            }
        });
        if (!scanned) return scanned;
        if (!twice.empty()) return breach(fmt::format("the id {} stands twice", twice));
        for (const std::string& id : ids) places_.push_back(place(path, id));
        for (const std::string& link : links)
            if (!leads_somewhere(path, link, ids)) return breach(fmt::format("nothing is at {}", link));
        return {};
    }

    static std::size_t place(std::string_view path, std::string_view id) {
        return std::hash<std::string>{}(fmt::format("{}#{}", path, id));
    }

    /// Places in other documents are looked for in the end.
    bool leads_somewhere(const std::string& from, const std::string& to, const Ids& ids) {
        const std::size_t hash = to.find('#');
        if (hash == 0) return ids.contains(std::string_view(to).substr(1));
        const std::filesystem::path folder = std::filesystem::path(from).parent_path();
        const std::string path = (folder / to.substr(0, hash)).lexically_normal().string();
        if (!files_.contains(path)) return false;
        if (hash != std::string::npos) links_.push_back({from, to, place(path, std::string_view(to).substr(hash + 1))});
        return true;
    }

    Status links() {
        std::ranges::sort(places_);
        for (const Link& link : links_)
            if (!std::ranges::binary_search(places_, link.place))
                return breach(fmt::format("{}: nothing is at {}", link.from, link.to));
        return {};
    }

    const Publication& publication_;
    const Spill& spill_;
    std::set<std::string> files_;
    std::map<std::string, const ManifestItem*> items_;
    std::vector<std::size_t> places_;  // hashes only: a book has hundreds of thousands
    std::vector<Link> links_;
};

}  // namespace

Status self_check(const Publication& publication, const Spill& spill) { return Checker(publication, spill).run(); }

}  // namespace blogbind::epub
