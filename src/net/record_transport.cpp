#include "net/record_transport.h"

namespace blogbind {

Result<Answer> RecordTransport::ask(const Ask& ask) {
    Result<Answer> answer = next_.ask(ask);
    if (!answer || !ask.form.empty()) return answer;
    Result<Kept> kept = archive_.append(*answer);
    if (!kept) {
        const std::lock_guard lock(mutex_);
        if (status_) status_ = fail(kept.error());
        return fail(kept.error());
    }
    answer->record = std::move(kept->record);
    answer->time = kept->time;
    return answer;
}

Status RecordTransport::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

}  // namespace blogbind
