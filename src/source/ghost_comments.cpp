#include "source/ghost_comments.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text.h"
#include "source/given_fields.h"

namespace blogbind {
namespace {

constexpr std::size_t comments_at_once = 100, most_comments = 20000;

/// A post's comments and their answers: those all stand below what was said first, but may name what they answer.
class Conversation {
  public:
    Conversation(const std::string& blog, Fetcher& fetcher, std::string_view where, Report& report)
        : list_(blog + "members/api/comments/"), fetcher_(fetcher), where_(where), report_(report) {}

    GhostComments read(const std::string& post) && {
        visit(fmt::format("{}post/{}/", list_, post),
              [this](const Json& told) { return take(told, std::nullopt) && take_answers(told); });
        return std::move(read_);
    }

  private:
    template <class Take>
    void visit(const std::string& list, Take take_one) {
        const auto failures = visit_batches(ghost_plan(list, "comments", comments_at_once, most_comments), fetcher_,
                                            [&](const LiveItem& item) { return take_one(item.json); });
        if (!failures.empty() && read_.failure.empty()) read_.failure = failures.front().detail;
    }

    bool take_answers(const Json& told) {
        const std::string id = id_text(told["id"]);
        const Json::Array* answers = told["replies"].array();
        const std::size_t held = answers == nullptr ? 0 : answers->size();
        if (answers != nullptr)
            for (const Json& answer : *answers) take(answer, id);
        const int counted = count_in(told["count"]["replies"]).value_or(0);
        if (counted > static_cast<int>(held))
            visit(fmt::format("{}{}/replies/", list_, id), [&](const Json& answer) { return take(answer, id); });
        return true;
    }

    bool take(const Json& told, const std::optional<std::string>& parent) {
        Comment comment;
        comment.id = id_text(told["id"]);
        if (comment.id.empty() || !known_.insert(comment.id).second) return false;
        comment.parent = parent;
        if (const std::string named = id_text(told["in_reply_to_id"]); known_.contains(named)) comment.parent = named;
        comment.author = plain_title(told["member"].text("name"));
        comment.published = parse_date(told.text("created_at"));
        comment.likes = count_in(told["count"]["likes"]);
        comment.removed = told.text("status") == "deleted" || told.text("status") == "hidden";
        if (!comment.removed) comment.body = parsed_content(told.text("html"), where_, report_);
        read_.comments.push_back(std::move(comment));
        return true;
    }

    std::string list_;
    Fetcher& fetcher_;
    std::string_view where_;
    Report& report_;
    GhostComments read_;
    std::set<std::string> known_;
};

}  // namespace

std::optional<GhostDiscussion> ghost_discussion(const PagePart& page) {
    std::optional<GhostDiscussion> found;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        const std::string_view blog = markup::attribute(element, "data-ghost-comments");
        const std::string_view post = markup::attribute(element, "data-post-id");
        if (found || !markup::is_named(element, "script") || blog.empty() || post.empty() || !page.url) return;
        const std::optional<Url> address = page.url->resolve(blog);
        if (address && address->host() == page.url->host()) found = {address->text(), std::string(post)};
    });
    if (found && !found->blog.ends_with('/')) found->blog += '/';
    return found;
}

GhostComments ghost_comments(const GhostDiscussion& discussion, Fetcher& fetcher, std::string_view where,
                             Report& report) {
    return Conversation(discussion.blog, fetcher, where, report).read(discussion.post);
}

BatchPlan ghost_plan(std::string list, std::string_view member, std::size_t most, std::size_t limit) {
    const char mark = list.find('?') == std::string::npos ? '?' : '&';
    return {.most = most,
            .limit = limit,
            .address =
                [list = std::move(list), mark](std::size_t start, std::size_t count) {
                    return Url::parse(fmt::format("{}{}limit={}&page={}", list, mark, count, start / count + 1));
                },
            .batch = [member](std::string_view answer) -> std::optional<Batch> {
                const auto json = parse_json(answer);
                return json ? batch_in(*json, member, (*json)["meta"]["pagination"]["total"]) : std::nullopt;
            }};
}

}  // namespace blogbind
