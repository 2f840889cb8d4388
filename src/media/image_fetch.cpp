#include "media/image_fetch.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "media/candidate_order.h"

namespace blogbind::media {
namespace {

constexpr std::size_t most_bytes = 30U << 20;
constexpr std::size_t most_bytes_at_once = 24U << 20;  // of pictures that arrive or wait for a worker
constexpr std::size_t most_rescues = 4;                // addresses of one picture that a web archive is asked for

/// The address for people, who have no use for what data: addresses hold and whose folders are nobody's business.
std::string told(const Url& address) {
    if (address.scheme() == "data") return address.text().substr(0, address.text().find_first_of(",;"));
    return address.scheme() == "file" ? last_path_segment(address) : address.text();
}

tl::unexpected<LostPicture> lost(IssueCode code, const Url& address, std::string detail, bool is_gone = false) {
    // The issue names the address itself.
    const std::size_t end = address.text().size();
    if (detail.starts_with(address.text() + " ") || detail.starts_with(address.text() + ":"))
        detail.erase(0, detail.find_first_not_of(": ", end));
    return tl::make_unexpected(LostPicture{code, told(address), std::move(detail), is_gone});
}

Size source_size(const StoredPicture& picture) { return {picture.source_width, picture.source_height}; }

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

Request request_for(const Url& address, const PicturePlace& place, Rescue rescue) {
    Request request{.url = address, .referrer = place.post, .accept = "image/*", .body_limit = most_bytes};
    request.rescue = rescue;
    if (rescue != Rescue::unwanted) request.written = place.published;
    return request;
}

Digest digest_of(std::string_view bytes) { return digest_in(sha256_hex(bytes)); }

/// Whoever has the same address but wants a copy of another time is given another picture.
Digest key_of(const Request& request) {
    std::string key = request.url.without_fragment().text();
    if (request.rescue != Rescue::unwanted)
        key += " of " + (request.written ? std::to_string(request.written->time_since_epoch().count()) : "any time");
    return digest_of(key);
}

/// Parked domains and free hosts answer for what is gone with a page of their own.
bool is_web_page(const Response& response) { return response.media_type() == "text/html"; }

}  // namespace

bool is_speck(const StoredPicture& picture) {
    constexpr int speck = 20;
    return std::max(picture.source_width, picture.source_height) <= speck;
}

ImageFetch::ImageFetch(Fetcher& fetcher, Workshop& workshop, Spill& spill, PictureOptions options, std::size_t requests)
    : fetcher_(&fetcher),
      workshop_(&workshop),
      spill_(&spill),
      options_(options),
      intake_(requests, most_bytes_at_once) {}

PictureResult ImageFetch::fetched(const Request& request) {
    intake_.begin_request();
    Result<Response> response = fetcher_->fetch(request);
    const std::size_t size = response ? response->body.size() : 0;
    intake_.end_request(size);
    PictureResult result = converted(request, std::move(response));
    intake_.let_go(size);
    return result;
}

PictureResult ImageFetch::converted(const Request& request, Result<Response> response) {
    const Url& address = request.url;
    const bool gone = is_gone(response);
    response = expect_ok(request, std::move(response));
    if (!response) return lost(IssueCode::image_unreachable, address, std::move(response.error().message), gone);
    Result<Picture> picture = workshop_->convert(
        response->body, {options_.max_width, options_.max_height, options_.quality, options_.grayscale});
    if (!picture)
        return lost(IssueCode::image_unreadable, address, std::move(picture.error().message), is_web_page(*response));
    StoredPicture stored{.width = picture->width,
                         .height = picture->height,
                         .source_width = picture->source_width,
                         .source_height = picture->source_height,
                         .is_png = picture->media_type == "image/png",
                         .animated = picture->animated,
                         .sha256 = digest_of(picture->bytes),
                         .source = told(address),
                         .source_sha256 = digest_of(response->body)};
    if (response->memento) stored.memento = std::make_unique<const Memento>(*response->memento);
    if (options_.locate) stored.position = workshop_->position_of(response->body);
    Result<Spill::Piece> piece = spill_->append(picture->bytes);
    if (!piece) return lost(IssueCode::image_unreadable, address, std::move(piece.error().message));
    stored.bytes = *piece;
    return stored;
}

const PictureResult& ImageFetch::from(const Request& request) {
    const Digest key = key_of(request);
    Exchange* exchange = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        exchange = &exchanges_[key];
    }
    std::call_once(exchange->asked, [&] { exchange->result = fetched(request); });
    return exchange->result;
}

const PictureResult& ImageFetch::picture(const Image& image, const PicturePlace& place) {
    const PictureResult& result = live(image, place);
    return result || !result.error().is_gone ? result : rescued(image, place, result);
}

/// Which of a picture's sizes an archive has is a matter of luck; a guess that nobody ever followed it cannot have.
const PictureResult& ImageFetch::rescued(const Image& image, const PicturePlace& place, const PictureResult& failure) {
    std::size_t tries = 0;
    for (const ImageCandidate& candidate : image.candidates) {
        if (candidate.guessed || !candidate.url.is_web()) continue;
        const PictureResult& known = from(request_for(candidate.url, place, Rescue::unwanted));
        if (known || !known.error().is_gone) continue;
        if (tries++ == most_rescues) break;
        const PictureResult& copy = from(request_for(candidate.url, place, Rescue::at_once));
        if (copy && !is_speck(*copy)) return copy;
    }
    return failure;
}

const PictureResult& ImageFetch::live(const Image& image, const PicturePlace& place) {
    const Size box{options_.max_width, options_.max_height};
    const PictureResult* best = nullptr;
    bool is_saved = false;
    const PictureResult* failure = &nowhere_;
    auto least = std::pair(true, image.candidates.size());
    for (const ImageCandidate& candidate : in_order_of_trying(image.candidates, box)) {
        // A speck stands where the page's script was to put the picture: the others may be it.
        if (best != nullptr && !is_speck(**best)) {
            const Size found = source_size(**best);
            if (is_saved || fills(found, box) || !promises_more(candidate, found)) continue;
        }
        const PictureResult& result = from(request_for(candidate.url, place, Rescue::unwanted));
        if (result && (best == nullptr || is_larger(*result, **best))) {
            best = &result;
            is_saved = candidate.is_saved();
        }
        if (result) continue;
        if (const auto rank = importance(candidate, image.candidates); rank < least) {
            least = rank;
            failure = &result;
        }
    }
    return best != nullptr ? *best : *failure;
}

}  // namespace blogbind::media
