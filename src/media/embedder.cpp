#include "media/embedder.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/task_pool.h"
#include "base/utf8.h"
#include "media/image_fetch.h"
#include "media/image_names.h"
#include "media/picture_texts.h"
#include "media/placement.h"
#include "net/wayback_fetcher.h"

namespace blogbind::media {
namespace {

using markup::Element;

constexpr std::size_t most_at_workers = 8;    // pictures that are converted or wait for it, while others arrive
constexpr std::size_t most_begun = 200;       // reading goes no further ahead: what waits takes memory
constexpr std::size_t most_in_the_queue = 3;  // whoever gets free has its next request at once

constexpr std::array all_counts{&ImageCounts::found, &ImageCounts::embedded, &ImageCounts::missing,
                                &ImageCounts::rescued, &ImageCounts::described};

using ElementsBySource = std::map<std::string, std::vector<Element*>, std::less<>>;

ElementsBySource pictures_in(markup::Body& body) {
    ElementsBySource result;
    markup::each_element(body.root(), [&](Element& element) {
        if (markup::is_named(element, "img"))
            result[std::string(markup::attribute(element, "src"))].push_back(&element);
    });
    return result;
}

/// What a picture was, for those who cannot see it.
AbsentPicture absent(const Image& image, const LostPicture& lost) {
    constexpr std::size_t longest_name = 120;
    const std::optional<Url> address = Url::parse(lost.address);
    std::string name = !image.alt.empty() || !address ? image.alt : last_path_segment(*address);
    if (name.empty()) name = image.caption;
    return {shortened(name, longest_name), lost.address};
}

std::string_view media_type(const StoredPicture& picture) { return picture.is_png ? "image/png" : "image/jpeg"; }

Resource resource(std::string_view path, const StoredPicture& picture) {
    Resource result;
    result.path = path;
    result.media_type = media_type(picture);
    result.bytes = picture.bytes;
    result.sha256 = hex_of(picture.sha256);
    result.width = picture.width;
    result.height = picture.height;
    result.source = picture.source;
    result.source_sha256 = hex_of(picture.source_sha256);
    result.source_width = picture.source_width;
    result.source_height = picture.source_height;
    if (picture.memento) result.memento = *picture.memento;
    return result;
}

}  // namespace

ImageCounts& ImageCounts::operator+=(const ImageCounts& other) {
    for (const auto count : all_counts) this->*count += other.*count;
    return *this;
}

ImageCounts ImageCounts::operator-(const ImageCounts& earlier) const {
    ImageCounts difference = *this;
    for (const auto count : all_counts) difference.*count -= earlier.*count;
    return difference;
}

namespace {

/// Hands results from the threads that get them to the one that waits: a pointer for each, and one lock for all.
class Handover {
  public:
    using Place = const PictureResult*;  // null as long as the result is not there

    /// An exception is handed over, too, to whoever waits next.
    void fill(Place& place, const std::function<const PictureResult&()>& find) {
        const PictureResult* found = nullptr;
        std::exception_ptr failure;
        try {
            found = &find();
        } catch (...) {
            failure = std::current_exception();
        }
        const std::scoped_lock lock(mutex_);
        place = found;
        if (failure) failure_ = std::move(failure);
        changed_.notify_one();
    }
    const PictureResult& wait_for(const Place& place) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return place != nullptr || failure_; });
        if (failure_) std::rethrow_exception(failure_);
        return *place;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::exception_ptr failure_;
};

}  // namespace

struct Embedder::Work {
    Work(Fetcher& fetcher, Workshop& shop, Spill& scratch, PictureOptions chosen, std::size_t jobs)
        : options(chosen),
          workshop(&shop),
          spill(&scratch),
          fetch(fetcher, shop, scratch, chosen, jobs + most_in_the_queue),
          pool(chosen.omit ? 1 : jobs + most_in_the_queue + most_at_workers, most_begun) {}

    /// One post's pictures between begin and finish.
    struct Begun {
        PictureTexts texts;
        std::vector<Handover::Place> results;
    };
    class Placing;

    PictureOptions options;
    Workshop* workshop;
    Spill* spill;
    ImageFetch fetch;
    Handover handover;
    std::deque<Begun> begun;  // in the order of the posts
    ImageNames names;
    struct Used {
        std::string_view path;  // its name's
        const StoredPicture* picture = nullptr;
    };
    std::vector<Used> used;
    ImageCounts counts;
    TaskPool pool;  // last: its threads use the others
};

class Embedder::Work::Placing {
  public:
    Placing(Work& work, Post& post, const Phrases& phrases, Report& report)
        : work_(&work), report_(&report), words_{&phrases, post.language}, remover_(post.body.root()) {}

