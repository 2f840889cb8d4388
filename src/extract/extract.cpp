#include "extract/extract.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/article.h"
#include "extract/author_notes.h"
#include "extract/barriers.h"
#include "extract/body_cut.h"
#include "extract/comments.h"
#include "extract/given_post.h"
#include "extract/lead_picture.h"
#include "extract/metadata.h"
#include "extract/page_addresses.h"
#include "extract/page_reading.h"
#include "extract/post_fields.h"
#include "extract/united_comments.h"
#include "extract/writing.h"
#include "markup/html_parser.h"

namespace blogbind::extract {

namespace {

std::string where_of(const Entry& entry, const Page& page) {
    if (entry.permalink) return entry.permalink->text();
    if (!page.parts.empty() && page.parts.front().url) return page.parts.front().url->text();
    return entry.title;
}

/// Comments of all pages as they stand in them; each page's own.
struct Discussion {
    std::vector<std::vector<Comment>> pages;
    std::vector<const markup::Element*> roots;  // one for each part; null where there are none
    std::optional<int> declared;
    bool closed = false;
};

/// Themes show titles only of links from other sites, and no parents below their deepest level.
void fill_gaps(std::vector<Comment>& comments, const std::vector<CommentFacts>& told) {
    std::unordered_map<std::string_view, const CommentFacts*> known;
    for (const CommentFacts& facts : told) known.emplace(facts.id, &facts);
    for (Comment& comment : comments) {
        const auto facts = known.find(comment.id);
        if (facts == known.end()) continue;
        if (!comment.published) comment.published = facts->second->published;
        if (facts->second->parent) comment.parent = facts->second->parent;
        if (facts->second->content.empty() || !comment.body.is_empty()) continue;
        if (auto content = markup::parse_fragment(facts->second->content)) comment.body = std::move(content->body);
    }
}

Discussion read_discussion(const Page& page) {
    Discussion discussion;
    for (const PagePart& part : page.parts) {
        CommentSection section = read_comments(part);
        discussion.roots.push_back(section.root);
        fill_gaps(section.comments, page.told_comments);
        discussion.pages.push_back(std::move(section.comments));
        discussion.closed = discussion.closed || section.closed;
        if (!discussion.declared) discussion.declared = section.declared;
    }
    return discussion;
}

std::vector<Section> read_sections(const Page& page, const Discussion& discussion) {
    std::vector<Section> sections;
    for (std::size_t i = 0; i < page.parts.size(); ++i) {
        const PagePart& part = page.parts[i];
        if (part.role == PageRole::comments) continue;
        if (const std::optional<Article>& article = article_of(part))
            sections.push_back({&part, *article, discussion.roots[i]});
        else if (i == 0)
            return {};
    }
    return sections;
}

void take_metadata(Metadata metadata, Post& post) {
    post.aliases = std::move(metadata.aliases);
    post.title = std::move(metadata.title);
    post.subtitle = std::move(metadata.subtitle);
    post.authors = std::move(metadata.authors);
    post.published = metadata.published;
    post.updated = metadata.updated;
    post.language = std::move(metadata.language);
    post.tags = std::move(metadata.tags);
    post.place = std::move(metadata.place);
    post.position = metadata.position;
    post.site_title = std::move(metadata.site_title);
    post.site_description = std::move(metadata.site_description);
    post.site_url = std::move(metadata.site_url);
    post.licence = std::move(metadata.licence);
    post.previous = std::move(metadata.previous);
    post.next = std::move(metadata.next);
}

/// The address that the page claims, then the one that answered, then the one that was listed; the others, with those
/// that led here, are aliases.
void take_addresses(const Entry& entry, const PagePart& first, const std::optional<Url>& canonical, Post& post) {
    const std::optional<Url> answered = first.url ? std::optional(post_address(*first.url)) : std::nullopt;
    for (const std::optional<Url>& candidate : {canonical, answered, entry.permalink})
        if (candidate && !post.permalink) post.permalink = candidate;
    for (const std::optional<Url>& other : {answered, first.requested, entry.permalink})
        if (other && *other != *post.permalink && std::ranges::find(post.aliases, *other) == post.aliases.end())
            post.aliases.push_back(*other);
}

/// What the pages show, and what is given of the comments besides.
void take_discussion(Discussion discussion, const Page& page, std::string_view where, Post& post, Report& report) {
    std::vector<Comment> comments = merged_comments(std::move(discussion.pages));
    std::optional<int> declared = discussion.declared;
    if (page.given) {
        unite_comments(comments, copies_of(page.given->comments));
        declared = std::max(declared, page.given->comments_declared);
    }
    std::vector<std::vector<Comment>> all;
    all.push_back(std::move(comments));
    take_comments(std::move(all), declared, page.comments_missing, where, post, report);
    post.comments_closed = discussion.closed;
}

/// What one page of the post lacks, another may have.
void take_rules(const Page& page, const std::string& where, Post& post, Report& report) {
    post.explanation.rules = page.parts.front().ruled.applied;
    for (AppliedRule& rule : post.explanation.rules) {
        for (const PagePart& part : page.parts)
            rule.matched = rule.matched || std::ranges::any_of(part.ruled.applied, [&](const AppliedRule& other) {
                               return other.matched && other.name == rule.name;
                           });
        if (is_for_each_post(rule) && !rule.matched)
            report.add(IssueCode::rule_unmatched, where, "the rule " + rule.text() + " finds nothing");
    }
    for (const PagePart& part : page.parts)
        std::ranges::copy(part.ruled.left_out, std::back_inserter(post.explanation.left_out));
}

std::string refusal(Barrier barrier) {
    return barrier == Barrier::none ? "there is no post in the page" : "the page " + std::string(description(barrier));
}

}  // namespace

Result<Post> extract_post(const Entry& entry, const Page& page, Report& report) {
    const std::string where = where_of(entry, page);
    if (page.given && page.parts.empty()) return given_post(entry, *page.given, where, report);
    if (page.parts.empty()) return fail(ErrorKind::unreadable, where + ": there is no page");
    const PagePart& first = page.parts.front();
    const Barrier barrier = barrier_of(first);
    Discussion discussion = read_discussion(page);
    const std::vector<Section> sections = read_sections(page, discussion);
    const bool is_unusable = barrier != Barrier::none || sections.empty();
    if (is_unusable && page.given && page.given->extent == Extent::whole)
        return given_post(entry, *page.given, where, report);

    Post post;
    take_rules(page, where, post, report);
    if (is_unusable) return fail(ErrorKind::unreadable, where + ": " + refusal(barrier));
    Metadata metadata = metadata_of(first);
    take_addresses(entry, first, metadata.canonical, post);
    std::vector<Url> led_here = std::move(post.aliases);
    take_metadata(std::move(metadata), post);
    post.aliases.insert(post.aliases.end(), led_here.begin(), led_here.end());
    if (post.title.empty()) post.title = title_instead(entry, post);
    post.body = cut_body(sections, post.permalink, post.title, post.explanation);
    drop_notes_on_authors(post.body, post.authors, post.explanation.left_out);
    if (post.body.is_empty()) return fail(ErrorKind::unreadable, where + ": " + refusal(Barrier::none));
    if (ends_at_paywall(first.document.root()))
        report.add(IssueCode::post_truncated, where, "the rest is for subscribers only");
    if (auto lead = lead_picture(facts_of(first), post.body.root(), base_address(first.document.root(), first.url)))
        post.lead_image = std::make_unique<Image>(*std::move(lead));
    post.is_vertical = is_written_vertically(first.document.root(), *sections.front().article.body);
    post.part = entry.part;
    post.sha256 = first.sha256;
    post.retrieved = first.retrieved;
    post.archive_record = first.archive_record;
    post.memento = first.memento;
    post.source_file = first.source_file;
    take_discussion(std::move(discussion), page, where, post, report);
    if (page.given) supplement(post, *page.given);
    return post;
}

}  // namespace blogbind::extract
