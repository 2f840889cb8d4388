// What the program and its picture workers say to each other: a frame each way for each picture. A frame is two
// little-endian 32-bit lengths, a head of so many bytes, and a body of so many bytes, which is a file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "media/workshop.h"

namespace blogbind::media {

inline constexpr std::size_t frame_prefix_size = 8;
inline constexpr std::uint32_t most_head_bytes = 1U << 20;
inline constexpr std::uint32_t most_body_bytes = 256U << 20;

struct FrameLengths {
    std::uint32_t head = 0, body = 0;
};
std::array<char, frame_prefix_size> frame_prefix(FrameLengths lengths);
/// Nothing if a length is beyond its limit: the other side talks nonsense.
std::optional<FrameLengths> frame_lengths(const std::array<char, frame_prefix_size>& prefix);

enum class Errand : std::uint8_t { convert, draw_cover, cut_font, draw_map, locate };

/// The heads of requests; the body is the picture's file.
std::string request_head(const PictureOrder& order);
std::string request_head(const PositionOrder& order);
std::string request_head(const CoverOrder& order);
std::string request_head(const FontOrder& order);
std::string request_head(const MapOrder& order);
/// What a head asks for; nothing if it is not whole. The cover's picture is not in it.
std::optional<Errand> errand(std::string_view head);
std::optional<PictureOrder> picture_order(std::string_view head);
std::optional<PositionOrder> position_order(std::string_view head);
std::optional<CoverOrder> cover_order(std::string_view head);
std::optional<FontOrder> font_order(std::string_view head);
std::optional<MapOrder> map_order(std::string_view head);

enum class Outcome : std::uint8_t {
    done,
    unreadable,   ///< the head goes on with a sentence
    not_my_kind,  ///< another worker may know this kind of file; of fonts: there is none of that name
};
std::string answer_head(const Picture& picture);
std::string answer_head(const CutFont& font);
std::string answer_head(const Whereabouts& whereabouts);
std::string answer_head(Outcome outcome, std::string_view message);

struct Answer {
    Outcome outcome = Outcome::unreadable;
    std::string message;
    Picture picture;  ///< without its bytes, which are the frame's body
};
struct FontAnswer {
    Outcome outcome = Outcome::unreadable;
    std::string message;
    CutFont font;  ///< without its bytes, which are the frame's body
};
/// Nothing if the head is not whole.
std::optional<Answer> answer(std::string_view head);
std::optional<FontAnswer> font_answer(std::string_view head);
std::optional<Whereabouts> whereabouts(std::string_view head);

}  // namespace blogbind::media
