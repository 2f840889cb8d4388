// A filter before the XML parser for what blogs and their exports do wrong: control characters, bytes that are no
// UTF-8, "&" and "<" that stand for themselves, entities that only HTML knows, anything before the first tag.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace blogbind::markup {

/// Gives the same text whatever pieces it gets it in. Bytes that are no UTF-8 are read as windows-1252, and so are the
/// controls U+0080 to U+009F; entities that XML does not know stay visible ("&nbsp;" becomes the text "&nbsp;", for HTML
/// to read); document types are dropped, and with them all entities that they define.
class XmlRepair {
  public:
    enum class End { open, reached };

    /// The next piece, repaired; valid until the next call. A few bytes may wait for what follows them.
    std::string_view repaired(std::string_view piece, End end);
    /// Where the byte at `offset` of all that was given out stood in what was taken in. REQUIRES: it is of the latest
    /// or the last but one piece.
    [[nodiscard]] std::uint64_t original(std::uint64_t offset) const;

  private:
    enum class State { before, doctype, text, tag, quoted, cdata, comment, instruction };
    struct Mark {
        std::uint64_t out, in;  ///< from `out` on bytes stand as they stood from `in` on
    };

    void run(End end);
    void step();
    void open_markup();
    void close_with(std::string_view closing);
    void copy_character();
    [[nodiscard]] std::string_view rest() const { return std::string_view(in_).substr(at_); }
    void keep(std::size_t count);
    void put(std::string_view instead, std::size_t count);

    State state_ = State::before;
    char quote_ = '"';
    int brackets_ = 0;  // of a document type
    std::string in_, out_;
    std::size_t at_ = 0;
    std::uint64_t in_start_ = 0, out_start_ = 0;  // offsets of in_ and out_ among all bytes
    std::vector<Mark> earlier_, marks_{{0, 0}};
};

}  // namespace blogbind::markup
