// The package document and its agreement with the container. EPUB 3.3, https://www.w3.org/TR/epub-33/#sec-package-doc
#include <fmt/format.h>

#include "archive/checks.h"
#include "base/text.h"

namespace blogbind::archive {

namespace {

class PackageCheck {
  public:
    PackageCheck(const BookContents& book, Verification& verification)
        : book_(book), package_(*book.package), verification_(verification) {}

    void run() {
        manifest();
        spine();
        links();
        unlisted_files();
    }

  private:
    void wrong(std::string where, std::string message) {
        verification_.add(Check::package, std::move(where), std::move(message));
    }
    void wrong_in_package(std::string message) { wrong(*book_.package_path, std::move(message)); }

    void manifest() {
        int navigation_documents = 0;
        for (const PackageItem& item : package_.manifest) {
            if (!ids_.insert(item.id).second) wrong_in_package(fmt::format("the id “{}” stands twice", item.id));
            if (has_word(item.properties, "nav")) ++navigation_documents;
            if (is_absolute(item.href)) continue;  // a remote resource is the links' matter
            const std::string path = book_.path_from_package(item.href);
            if (!listed_.insert(path).second) wrong_in_package(fmt::format("the file {} is listed twice", path));
            if (book_.find(path) == nullptr) wrong(path, "is listed in the package document, but not there");
        }
        if (navigation_documents != 1 && !package_.version.starts_with("2."))
            wrong_in_package(fmt::format("it names {} navigation documents, not one", navigation_documents));
    }

    void spine() {
        std::set<std::string_view> seen;
        if (package_.spine.empty()) wrong_in_package("it has no reading order");
        for (const std::string& id : package_.spine) {
            if (!ids_.contains(id))
                wrong_in_package(fmt::format("the reading order names “{}”, the list of files does not", id));
            if (!seen.insert(id).second) wrong_in_package(fmt::format("the reading order names “{}” twice", id));
        }
    }

    void links() {
        for (const std::string& href : package_.links) {
            if (href.empty() || href.starts_with('#') || is_absolute(href)) continue;
            const std::string path = book_.path_from_package(href);
            listed_.insert(path);
            if (book_.find(path) == nullptr) wrong(path, "is linked from the package document, but not there");
        }
    }

    void unlisted_files() {
        for (const BookFile& file : book_.files) {
            const bool needs_no_listing =
                file.path == "mimetype" || file.path.starts_with("META-INF/") || file.path == *book_.package_path;
            if (!needs_no_listing && !listed_.contains(file.path))
                wrong(file.path, "is not listed in the package document");
        }
    }

    const BookContents& book_;
    const Package& package_;
    Verification& verification_;
    std::set<std::string_view> ids_;
    std::set<std::string> listed_;
};

}  // namespace

void check_package(const BookContents& book, Verification& verification) {
    if (!book.package_path) return verification.not_made(Check::package, "there is no package document");
    if (book.package) {
        PackageCheck(book, verification).run();
    } else {
        verification.add(Check::package, "", book.package.error().message);
    }
    const std::size_t items = book.package ? book.package->manifest.size() : 0;
    verification.made(Check::package, fmt::format("{} files listed", items));
}

}  // namespace blogbind::archive
