// The index beside a WARC file, in the form that replayers share (CDXJ): one line a capture, sorted.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "net/captures.h"
#include "net/url.h"

namespace blogbind {

/// "com,example,blog)/2019/05/slug": an address turned round, so that a site's pages stand together.
std::string surt_key(const Url& url);
/// The capture's line with its line break; empty if its address is none. `name`: the WARC file's.
std::string cdxj_line(const Capture& capture, std::string_view name);
/// An index, whose lines are sorted, with more lines sorted in.
std::string with_lines(std::string_view index, std::vector<std::string> lines);

struct IndexedCapture {
    std::string_view file;  ///< that holds it, without folders; empty if the line names none
    CaptureFacts facts;
};
/// Gives the lines of an index in their order; those that cannot be read are passed over. Also of one in the classic
/// form, which names its fields in its first line (" CDX N b a m s k r M S V g").
void each_indexed(std::string_view text, const std::function<void(const IndexedCapture&)>& take);

}  // namespace blogbind
