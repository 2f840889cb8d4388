// Comments that rest: their fields one after the other, in bytes.
#include <cstdint>
#include <cstring>

#include "model/comment.h"

namespace blogbind {

namespace {

class Writer {
  public:
    void number(std::int64_t value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out_.append(bytes, sizeof value);
    }
    void text(std::string_view text) {
        number(static_cast<std::int64_t>(text.size()));
        out_ += text;
    }
    void optional_text(const std::optional<std::string>& known) {
        number(known.has_value());
        if (known) text(*known);
    }
    void time(const std::optional<DateTime>& time) {
        number(time.has_value());
        if (!time) return;
        number(time->local.time_since_epoch().count());
        number(time->offset.has_value());
        if (time->offset) number(time->offset->count());
        number(time->has_time);
    }
    std::string take() && { return std::move(out_); }

  private:
    std::string out_;
};

/// What a Writer wrote, asked for in the same order.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool is_at_end() const { return bytes_.empty(); }
    std::int64_t number() {
        std::int64_t value = 0;
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }
    std::string text() {
        const auto size = static_cast<std::size_t>(number());
        std::string text(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return text;
    }
    std::optional<std::string> optional_text() { return number() != 0 ? std::optional(text()) : std::nullopt; }
    std::optional<DateTime> time() {
        if (number() == 0) return std::nullopt;
        DateTime time{.local = std::chrono::sys_seconds(std::chrono::seconds(number())), .offset = std::nullopt};
        if (number() != 0) time.offset = std::chrono::minutes(number());
        time.has_time = number() != 0;
        return time;
    }

  private:
    std::string_view bytes_;
};

void write(const Comment& comment, Writer& out) {
    out.text(comment.id);
    out.optional_text(comment.parent);
    out.text(comment.author);
    out.optional_text(comment.author_url);
    out.number(comment.by_post_author);
    out.time(comment.published);
    out.text(comment.body.packed());
    out.number(comment.likes.has_value());
    out.number(comment.likes.value_or(0));
    out.number(static_cast<std::int64_t>(comment.kind));
    out.number(comment.removed);
}

/// `neighbour`: a comment of the same list, if there is one already.
Comment read(Reader& in, const Comment* neighbour) {
    Comment comment;
    comment.id = in.text();
    comment.parent = in.optional_text();
    comment.author = in.text();
    comment.author_url = in.optional_text();
    comment.by_post_author = in.number() != 0;
    comment.published = in.time();
    comment.body = markup::Body::unpacked(in.text(), neighbour != nullptr ? &neighbour->body : nullptr);
    const bool has_likes = in.number() != 0;
    const auto likes = static_cast<int>(in.number());
    if (has_likes) comment.likes = likes;
    comment.kind = static_cast<CommentKind>(in.number());
    comment.removed = in.number() != 0;
    return comment;
}

}  // namespace

void CommentList::rest() const {
    if (!is_awake_ || comments_.empty() || !place_.exists()) return;
    if (!place_.is_current()) {
        Writer out;
        for (const Comment& comment : comments_) write(comment, out);
        if (!place_.put(std::move(out).take())) return;  // what cannot be put away stays
    }
    std::vector<Comment>().swap(comments_);
    is_awake_ = false;
}

void CommentList::wake() const {
    const std::string packed = place_.packed();
    for (Reader in(packed); !in.is_at_end();)
        comments_.push_back(read(in, comments_.empty() ? nullptr : &comments_.front()));
    is_awake_ = true;
}

}  // namespace blogbind
