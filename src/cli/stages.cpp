// Stage files.
#include "cli/stages.h"

#include <fmt/format.h>

#include "base/file.h"
#include "cli/post_json.h"
#include "markup/xhtml_writer.h"

namespace blogbind::cli {

Result<Stages> Stages::in(const std::filesystem::path& folder) {
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) return fail(ErrorKind::unwritable, fmt::format("{}: {}", folder.string(), error.message()));
    return Stages(folder);
}

void Stages::keep(std::string_view name, std::string_view text) const {
    // A stage file that cannot be written costs nobody the book.
    if (!folder_.empty()) static_cast<void>(write_file(folder_ / name, text));
}

void Stages::keep_listing(const Listing& listing) const {
    std::string text;
    for (const Entry& entry : listing.entries)
        text += fmt::format("{}\t{}\t{}\n", entry.permalink ? entry.permalink->text() : "-", entry.title, entry.reason);
    keep("entries.txt", text);
}

void Stages::keep_post(std::size_t number, const Post& post) const {
    if (folder_.empty()) return;
    keep(fmt::format("post-{:03}.xhtml", number), markup::xhtml(post.body.root()));
    keep(fmt::format("post-{:03}.json", number), json_text(post_json(post)));
}

}  // namespace blogbind::cli
