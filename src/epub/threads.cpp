#include "epub/threads.h"

#include <cstddef>
#include <vector>

#include "compose/anchors.h"
#include "epub/script_runs.h"
#include "markup/xhtml_writer.h"

namespace blogbind::epub {

namespace {

constexpr std::size_t deepest = 3;

/// A comment with the replies that are shown below it.
struct Node {
    const Comment* comment;
    std::vector<std::size_t> replies;
    std::size_t level;
    std::size_t parent;  // where it is shown; its own index at the first level
};

// `nodes` holds the comments in the appendix's order.
std::vector<Node> tree_of(const Appendix& appendix) {
    std::vector<Node> nodes;
    std::map<std::string_view, std::size_t> by_id;
    for (const Comment& comment : appendix.comments) {
        const std::size_t index = nodes.size();
        const auto answered = comment.parent ? by_id.find(*comment.parent) : by_id.end();
        nodes.push_back({.comment = &comment, .replies = {}, .level = 1, .parent = index});
        if (answered != by_id.end()) {
            const Node& other = nodes[answered->second];
            const std::size_t parent = other.level < deepest ? answered->second : other.parent;
            nodes.back().parent = parent;
            nodes.back().level = nodes[parent].level + 1;
            nodes[parent].replies.push_back(index);
        }
        by_id.emplace(comment.id, index);
    }
    return nodes;
}

class ThreadPrinter {
  public:
    ThreadPrinter(const Chapter& chapter, const Appendix& appendix, const CommentIndex& index, Typesetter& typesetter)
        : appendix_(appendix),
          index_(index),
          typesetter_(typesetter),
          nodes_(tree_of(appendix)),
          words_(typesetter.words_language(typesetter.book_language())),
          language_(chapter.language == typesetter.book_language() ? std::string_view() : chapter.language),
          direction_(foreign_direction(chapter.language, typesetter.book_language())) {}

    ThreadValues print() {
        ThreadValues lists;
        for (const Node& node : nodes_) {
            if (node.level != 1) continue;
            TemplateValues& values = (is_reference(*node.comment) ? lists.references : lists.comments).emplace_back();
            set(values, "anchor", "article", node);
            set_list(values, "replies", "has_replies", replies(node));
        }
        return lists;
    }

  private:
    TemplateValues::List replies(const Node& parent) {
        TemplateValues::List list;
        for (const std::size_t index : parent.replies) {
            TemplateValues& values = list.emplace_back();
            set(values, "reply_anchor", "reply", nodes_[index]);
            set_list(values, "answers", "has_answers", answers(nodes_[index]));
        }
        return list;
    }

    TemplateValues::List answers(const Node& parent) {
        TemplateValues::List list;
        for (const std::size_t index : parent.replies)
            set(list.emplace_back(), "answer_anchor", "answer", nodes_[index]);
        return list;
    }

    void set(TemplateValues& values, const char* anchor, const char* article, const Node& node) {
        values.set(anchor, compose::comment_anchor(node.comment->id)).set(article, this->article(*node.comment));
    }

    static void set_list(TemplateValues& values, const char* name, const char* presence, TemplateValues::List list) {
        values.show(presence, !list.empty()).set(name, std::move(list));
    }

    std::string article(const Comment& comment) {
        const Phrases& phrases = typesetter_.phrases();
        const bool is_signed = !comment.author.empty();
        const std::string anonymous = typesetter_.phrase(Phrase::anonymous);
        const bool has_likes = comment.likes && *comment.likes > 0;
        TemplateValues values;
        values.set("name", comment.removed ? std::string()
                           : is_signed     ? name(comment)
                                           : anonymous)
            .set("name_id", "by-" + compose::comment_anchor(comment.id).substr(std::string_view("comment-").size()))
            .set("name_words", is_signed ? std::string() : words_)
            .set("badge", comment.by_post_author ? phrases.text(Phrase::by_post_author) : std::string())
            .set("time", comment.published ? time(*comment.published) : std::string())
            .set("likes",
                 has_likes ? phrases.counted(Phrase::likes, static_cast<std::size_t>(*comment.likes)) : std::string())
            .set("in_reply_to", reply_line(comment))
            .set("removed", comment.removed ? phrases.text(Phrase::comment_removed) : std::string())
            .set("text", comment.removed ? std::string() : markup::inner_xhtml(comment.body.root()))
            .set("text_language", comment.removed ? std::string_view() : language_)
            .set("text_direction", direction_)
            .set("words", words_);
        return typesetter_.filled("comment.xhtml", values);
    }

    // The linking page's title leads there: without its address a reference says nothing.
    std::string name(const Comment& comment) {
        const std::string words = typesetter_.authored(comment.author);
        const auto url = is_reference(comment) && comment.author_url ? Url::parse(*comment.author_url) : std::nullopt;
        return url && url->is_web() ? typesetter_.link(url->text(), words) : words;
    }

    std::string time(const DateTime& time) {
        return typesetter_.time(rfc3339(time), typesetter_.phrases().moment(time));
    }

    // Empty for a comment that answers the post.
    std::string reply_line(const Comment& comment) {
        const auto answered = comment.parent ? index_.find(*comment.parent) : index_.end();
        if (answered == index_.end()) return {};
        const auto& [other, file] = answered->second;
        std::string target = '#' + compose::comment_anchor(other->id);
        if (file != appendix_.file) target.insert(0, compose::file_name(file));
        return typesetter_.phrase(Phrase::in_reply_to, typesetter_.link(target, label(*other)));
    }

    std::string label(const Comment& comment) {
        if (comment.removed) return typesetter_.phrase(Phrase::removed_comment);
        if (comment.author.empty()) return typesetter_.phrase(Phrase::anonymous);
        return typesetter_.quoted(comment.author, typesetter_.book_language());
    }

    const Appendix& appendix_;
    const CommentIndex& index_;
    Typesetter& typesetter_;
    std::vector<Node> nodes_;
    std::string words_;
    std::string_view language_, direction_;  ///< of the texts; empty: the book's
};

}  // namespace

CommentIndex index_comments(const Chapter& chapter) {
    CommentIndex index;
    for (const Appendix& appendix : chapter.appendices)
        for (const Comment& comment : appendix.comments)
            index.emplace(comment.id, CommentPlace{&comment, appendix.file});
    return index;
}

ThreadValues thread_values(const Chapter& chapter, const Appendix& appendix, const CommentIndex& index,
                           Typesetter& typesetter) {
    return ThreadPrinter(chapter, appendix, index, typesetter).print();
}

}  // namespace blogbind::epub
