#include "media/workshop.h"

#include <algorithm>
#include <utility>

#include "media/picture_kind.h"
#include "media/worker/protocol.h"
#include "media/worker_crew.h"

namespace blogbind::media {
namespace {

namespace fs = std::filesystem;

Result<Answer> answer_of(Crew& crew, std::string_view head, std::string_view body) {
    auto frame = crew.ask(head, body, [](std::string_view said) { return answer(said).has_value(); });
    if (!frame) return fail(std::move(frame.error()));
    Answer said = *answer(frame->head);
    said.picture.bytes = std::move(frame->body);
    return said;
}

Result<Picture> picture_of(Result<Answer> said) {
    if (!said) return fail(std::move(said.error()));
    if (said->outcome != Outcome::done) return fail(ErrorKind::unreadable, std::move(said->message));
    return std::move(said->picture);
}

}  // namespace

struct Workshop::Desk {
    Desk(std::size_t workers, const fs::path& programs)
        : jpegs(programs, "blogbind-jpeg-worker", std::max<std::size_t>(workers, 1)),
          others(programs, "blogbind-picture-worker", 1),
          printers(programs, "blogbind-print-worker", 1) {}
    Crew jpegs;
    Crew others;
    Crew printers;
};

Workshop::Workshop(std::size_t workers, std::filesystem::path programs)
    : desk_(std::make_unique<Desk>(workers, programs)) {}
Workshop::~Workshop() = default;

Result<Picture> Workshop::convert(std::string_view bytes, const PictureOrder& order) {
    const PictureKind kind = picture_kind(bytes);
    if (kind == PictureKind::none) return fail(ErrorKind::unreadable, std::string(not_a_picture(bytes)));
    const std::string head = request_head(order);
    if (kind == PictureKind::jpeg) {
        Result<Answer> said = answer_of(desk_->jpegs, head, bytes);
        if (!said || said->outcome != Outcome::not_my_kind) return picture_of(std::move(said));
    }
    return picture_of(answer_of(desk_->others, head, bytes));
}

std::optional<Position> Workshop::position_of(std::string_view bytes) {
    constexpr double millionth = 1e-6;
    const auto frame = desk_->others.ask(request_head(PositionOrder{}), bytes,
                                         [](std::string_view head) { return whereabouts(head).has_value(); });
    if (!frame) return std::nullopt;
    const Whereabouts said = *whereabouts(frame->head);
    if (!said.known) return std::nullopt;
    return Position{said.latitude * millionth, said.longitude * millionth};
}

void Workshop::dismiss_converters() {
    desk_->jpegs.dismiss();
    desk_->others.dismiss();
}

Result<Picture> Workshop::draw_cover(const CoverOrder& order) {
    dismiss_converters();
    return picture_of(answer_of(desk_->printers, request_head(order), order.picture));
}

Result<Picture> Workshop::draw_map(const MapOrder& order) {
    return picture_of(answer_of(desk_->printers, request_head(order), {}));
}

Result<CutFont> Workshop::cut_font(const FontOrder& order) {
    auto frame = desk_->printers.ask(request_head(order), {},
                                     [](std::string_view head) { return font_answer(head).has_value(); });
    if (!frame) return fail(std::move(frame.error()));
    FontAnswer said = *font_answer(frame->head);
    if (said.outcome == Outcome::not_my_kind) return fail(ErrorKind::not_found, std::move(said.message));
    if (said.outcome == Outcome::unreadable) return fail(ErrorKind::refused, std::move(said.message));
    said.font.bytes = std::move(frame->body);
    return std::move(said.font);
}

}  // namespace blogbind::media
