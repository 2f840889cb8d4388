#include "net/metered_transport.h"

namespace blogbind {

Result<Answer> MeteredTransport::ask(const Ask& ask) {
    ++sent_;
    Result<Answer> answer = next_.ask(ask);
    if (!answer || answer->status >= 400) ++failed_;
    if (answer) bytes_ += answer->body.size();
    return answer;
}

}  // namespace blogbind
