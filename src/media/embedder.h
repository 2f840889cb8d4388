// A post's pictures become resources of the book, or described placeholders.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "base/file.h"
#include "base/phrases.h"
#include "base/report.h"
#include "media/device.h"
#include "media/workshop.h"
#include "model/post.h"
#include "model/resource.h"
#include "net/fetcher.h"

namespace blogbind::media {

struct ImageCounts {
    std::size_t found = 0, embedded = 0, missing = 0;
    std::size_t rescued = 0;    ///< embedded ones that a web archive had
    std::size_t described = 0;  ///< embedded ones whose alternative text is the author's

    ImageCounts& operator+=(const ImageCounts& other);
    [[nodiscard]] ImageCounts operator-(const ImageCounts& earlier) const;
};

class Embedder {
  public:
    Embedder(Fetcher& fetcher, Workshop& workshop, Spill& spill, PictureOptions options, std::size_t jobs);
    ~Embedder();
    /// Takes the post's list of pictures, and starts fetching and converting them in the background; waits where too
    /// many have not begun yet. REQUIRES: posts in reading order.
    void begin(Post& post);
    /// Waits for them and rewrites the body: <img> names the resource ("../images/…"), has a width class (w40 … w100)
    /// and an alternative text; a lost picture becomes p.lost with its description and address. REQUIRES: begin was
    /// called, finish in the same order. The same bytes are one resource, named after their first use.
    void finish(Post& post, const Phrases& phrases, Report& report);
    [[nodiscard]] const ImageCounts& counts() const;
    /// All resources, sorted by path. What is known of addresses is forgotten, and the workshop's converters go.
    /// REQUIRES: every post is finished, and none begun after that.
    [[nodiscard]] std::vector<Resource> take_resources();

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace blogbind::media