    void place(const Image& image, const PictureResult& result, const std::vector<Element*>& elements);
    void omit(const Image& image, const std::vector<Element*>& elements) {
        for (Element* img : elements) remover_.replace_with_words(*img, image.alt);
    }
    void tidy() { remover_.tidy(); }
    [[nodiscard]] std::optional<Position> middle_of_positions() const {
        const std::optional<Position> middle = central_position(positions_);
        return middle ? std::optional(to_a_kilometre(*middle)) : std::nullopt;
    }

  private:
    void embed(const Image& image, const StoredPicture& picture, const std::vector<Element*>& elements);

    Work* work_;
    Report* report_;
    PlacementWords words_;
    PictureRemover remover_;
    std::vector<Position> positions_;
};

void Embedder::Work::Placing::embed(const Image& image, const StoredPicture& picture,
                                    const std::vector<Element*>& elements) {
    ImageCounts& counts = work_->counts;
    ++counts.embedded;
    if (!image.alt.empty()) ++counts.described;
    if (picture.position) positions_.push_back(*picture.position);
    if (picture.memento) {
        ++counts.rescued;
        report_->add(IssueCode::image_rescued, picture.source, rescue_detail(*picture.memento));
    }
    if (picture.animated) report_->add(IssueCode::image_animated, picture.source, "is animated");
    const auto [path, is_new] = work_->names.name(image, picture.source, picture.sha256, media_type(picture));
    if (is_new) work_->used.push_back({path, &picture});
    const ShownPicture shown{"../" + std::string(path),
                             width_class(picture.width, picture.height, picture.source_width), image.alt};
    for (Element* img : elements) show(*img, shown, words_);
}

void Embedder::Work::Placing::place(const Image& image, const PictureResult& result,
                                    const std::vector<Element*>& elements) {
    if (result && is_speck(*result)) {
        for (Element* img : elements) remover_.replace_with_words(*img, {});
        return;
    }
    ++work_->counts.found;
    if (result) {
        embed(image, *result, elements);
        return;
    }
    ++work_->counts.missing;
    report_->add(result.error().code, result.error().address, result.error().detail);
    for (Element* img : elements) remover_.replace_with_notice(*img, absent(image, result.error()), words_);
}

Embedder::Embedder(Fetcher& fetcher, Workshop& workshop, Spill& spill, PictureOptions options, std::size_t jobs)
    : work_(std::make_unique<Work>(fetcher, workshop, spill, options, jobs)) {}
Embedder::~Embedder() = default;

void Embedder::begin(Post& post) {
    std::vector<Image> images = std::exchange(post.images, {});
    Work::Begun& begun = work_->begun.emplace_back(Work::Begun{PictureTexts(images, *work_->spill), {}});
    if (work_->options.omit) return;
    const PicturePlace place{post.permalink, post.published ? std::optional(post.published->utc()) : std::nullopt};
    begun.results.resize(images.size());
    for (std::size_t i = 0; i < images.size(); ++i)
        work_->pool.add([work = work_.get(), result = &begun.results[i], image = std::move(images[i]), place] {
            work->handover.fill(*result, [&]() -> const PictureResult& { return work->fetch.picture(image, place); });
        });
}

void Embedder::finish(Post& post, const Phrases& phrases, Report& report) {
    Work::Begun& begun = work_->begun.front();
    const std::vector<Image> images = begun.texts.take();
    ElementsBySource elements = pictures_in(post.body);
    Work::Placing placing(*work_, post, phrases, report);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto found = elements.find(images[i].source);
        const std::vector<Element*> shown = found == elements.end() ? std::vector<Element*>{} : found->second;
        if (work_->options.omit)
            placing.omit(images[i], shown);
        else if (const PictureResult& result = work_->handover.wait_for(begun.results[i]); !shown.empty())
            placing.place(images[i], result, shown);
    }
    placing.tidy();
    work_->begun.pop_front();
    post.photographed = placing.middle_of_positions();
}

const ImageCounts& Embedder::counts() const { return work_->counts; }

std::vector<Resource> Embedder::take_resources() {
    work_->workshop->dismiss_converters();
    std::vector<Resource> result;
    std::vector<Work::Used> used = std::exchange(work_->used, {});
    std::ranges::sort(used, {}, &Work::Used::path);
    result.reserve(used.size());
    for (const auto& [path, picture] : used) result.push_back(resource(path, *picture));
    work_->names = {};
    work_->fetch.forget();
    return result;
}

}  // namespace blogbind::media
