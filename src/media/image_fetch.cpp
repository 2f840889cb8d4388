#include "media/image_fetch.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "media/candidate_order.h"

namespace blogbind::media {
namespace {

constexpr std::size_t most_bytes = 30U << 20;

/// The address for people, who have no use for what data: addresses hold and whose folders are nobody's business.
std::string told(const Url& address) {
    if (address.scheme() == "data") return address.text().substr(0, address.text().find_first_of(",;"));
    return address.scheme() == "file" ? last_path_segment(address) : address.text();
}

tl::unexpected<LostPicture> lost(IssueCode code, const Url& address, std::string detail) {
    // The issue names the address itself.
    const std::size_t end = address.text().size();
    if (detail.starts_with(address.text() + " ") || detail.starts_with(address.text() + ":"))
        detail.erase(0, detail.find_first_not_of(": ", end));
    return tl::make_unexpected(LostPicture{code, told(address), std::move(detail)});
}

Size source_size(const StoredPicture& picture) { return {picture.facts.source_width, picture.facts.source_height}; }

bool is_larger(const StoredPicture& a, const StoredPicture& b) {
    const auto edge = [](Size size) { return std::max(size.width, size.height); };
    return edge(source_size(a)) > edge(source_size(b));
}

/// Which address a lost picture is known by, least first: that a guess went wrong is no news, and of what the page
/// names, people know the largest.
std::pair<bool, std::size_t> importance(const ImageCandidate& candidate, const std::vector<ImageCandidate>& all) {
    const auto place = std::ranges::find(all, candidate.url, &ImageCandidate::url);
    return {candidate.guessed, static_cast<std::size_t>(place - all.begin())};
}

}  // namespace

bool is_speck(const StoredPicture& picture) {
    constexpr int speck = 20;
    return std::max(picture.facts.source_width, picture.facts.source_height) <= speck;
}

PictureResult ImageFetch::fetched(const Url& address, const std::optional<Url>& referrer) {
    Result<Response> response = fetch_ok(*fetcher_, {.url = address, .referrer = referrer, .accept = "image/*", .body_limit = most_bytes});
    if (!response) return lost(IssueCode::image_unreachable, address, std::move(response.error().message));
    Result<Picture> picture = workshop_->convert(
        response->body, {options_.max_width, options_.max_height, options_.quality, options_.grayscale});
    if (!picture) return lost(IssueCode::image_unreadable, address, std::move(picture.error().message));
    StoredPicture stored{{}, {}, sha256_hex(picture->bytes), told(address), sha256_hex(response->body)};
    Result<Spill::Piece> piece = spill_->append(picture->bytes);
    if (!piece) return lost(IssueCode::image_unreadable, address, std::move(piece.error().message));
    std::string().swap(picture->bytes);  // assigning nothing would keep the memory
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
    bool is_saved = false;
    PictureResult failure = tl::make_unexpected(LostPicture{});
    auto least = std::pair(true, image.candidates.size());
    for (const ImageCandidate& candidate : in_order_of_trying(image.candidates, box)) {
        // A speck stands where the page's script was to put the picture: the others may be it.
        if (best != nullptr && !is_speck(**best)) {
            const Size found = source_size(**best);
            if (is_saved || fills(found, box) || !promises_more(candidate, found)) continue;
        }
        const PictureResult& result = from(candidate.url, referrer);
        if (result && (best == nullptr || is_larger(*result, **best))) {
            best = &result;
            is_saved = candidate.is_saved();
        }
        if (result) continue;
        if (const auto place = importance(candidate, image.candidates); place < least) {
            least = place;
            failure = result;
        }
    }
    return best != nullptr ? *best : failure;
}

}  // namespace blogbind::media
