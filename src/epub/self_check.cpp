// What must hold before packing. Everything here is fast enough to be checked in every run.
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "epub/publication.h"
#include "epub/xhtml_scan.h"

namespace blogbind::epub {

namespace {

using Ids = std::set<std::string, std::less<>>;

/// A link as it stands in a document.
struct Link {
    std::string from, to;
};

tl::unexpected<Error> breach(std::string message) { return fail(ErrorKind::unreadable, std::move(message)); }

bool has_scheme(std::string_view reference) {
    const std::size_t colon = reference.find_first_of(":/?#");
    return colon != std::string_view::npos && reference[colon] == ':';
}

class Checker {
  public:
    explicit Checker(const Publication& publication) : publication_(publication) {}

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
            const std::string* text = std::get_if<std::string>(&file.bytes);
            if (text == nullptr || !file.path.ends_with(".xhtml")) continue;
            const Status status = document(file.path, *text);
            if (!status) return breach(fmt::format("{}: {}", file.path, status.error().message));
        }
        return {};
    }

    Status document(const std::string& path, const std::string& text) {
        Ids& ids = ids_[path];
        std::string twice;
        const Status scanned = scan_xhtml(text, [&](const Tag& tag) {
            for (const auto& [name, value] : tag.attributes) {
                if (name == "id" && !ids.emplace(value).second) twice = value;
                if ((name == "href" || name == "src") && !has_scheme(value))
                    links_.push_back({path, std::string(value)});
            }
        });
        if (scanned && !twice.empty()) return breach(fmt::format("the id {} stands twice", twice));
        return scanned;
    }

    Status links() {
        for (const Link& link : links_) {
            const std::size_t hash = link.to.find('#');
            const std::string target = link.to.substr(0, hash);
            const std::filesystem::path folder = std::filesystem::path(link.from).parent_path();
            const std::string path = target.empty() ? link.from : (folder / target).lexically_normal().string();
            if (!files_.contains(path)) return breach(fmt::format("{}: nothing is at {}", link.from, link.to));
            if (hash == std::string::npos) continue;
            const auto ids = ids_.find(path);
            if (ids == ids_.end() || !ids->second.contains(link.to.substr(hash + 1)))
                return breach(fmt::format("{}: nothing is at {}", link.from, link.to));
        }
        return {};
    }

    const Publication& publication_;
    std::set<std::string> files_;
    std::map<std::string, const ManifestItem*> items_;
    std::map<std::string, Ids> ids_;
    std::vector<Link> links_;
};

}  // namespace

Status self_check(const Publication& publication) { return Checker(publication).run(); }

}  // namespace blogbind::epub
