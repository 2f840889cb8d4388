// From the plan of a cover to its picture.
#include "cli/cover.h"

#include <fmt/format.h>

#include <utility>

#include "cli/drawn_picture.h"
#include "compose/cover.h"

namespace blogbind::cli {
namespace {

constexpr int cover_width = 1600, cover_height = 2400, cover_quality = 85;
constexpr std::size_t largest_picture = 64U << 20;

Result<media::Picture> drawn_cover(const Book& book, media::Workshop& workshop, const Spill& spill) {
    const compose::CoverPlan plan = compose::plan_cover(book);
    media::CoverOrder order{plan.title, plan.subtitle, plan.author, plan.footer, "", cover_width, cover_height};
    if (plan.picture != nullptr) {
        Result<std::string> picture = spill.read(plan.picture->bytes, 0, plan.picture->bytes.size);
        if (!picture) return fail(picture.error());
        order.picture = *std::move(picture);
    }
    return workshop.draw_cover(order);
}

Result<media::Picture> users_cover(const std::string& file, media::Workshop& workshop) {
    const Result<std::string> bytes = read_file(file, largest_picture);
    if (!bytes) return fail(ErrorKind::usage, bytes.error().message);
    Result<media::Picture> picture =
        workshop.convert(*bytes, media::PictureOrder{cover_width, cover_height, cover_quality, false, true});
    if (!picture) return fail(ErrorKind::usage, fmt::format("{}: {}", file, picture.error().message));
    return picture;
}

}  // namespace

Status add_cover(Book& book, const std::string& cover, media::Workshop& workshop, Spill& spill, Report& report) {
    if (cover == "none") return {};
    const bool is_ours = cover == "auto";
    const Result<media::Picture> picture = is_ours ? drawn_cover(book, workshop, spill) : users_cover(cover, workshop);
    if (!picture && is_ours) {
        lose_drawing(book, IssueCode::cover_missing, "its cover could not be drawn", report);
        return {};
    }
    if (!picture) return fail(picture.error());
    Result<Resource> drawn = drawn_picture(*picture, "images/cover", spill);
    if (!drawn) return fail(drawn.error());
    book.cover = *std::move(drawn);
    return {};
}

}  // namespace blogbind::cli
