// Pages that a browser saved as one file with all that belongs to them: MHTML (RFC 2557), a mail message in form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "markup/body.h"
#include "net/url.h"
#include "source/file_start.h"

namespace blogbind {

struct MhtmlPart {
    std::string media_type;  ///< lower case
    std::string charset;     ///< as declared; empty if none is
    std::string location;    ///< the address that it had
    std::string id;          ///< by which others name it: "cid:" and this
    std::string body;        ///< decoded, but see is_base64
    bool is_base64 = false;  ///< the body is left as it stands in the file, without line breaks
};

/// The page is the first part of HTML. `address`: where it was saved from.
struct Mhtml {
    std::optional<Url> address;
    std::vector<MhtmlPart> parts;

    [[nodiscard]] const MhtmlPart* page() const;
};

bool is_mhtml(const FileStart& start);
/// Error unreadable: no page is in it.
Result<Mhtml> read_mhtml(std::string_view bytes);
/// Puts the pictures of the file in their places in its page, as data: addresses, and names frames by the addresses
/// that they had. `base`: where relative addresses begin.
void use_parts(markup::Body& document, const Mhtml& mhtml, const std::optional<Url>& base);

}  // namespace blogbind
