#include "source/blogger_export.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "markup/xml_units.h"
#include "source/export_file.h"
#include "source/exported_posts.h"
#include "source/given_fields.h"
#include "source/local_fetcher.h"

namespace blogbind {
namespace {

using markup::XmlElement;
using markup::XmlUnit;

constexpr std::size_t piece_size = std::size_t{1} << 18;
constexpr std::uint64_t largest_entry = std::uint64_t{64} << 20;
constexpr std::string_view kinds = "http://schemas.google.com/blogger/2008/kind#";

struct Place {
    std::uint64_t start = 0, end = 0;
};

/// "101" of "tag:blogger.com,1999:blog-1.post-101".
std::string number_in(std::string_view id) {
    const std::size_t post = id.rfind("post-");
    return std::string(post == std::string_view::npos ? id : id.substr(post + 5));
}

/// "post", "page", "comment", "settings": either form's way to say so.
std::string kind_of(const XmlElement& entry) {
    if (const std::string type = entry.text_of("blogger:type"); !type.empty()) return ascii_lowered(type);
    for (const XmlElement& field : entry.children)
        if (field.name == "category" && field.attribute("term").starts_with(kinds))
            return std::string(field.attribute("term").substr(kinds.size()));
    return {};
}

std::string link_of(const XmlElement& entry, std::string_view relation) {
    for (const XmlElement& field : entry.children)
        if (field.name == "link" && field.attribute("rel") == relation) return std::string(field.attribute("href"));
    return {};
}

bool is_draft(const XmlElement& entry) {
    const XmlElement* control = entry.child("app:control");
    const std::string status = entry.text_of("blogger:status");
    return (control != nullptr && control->text_of("app:draft") == "yes") || (!status.empty() && status != "LIVE");
}

bool is_trashed(const XmlElement& entry) { return !entry.text_of("blogger:trashed").empty(); }

std::string post_of_comment(const XmlElement& entry) {
    if (const std::string parent = entry.text_of("blogger:parent"); !parent.empty()) return number_in(parent);
    const XmlElement* answered = entry.child("thr:in-reply-to");
    return answered == nullptr ? std::string() : number_in(answered->attribute("ref"));
}

std::optional<std::string> answered_comment(const XmlElement& entry) {
    if (const std::string told = entry.text_of("blogger:inReplyTo"); !told.empty()) return number_in(told);
    const std::string link = link_of(entry, "related");  // "…/77/comments/default/55?v=2"
    const std::size_t at = link.rfind("/comments/default/");
    if (at == std::string::npos) return std::nullopt;
    const std::string number = link.substr(at + 18);
    return number.substr(0, number.find_first_of("?#"));
}

std::optional<DateTime> time_of(const XmlElement& entry, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (const auto time = parse_date(entry.text_of(name))) return time;
    return std::nullopt;
}

std::string author_name(const XmlElement& entry) {
    const XmlElement* author = entry.child("author");
    return author == nullptr ? std::string() : plain_title(author->text_of("name"));
}
std::string author_address(const XmlElement& entry) {
    const XmlElement* author = entry.child("author");
    return author == nullptr ? std::string() : author->text_of("uri");
}

/// The file and what it says besides the posts; entries share it.
class Backup {
  public:
    Backup(ExportFile opened, std::shared_ptr<const FileTree> tree) : file_(std::move(opened)), tree_(std::move(tree)) {
        if (!tree_) return;
        for (const FileTree::File& file : tree_->files()) albums_.try_emplace(base_name(file.name), file.name);
    }

    std::string title, language;
    std::optional<Url> home;
    std::map<std::string, std::vector<Place>> comments;  ///< by the post's number

    [[nodiscard]] const ExportFile& file() const { return file_; }

