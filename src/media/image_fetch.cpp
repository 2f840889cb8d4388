#include "media/image_fetch.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "media/candidate_order.h"

namespace blogbind::media {
namespace {

constexpr std::size_t most_bytes = 30U << 20;

tl::unexpected<LostPicture> lost(IssueCode code, const Url& address, std::string detail) {
    // The issue names the address itself.
    if (detail.starts_with(address.text() + " ")) detail.erase(0, address.text().size() + 1);
    return tl::make_unexpected(LostPicture{code, address.text(), std::move(detail)});
}

Size source_size(const StoredPicture& picture) { return {picture.facts.source_width, picture.facts.source_height}; }

bool is_larger(const StoredPicture& a, const StoredPicture& b) {
    const auto edge = [](Size size) { return std::max(size.width, size.height); };
    return edge(source_size(a)) > edge(source_size(b));
}

}  // namespace

bool is_speck(const StoredPicture& picture) {
    constexpr int speck = 20;
    return std::max(picture.facts.source_width, picture.facts.source_height) <= speck;
}

PictureResult ImageFetch::fetched(const Url& address, const std::optional<Url>& referrer) {
    Result<Response> response = fetch_ok(*fetcher_, {address, referrer, "image/*", most_bytes});
    if (!response) return lost(IssueCode::image_unreachable, address, std::move(response.error().message));
    Result<Picture> picture = workshop_->convert(
        response->body, {options_.max_width, options_.max_height, options_.quality, options_.grayscale});
    if (!picture) return lost(IssueCode::image_unreadable, address, std::move(picture.error().message));
    StoredPicture stored{{}, {}, sha256_hex(picture->bytes), address.text(), sha256_hex(response->body)};
    Result<Spill::Piece> piece = spill_->append(picture->bytes);
    if (!piece) return lost(IssueCode::image_unreadable, address, std::move(piece.error().message));
    picture->bytes = {};
    stored.facts = std::move(*picture);
    stored.bytes = *piece;
    return stored;
}

const PictureResult& ImageFetch::from(const Url& address, const std::optional<Url>& referrer) {
    Exchange* exchange = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        std::unique_ptr<Exchange>& place = exchanges_[address.without_fragment().text()];
        if (!place) place = std::make_unique<Exchange>();
        exchange = place.get();
    }
    std::call_once(exchange->asked, [&] { exchange->result = fetched(address, referrer); });
    return exchange->result;
}

PictureResult ImageFetch::picture(const Image& image, const std::optional<Url>& referrer) {
    const Size box{options_.max_width, options_.max_height};
    const PictureResult* best = nullptr;
    PictureResult failure = tl::make_unexpected(LostPicture{});
    for (const ImageCandidate& candidate : in_order_of_trying(image.candidates, box)) {
        // A speck stands where the page's script was to put the picture: the others may be it.
        if (best != nullptr && !is_speck(**best)) {
            const Size found = source_size(**best);
            if (fills(found, box) || !promises_more(candidate, found)) continue;
        }
        const PictureResult& result = from(candidate.url, referrer);
        if (result && (best == nullptr || is_larger(*result, **best))) best = &result;
        // That a guess went wrong is no news.
        if (!result && (failure.error().address.empty() || !candidate.guessed)) failure = result;
    }
    return best != nullptr ? *best : failure;
}

}  // namespace blogbind::media
