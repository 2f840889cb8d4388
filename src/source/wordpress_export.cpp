#include "source/wordpress_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "markup/xml_units.h"
#include "series/part_tokens.h"
#include "source/export_file.h"
#include "source/wordpress_item.h"

namespace blogbind {
namespace {

using markup::XmlUnit;

constexpr std::size_t piece_size = std::size_t{1} << 18;
constexpr std::uint64_t largest_item = std::uint64_t{128} << 20;

/// What an entry is made of, kept small: there may be a hundred thousand.
struct ListedItem {
    ExportPlace place;
    std::string title, permalink, alias;
    std::optional<DateTime> published;
};
using ListedItems = std::deque<ListedItem>;

/// The files and what they say besides the posts; entries share it.
class Export {
  public:
    Export() = default;
    Export(const Export&) = delete;  // the blog reads through it
    Export& operator=(const Export&) = delete;

    std::vector<ExportFile> files;
    WordpressBlog blog{[this](const ExportPlace& place) {
        const auto bytes = bytes_at(place);
        return bytes ? element_in(*bytes) : std::nullopt;
    }};

    [[nodiscard]] Result<Given> read(const ExportPlace& place, Report& report) const {
        const ExportFile& file = files[place.file];
        const auto bytes = bytes_at(place);
        if (!bytes) return fail(bytes.error());
        const std::optional<markup::XmlElement> item = element_in(*bytes);
        if (!item) return fail(ErrorKind::unreadable, file.name() + " has changed while it was read");
        Given given = wordpress_post(*item, blog, report);
        given.sha256 = sha256_hex(*bytes);
        given.source_file = file.source_file();
        return given;
    }

  private:
    [[nodiscard]] Result<std::string> bytes_at(const ExportPlace& place) const {
        if (place.end - place.start <= largest_item)
            return files[place.file].read(place.start, static_cast<std::size_t>(place.end - place.start));
        return fail(ErrorKind::refused,
                    fmt::format("{}: the item at byte {} is too large", files[place.file].name(), place.start));
    }
    static std::optional<markup::XmlElement> element_in(std::string_view bytes) {
        std::optional<markup::XmlElement> element;
        const Status status =
            markup::visit_units(bytes, {.depth = 0}, [&](XmlUnit unit) { element = std::move(unit.element); });
        return status ? std::move(element) : std::nullopt;
    }
};

/// One pass over all files: what is where.
class Index {
  public:
    Index(Export& all, const Inclusion& include) : export_(all), include_(include) {}

    void read(std::size_t number, Report& report) {
        const ExportFile& file = export_.files[number];
        markup::XmlUnits units({.depth = 2, .is_skipped = is_for_later},
                               [&](XmlUnit unit) { take(std::move(unit), number); });
        Status status;
        for (std::uint64_t offset = 0; status;) {
            const auto piece = file.read(offset, piece_size);
            if (!piece) status = fail(piece.error());
            if (!piece || piece->empty()) break;
            offset += piece->size();
            status = units.read(*piece);
        }
        if (status) status = units.finish();
        if (!status) report.add(IssueCode::listing_incomplete, file.name(), "it breaks off: " + status.error().message);
    }

    ListedItems posts, pages;
    std::size_t left_out = 0;  ///< posts that are not for readers

  private:
    static bool is_for_later(std::string_view name) {
        constexpr std::array<std::string_view, 6> fields{"content:encoded", "excerpt:encoded", "wp:comment",
                                                         "wp:postmeta",     "category",        "dc:creator"};
        return std::ranges::find(fields, name) != fields.end();
    }

    void take(XmlUnit unit, std::size_t file) {
        if (unit.element.name != "item") return export_.blog.add_field(unit.element);
        const ExportPlace place{file, unit.start, unit.end};
        if (unit.element.text_of("wp:post_type") == "attachment") return export_.blog.add_upload(unit.element, place);
        WordpressItem item = wordpress_item(unit.element, export_.blog);
        const bool is_page = item.type == "page";
        if (!is_page && item.type != "post") return;
        if (!is_included(item, include_)) {
            ++left_out;
            return;
        }
        if (!known_.insert(item.id).second) return;
        (is_page ? pages : posts)
            .push_back({place, std::move(item.title), item.permalink ? item.permalink->text() : "",
                        item.alias ? item.alias->text() : "", item.published});
    }

    Export& export_;
    const Inclusion& include_;
    std::set<long long> known_;
};

Entry entry_for(ListedItem listed, const std::shared_ptr<const Export>& all) {
    Entry entry;
    entry.part = series::read_title(listed.title).part;
    entry.permalink = Url::parse(listed.permalink);
    if (auto alias = Url::parse(listed.alias)) entry.aliases.push_back(*std::move(alias));
    entry.title = std::move(listed.title);
    entry.published = listed.published;
    entry.reason = "in the export “" + all->files[listed.place.file].name() + "”";
    entry.given = [all, place = listed.place](Report& report) { return all->read(place, report); };
    return entry;
}

void sort_by_date(ListedItems& items) {
    std::ranges::stable_sort(items, [](const ListedItem& a, const ListedItem& b) {
        const auto &first = a.published, &second = b.published;
        return first && second ? first->utc() < second->utc() : first.has_value() && !second;
    });
}

Error nothing_in(const Export& all, std::size_t left_out) {
    const std::string& name = all.files.front().name();
    if (left_out == 0) return {ErrorKind::unreadable, name + " holds no posts"};
    return {ErrorKind::unreadable,
            fmt::format("{} holds no published posts; {} others can be had with --include", name, left_out)};
}

}  // namespace

bool is_wordpress_export(const FileStart& start) {
    return start.root() == "rss" && start.mentions("wordpress.org/export/");
}

Result<Listing> read_wordpress_export(std::span<const Source> sources, const Reading& reading) {
    const auto all = std::make_shared<Export>();
    for (const Source& source : sources) {
        auto file = ExportFile::open(source);
        if (!file) return fail(file.error());
        all->files.push_back(*std::move(file));
    }
    Index index(*all, reading.options.include);
    for (std::size_t number = 0; number < all->files.size(); ++number) index.read(number, reading.report);
    all->blog.settle();
    ListedItems items = std::move(index.posts);
    if (reading.options.include.pages || items.empty()) std::ranges::move(index.pages, std::back_inserter(items));
    if (items.empty()) return fail(nothing_in(*all, index.left_out));
    sort_by_date(items);
    const bool is_by_date =
        reading.options.order != series::Order::title && reading.options.order != series::Order::part;
    if (is_by_date && items.size() > reading.options.max_posts) items.resize(reading.options.max_posts);
    Listing listing{all->blog.title, all->blog.home, std::string(reader_of(sources.front().kind).label), {}, {}};
    for (ListedItem& item : items) listing.entries.push_back(entry_for(std::move(item), all));
    return listing;
}

}  // namespace blogbind
