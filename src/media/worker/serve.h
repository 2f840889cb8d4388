// A worker's life: read a request, answer it, until the program closes the connection.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "media/worker/protocol.h"

namespace blogbind::media {

struct Reply {
    std::string head, body;
};
Reply reply_with(Picture picture);
Reply reply_with(CutFont font);
Reply reply_with(const Whereabouts& whereabouts);
Reply reply_with(Outcome outcome, std::string_view message);

/// Answers the requests on standard input on standard output. Never returns: ends the process when there are no more,
/// or when one takes so long that the program must have given it up.
[[noreturn]] void serve(const std::function<Reply(std::string_view head, std::string_view body)>& work);
/// Large buffers come from the heap and stay there for the next picture, up to `most` bytes, instead of being mapped
/// anew for each.
void keep_freed_memory(std::size_t most);

}  // namespace blogbind::media
