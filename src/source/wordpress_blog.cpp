#include "source/wordpress_blog.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

bool ends_as(std::string_view address, std::string_view extensions) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    const std::size_t dot = path.rfind('.');
    return dot != std::string_view::npos && has_word(extensions, ascii_lowered(path.substr(dot + 1)));
}

}  // namespace

bool WordpressMedium::is_picture() const {
    return ends_as(address, "jpg jpeg jpe png gif webp avif heic heif bmp tif tiff svg");
}

bool WordpressMedium::is_video() const { return ends_as(address, "mp4 m4v mov webm ogv avi wmv mpg mpeg 3gp"); }

void WordpressBlog::add_field(const markup::XmlElement& field) {
    const auto keep = [](std::string& known, std::string text) {
        if (known.empty()) known = std::move(text);
    };
    if (field.name == "title") keep(title, plain_title(field.own_text()));
    if (field.name == "description") keep(description, plain_title(field.own_text()));
    if (field.name == "language") keep(language, field.own_text());
    const bool is_home = field.name == "wp:base_blog_url" || (field.name == "link" && !home);
    if (is_home)
        if (const std::optional<Url> url = Url::parse(field.own_text()); url && url->is_web()) home = url;
    if (field.name != "wp:author") return;
    const std::string login = field.text_of("wp:author_login");
    std::string name = field.text_of("wp:author_display_name");
    writers_[login] = {field.text_of("wp:author_id"), name.empty() ? login : plain_title(name)};
}

void WordpressBlog::add_upload(const markup::XmlElement& item, const ExportPlace& place) {
    const auto number = [&item](std::string_view name) { return parsed_integer(item.text_of(name)).value_or(0); };
    uploads_.push_back({number("wp:post_id"), number("wp:post_parent"), number("wp:menu_order"), place});
}

void WordpressBlog::settle() {
    std::ranges::stable_sort(uploads_, {}, &Upload::id);
    for (std::size_t i = 0; i < uploads_.size(); ++i)
        if (uploads_[i].parent != 0) by_parent_.push_back(static_cast<std::uint32_t>(i));
    std::ranges::stable_sort(by_parent_, {}, [this](std::uint32_t i) {
        return std::tuple(uploads_[i].parent, uploads_[i].place, uploads_[i].id);
    });
}

std::optional<WordpressMedium> WordpressBlog::medium_at(const Upload& upload) const {
    const std::optional<markup::XmlElement> item = read_(upload.where);
    if (!item) return std::nullopt;
    WordpressMedium medium{item->text_of("wp:attachment_url"), {}, item->text_of("excerpt:encoded")};
    if (medium.address.empty()) medium.address = item->text_of("guid");
    for (const markup::XmlElement& field : item->children)
        if (field.text_of("wp:meta_key") == "_wp_attachment_image_alt") medium.alt = field.text_of("wp:meta_value");
    return medium;
}

std::optional<WordpressMedium> WordpressBlog::medium(long long id) const {
    const auto found = std::ranges::lower_bound(uploads_, id, {}, &Upload::id);
    return found == uploads_.end() || found->id != id ? std::nullopt : medium_at(*found);
}

std::vector<WordpressMedium> WordpressBlog::media_of(long long post, const std::vector<long long>& excluded) const {
    std::vector<WordpressMedium> media;
    const auto own =
        std::ranges::equal_range(by_parent_, post, {}, [this](std::uint32_t i) { return uploads_[i].parent; });
    for (const std::uint32_t i : own)
        if (std::ranges::find(excluded, uploads_[i].id) == excluded.end())
            if (std::optional<WordpressMedium> medium = medium_at(uploads_[i])) media.push_back(*std::move(medium));
    return media;
}

const WordpressWriter* WordpressBlog::writer(std::string_view login) const {
    const auto found = writers_.find(login);
    return found == writers_.end() ? nullptr : &found->second;
}

}  // namespace blogbind
