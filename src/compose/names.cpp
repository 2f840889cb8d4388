#include "compose/names.h"

#include <array>
#include <initializer_list>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::compose {

namespace {

// Documents that every book has, in the same folder as the chapters.
constexpr std::array<std::string_view, 4> reserved{"cover", "titlepage", "comments", "colophon"};

std::string with_part(std::string text, int part) { return part == 1 ? text : text + '_' + std::to_string(part); }

std::string_view without_extension(std::string_view name) {
    for (const std::string_view extension : {".html", ".htm", ".xhtml", ".php", ".aspx", ".asp", ".txt"})
        if (name.ends_with(extension)) return name.substr(0, name.size() - extension.size());
    return name;
}

// What tells posts apart where their names do not.
std::string origin(const Post& post) { return post.permalink ? post.permalink->text() : post.source_file + post.title; }

std::string slug_of(const Post& post) {
    const std::string segment = post.permalink ? last_path_segment(*post.permalink) : std::string();
    for (const std::string_view source :
         {without_extension(segment), std::string_view(post.title), without_extension(post.source_file)}) {
        std::string candidate = slug(source);
        if (!candidate.empty() && candidate != "index" && candidate != "default") return candidate;
    }
    return sha256_hex(origin(post)).substr(0, 8);  // titles in Chinese, Japanese, Korean
}

}  // namespace

std::string ChapterName::file(int part) const { return "text/" + with_part(stem, part) + ".xhtml"; }
std::string ChapterName::id(int part) const { return with_part("c-" + id_stem, part); }
std::string ChapterName::comments_file(int part) const {
    return "text/" + with_part(stem + "-comments", part) + ".xhtml";
}
std::string ChapterName::comments_id(int part) const { return with_part("x-" + id_stem, part); }

ChapterName Names::give(const Post& post) {
    if (stems_.empty()) stems_.insert(reserved.begin(), reserved.end());
    const std::string day = post.published ? iso_day(*post.published) : std::string();
    const std::string slug = slug_of(post);
    const std::string plain = day.empty() ? slug : day + '-' + slug;
    const auto is_free = [&](const std::string& stem) {
        return !stems_.contains(stem) && !stems_.contains(stem + "-comments");
    };
    std::string stem = plain;
    if (!is_free(stem)) stem = plain + '-' + sha256_hex(origin(post)).substr(0, 6);
    for (int n = 2; !is_free(stem); ++n) stem = plain + '-' + std::to_string(n);
    stems_.insert({stem, stem + "-comments"});

    const std::string plain_id = day.empty() ? stem : day;
    std::string id = plain_id;
    for (int n = 2; !ids_.insert(id).second; ++n) id = plain_id + '-' + std::to_string(n);
    return {.stem = std::move(stem), .id_stem = std::move(id)};
}

}  // namespace blogbind::compose
