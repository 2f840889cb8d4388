#include "net/record_transport.h"

namespace blogbind {

Result<Answer> RecordTransport::ask(const Ask& ask) {
    Result<Answer> answer = next_.ask(ask);
    if (!answer) return answer;
    Result<Kept> kept = archive_.append(*answer);
    if (!kept) return fail(kept.error());
    answer->record = std::move(kept->record);
    answer->time = kept->time;
    return answer;
}

}  // namespace blogbind
