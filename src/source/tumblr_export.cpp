#include "source/tumblr_export.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "markup/html_parser.h"
#include "markup/select.h"
#include "net/charset.h"
#include "source/exported_posts.h"
#include "source/local_fetcher.h"

namespace blogbind {
namespace {

constexpr std::size_t page_limit = 20U << 20;
constexpr std::string_view media_folder = "media/";

std::string_view base_name(std::string_view name) { return name.substr(name.rfind('/') + 1); }

/// "posts/html/190012345678.html" is post 190012345678; empty for other files.
std::string_view number_of(std::string_view name) {
    const std::string_view base = base_name(name);
    if (!base.ends_with(".html")) return {};
    const std::string_view number = base.substr(0, base.size() - 5);
    return !number.empty() && std::ranges::all_of(number, is_ascii_digit) ? number : std::string_view();
}

bool is_medium(std::string_view name) {
    return name.starts_with(media_folder) || name.find("/media/") != std::string_view::npos;
}

/// The export; entries share it.
class TumblrExport {
  public:
    TumblrExport(std::shared_ptr<const FileTree> tree, std::optional<Url> home)
        : tree_(std::move(tree)), home_(std::move(home)) {
        for (const FileTree::File& file : tree_->files())
            if (is_medium(file.name)) media_.try_emplace(std::string(base_name(file.name)), file.name);
    }

    [[nodiscard]] Result<Given> read(const FileTree::File& file) const {
        auto bytes = tree_->read(file, page_limit);
        if (!bytes) return fail(bytes.error());
        auto page = markup::parse_document(decode_html(*bytes, {}).text);
        if (!page) return fail(ErrorKind::unreadable, file.name + ": " + page.error().message);
        markup::Element* body = markup::first_descendant(page->body.root(), "body");
        if (body == nullptr) return fail(ErrorKind::unreadable, file.name + " holds no post");
        Given given;
        take_footer(*body, given);
        take_title(*body, given);
        for (const markup::Node* child = body->FirstChild(); child != nullptr; child = child->NextSibling())
            markup::append_copy(given.content.root(), *child);
        use_media(given.content);
        given.sha256 = sha256_hex(*bytes);
        given.source_file = base_name(file.name);
        given.site_url = home_;
        given.comments_declared = 0;
        return given;
    }
    [[nodiscard]] std::optional<Url> permalink_of(std::string_view number) const {
        return home_ ? home_->resolve("/post/" + std::string(number)) : std::nullopt;
    }

  private:
    /// Time and tags stand below the post.
    static void take_footer(markup::Element& body, Given& given) {
        static const markup::Selector footers("#footer"), times("#timestamp"), tags(".tag");
        markup::Element* footer = footers.first(body);
        if (footer == nullptr) return;
        if (const markup::Element* time = times.first(*footer))
            given.published = parse_written_date(markup::collapsed_text(*time));
        for (const markup::Element* tag : tags.all(*footer)) given.tags.push_back(markup::collapsed_text(*tag));
        markup::remove(*footer);
    }
    static void take_title(markup::Element& body, Given& given) {
        markup::Element* title = markup::first_descendant(body, "h1");
        if (title == nullptr) return;
        given.title = markup::collapsed_text(*title);
        markup::remove(*title);
    }
    void use_media(markup::Body& content) const {
        markup::each_element(content.root(), [&](markup::Element& element) {
            if (!markup::is_one_of(element, "img video source")) return;
            const std::string_view address = markup::attribute(element, "src");
            const auto file = media_.find(base_name(address));
            if (file == media_.end() || address.find("://") != std::string_view::npos) return;
            if (const auto local = file_url(tree_->root() / file->second))
                markup::set_attribute(element, "src", local->text());
        });
    }

    std::shared_ptr<const FileTree> tree_;
    std::optional<Url> home_;
    std::map<std::string, std::string, std::less<>> media_;  // names within the tree
};

}  // namespace

bool holds_tumblr_export(const FileTree& tree) {
    return std::ranges::any_of(tree.files(), [&](const FileTree::File& file) {
        if (number_of(file.name).empty()) return false;
        const Result<std::string> page = tree.read(file, page_limit);
        return page && page->find("id=\"footer\"") != std::string::npos &&
               page->find("id=\"timestamp\"") != std::string::npos;
    });
}

Result<Listing> read_tumblr_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const auto all = std::make_shared<const TumblrExport>(source.tree, source.url);
    ExportedBlog blog{{}, source.url, {}, {}, 0};
    for (const FileTree::File& file : source.tree->files()) {
        const std::string_view number = number_of(file.name);
        if (number.empty()) continue;
        const auto read = all->read(file);
        if (!read) {
            reading.report.add(IssueCode::post_without_body, file.name, read.error().message);
            continue;
        }
        blog.posts.push_back({read->title, all->permalink_of(number), read->published,
                              [all, file](Report&) { return all->read(file); }});
    }
    return exported_listing(std::move(blog), source, false);
}

}  // namespace blogbind
