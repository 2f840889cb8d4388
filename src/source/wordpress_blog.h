// What an export of WordPress says besides the posts: the blog, its writers, its pictures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/xml_units.h"
#include "net/url.h"

namespace blogbind {

/// Where an item stands.
struct ExportPlace {
    std::size_t file = 0;
    std::uint64_t start = 0, end = 0;
};

struct WordpressMedium {
    std::string address, alt, caption;
    [[nodiscard]] bool is_picture() const;
    [[nodiscard]] bool is_video() const;
};

struct WordpressWriter {
    std::string id, name;
};

class WordpressBlog {
  public:
    std::string title, description, language;
    std::optional<Url> home;

    /// `read`: an item of the export, once more; nothing if it cannot be read.
    using Reader = std::function<std::optional<markup::XmlElement>(const ExportPlace&)>;
    explicit WordpressBlog(Reader read) : read_(std::move(read)) {}

    /// A field of the channel that is no item.
    void add_field(const markup::XmlElement& field);
    /// Of an upload only its place is kept: blogs have hundreds of thousands.
    void add_upload(const markup::XmlElement& item, const ExportPlace& place);
    /// REQUIRES: no upload is added any more. The questions below may be asked then, from several threads.
    void settle();
    [[nodiscard]] std::optional<WordpressMedium> medium(long long id) const;
    /// Those that were uploaded for the post, in the order that their author gave them.
    [[nodiscard]] std::vector<WordpressMedium> media_of(long long post, const std::vector<long long>& excluded) const;
    /// Null for a login that the export does not explain.
    [[nodiscard]] const WordpressWriter* writer(std::string_view login) const;

  private:
    struct Upload {
        long long id = 0, parent = 0, place = 0;
        ExportPlace where;
    };
    [[nodiscard]] std::optional<WordpressMedium> medium_at(const Upload& upload) const;

    Reader read_;
    std::map<std::string, WordpressWriter, std::less<>> writers_;  // by login
    std::deque<Upload> uploads_;                                   // by number
    std::vector<std::uint32_t> by_parent_;  // indices of those with a parent, by parent and place
};

}  // namespace blogbind
