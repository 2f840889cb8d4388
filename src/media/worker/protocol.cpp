#include "media/worker/protocol.h"

#include <concepts>
#include <type_traits>

namespace blogbind::media {
namespace {

void append_number(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}

std::uint32_t number_at(const char* bytes) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

// The fields of what comes in lists: known before the walkers are.
template <class Field>
void each_field(Field&& field, auto& item) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(item)>>, MapPoint> {
    field(item.name);
    field(item.latitude);
    field(item.longitude);
}

/// Appends fields to a head.
class Writer {
  public:
    std::string out;
    template <class T>
    void operator()(const T& field) {
        if constexpr (std::same_as<T, std::string>) {
            append_number(out, static_cast<std::uint32_t>(field.size()));
            out += field;
        } else {
            append_number(out, static_cast<std::uint32_t>(field));
        }
    }
    template <class T>
    void operator()(const std::vector<T>& list) {
        append_number(out, static_cast<std::uint32_t>(list.size()));
        for (const T& item : list) each_field(*this, item);
    }
};

/// Reads the fields in the order in which they were written, and remembers if there were too few bytes.
class Reader {
  public:
    explicit Reader(std::string_view head) : rest_(head) {}
    template <class T>
    void operator()(T& field) {
        if constexpr (std::same_as<T, std::string>) {
            field = taken(number());
        } else {
            field = static_cast<T>(number());
        }
    }
    template <class T>
    void operator()(std::vector<T>& list) {
        for (std::uint32_t left = number(); left > 0 && whole_; --left) each_field(*this, list.emplace_back());
    }
    [[nodiscard]] bool is_whole() const { return whole_ && rest_.empty(); }

  private:
    std::string_view taken(std::size_t size) {
        whole_ = whole_ && size <= rest_.size();
        if (!whole_) return {};
        const std::string_view field = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return field;
    }
    std::uint32_t number() {
        const std::string_view bytes = taken(4);
        return bytes.empty() ? 0 : number_at(bytes.data());
    }

    std::string_view rest_;
    bool whole_ = true;
};

// One list of fields for each message, walked by Writer and Reader alike.
template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, PictureOrder> {
    field(message.max_width);
    field(message.max_height);
    field(message.quality);
    field(message.grayscale);
    field(message.always_jpeg);
}

template <class Field>
void each_field(Field&&, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, PositionOrder> {}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, Whereabouts> {
    field(message.known);
    field(message.latitude);
    field(message.longitude);
}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, CoverOrder> {
    field(message.title);
    field(message.subtitle);
    field(message.author);
    field(message.footer);
    field(message.width);
    field(message.height);
}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, MapOrder> {
    field(message.route);
    field(message.language);
    field(message.coastlines);
}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, Picture> {
    field(message.media_type);
    field(message.width);
    field(message.height);
    field(message.source_width);
    field(message.source_height);
    field(message.animated);
    field(message.cut_off);
}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, FontOrder> {
    field(message.family);
    field(message.bold);
    field(message.italic);
    field(message.characters);
}

template <class Field>
void each_field(Field&& field, auto& message) requires
    std::same_as<std::remove_const_t<std::remove_reference_t<decltype(message)>>, CutFont> {
    field(message.media_type);
    field(message.family);
    field(message.licence);
    field(message.missing);
}

template <class Kind, class Message>
std::string head_of(Kind kind, const Message& message) {
    Writer writer;
    writer(kind);
    each_field(writer, message);
    return std::move(writer.out);
}

template <class Message>
std::optional<Message> order_in(std::string_view head, Errand expected) {
    Reader reader(head);
    Errand found{};
    Message message;
    reader(found);
    each_field(reader, message);
    if (found != expected || !reader.is_whole()) return std::nullopt;
    return message;
}

/// An answer is the product, or the reason why there is none.
template <class Said, class Product>
std::optional<Said> answer_with(std::string_view head, Product Said::*product) {
    Reader reader(head);
    Said said;
    reader(said.outcome);
    if (said.outcome == Outcome::done) {
        each_field(reader, said.*product);
    } else {
        reader(said.message);
    }
    if (!reader.is_whole() || said.outcome > Outcome::not_my_kind) return std::nullopt;
    return said;
}

}  // namespace

std::array<char, frame_prefix_size> frame_prefix(FrameLengths lengths) {
    std::string bytes;
    append_number(bytes, lengths.head);
    append_number(bytes, lengths.body);
    std::array<char, frame_prefix_size> prefix{};
    bytes.copy(prefix.data(), prefix.size());
    return prefix;
}

std::optional<FrameLengths> frame_lengths(const std::array<char, frame_prefix_size>& prefix) {
    const FrameLengths lengths{number_at(prefix.data()), number_at(prefix.data() + 4)};
    if (lengths.head > most_head_bytes || lengths.body > most_body_bytes) return std::nullopt;
    return lengths;
}

std::string request_head(const PictureOrder& order) { return head_of(Errand::convert, order); }
std::string request_head(const PositionOrder& order) { return head_of(Errand::locate, order); }
std::string request_head(const CoverOrder& order) { return head_of(Errand::draw_cover, order); }
std::string request_head(const FontOrder& order) { return head_of(Errand::cut_font, order); }
std::string request_head(const MapOrder& order) { return head_of(Errand::draw_map, order); }

std::optional<Errand> errand(std::string_view head) {
    if (head.size() < 4 || number_at(head.data()) > static_cast<std::uint32_t>(Errand::locate)) return std::nullopt;
    return static_cast<Errand>(number_at(head.data()));
}

std::optional<PictureOrder> picture_order(std::string_view head) {
    return order_in<PictureOrder>(head, Errand::convert);
}
std::optional<PositionOrder> position_order(std::string_view head) {
    return order_in<PositionOrder>(head, Errand::locate);
}
std::optional<CoverOrder> cover_order(std::string_view head) { return order_in<CoverOrder>(head, Errand::draw_cover); }
std::optional<FontOrder> font_order(std::string_view head) { return order_in<FontOrder>(head, Errand::cut_font); }
std::optional<MapOrder> map_order(std::string_view head) { return order_in<MapOrder>(head, Errand::draw_map); }

std::string answer_head(const Picture& picture) { return head_of(Outcome::done, picture); }
std::string answer_head(const Whereabouts& whereabouts) { return head_of(Outcome::done, whereabouts); }
std::string answer_head(const CutFont& font) { return head_of(Outcome::done, font); }

std::string answer_head(Outcome outcome, std::string_view message) {
    Writer writer;
    writer(outcome);
    writer(std::string(message));
    return std::move(writer.out);
}

std::optional<Answer> answer(std::string_view head) { return answer_with(head, &Answer::picture); }
std::optional<FontAnswer> font_answer(std::string_view head) { return answer_with(head, &FontAnswer::font); }

std::optional<Whereabouts> whereabouts(std::string_view head) {
    Reader reader(head);
    Outcome outcome{};
    Whereabouts said;
    reader(outcome);
    each_field(reader, said);
    return reader.is_whole() && outcome == Outcome::done ? std::optional(said) : std::nullopt;
}

}  // namespace blogbind::media