    [[nodiscard]] std::optional<Url> permalink_of(const XmlElement& entry) const {
        if (auto url = Url::parse(link_of(entry, "alternate")); url && url->is_web()) return url;
        const std::string name = entry.text_of("blogger:filename");
        return home && name.starts_with('/') ? home->resolve(name) : std::nullopt;
    }

    [[nodiscard]] Result<Given> read(const Place& place, Report& report) const {
        const auto bytes = bytes_at(place);
        if (!bytes) return fail(bytes.error());
        const auto entry = element_in(*bytes);
        if (!entry) return fail(ErrorKind::unreadable, file_.name() + " has changed while it was read");
        Given given = post_of(*entry, report);
        given.sha256 = sha256_hex(*bytes);
        given.source_file = file_.source_file();
        return given;
    }

  private:
    static std::string base_name(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

    [[nodiscard]] Result<std::string> bytes_at(const Place& place) const {
        if (place.end - place.start > largest_entry)
            return fail(ErrorKind::refused, file_.name() + ": an entry is too large");
        return file_.read(place.start, static_cast<std::size_t>(place.end - place.start));
    }
    static std::optional<XmlElement> element_in(std::string_view bytes) {
        std::optional<XmlElement> element;
        const Status status =
            markup::visit_units(bytes, {.depth = 0}, [&](XmlUnit unit) { element = std::move(unit.element); });
        return status ? std::move(element) : std::nullopt;
    }

    [[nodiscard]] Given post_of(const XmlElement& entry, Report& report) const {
        Given given;
        given.title = plain_title(entry.text_of("title"));
        if (std::string author = author_name(entry); !author.empty()) given.authors.push_back(std::move(author));
        for (const XmlElement& field : entry.children) {
            if (field.name != "category" || field.attribute("term").starts_with(kinds)) continue;
            given.tags.push_back(plain_title(field.attribute("term")));
        }
        given.published = time_of(entry, {"published", "blogger:created"});
        given.updated = time_of(entry, {"updated"});
        given.place = entry.text_of("georss:featurename");
        if (given.place.empty()) given.place = entry.text_of("blogger:location");
        given.position = parsed_position(entry.text_of("georss:point"));
        given.language = language;
        given.site_title = title;
        given.site_url = home;
        given.content = parsed_content(entry.text_of("content"), given.title, report);
        use_albums(given.content);
        take_comments(entry, given, report);
        return given;
    }

    /// Pictures that came with the export, by the names of their files.
    void use_albums(markup::Body& content) const {
        if (albums_.empty()) return;
        markup::each_element(content.root(), [&](markup::Element& element) {
            if (!markup::is_named(element, "img")) return;
            const auto url = Url::parse(markup::attribute(element, "src"));
            const auto file = url ? albums_.find(last_path_segment(*url)) : albums_.end();
            if (file == albums_.end()) return;
            if (const auto local = file_url(tree_->root() / file->second))
                markup::set_attribute(element, "src", local->text());
        });
    }

    void take_comments(const XmlElement& post, Given& given, Report& report) const {
        const auto places = comments.find(number_in(post.text_of("id")));
        if (places == comments.end()) return;
        const std::string writer = author_address(post);
        for (const Place& place : places->second) {
            const auto bytes = bytes_at(place);
            const auto entry = bytes ? element_in(*bytes) : std::nullopt;
            if (!entry) continue;
            Comment comment;
            comment.id = number_in(entry->text_of("id"));
            comment.parent = answered_comment(*entry);
            comment.author = author_name(*entry);
            const std::string address = author_address(*entry);
            if (const auto url = Url::parse(address); url && url->is_web()) comment.author_url = url->text();
            comment.by_post_author = address.empty() && writer.empty()
                                         ? comment.author == author_name(post) && !comment.author.empty()
                                         : address == writer;
            comment.published = time_of(*entry, {"published", "blogger:created"});
            comment.body = parsed_content(entry->text_of("content"), given.title, report);
            given.comments.push_back(std::move(comment));
        }
        given.comments_declared = static_cast<int>(places->second.size());  // what cannot be read is missed
    }

    ExportFile file_;
    std::shared_ptr<const FileTree> tree_;
    std::map<std::string, std::string, std::less<>> albums_;  // names within the tree
};

/// One pass: which entry is what, and where.
class Index {
  public:
    Index(const std::shared_ptr<Backup>& backup, const Inclusion& include) : backup_(backup), include_(include) {}

