// Where references lead: to a file that is there, to a place in it that is there, and never outside but for links that
// the reader follows.
#include <fmt/format.h>

#include "archive/checks.h"
#include "net/url.h"

namespace blogbind::archive {

namespace {

std::string_view fragment_of(std::string_view reference) {
    const std::size_t mark = reference.find('#');
    return mark == reference.npos ? std::string_view() : reference.substr(mark + 1);
}

/// What is wrong with a reference; empty if nothing is.
std::string fault_of(const Reference& reference, const BookFile& from, const BookContents& book) {
    if (is_absolute(reference.to)) {
        if (reference.to.starts_with("file:")) return fmt::format("{} leads into one machine", reference.to);
        if (reference.is_link || reference.to.starts_with("data:")) return {};
        return fmt::format("{} is not in the book, it would be fetched", reference.to);
    }
    const auto path = target_path(from.path, reference.to);
    const BookFile* target = path ? book.find(*path) : nullptr;
    if (target == nullptr) return fmt::format("nothing is at {}", reference.to);
    const std::string fragment = percent_decoded(fragment_of(reference.to));
    const bool names_a_place = !fragment.empty() && !fragment.starts_with("epubcfi(") && target->root == "html";
    if (names_a_place && target->fault.empty() && !target->ids.contains(fragment))
        return fmt::format("there is no such place as {}", reference.to);
    return {};
}

}  // namespace

void check_links(const BookContents& book, Verification& verification) {
    if (!book.package) return verification.not_made(Check::links, "there is no package document");
    std::size_t count = 0;
    for (const PackageItem& item : book.package->manifest)
        if (is_absolute(item.href))
            verification.add(Check::links, *book.package_path, fmt::format("{} is not in the book", item.href));
    for (const BookFile& file : book.files) {
        std::set<std::string> faults;  // what a document refers to again and again is told once
        for (const Reference& reference : file.references)
            if (std::string fault = fault_of(reference, file, book); !fault.empty() && faults.insert(fault).second)
                verification.add(Check::links, file.path, std::move(fault));
        count += file.references.size();
    }
    verification.made(Check::links, fmt::format("{} references", count));
}

}  // namespace blogbind::archive
