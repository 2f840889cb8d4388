#include "compose/appendices.h"

#include <cstddef>
#include <map>
#include <utility>

#include "markup/xhtml_writer.h"

namespace blogbind::compose {

namespace {

// epub-output §2.9 and §3.3; what a document holds beside its comments is far below the difference to 250,000.
constexpr std::size_t most_comments = 200;
constexpr std::size_t most_bytes = 240'000;
constexpr std::size_t bytes_around_comment = 900;  // list item, head line, "in reply to"

using Conversation = std::vector<Comment>;

std::size_t weight(const Comment& comment) {
    std::string text;
    markup::write_inner_xhtml(comment.body.root(), text);
    return text.size() + 3 * comment.author.size() + bytes_around_comment;
}

// Comments that answer each other, under the first of them; in the order in which the conversations began.
std::vector<Conversation> conversations(std::vector<Comment> comments) {
    std::vector<Conversation> all;
    std::map<std::string, std::size_t, std::less<>> conversation_of;
    for (Comment& comment : comments) {
        const auto parent = comment.parent ? conversation_of.find(*comment.parent) : conversation_of.end();
        const std::size_t index = parent == conversation_of.end() ? all.size() : parent->second;
        if (index == all.size()) all.emplace_back();
        conversation_of.emplace(comment.id, index);
        all[index].push_back(std::move(comment));
    }
    return all;
}

class Divider {
  public:
    void add(Conversation conversation) {
        std::size_t bytes = 0;
        for (const Comment& comment : conversation) bytes += weight(comment);
        if (!fits(conversation.size(), bytes)) begin_document();
        for (Comment& comment : conversation) {
            const std::size_t size = weight(comment);
            if (!fits(1, size)) begin_document();
            bytes_ += size;
            documents_.back().push_back(std::move(comment));
        }
    }
    std::vector<std::vector<Comment>> take() && { return std::move(documents_); }

  private:
    [[nodiscard]] bool fits(std::size_t count, std::size_t bytes) const {
        return !documents_.empty() && documents_.back().size() + count <= most_comments && bytes_ + bytes <= most_bytes;
    }
    void begin_document() {
        if (!documents_.empty() && documents_.back().empty()) return;
        documents_.emplace_back();
        bytes_ = 0;
    }
    std::vector<std::vector<Comment>> documents_;
    std::size_t bytes_ = 0;
};

}  // namespace

std::vector<Appendix> divided_into_appendices(std::vector<Comment> comments, const ChapterName& name) {
    Divider divider;
    for (Conversation& conversation : conversations(std::move(comments))) divider.add(std::move(conversation));
    std::vector<std::vector<Comment>> documents = std::move(divider).take();
    std::vector<Appendix> appendices;
    const int parts = static_cast<int>(documents.size());
    for (int part = 1; part <= parts; ++part)
        appendices.push_back({.file = name.comments_file(part),
                              .id = name.comments_id(part),
                              .part = part,
                              .parts = parts,
                              .comments = std::move(documents[static_cast<std::size_t>(part - 1)])});
    return appendices;
}

}  // namespace blogbind::compose