    void read(Report& report) {
        markup::XmlUnits units({.depth = 1}, [&](XmlUnit unit) { take(std::move(unit)); });
        Status status;
        for (std::uint64_t offset = 0; status;) {
            const auto piece = backup_->file().read(offset, piece_size);
            if (!piece) status = fail(piece.error());
            if (!piece || piece->empty()) break;
            offset += piece->size();
            status = units.read(*piece);
        }
        if (status) status = units.finish();
        if (!status)
            report.add(IssueCode::listing_incomplete, backup_->file().name(),
                       "it breaks off: " + status.error().message);
    }

    ExportedBlog blog;

  private:
    void take(XmlUnit unit) {
        const XmlElement& element = unit.element;
        if (element.name == "title") backup_->title = plain_title(element.own_text());
        if (element.name == "link" && element.attribute("rel") == "alternate" && !backup_->home)
            backup_->home = Url::parse(element.attribute("href"));
        if (element.name != "entry") return;
        const std::string kind = kind_of(element);
        const Place place{unit.start, unit.end};
        if (kind == "comment") {
            if (!is_draft(element) && !is_trashed(element))
                backup_->comments[post_of_comment(element)].push_back(place);
            return;
        }
        if (kind != "post" && kind != "page") return;
        if ((is_draft(element) && !include_.drafts) || (is_trashed(element) && !include_.trash)) {
            ++blog.left_out;
            return;
        }
        (kind == "page" ? blog.pages : blog.posts)
            .push_back({plain_title(element.text_of("title")), backup_->permalink_of(element),
                        time_of(element, {"published", "blogger:created"}),
                        [backup = std::shared_ptr<const Backup>(backup_), place](Report& report) {
                            return backup->read(place, report);
                        }});
    }

    std::shared_ptr<Backup> backup_;
    const Inclusion& include_;
};

bool is_takeout_feed(std::string_view name) {
    return name.ends_with("feed.atom") && name.find("Blogs/") != std::string_view::npos;
}

Result<ExportFile> opened(const Source& source, const FileTree::File* file) {
    if (file == nullptr) return ExportFile::open(source);
    auto member = detect_in(source.tree, *file);
    return member ? ExportFile::open(*member) : fail(member.error());
}

}  // namespace

bool is_blogger_export(const FileStart& start) {
    const bool is_feed = start.root() == "feed" || start.root() == "ns0:feed";
    return is_feed && (start.mentions("schemas.google.com/blogger/2018") ||
                       start.mentions("schemas.google.com/blogger/2008/kind#"));
}

bool holds_blogger_export(const FileTree& tree) {
    return std::ranges::any_of(tree.files(), is_takeout_feed, &FileTree::File::name);
}

Result<Listing> read_blogger_export(std::span<const Source> sources, const Reading& reading) {
    const Source& source = sources.front();
    const FileTree::File* feed = nullptr;
    if (source.tree && source.bytes.empty())
        for (const FileTree::File& file : source.tree->files())
            if (is_takeout_feed(file.name) && feed == nullptr) feed = &file;
    auto file = opened(source, feed);
    if (!file) return fail(file.error());
    const auto backup = std::make_shared<Backup>(*std::move(file), source.tree);
    backup->home = source.url;
    Index index(backup, reading.options.include);
    index.read(reading.report);
    index.blog.title = backup->title;
    index.blog.home = backup->home;
    return exported_listing(std::move(index.blog), source, reading.options.include.pages);
}

}  // namespace blogbind
