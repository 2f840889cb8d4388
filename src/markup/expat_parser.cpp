#include "markup/expat_parser.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>

namespace blogbind::markup {

namespace {

constexpr std::size_t piece_size = 1U << 20;  // expat counts in int
constexpr char separator = ' ';

void on_start(void* events, const XML_Char* name, const XML_Char** attributes) {
    static_cast<ExpatEvents*>(events)->start(name, attributes);
}
void on_text(void* events, const XML_Char* text, int size) {
    static_cast<ExpatEvents*>(events)->text({text, static_cast<std::size_t>(size)});
}
void on_end(void* events, const XML_Char* name) { static_cast<ExpatEvents*>(events)->end(name); }

}  // namespace

struct ExpatParser::Handle {
    XML_Parser parser;
    ~Handle() { XML_ParserFree(parser); }
};

ExpatParser::ExpatParser(ExpatEvents& events, Names names)
    : handle_(
          new Handle{names == Names::resolved ? XML_ParserCreateNS(nullptr, separator) : XML_ParserCreate("UTF-8")}) {
    if (handle_->parser == nullptr) return;
    XML_SetUserData(handle_->parser, &events);
    XML_SetElementHandler(handle_->parser, on_start, on_end);
    XML_SetCharacterDataHandler(handle_->parser, on_text);
}

ExpatParser::~ExpatParser() = default;

Status ExpatParser::parse(std::string_view text, End end) {
    if (handle_->parser == nullptr) return fail(ErrorKind::unreadable, "out of memory");
    do {
        const std::string_view piece = text.substr(0, piece_size);
        text.remove_prefix(piece.size());
        const bool is_last = end == End::reached && text.empty();
        if (XML_Parse(handle_->parser, piece.data(), static_cast<int>(piece.size()), is_last) == XML_STATUS_OK)
            continue;
        return fail(ErrorKind::unreadable, fmt::format("line {}: {}", XML_GetCurrentLineNumber(handle_->parser),
                                                       XML_ErrorString(XML_GetErrorCode(handle_->parser))));
    } while (!text.empty());
    return {};
}

std::uint64_t ExpatParser::offset() const {
    return static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(handle_->parser), 0));
}
std::uint64_t ExpatParser::length() const {
    return static_cast<std::uint64_t>(XML_GetCurrentByteCount(handle_->parser));
}

}  // namespace blogbind::markup
