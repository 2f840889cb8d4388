#include "media/font_cutter.h"

#include <utility>

#include "media/worker/protocol.h"
#include "media/worker_crew.h"

namespace blogbind::media {

struct FontCutter::Desk {
    Crew fonts;
};

FontCutter::FontCutter(std::filesystem::path programs)
    : desk_(new Desk{Crew(std::move(programs), "blogbind-font-worker", 1)}) {}
FontCutter::~FontCutter() = default;

Result<CutFont> FontCutter::cut(const FontOrder& order) {
    auto frame =
        desk_->fonts.ask(request_head(order), {}, [](std::string_view head) { return font_answer(head).has_value(); });
    if (!frame) return fail(std::move(frame.error()));
    FontAnswer said = *font_answer(frame->head);
    if (said.outcome == Outcome::not_my_kind) return fail(ErrorKind::not_found, std::move(said.message));
    if (said.outcome == Outcome::unreadable) return fail(ErrorKind::refused, std::move(said.message));
    said.font.bytes = std::move(frame->body);
    return std::move(said.font);
}

}  // namespace blogbind::media
