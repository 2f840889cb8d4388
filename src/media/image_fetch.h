// Gets a picture from the best of its addresses and has it converted. Every address is asked once for the whole book.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/digest.h"
#include "base/file.h"
#include "base/report.h"
#include "base/result.h"
#include "media/device.h"
#include "media/intake.h"
#include "media/workshop.h"
#include "model/image.h"
#include "net/fetcher.h"

namespace blogbind::media {

/// A converted picture that waits in the spill.
struct StoredPicture {
    Spill::Piece bytes{};
    int width = 0, height = 0;
    int source_width = 0, source_height = 0;  ///< upright
    bool is_png = false;                      ///< a baseline JPEG otherwise
    bool animated = false;                    ///< only its first frame is here
    Digest sha256{};
    std::string source;  ///< the address that it came from, or the name of the file beside a saved page
    Digest source_sha256{};
    std::optional<Position> position{};  ///< where it was taken; nothing unless that is wanted
    /// The web archive's copy that it came from; null if `source` sent it, as nearly always.
    std::unique_ptr<const Memento> memento{};
};

struct LostPicture {
    IssueCode code = IssueCode::image_unreachable;
    std::string address;
    std::string detail;
    bool is_gone = false;  ///< nothing is there any more, or something that is no picture
};

using PictureResult = tl::expected<StoredPicture, LostPicture>;

/// The post that shows a picture.
struct PicturePlace {
    std::optional<Url> post;
    std::optional<std::chrono::sys_seconds> published;
};

/// A picture this small is a tracker's pixel or a spacer.
bool is_speck(const StoredPicture& picture);

class ImageFetch {
  public:
    /// At most `requests` at a time.
    ImageFetch(Fetcher& fetcher, Workshop& workshop, Spill& spill, PictureOptions options, std::size_t requests);

    /// Blocks. Safe to call from several threads. Where all addresses failed, a web archive is asked for those that the
    /// page names and that are gone. Lost: what was wrong with the best of these. Stays as long as this object.
    const PictureResult& picture(const Image& image, const PicturePlace& place);
    /// What was given ends. REQUIRES: nobody is asking.
    void forget() { exchanges_.clear(); }

  private:
    /// One address and what it gave; whoever asks second waits for the first.
    struct Exchange {
        std::once_flag asked;
        PictureResult result = tl::make_unexpected(LostPicture{});
    };
    const PictureResult& live(const Image& image, const PicturePlace& place);
    const PictureResult& rescued(const Image& image, const PicturePlace& place, const PictureResult& failure);
    const PictureResult& from(const Request& request);
    PictureResult fetched(const Request& request);
    PictureResult converted(const Request& request, Result<Response> response);

    Fetcher* fetcher_;
    Workshop* workshop_;
    Spill* spill_;
    PictureOptions options_;
    Intake intake_;
    std::mutex mutex_;
    std::map<Digest, Exchange> exchanges_;                              // by what is asked for
    const PictureResult nowhere_ = tl::make_unexpected(LostPicture{});  ///< of a picture without an address
};

}  // namespace blogbind::media
