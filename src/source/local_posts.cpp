#include "source/local_posts.h"

#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "series/order.h"
#include "source/pasted_text.h"
#include "source/post_facts.h"
#include "source/saved_page.h"

namespace blogbind {
namespace {

namespace fs = std::filesystem;

std::string name_of(const Source& source) {
    return source.path.empty() ? "standard input" : source.path.filename().string();
}

bool may_hold_post(const fs::path& path) {
    const std::string extension = ascii_lowered(path.extension().string());
    for (std::string_view known : {".html", ".htm", ".xhtml", ".txt", ".md"})
        if (extension == known) return true;
    return false;
}

Result<Entry> saved_post(const Source& source, Report& report) {
    auto part = saved_page(source, report);
    if (!part) return fail(part.error());
    const extract::PageKind kind = extract::page_kind(*part);
    if (kind == extract::PageKind::listing)
        return fail(ErrorKind::unreadable, name_of(source) + " is a list of posts, not a post");
    part->source_file = source.path.filename().string();
    const extract::Metadata metadata = read_page_metadata(*part);
    return entry_for(*std::move(part), metadata, "the saved page “" + name_of(source) + "”");
}

Result<Entry> pasted_post(const Source& source, Report& report) {
    const std::string name = source.path.empty() ? "Pasted text" : source.path.stem().string();
    PagePart part = pasted_page(source.bytes, name, source.url, report);
    part.source_file = source.path.filename().string();
    const extract::Metadata metadata = read_page_metadata(part);
    return entry_for(std::move(part), metadata, "the text “" + name_of(source) + "”");
}

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file(error) && may_hold_post(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
        return series::is_before_by_name(a.filename().string(), b.filename().string());
    });
    return files;
}

}  // namespace

Result<Entry> local_post(const Source& source, Report& report) {
    return source.kind == SourceKind::pasted_text ? pasted_post(source, report) : saved_post(source, report);
}

Result<std::vector<Entry>> folder_posts(const Source& source, Report& report) {
    std::vector<Entry> entries;
    std::optional<Url> url = source.url;
    for (const fs::path& path : files_of(source.path)) {
        auto file = detect(path.string(), std::nullopt, std::exchange(url, std::nullopt));
        auto entry = file ? local_post(*file, report) : Result<Entry>(fail(file.error()));
        if (entry) {
            entries.push_back(*std::move(entry));
        } else {
            report.add(IssueCode::post_without_body, path.string(), entry.error().message);
        }
    }
    if (entries.empty())
        return fail(ErrorKind::unreadable, "there is no saved page or text in " + source.path.string());
    return entries;
}

}  // namespace blogbind
