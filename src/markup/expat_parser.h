// The streaming XML parser, as events. Expat's own types stay in expat_parser.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace blogbind::markup {

class ExpatEvents {
  public:
    virtual ~ExpatEvents() = default;
    /// `attributes`: name, value, name, value, …, null.
    virtual void start(std::string_view name, const char* const* attributes) = 0;
    virtual void text(std::string_view characters) = 0;
    virtual void end(std::string_view name) = 0;
};

class ExpatParser {
  public:
    enum class Names {
        prefixed,  ///< as written; the text is taken for UTF-8, whatever it declares
        resolved   ///< name space, space, local name; the declared encoding holds
    };
    ExpatParser(ExpatEvents& events, Names names);
    ~ExpatParser();

    enum class End { open, reached };
    /// Error unreadable, with the line: the text is not well-formed; nothing more can be read.
    Status parse(std::string_view piece, End end);
    /// Where the event that is told of began, and how long it is.
    [[nodiscard]] std::uint64_t offset() const;
    [[nodiscard]] std::uint64_t length() const;

  private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace blogbind::markup
